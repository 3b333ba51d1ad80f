"""What the fast way says when it cannot be sure: the plain way makes the handbook then."""

from __future__ import annotations


class Mismatch(Exception):
    """The pieces of a handbook do not fit together as expected."""
