"""The fast way to a PDF: pieces laid out side by side, kept, and put together."""
