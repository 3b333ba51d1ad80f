"""Words as they are compared: folded, without signs, however a file sets or breaks them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

LONGEST_RUN = 5
"""How many words in a row are compared: five words in the same order are no accident."""

_WORD = re.compile(r"[^\W_]+")
_SOFT = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BROKEN = re.compile(r"(?<=\w)[-\u2010\u2011\ufffe\x02]\s*\n\s*(?=\w)")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,'’ \u00a0\u202f]*\d|(?<![\w.,])\d")
_SPACES = re.compile(r"['’ \u00a0\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:['’ \u00a0\u202f]\d{3})+(?:[.,]\d+)?")
_CANONICAL = re.compile(r"\d+(?:\.\d+)?")
_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}
_YEAR = re.compile(r"\d{4}")
_BEFORE_YEAR, _AFTER_YEAR = 20, 12
"""More letters than a date can have before its year, or after it."""
_DATES = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})(?P<e>[./])(?P<m>\d{1,2})[./](?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})\.?\s(?P<n>[^\W\d_]{3,9})\.?,?\s(?P<y>\d{4})"),
    re.compile(r"(?P<n>[^\W\d_]{3,9})\.?\s(?P<d>\d{1,2}),?\s(?P<y>\d{4})"),
)


def folded(text: str) -> str:
    """Return a text in one form: compatible characters alike, small letters, no soft hyphens.

    >>> folded("Oﬃce Stra\u00adße")
    'office strasse'
    """
    return unicodedata.normalize("NFKC", _SOFT.sub("", text)).casefold()


def joined(text: str) -> str:
    """Return a text with the words whole that were broken at the end of a line."""
    return _BROKEN.sub("", text)


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text, folded.

    >>> tokens("Margin-floor: 12,5 %")
    ['margin', 'floor', '12', '5']
    """
    return words_of(folded(text))


def words_of(text: str) -> list[str]:
    """Return the words and numbers of a text that is folded already."""
    return _WORD.findall(text)


def words_apart(text: str, apart: str) -> list[str]:
    """Return the words and numbers of a folded text, and the sign that keeps some of them apart.

    >>> words_apart("margin | floor", "|")
    ['margin', '|', 'floor']
    """
    return re.findall(rf"[^\W_]+|{re.escape(apart)}", text)


def compact(text: str) -> str:
    """Return the letters and digits of a text in a row, folded."""
    return "".join(tokens(text))


def runs(words: Sequence[str], length: int) -> Iterator[str]:
    """Yield each row of so many words that follow one another."""
    for at in range(len(words) - length + 1):
        yield " ".join(words[at : at + length])


def numbers(text: str) -> Iterator[Decimal]:
    """Yield every number that a text can be read to hold, in any country's way of writing.

    >>> sorted(numbers("1.234,50 and 7 919"))
    [Decimal('7'), Decimal('919'), Decimal('1234.5'), Decimal('7919')]
    """
    for found in _NUMBER.finditer(unicodedata.normalize("NFKC", text)):
        yield from _readings(found[0].rstrip(".,"))


def canonical_numbers(words: str) -> Iterator[Decimal]:
    """Yield the numbers in the canonical words of a value, which have a point for decimals."""
    for found in _CANONICAL.findall(words):
        yield Decimal(found).normalize()


def _readings(written: str) -> Iterator[Decimal]:
    parts = _SPACES.split(written)
    if _GROUPED.fullmatch(written):
        parts.append("".join(parts))
    for one in parts:
        for plain in _plain(one):
            try:
                yield Decimal(plain).normalize()
            except InvalidOperation:
                continue


def _plain(written: str) -> set[str]:
    """What a number with points and commas can mean, with a point for decimals.

    The last of two different signs is the one of decimals; a single kind may be either.
    """
    comma, point = written.replace(".", "").replace(",", "."), written.replace(",", "")
    if "," in written and "." in written:
        return {comma if written.rindex(",") > written.rindex(".") else point}
    return {comma, point, written.replace(",", "").replace(".", "")} if written else set()


def dates(text: str) -> Iterator[date]:
    """Yield every date in a text, in the ways of English and German and of the standard.

    >>> list(dates("from 1. Oktober 2026 to 2026-11-02"))
    [datetime.date(2026, 11, 2), datetime.date(2026, 10, 1)]
    """
    yield from dates_in(folded(text))


def dates_in(plain: str) -> Iterator[date]:
    """Yield every date in a text that is folded already."""
    spans = list(_around_years(plain))
    for pattern in _DATES:
        for begun, ended in spans:
            for found in pattern.finditer(plain, begun, ended):
                yield from _date(found.groupdict())


def _around_years(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text that hold years, with all of a date that has one of them."""
    begun = ended = 0
    for found in _YEAR.finditer(plain):
        at = max(0, found.start() - _BEFORE_YEAR)
        if at > ended:
            yield begun, ended
            begun = at
        ended = found.end() + _AFTER_YEAR
    yield begun, ended


def _date(parts: dict[str, str]) -> Iterator[date]:
    month = int(parts["m"]) if "m" in parts else _MONTHS.get(parts.get("n", ""), 0)
    orders = {(month, int(parts["d"]))}
    if "e" in parts:
        orders.add((int(parts["d"]), month))
    for one, other in orders:
        try:
            yield date(int(parts["y"]), one, other)
        except ValueError:
            continue
