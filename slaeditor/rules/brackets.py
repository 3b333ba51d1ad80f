"""Prices that change with the quantity: graduated, by volume and by block.

A bracket reaches from above one quantity up to and with another: 10 units lie in the bracket that
ends with 10. Where two brackets overlap, the one that begins lower counts. All amounts are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from slaeditor.model.values.money import Money

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Bracket:
    """The price of units above one quantity up to another; without `up_to` it has no end.

    `rate` is charged for each unit, `flat` once for the bracket.
    """

    above: Decimal
    up_to: Decimal | None
    rate: Money
    flat: Money

    def reaches(self, quantity: Decimal) -> bool:
        """Whether a quantity lies in the bracket; nothing at all lies in the one that begins at 0.

        >>> nothing = Money(Decimal(0), "EUR")
        >>> first = Bracket(Decimal(0), Decimal(10), nothing, nothing)
        >>> first.reaches(Decimal(0)), first.reaches(Decimal(10)), first.reaches(Decimal("10.1"))
        (True, True, False)
        """
        begun = self.above < quantity or self.above == quantity == 0
        return begun and (self.up_to is None or quantity <= self.up_to)


@dataclass(frozen=True, slots=True)
class Portion:
    """The units that one bracket charges, and what they cost."""

    bracket: Bracket
    units: Decimal
    money: Money


def graduated(brackets: Sequence[Bracket], quantity: Decimal) -> tuple[Portion, ...]:
    """Return what each bracket charges for the units inside it; the sum is the price.

    A bracket's flat price is charged as soon as one unit lies inside it.
    """
    portions = []
    covered = NOTHING
    for bracket in _in_order(brackets):
        start = max(bracket.above, covered)
        end = quantity if bracket.up_to is None else min(bracket.up_to, quantity)
        if start < end:
            units = end - start
            portions.append(Portion(bracket, units, bracket.rate * units + bracket.flat))
            covered = end
    return tuple(portions)


def volume(brackets: Sequence[Bracket], quantity: Decimal) -> Portion | None:
    """Return all units at the price of the bracket they reach, or None when they reach none."""
    found = reached(brackets, quantity)
    return Portion(found, quantity, found.rate * quantity + found.flat) if found else None


def block(brackets: Sequence[Bracket], quantity: Decimal) -> Portion | None:
    """Return the one price of the bracket that the units reach, or None when they reach none."""
    found = reached(brackets, quantity)
    return Portion(found, quantity, found.flat) if found else None


def reached(brackets: Sequence[Bracket], quantity: Decimal) -> Bracket | None:
    """Return the bracket that a quantity lies in, or None."""
    return next((one for one in _in_order(brackets) if one.reaches(quantity)), None)


def holes(brackets: Sequence[Bracket]) -> tuple[tuple[Decimal, Decimal | None], ...]:
    """Return the stretches (above, up to and with) that no bracket covers; None is without end.

    >>> zero = Money(Decimal(0), "EUR")
    >>> holes([Bracket(Decimal(0), Decimal(10), zero, zero)])
    ((Decimal('10'), None),)
    """
    found: list[tuple[Decimal, Decimal | None]] = []
    covered = NOTHING
    for bracket in _in_order(brackets):
        if bracket.above > covered:
            found.append((covered, bracket.above))
        if bracket.up_to is None:
            return tuple(found)
        covered = max(covered, bracket.up_to)
    return (*found, (covered, None))


def overlaps(brackets: Sequence[Bracket]) -> tuple[tuple[Bracket, Bracket], ...]:
    """Return the pairs of brackets that both hold some quantity."""
    ordered = _in_order(brackets)
    return tuple(
        (one, other)
        for place, one in enumerate(ordered)
        for other in ordered[place + 1 :]
        if one.up_to is None or other.above < one.up_to
    )


def _in_order(brackets: Sequence[Bracket]) -> list[Bracket]:
    return sorted(brackets, key=lambda one: one.above)
