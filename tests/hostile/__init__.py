"""Everything hostile that a file, a text, a picture or a machine can do, with a test each."""
