"""Days as most of Europe writes them, in the writing that our fields read."""

from __future__ import annotations

import re

_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\d.])")


def international(words: str) -> str:
    """Return words with days as year-month-day.

    >>> international("from 1.12.2026")
    'from 2026-12-01'
    """
    return _DAY.sub(_day, words)


def _day(found: re.Match[str]) -> str:
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
