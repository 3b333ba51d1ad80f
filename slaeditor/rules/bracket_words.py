"""The ends of a price bracket as people write them: "21–60", "from 61", "over 60", "up to 20".

A bracket reaches from above one quantity up to and with another. Whole units are counted one by
one, so that the bracket of 21 units begins above 20; amounts of money and numbers with decimals
are not, so that one from 10,000 EUR begins above 10,000 EUR.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from slaeditor.model.values import numbers
from slaeditor.model.values.numbers import NUMBER
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.words import fold

_ONE: Final = Decimal(1)
_MONEY: Final = r"(?:[$€£¥]|\b(?:eur|usd|gbp|chf)\b)"
_UNIT: Final = r"(?:\s?[^\W\d][^\d%/]*)?"
_LOWER: Final = rf"(?:{_MONEY}\s?)?(?P<lower>{NUMBER})(?:\s?{_MONEY})?"
_UPPER: Final = rf"(?:{_MONEY}\s?)?(?P<upper>{NUMBER})(?:\s?{_MONEY})?"
_TO: Final = r"\s?(?:-|to|bis|and|und|\.\.\.?|…)\s?"
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)")

_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?:from |between |ab |von |zwischen )?{_LOWER}{_TO}{_UPPER}{_UNIT}",
        rf"(?P<with>from|at least|ab|mindestens|>=) ?{_LOWER}{_UNIT}",
        rf"(?P<with>){_LOWER}\s?(?:\+|or more|and more|and above|and up|oder mehr|und mehr){_UNIT}",
        rf"(?:over|above|more than|beyond|über|mehr als|>) ?{_LOWER}{_UNIT}",
        rf"(?:the )?(?:up to|at most|first|bis zu|bis|höchstens|die ersten|<=) ?{_UPPER}{_UNIT}",
        rf"(?P<without>under|below|less than|fewer than|unter|weniger als|<) ?{_UPPER}{_UNIT}",
    )
)
"""In this order: both ends, from one on, above one, up to one, below one."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Where a bracket begins and ends; None for an end that the words do not say."""

    above: Decimal | None
    up_to: Decimal | None


def bracket_ends(words: str, before: Decimal | None = None) -> Ends | None:
    """Return the ends that words say; None for words that are no bracket, such as a lone number.

    `before` is where the bracket before ends: a bracket that begins with the same number begins
    above it. A number such as 10.000, which may be ten or ten thousand, is not guessed at.

    >>> bracket_ends("21–60 users"), bracket_ends("20–60", Decimal(20)) == bracket_ends("21–60")
    (Ends(above=Decimal('20'), up_to=Decimal('60')), True)
    >>> bracket_ends("up to 20"), bracket_ends("from 61") == bracket_ends("over 60"), \
bracket_ends("60")
    (Ends(above=None, up_to=Decimal('20')), True, None)
    """
    try:
        return _ends(fold(words), before)
    except Unreadable:
        return None


def _ends(folded: str, before: Decimal | None) -> Ends | None:
    found = next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)
    if found is None or _THOUSANDS.search(folded):
        return None
    said = found.groupdict()
    is_counted = not re.search(_MONEY, folded)
    has_both = bool(said.get("lower") and said.get("upper"))
    lower = _number(said.get("lower"))
    upper = _number(said.get("upper"))
    if lower is not None and (has_both or said.get("with") is not None):
        lower = _begun(lower, before, is_counted=is_counted)
    if upper is not None and said.get("without") and is_counted:
        upper = _before(upper)
    return (
        None if lower is not None and upper is not None and upper <= lower else Ends(lower, upper)
    )


def _number(words: str | None) -> Decimal | None:
    return numbers.parse(words) if words else None


def _begun(first: Decimal, before: Decimal | None, *, is_counted: bool) -> Decimal:
    """Above what a bracket begins whose first quantity is said."""
    return _before(first) if is_counted and first != before else first


def _before(number: Decimal) -> Decimal:
    """The whole number before one; any other number, and nothing, stay."""
    return number - _ONE if number >= _ONE and number == number.to_integral_value() else number
