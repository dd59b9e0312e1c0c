"""Rows to dataclasses and back, once for all engines."""
