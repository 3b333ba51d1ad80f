"""The lossless text form of a project, and imports from other formats."""
