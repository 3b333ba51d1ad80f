"""Composite values people type as one thing: each has one grammar for every place it appears."""
