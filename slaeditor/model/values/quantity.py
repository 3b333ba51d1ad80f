"""Quantities: a number of something counted."""

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, Self

from slaeditor.model.values import numbers
from slaeditor.model.values.duration import names_time
from slaeditor.model.values.numbers import NUMBER, storable
from slaeditor.model.values.unreadable import Unreadable, refused, unreadable
from slaeditor.model.values.words import fold, is_tidy, uniform

_UNIT: Final = re.compile(r"[^\W\d_]+(?:[ .'&-]+[^\W\d_]+)*\.?")
_TYPED: Final = re.compile(rf"({NUMBER})\s?(.*)")
_LIKENESS: Final = 0.83
_LONG: Final = "second minute hour day week month quarter year"
_LONG_WORDS: Final = [word + plural for word in _LONG.split() for plural in ("", "s")]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number of something that is no time and no percentage, such as "2 calls".

    >>> Quantity.parse("1,000 messages")
    Quantity(amount=Decimal('1000'), unit='messages')
    """

    amount: Decimal
    unit: str

    def __post_init__(self) -> None:
        """Bring the amount into normal form; raise `Unreadable` for a unit that is none."""
        object.__setattr__(self, "amount", storable(self.amount))
        if not (is_tidy(self.unit) and is_unit(self.unit)):
            raise _no_unit(str(self))
        _require_countable(str(self), self.unit)

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the quantity that is typed; raise `Unreadable` without a unit or with time."""
        amount, unit = parts_of(words)
        if not unit:
            raise refused(
                words, f"Say the unit: '{amount} h', '{amount} service h', '{amount} %' …"
            )
        return cls(numbers.parse(amount), unit)

    def __str__(self) -> str:
        """Return the canonical words: the number, then the unit as it was typed."""
        return f"{numbers.words(self.amount)} {self.unit}"


def is_unit(words: str) -> bool:
    """Return whether the words, letters with few signs between, can name what is counted."""
    return _UNIT.fullmatch(words) is not None


def parts_of(words: str) -> tuple[str, str]:
    """Return the number and the unit that are typed, unread; raise `Unreadable` if no number."""
    found = _TYPED.fullmatch(uniform(words))
    if not found:
        raise unreadable(words, "a number with its unit", "2 calls", "8 points")
    return found[1], found[2]


def _require_countable(words: str, unit: str) -> None:
    if names_time(fold(unit)):
        raise unreadable(words, "a time that can be read", "4 h", "30 min", "2 service days")
    for word in fold(unit).split()[:2]:
        if close := get_close_matches(word, _LONG_WORDS, n=1, cutoff=_LIKENESS):
            raise refused(words, f"If '{close[0]}' is meant, spell it so; if not, say otherwise.")


def _no_unit(words: str) -> Unreadable:
    return unreadable(words, "a number with its unit", "2 calls", "8 points")
