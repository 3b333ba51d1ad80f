"""What was made on an earlier day and can be recalled instead of being made again."""

from __future__ import annotations

from collections.abc import Callable

Recalled = Callable[[str, Callable[[], bytes]], bytes]
"""Answers what work makes of what the words tell, perhaps from an earlier day."""


def afresh(_words: str, work: Callable[[], bytes]) -> bytes:
    """Return what work makes, now."""
    return work()
