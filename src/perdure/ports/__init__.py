"""What the rooms expect of each other: protocols only."""
