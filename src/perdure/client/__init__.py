"""What applications hold in their hands: store, user, session."""
