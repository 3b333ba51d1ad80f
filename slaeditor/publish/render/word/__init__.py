"""The handbook as a Word document with real styles, headings, numbering and tables."""
