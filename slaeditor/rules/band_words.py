"""A band of a credit as people type it: the results it holds, and what is owed for them.

`parsed_range(str(range)) == range` and `parsed_owed(owed_words(...))` gives the same amounts back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from slaeditor.model.compensation import CompensationBand
from slaeditor.model.values import numbers
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.unreadable import Unreadable, refused, unreadable
from slaeditor.model.values.words import fold, quoted, unquoted
from slaeditor.rules.ranges import Range

_EXAMPLES: Final = ("95 to below 99", "below 95", "from 99 and more", "above 4 up to 8")
_NUMBER: Final = r"[+-]?[0-9][0-9.,' ]*"
_FROM: Final = rf"(?P<from>from|>=|≥|at least|above|over|more than|>)? ?(?P<low>{_NUMBER})"
_UNIT: Final = r"(?: ?(?:%|ms|s|min|h|hours?|minutes?|days?|points?))?"
_TO: Final = r"(?P<to>to below|to|up to|below|under|less than|<=|≤|<|-|–)"
_BOTH: Final = re.compile(rf"{_FROM}{_UNIT} ?{_TO} ?(?P<high>{_NUMBER})(?: ?[^0-9]*)?")
_LOWER: Final = re.compile(
    rf"(?P<from>from|>=|≥|at least|above|over|more than|>)? ?(?P<low>{_NUMBER})(?: ?%)? ?"
    r"(?P<more>and more|or more|and above|\+)?(?: ?[^0-9]*)?"
)
_UPPER: Final = re.compile(
    rf"(?P<to>up to|at most|<=|≤|below|under|less than|<) ?(?P<high>{_NUMBER})(?: ?[^0-9]*)?"
)
_OUTSIDE_BELOW: Final = frozenset({"above", "over", "more than", ">"})
_INSIDE_ABOVE: Final = frozenset({"up to", "at most", "<=", "≤"})
_HOURS: Final = re.compile(rf"(?P<hours>{_NUMBER}) ?(?:service )?(?:h|hrs?|hours?)")
_NOTHING: Final = frozenset({"nothing", "none", "0", "-"})


@dataclass(frozen=True, slots=True)
class BandAmount:
    """What a band owes: a share of the base, money, hours of service or something in words."""

    share: Percentage | None = None
    amount: Money | None = None
    hours: Decimal | None = None
    words: str = ""


def parsed_range(typed: str) -> Range:
    """Return the results that words name; raise `Unreadable` with a sentence.

    >>> str(parsed_range("95-99 %")), str(parsed_range("< 95"))
    ('from 95 to below 99', 'below 95')
    """
    plain = fold(typed)
    if plain in {"", "any", "all"}:
        return Range()
    if found := _BOTH.fullmatch(plain):
        low, high = _number(typed, found["low"]), _number(typed, found["high"])
        return _sensible(
            typed, Range(low, found["from"] not in _OUTSIDE_BELOW, high, found["to"] == "up to")
        )
    if found := _UPPER.fullmatch(plain):
        return Range(
            upper=_number(typed, found["high"]), upper_included=found["to"] in _INSIDE_ABOVE
        )
    found = _LOWER.fullmatch(plain)
    if found is None or not (found["from"] or found["more"]):
        raise unreadable(typed, "a range of results", *_EXAMPLES)
    return Range(_number(typed, found["low"]), found["from"] not in _OUTSIDE_BELOW)


def _number(typed: str, words: str) -> Decimal:
    try:
        return numbers.parse(words.strip())
    except Unreadable as trouble:
        raise unreadable(typed, "a range of results", *_EXAMPLES) from trouble


def _sensible(typed: str, made: Range) -> Range:
    if made.is_empty:
        raise unreadable(typed, "a range that holds a result: it must rise", *_EXAMPLES)
    return made


def parsed_amount(typed: str) -> BandAmount:
    """Return what words say is owed, several with semicolons between; other words are kept.

    Raises `Unreadable` where figures are none of a share, money or hours.

    >>> parsed_amount("10 %").share, parsed_amount("2 h; a visit").words
    (Percentage(value=Decimal('10')), 'a visit')
    """
    made = BandAmount()
    for part in typed.split(";"):
        plain = " ".join(part.split())
        if plain and fold(plain) not in _NOTHING:
            made = _with(made, typed, plain)
    return made


def _with(made: BandAmount, typed: str, plain: str) -> BandAmount:
    """The amounts with another one, which takes the place of one of its kind."""
    if plain.endswith("%"):
        return replace(made, share=Percentage.parse(plain))
    if found := _HOURS.fullmatch(fold(plain)):
        return replace(made, hours=numbers.parse(found["hours"].strip()))
    own = unquoted(plain)
    if own or not re.search(r"[0-9]", plain):
        return replace(made, words="; ".join(filter(None, (made.words, own or plain))))
    if re.fullmatch(_NUMBER, plain):
        raise refused(typed, f"Say of what: '{plain} %', '{plain} EUR' or '{plain} h'.")
    return replace(made, amount=Money.parse(plain))


def amount_typed(band: CompensationBand) -> str:
    """Return what a band owes in the words that `parsed_amount` reads."""
    hours = f"{numbers.words(band.hours)} h" if band.hours is not None else ""
    money = str(band.amount) if band.amount is not None else ""
    share = str(band.share) if band.share is not None else ""
    return "; ".join(filter(None, (share, money, hours, *_kept(band.words))))


def _kept(words: str) -> list[str]:
    """Words in parts, those with figures in quotes, so that they are read as words again."""
    parts = (" ".join(part.split()) for part in words.split(";"))
    return [quoted(p) if re.search(r"[0-9%]", p) or fold(p) in _NOTHING else p for p in parts if p]


def with_range(band: CompensationBand, typed: str) -> CompensationBand:
    """Return a band that holds the results that words name."""
    made = parsed_range(typed)
    return band.but(
        lower=made.lower,
        lower_included=made.lower_included,
        upper=made.upper,
        upper_included=made.upper_included,
    )


def with_amount(band: CompensationBand, typed: str) -> CompensationBand:
    """Return a band that owes what words say."""
    made = parsed_amount(typed)
    return band.but(share=made.share, amount=made.amount, hours=made.hours, words=made.words)
