"""Slides to present and to talk by: the levels, their prices, what to say and what never to."""
