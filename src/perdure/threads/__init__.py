"""What a thread is about."""
