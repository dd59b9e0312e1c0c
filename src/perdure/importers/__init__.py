"""Conversations from other places."""
