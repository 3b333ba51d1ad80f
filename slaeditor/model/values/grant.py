"""What one level is entitled to."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, Self

from slaeditor.model.values import numbers
from slaeditor.model.values.numbers import NUMBER, storable
from slaeditor.model.values.period import Period, cut_period
from slaeditor.model.values.quantity import is_unit
from slaeditor.model.values.unreadable import unreadable
from slaeditor.model.values.words import fold, quoted, tidy, uniform, unquoted

_SAID: Final = {
    **dict.fromkeys(
        ("yes", "y", "true", "included", "ja", "enthalten", "inklusive", "\u2713", "\u2714"), "yes"
    ),
    **dict.fromkeys(
        (
            "no",
            "n",
            "false",
            "none",
            "not included",
            "nein",
            "nicht enthalten",
            "-",
            "\u2717",
            "\u2718",
        ),
        "no",
    ),
    **dict.fromkeys(
        ("unlimited", "no limit", "without limit", "unbegrenzt", "\u221e"), "unlimited"
    ),
}
_QUANTITY: Final = re.compile(rf"(?P<number>{NUMBER})(?P<space>\s?)(?P<unit>.*)")
_ORDINALS: Final = {"st", "nd", "rd", "th"}


class GrantState(StrEnum):
    """What kind of answer an entitlement has in a level."""

    YES = "yes"
    NO = "no"
    UNLIMITED = "unlimited"
    QUANTITY = "quantity"
    TEXT = "text"


class _Parts(NamedTuple):
    state: GrantState
    amount: Decimal | None = None
    unit: str = ""
    per: Period | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """Yes, no, unlimited, a quantity of a unit per period, or words of its own.

    >>> Grant.parse("10 h per year")
    Grant(state=<GrantState.QUANTITY: 'quantity'>, amount=Decimal('10'), unit='h', \
per=<Period.YEAR: 'year'>, words='')
    >>> str(Grant.parse("✓")), Grant.parse("pooled").words
    ('yes', 'pooled')
    """

    state: GrantState
    amount: Decimal | None = None
    unit: str = ""
    per: Period | None = None
    words: str = ""

    def __post_init__(self) -> None:
        """Bring the amount into normal form; raise `Unreadable` when it would not read back."""
        if self.amount is not None:
            object.__setattr__(self, "amount", storable(self.amount))
        if _parts(str(self)) != (self.state, self.amount, self.unit, self.per, self.words):
            raise unreadable(str(self), "an entitlement", "yes", "6 per year", "5 named users")

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the entitlement that is typed; words of no other kind are kept as text.

        Raises `Unreadable` for nothing at all and for a number that is written wrongly.
        """
        return cls(*_parts(words))

    def __str__(self) -> str:
        """Return the canonical words; text that would read otherwise stands in quotes."""
        if self.state is GrantState.TEXT:
            return self.words if _reads_as_text(self.words) else quoted(self.words)
        if self.state is not GrantState.QUANTITY:
            return str(self.state)
        number = "" if self.amount is None else numbers.words(self.amount)
        return " ".join(filter(None, (number, self.unit, self.per and self.per.phrase)))


@lru_cache(maxsize=1024)
def _parts(words: str) -> _Parts:
    plain, folded = tidy(words), fold(words)
    if not plain:
        raise unreadable(words, "an entitlement", "yes", "no", "6 per year", "5 named users")
    if folded in _SAID:
        return _Parts(GrantState(_SAID[folded]))
    text = unquoted(plain)
    return _Parts(GrantState.TEXT, words=text) if text else _quantity(plain)


def _quantity(plain: str) -> _Parts:
    rest, per = cut_period(uniform(plain))
    found = _QUANTITY.fullmatch(rest)
    if not found or not _counts(found):
        return _Parts(GrantState.TEXT, words=plain)
    return _Parts(GrantState.QUANTITY, numbers.parse(found["number"]), found["unit"], per)


def _counts(found: re.Match[str]) -> bool:
    """Whether a number with words after it counts something; "1. Dienstag" is the first one."""
    is_ordinal = found["number"].endswith(".") and bool(found["unit"])
    return not is_ordinal and _names_unit(found["space"], found["unit"])


def _names_unit(space: str, unit: str) -> bool:
    if not unit:
        return True
    return is_unit(unit) and (bool(space) or (" " not in unit and unit not in _ORDINALS))


def _reads_as_text(words: str) -> bool:
    if fold(words) in _SAID or unquoted(words) is not None:
        return False
    found = _QUANTITY.fullmatch(cut_period(uniform(words))[0])
    return not (found and _counts(found))
