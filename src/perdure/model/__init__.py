"""Frozen dataclasses and the checks that guard them. No I/O."""
