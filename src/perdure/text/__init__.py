"""Words, sentences and traits of a text."""
