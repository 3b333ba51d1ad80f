"""What the same order costs at each level, brought to the same cycles so that they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.numbers import EXACT
from slaeditor.model.values.period import Period
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import NotPriceable, Order, Quote

A_YEAR: Final[Mapping[Period, Decimal]] = {
    Period.DAY: Decimal(365),
    Period.WEEK: Decimal(52),
    Period.MONTH: Decimal(12),
    Period.BILLING_CYCLE: Decimal(12),
    Period.QUARTER: Decimal(4),
    Period.YEAR: Decimal(1),
}
"""How often each period comes in a year."""


@dataclass(frozen=True, slots=True)
class LevelPrice:
    """What a level costs: its quote, or the sentence why none can be made."""

    level: ServiceLevel
    quote: Quote | None = None
    trouble: str = ""

    @property
    def a_year(self) -> Money | None:
        """What recurs, for a year; None where it is in several currencies or as used only."""
        return yearly(self.quote) if self.quote is not None else None

    @property
    def a_month(self) -> Money | None:
        """The twelfth part of a year, in whole minor units."""
        year = self.a_year
        return _part(year, 12).rounded() if year is not None else None

    @property
    def once(self) -> Money | None:
        """What is owed a single time; None where nothing is, or in several currencies."""
        amounts = self.quote.once if self.quote is not None else ()
        return amounts[0] if len(amounts) == 1 else None


def yearly(found: Quote) -> Money | None:
    """Return what recurs in a quote for a year, in whole minor units; None where none can be."""
    sums = [
        one.money * A_YEAR[one.period]
        for one in found.recurring
        if one.period is not None and one.period in A_YEAR
    ]
    if not sums or len({one.currency for one in sums}) > 1:
        return None
    total = Money(sum((one.amount for one in sums), Decimal(0)), sums[0].currency)
    return total.rounded()


def level_price(project: Project, level: ServiceLevel, order: Order) -> LevelPrice:
    """Return what an order costs at a level."""
    try:
        return LevelPrice(level, quote(project, level, order))
    except NotPriceable as trouble:
        return LevelPrice(level, trouble=trouble.sentence)


def _part(money: Money, count: int) -> Money:
    return Money(EXACT.divide(money.amount, Decimal(count)), money.currency)
