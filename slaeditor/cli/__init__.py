"""The door to the command line: verbs that need no screen."""
