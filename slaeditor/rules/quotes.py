"""What is asked of the price list and what it answers, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from slaeditor.model.values.money import Money
from slaeditor.model.values.numbers import EXACT
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.period import Period


class NotPriceable(ValueError):
    """A price cannot be told; `sentence` says what is missing and what to give."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants to buy.

    `quantity` counts the plan's units, `amount` is what a percentage is taken of. `client`,
    `service` and `plan` are ids or empty; `add_ons` are ids of levels. `part_of_period` is the
    part of one billing period that is used. `used` says by the name of an allowance how much of it
    was used in its period.
    """

    quantity: Decimal | None = None
    amount: Money | None = None
    on: date | None = None
    part_of_period: Fraction | None = None
    client: str = ""
    service: str = ""
    plan: str = ""
    add_ons: tuple[str, ...] = ()
    used: Mapping[str, Decimal] = field(default_factory=dict)
    discount: Percentage | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One step of a price in words; without money it is a remark.

    `period` is what the money is owed for: `Period.ONCE` a single time, None as used.
    """

    words: str
    money: Money | None = None
    period: Period | None = None
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """What is owed for a period, in whole minor units."""

    period: Period | None
    money: Money


@dataclass(frozen=True, slots=True)
class Quote:
    """A price step by step; the lines of a period add up to its total exactly.

    `remarks` say what else whoever quotes has to know. `is_open` says that a part of the price is
    quoted on request, so that the totals are not the whole.
    """

    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()
    is_open: bool = False

    @property
    def totals(self) -> tuple[Total, ...]:
        """What is owed for each period, in the order of the lines."""
        return totals_of(self.lines)

    @property
    def once(self) -> tuple[Money, ...]:
        """What is owed a single time, one amount for each currency."""
        return tuple(one.money for one in self.totals if one.period is Period.ONCE)

    @property
    def recurring(self) -> tuple[Total, ...]:
        """What is owed again and again or as used."""
        return tuple(one for one in self.totals if one.period is not Period.ONCE)


def totals_of(lines: tuple[Line, ...]) -> tuple[Total, ...]:
    """Return the sum of the lines for each period and currency."""
    sums: dict[tuple[Period | None, str], Money] = {}
    for line in lines:
        if line.money is not None:
            key = (line.period, line.money.currency)
            sums[key] = sums[key] + line.money if key in sums else line.money
    return tuple(Total(period, money) for (period, _), money in sums.items())


def rounding_lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return a line for each total that is not in whole minor units: what rounding adds to it.

    This is the one place where a price is rounded: the total, half a minor unit away from zero.
    """
    return tuple(
        Line(
            f"Rounded to the smallest unit of {total.money.currency}",
            total.money.rounded() - total.money,
            total.period,
        )
        for total in totals_of(lines)
        if total.money != total.money.rounded()
    )


def part_of(money: Money, part: Fraction) -> Money:
    """Return a part of an amount, to more digits than any rounding needs.

    >>> str(part_of(Money.parse("100 USD"), Fraction(1, 2)))
    '50.00 USD'
    """
    amount = EXACT.divide(EXACT.multiply(money.amount, part.numerator), Decimal(part.denominator))
    return Money(amount, money.currency)
