"""What kind of statement a memory is."""
