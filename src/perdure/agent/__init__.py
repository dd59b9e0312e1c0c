"""The chat loop: a model, or none, that answers with what is remembered."""
