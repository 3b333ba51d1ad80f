"""The tables of the handbook as a workbook: one sheet each, numbers as numbers."""
