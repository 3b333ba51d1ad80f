"""Builds the edition of plain words that a reader gets from a visible project."""
