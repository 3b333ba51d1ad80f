"""Figures and dates as most of Europe writes them, in the writing that our fields read."""

from __future__ import annotations

import re

_SUM = re.compile(r"(?<![\d.,])(\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+),(\d{1,2}|\d{4,})(?![\d.,])")
"""A decimal comma; three digits behind a comma are thousands in English and stay as they are."""
_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\d.])")


def canonical(words: str) -> str:
    """Return words with decimal commas as points, and days as year-month-day.

    >>> canonical("1.200,00 EUR from 1.12.2026")
    '1200.00 EUR from 2026-12-01'
    >>> canonical("99,95 % of 1,200 cases")
    '99.95 % of 1,200 cases'
    """
    return _DAY.sub(_day, _SUM.sub(_sum, words))


def _sum(found: re.Match[str]) -> str:
    return re.sub(r"\D", "", found[1]) + "." + found[2]


def _day(found: re.Match[str]) -> str:
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
