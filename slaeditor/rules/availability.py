"""What a share of time or of cases leaves over: minutes of downtime, cases that may be late.

A mean month is 730 hours, as agreements count it: a year of 365 days / 12. All other periods are
whole days of 24 hours.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from math import ceil
from typing import Final

from slaeditor.model.promises import Period
from slaeditor.model.values.numbers import EXACT, exact
from slaeditor.model.values.percentage import Percentage

MEAN_MONTH_MINUTES: Final = Decimal(730 * 60)
_DAY: Final = Decimal(24 * 60)
MINUTES: Final = {
    Period.DAY: _DAY,
    Period.WEEK: 7 * _DAY,
    Period.MONTH: MEAN_MONTH_MINUTES,
    Period.BILLING_CYCLE: MEAN_MONTH_MINUTES,
    Period.QUARTER: 3 * MEAN_MONTH_MINUTES,
    Period.YEAR: 365 * _DAY,
}
"""Minutes of each period; a rolling period has the length that its target states."""


def days(count: int) -> Decimal:
    """Return the minutes of so many days, a month of 28 days being 40,320."""
    return count * _DAY


def downtime(available: Percentage, minutes: Decimal = MEAN_MONTH_MINUTES) -> Decimal:
    """Return the minutes that a period may be out of order; all of them, exactly.

    >>> downtime(Percentage.parse("99.95 %"))
    Decimal('21.9')
    """
    out = EXACT.subtract(Decimal(1), available.fraction)
    return exact(EXACT.multiply(minutes, max(out, Decimal(0))))


def misses_allowed(share: Percentage, cases: Decimal) -> int:
    """Return how many cases may be late without missing the share.

    >>> misses_allowed(Percentage.parse("95 %"), Decimal(8))
    0
    """
    late = EXACT.multiply(cases, EXACT.subtract(Decimal(1), share.fraction))
    return max(0, int(late.to_integral_value(ROUND_FLOOR)))


def least_cases(share: Percentage) -> int | None:
    """Return from how many cases on one may be late; None when none ever may.

    >>> least_cases(Percentage.parse("95 %"))
    20
    """
    late = EXACT.subtract(Decimal(1), share.fraction)
    return ceil(EXACT.divide(Decimal(1), late)) if late > 0 else None
