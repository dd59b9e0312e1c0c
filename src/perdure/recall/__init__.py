"""Signals, fusion, recipes."""
