"""Numbers, percentages and sums of money found in the words of a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_AMOUNT = re.compile(
    r"(?P<minus>[-−]?)(?P<before>[€$£¥]|[A-Z]{3}\s)?\s?(?P<minus_after>[-−]?)"
    r"(?P<number>\d[\d.,'’\u00a0\u202f]*)\s?(?P<after>%|[€$£¥]|[A-Z]{3}(?!\w))?"
)
_LEADING_ZERO = re.compile(r"0\d")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the form in which a sheet shows it."""

    value: Decimal
    form: str


def amount(words: str, language: str) -> Amount | None:
    r"""Return the number that a cell's words are, by the conventions of a language.

    None where they are anything more or else: "4 hours", "2.5.1", "007", a telephone number.

    >>> amount("1,250.50", "en-GB").value, amount("95,5 %", "de-DE").form
    (Decimal('1250.50'), '0.0\\ %')
    """
    found = _AMOUNT.fullmatch(words.replace("\u00a0", " ").strip())
    if found is None or _LEADING_ZERO.match(found["number"]):
        return None
    value = _parsed(found["number"], language)
    if value is None or len(value.as_tuple().digits) > _MOST_DIGITS:
        return None
    signed = -value if found["minus"] or found["minus_after"] else value
    return _shown(signed, found["number"], found["before"] or "", found["after"] or "", language)


def _parsed(words: str, language: str) -> Decimal | None:
    """Return a number written with the marks of a language; None for any other digits and marks."""
    point, comma = _marks(language)
    whole, _, places = words.partition(point)
    grouped = re.fullmatch(rf"\d{{1,3}}(?:{re.escape(comma)}\d{{3}})+|\d+", whole)
    if grouped is None or (point in words and not places.isdigit()):
        return None
    return Decimal(".".join(filter(None, (whole.replace(comma, ""), places))))


def _marks(language: str) -> tuple[str, str]:
    """Return the mark before decimal places and the mark between thousands."""
    return (",", ".") if language.startswith("de") else (".", ",")


def _shown(value: Decimal, words: str, before: str, after: str, language: str) -> Amount:
    places = _places(words, language)
    if after == "%":
        return Amount(value / 100, f"0{places}\\ %")
    number = f"#,##0{places}"
    if before:
        return Amount(value, f'"{before}"{number}')
    return Amount(value, f'{number}" {after}"' if after else number)


def _places(words: str, language: str) -> str:
    """Return the decimal places of a number as a sheet's form writes them, such as ".00"."""
    _, mark, digits = words.partition(_marks(language)[0])
    return f".{'0' * len(digits)}" if mark and digits else ""
