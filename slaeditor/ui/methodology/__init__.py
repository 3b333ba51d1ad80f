"""The page of the methodology: an outline of steps in phases, and the step in full."""
