"""Exact decimal numbers: how they are typed and how they are written."""

import re
from decimal import Context, Decimal
from typing import Final

from slaeditor.model.values.unreadable import Unreadable, refused, unreadable
from slaeditor.model.values.words import fold

MOST_DIGITS: Final = 15
"""Digits that a typed number may have."""

NUMBER: Final = r"[+-]?\.?[0-9](?:[0-9.,']|\ (?=[0-9]{3}(?![0-9])))*"
"""Pattern that finds where a number stands in folded words; `parse` judges it."""

EXACT: Final = Context(prec=120)
"""Decimal context wide enough that no sum or product of typed values is rounded."""

_WELL_FORMED: Final = re.compile(
    r"[+-]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:\ [0-9]{3})+|[0-9]{1,3}(?:'[0-9]{3})+"
    r"|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)"
)
_EUROPEAN: Final = re.compile(
    r"[+-]?(?:[0-9]{1,3}(?:[. ][0-9]{3})+,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))"
)
"""A decimal comma that can be nothing else: three digits behind the only comma are thousands."""
_DECIMAL_COMMA: Final = re.compile(r"[+-]?[0-9][0-9.' ]*,[0-9]+")


def parse(words: str) -> Decimal:
    """Return the exact number that is typed; thousands may be set off by comma, space, apostrophe.

    The decimal sign is the point; a comma is one where it can be nothing else. Raises
    `Unreadable`.

    >>> parse("1,234.50")
    Decimal('1234.5')
    >>> parse("1 234.5") == parse("1'234.5") == parse("1.234,5") == parse("1234,5")
    True
    """
    typed = fold(words)
    if _WELL_FORMED.fullmatch(typed):
        return _counted(words, Decimal(re.sub("[ ,']", "", typed)))
    if _EUROPEAN.fullmatch(typed):
        return _counted(words, Decimal(re.sub("[ .]", "", typed).replace(",", ".")))
    if _DECIMAL_COMMA.fullmatch(typed):
        advice = "Write decimals with a point and thousands without a sign: '1234.5'."
        raise refused(words, advice)
    raise unreadable(words, "a number", "12", "1234.5")


def words(value: Decimal) -> str:
    """Return the canonical words of a number: no exponent, no separators, no trailing zeros.

    >>> words(Decimal("1.20E+3"))
    '1200'
    """
    return _plain(value)


def exact(value: Decimal) -> Decimal:
    """Return the same number in its one normal form; raise ValueError when it is not finite.

    >>> exact(Decimal("99.950"))
    Decimal('99.95')
    """
    if not value.is_finite():
        raise unreadable(str(value), "a finite number", "12")
    return Decimal(_plain(value))


def storable(value: Decimal) -> Decimal:
    """Return the number in normal form, provided it is short enough to be typed again."""
    normal = exact(value)
    if not -MOST_DIGITS <= normal.adjusted() <= MOST_DIGITS:
        raise _too_long(str(value))
    return _counted(_plain(normal), normal)


def _counted(words: str, value: Decimal) -> Decimal:
    normal = exact(value)
    if sum(map(str.isdigit, _plain(normal))) > MOST_DIGITS:
        raise _too_long(words)
    return normal


def _too_long(words: str) -> Unreadable:
    return refused(words, f"A number has at most {MOST_DIGITS} digits.")


def _plain(value: Decimal) -> str:
    plain = format(value, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain
