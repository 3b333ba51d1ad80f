"""The one thing that changes: the open project, its history and its background work."""
