"""The menus of the editor, one module for each: its commands and what they do."""
