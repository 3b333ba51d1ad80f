"""Ranges of results with inclusive or exclusive ends: what they hold, what lies between them.

An end that is None is open. All numbers are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from slaeditor.model.values import numbers


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from one end to another; each end is inside or just outside."""

    lower: Decimal | None = None
    lower_included: bool = True
    upper: Decimal | None = None
    upper_included: bool = False

    def __contains__(self, number: Decimal) -> bool:
        """Return whether a number is inside.

        >>> Decimal(99) in Range(Decimal(95), True, Decimal(99), False)
        False
        """
        return self._begun(number) and not self._over(number)

    def __str__(self) -> str:
        """The range in words, such as "from 95 to below 99"."""
        return " ".join(part for part in (self._from_words(), self._to_words()) if part) or "any"

    @property
    def is_empty(self) -> bool:
        """Whether no number can be inside."""
        if self.lower is None or self.upper is None:
            return False
        both = self.lower_included and self.upper_included
        return self.lower > self.upper or (self.lower == self.upper and not both)

    def _begun(self, number: Decimal) -> bool:
        if self.lower is None:
            return True
        return number > self.lower or (self.lower_included and number == self.lower)

    def _over(self, number: Decimal) -> bool:
        if self.upper is None:
            return False
        return number > self.upper or (not self.upper_included and number == self.upper)

    def _from_words(self) -> str:
        if self.lower is None:
            return ""
        return f"{'from' if self.lower_included else 'above'} {numbers.words(self.lower)}"

    def _to_words(self) -> str:
        if self.upper is None:
            return "and more" if self.lower is not None and self.lower_included else ""
        if self.upper_included:
            return f"up to {numbers.words(self.upper)}"
        return f"{'to ' if self.lower is not None else ''}below {numbers.words(self.upper)}"


def meet(one: Range, other: Range) -> Range | None:
    """Return the numbers that both ranges hold, or None when there is none."""
    low = max(one, other, key=_lower_key)
    high = min(one, other, key=_upper_key)
    shared = Range(low.lower, low.lower_included, high.upper, high.upper_included)
    return None if shared.is_empty else shared


def overlaps(ranges: Sequence[Range]) -> tuple[tuple[int, int, Range], ...]:
    """Return the places of each two ranges that share numbers, and what they share."""
    found = (
        (one, other, meet(ranges[one], ranges[other]))
        for one in range(len(ranges))
        for other in range(one + 1, len(ranges))
    )
    return tuple((one, other, shared) for one, other, shared in found if shared is not None)


def holes(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return the stretches between the ranges that none of them holds, the lowest first.

    >>> [str(hole) for hole in holes([Range(Decimal(1)), Range(upper=Decimal(1))])]
    []
    """
    ordered = sorted((one for one in ranges if not one.is_empty), key=_lower_key)
    found: list[Range] = []
    reached = ordered[0] if ordered else None
    for one in ordered[1:]:
        hole = between(reached, one) if reached else None
        if hole is not None:
            found.append(hole)
        reached = max(reached or one, one, key=_upper_key)
    return tuple(found)


def between(lower: Range, upper: Range) -> Range | None:
    """Return the numbers above one range and below another, or None when there is none."""
    if lower.upper is None or upper.lower is None:
        return None
    hole = Range(lower.upper, not lower.upper_included, upper.lower, not upper.lower_included)
    return None if hole.is_empty else hole


def _lower_key(one: Range) -> tuple[bool, Decimal, bool]:
    """Order by where a range begins; an open end comes first, an included one before its like."""
    return (one.lower is not None, one.lower or Decimal(0), not one.lower_included)


def _upper_key(one: Range) -> tuple[bool, Decimal, bool]:
    """Order by where a range ends; an open end comes last, an included one after its like."""
    return (one.upper is None, one.upper or Decimal(0), one.upper_included)
