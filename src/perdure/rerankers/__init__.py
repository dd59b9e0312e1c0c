"""A second look at what was found first."""
