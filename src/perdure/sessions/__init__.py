"""How a conversation is taken up again."""
