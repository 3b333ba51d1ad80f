"""Shortcuts through the layout engine: the same pages with less work, for pieces alone."""
