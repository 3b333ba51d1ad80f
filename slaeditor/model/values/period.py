"""Periods of billing and of quantities."""

import re
from enum import StrEnum
from typing import Final


class Period(StrEnum):
    """What a price or quantity is counted per; the member's value is its canonical word."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BILLING_CYCLE = "billing cycle"
    CONTRACT = "contract"

    @property
    def phrase(self) -> str:
        """The words that follow an amount: "per month", or "once"."""
        return str(self) if self is Period.ONCE else f"per {self}"


_WORDS: Final = {
    "day": Period.DAY,
    "week": Period.WEEK,
    "wk": Period.WEEK,
    "month": Period.MONTH,
    "mo": Period.MONTH,
    "mth": Period.MONTH,
    "quarter": Period.QUARTER,
    "qtr": Period.QUARTER,
    "year": Period.YEAR,
    "yr": Period.YEAR,
    "annum": Period.YEAR,
    "billing cycle": Period.BILLING_CYCLE,
    "billing period": Period.BILLING_CYCLE,
    "contract": Period.CONTRACT,
    "tag": Period.DAY,
    "woche": Period.WEEK,
    "monat": Period.MONTH,
    "quartal": Period.QUARTER,
    "jahr": Period.YEAR,
    "vertrag": Period.CONTRACT,
}
_ADVERBS: Final = {
    "once": Period.ONCE,
    "one-off": Period.ONCE,
    "one-time": Period.ONCE,
    "one time": Period.ONCE,
    "daily": Period.DAY,
    "a day": Period.DAY,
    "weekly": Period.WEEK,
    "a week": Period.WEEK,
    "monthly": Period.MONTH,
    "a month": Period.MONTH,
    "quarterly": Period.QUARTER,
    "a quarter": Period.QUARTER,
    "yearly": Period.YEAR,
    "annually": Period.YEAR,
    "a year": Period.YEAR,
    "p.a.": Period.YEAR,
    "einmalig": Period.ONCE,
    "täglich": Period.DAY,
    "wöchentlich": Period.WEEK,
    "monatlich": Period.MONTH,
    "jährlich": Period.YEAR,
    "mtl.": Period.MONTH,
    "vierteljährlich": Period.QUARTER,
    "quartalsweise": Period.QUARTER,
}


def _choices(words: dict[str, Period]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in words)


_AT_END: Final = re.compile(
    r"(?P<rest>.*?)(?:(?:\s?/\s?|(?:^|\s)(?:per|each|pro|je|im|und) )"
    rf"(?P<period>{_choices(_WORDS)})"
    rf"|(?:^|\s)(?P<adverb>{_choices(_ADVERBS)}))",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(rf"(?P<adverb>{_choices(_ADVERBS)}) (?P<rest>.+)", re.IGNORECASE)
_AT_START: Final = re.compile(
    rf"(?P<period>{_choices(_WORDS)})(?:\s?/\s?| per | pro | je | und )(?P<rest>.+)", re.IGNORECASE
)


def period_last(words: str) -> str:
    """Return words in which an adverb for a period that opens them stands at their end.

    >>> period_last("monthly 29 EUR"), period_last("29 EUR")
    ('29 EUR monthly', '29 EUR')
    """
    found = _OPENING.fullmatch(words)
    return f"{found['rest']} {found['adverb']}" if found else words


def cut_period(words: str) -> tuple[str, Period | None]:
    """Return the words before a period that ends them, and the period; None if there is none.

    >>> cut_period("10 h per year")
    ('10 h', <Period.YEAR: 'year'>)
    >>> cut_period("5 reviews")
    ('5 reviews', None)
    """
    found = _AT_END.fullmatch(words)
    if not found:
        return words, None
    period = _WORDS[found["period"].lower()] if found["period"] else None
    return found["rest"], period or _ADVERBS[found["adverb"].lower()]


def is_period(words: str) -> bool:
    """Return whether the words name a period, as "month" does."""
    return words.lower() in _WORDS


def cut_leading_period(words: str) -> tuple[str, Period | None]:
    """Return the words after a period that opens them and "per", and the period.

    >>> cut_leading_period("month per user")
    ('user', <Period.MONTH: 'month'>)
    """
    found = _AT_START.fullmatch(words)
    return (found["rest"], _WORDS[found["period"].lower()]) if found else (words, None)
