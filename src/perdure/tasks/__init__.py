"""Tasks: what turns say is to be done, what becomes of it, how much it matters, and when to bring it up."""
