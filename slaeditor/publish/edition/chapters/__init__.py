"""The chapters of a handbook, each a function of what its reader may see."""
