"""Pages about what Sales and service owe each other."""
