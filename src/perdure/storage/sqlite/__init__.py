"""The embedded engine: one encrypted file per user."""
