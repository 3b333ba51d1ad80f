"""The editors of single values, one for each kind of field."""
