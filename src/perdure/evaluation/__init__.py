"""How well recall finds, and how fast."""
