"""Which way words are read: from the left, or from the right as Arabic and Hebrew are."""

from __future__ import annotations

import unicodedata

_FROM_RIGHT = frozenset({"R", "AL"})


def direction(words: str) -> str | None:
    """Return "rtl" for words that are read from the right, None for all others, as HTML has it."""
    return "rtl" if is_right_to_left(words) else None


def is_right_to_left(words: str) -> bool:
    """Return whether words are read from the right: their first letter decides.

    >>> is_right_to_left("שלום, Acme"), is_right_to_left("Acme, שלום"), is_right_to_left("24")
    (True, False, False)
    """
    for letter in words:
        direction = unicodedata.bidirectional(letter)
        if direction == "L":
            return False
        if direction in _FROM_RIGHT:
            return True
    return False
