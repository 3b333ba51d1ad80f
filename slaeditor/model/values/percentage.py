"""Percentages, exact."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from slaeditor.model.values import numbers
from slaeditor.model.values.numbers import EXACT, NUMBER, exact
from slaeditor.model.values.unreadable import refused, unreadable
from slaeditor.model.values.words import fold

LARGEST: Final = Decimal(1_000_000)
"""The largest percentage, in percent, of either sign."""

PERCENT: Final = r"(?:%|per\ ?cent\b|pct\b)"
"""Pattern of the sign or word for percent in folded words."""

_PERCENTAGE: Final = re.compile(rf"({NUMBER})\s?{PERCENT}")


@dataclass(frozen=True, slots=True, order=True)
class Percentage:
    """An exact percentage, held in percent: 99.95 is 99.95 %.

    >>> Percentage.parse("99.95%")
    Percentage(value=Decimal('99.95'))
    >>> str(Percentage(Decimal("5.0"))), Percentage(Decimal(5)).fraction
    ('5 %', Decimal('0.05'))
    """

    value: Decimal

    def __post_init__(self) -> None:
        """Bring the value into normal form; raise `Unreadable` beyond a million percent."""
        if not self.value.is_finite() or abs(self.value) > LARGEST:
            raise refused(f"{self.value} %", "A percentage lies within ±1,000,000 %.")
        object.__setattr__(self, "value", exact(self.value))

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the percentage that is typed with its sign; raise `Unreadable` otherwise."""
        folded = fold(words)
        if found := _PERCENTAGE.fullmatch(folded):
            return cls(numbers.parse(found[1]))
        if re.fullmatch(NUMBER, folded):
            raise refused(words, f"Say the unit: '{folded} %'.")
        raise unreadable(words, "a percentage", "95 %", "99.95 %")

    def __str__(self) -> str:
        """Return the canonical words, such as "99.95 %"."""
        return f"{numbers.words(self.value)} %"

    @property
    def fraction(self) -> Decimal:
        """The same as a part of one: 5 % is 0.05, exactly."""
        return exact(EXACT.scaleb(self.value, -2))

    def __add__(self, other: Self) -> Self:
        """Return the sum in percentage points."""
        return type(self)(EXACT.add(self.value, other.value))

    def __sub__(self, other: Self) -> Self:
        """Return the difference in percentage points."""
        return type(self)(EXACT.subtract(self.value, other.value))

    def __neg__(self) -> Self:
        """Return the percentage with the opposite sign."""
        return type(self)(EXACT.minus(self.value))

    def __mul__(self, factor: Decimal | int) -> Self:
        """Return the percentage so many times."""
        return type(self)(EXACT.multiply(self.value, Decimal(factor)))

    __rmul__ = __mul__
