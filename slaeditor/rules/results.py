"""A measured result beside what was promised: the number that counts, and whether it is met."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.promises import Better, Measure
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.target_value import Amount, Comparison, RelativeDue, TargetValue

_AT_LEAST = {Comparison.AT_LEAST, Comparison.MORE_THAN}


def number_of(amount: Amount | RelativeDue | None) -> Decimal | None:
    """Return the number of a limit in its own unit; None for a moment of a day."""
    if isinstance(amount, Percentage):
        return amount.value
    return amount.amount if isinstance(amount, Duration | Quantity) else None


def threshold(value: TargetValue | None) -> Decimal | None:
    """Return the number that the result of a period is held against.

    Of "95 % within 4 h" it is 95: the result is the share of cases that were in time.

    >>> threshold(TargetValue.parse("95 % within 4 h")), threshold(TargetValue.parse("99.95 %"))
    (Decimal('95'), Decimal('99.95'))
    """
    if value is None or not value.is_value:
        return None
    return value.share.value if value.share else number_of(value.limit)


def is_met(value: TargetValue | None, result: Decimal) -> bool | None:
    """Return whether a result keeps a promise; None where the promise has no number.

    >>> is_met(TargetValue.parse("99.9 %"), Decimal("99.89"))
    False
    """
    limit = threshold(value)
    if value is None or limit is None:
        return None
    if value.share:
        return result >= limit
    return _holds(value, result, limit)


def _holds(value: TargetValue, result: Decimal, limit: Decimal) -> bool:
    if value.comparison is Comparison.EXACTLY and value.upper:
        return (number_of(value.amount) or limit) <= result <= limit
    return {
        Comparison.AT_LEAST: result >= limit,
        Comparison.MORE_THAN: result > limit,
        Comparison.LESS_THAN: result < limit,
        Comparison.EXACTLY: result == limit,
    }.get(value.comparison or Comparison.WITHIN, result <= limit)


def higher_is_better(measure: Measure, value: TargetValue | None) -> bool:
    """Return whether a greater result is a better one.

    A share of cases and a promise of at least so much say it themselves; otherwise the measure.
    """
    if value is not None and (value.share or value.comparison in _AT_LEAST):
        return True
    if value is not None and value.duration is not None:
        return False
    return measure.better is Better.HIGHER


def unit_of(measure: Measure, value: TargetValue | None) -> str:
    """Return the unit of a measure's results: "%", a unit of time, what is counted, or nothing."""
    if value is not None and (value.share or value.percentage):
        return "%"
    if value is not None and value.duration is not None:
        return str(value.duration.unit)
    if value is not None and value.quantity is not None:
        return value.quantity.unit
    return measure.unit


def with_unit(number: Decimal, unit: str) -> str:
    """Return a number with its unit.

    >>> with_unit(Decimal("99.950"), "%")
    '99.95 %'
    """
    return f"{numbers.words(number)} {unit}".strip()
