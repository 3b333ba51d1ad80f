"""What can go wrong before the program runs."""

from __future__ import annotations


class CannotSetUp(Exception):
    """Something is missing that the set-up cannot bring; its words say what, and the cure."""
