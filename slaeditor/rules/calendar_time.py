"""Calendar days, weeks, months, quarters and years: the same wall-clock time on a later date."""

from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from math import floor
from zoneinfo import ZoneInfo

from slaeditor.model.values.duration import Duration, Unit
from slaeditor.rules.instants import (
    FIRST_ORDINAL,
    HOUR,
    LAST_ORDINAL,
    MINUTE,
    SECOND,
    moment_at,
    out_of_range,
    time_of_day,
    wall_instant,
)

EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN)

FIXED_UNITS = {
    Unit.MILLISECOND: SECOND // 1000,
    Unit.SECOND: SECOND,
    Unit.MINUTE: MINUTE,
    Unit.HOUR: HOUR,
}
DAY_UNITS = {Unit.DAY: 1, Unit.WEEK: 7}
MONTH_UNITS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.BILLING_CYCLE: 1}
"""A billing cycle is taken as one month."""

_FIRST_MONTH, _LAST_MONTH = 1 * 12, 9999 * 12 + 11


def microseconds(amount: Decimal, unit_length: int) -> int:
    """Returns an amount of a unit (its length in microseconds) as the nearest microsecond."""
    return int(EXACT.to_integral_value(EXACT.multiply(amount, unit_length)))


def fixed_length(duration: Duration) -> int | None:
    """Returns microseconds of a duration in milliseconds to hours, None for any other unit."""
    length = FIXED_UNITS.get(duration.unit)
    return None if length is None else microseconds(duration.amount, length)


def service_length(duration: Duration, service_day_minutes: int) -> int:
    """Returns the open microseconds that a duration of the service clock asks for."""
    fixed = fixed_length(duration)
    return microseconds(duration.amount, service_day_minutes * MINUTE) if fixed is None else fixed


def elapsed_length(start: int, duration: Duration, zone: ZoneInfo, sign: int = 1) -> int:
    """Returns the microseconds from an instant to a duration of the calendar clock later.

    With sign -1 earlier, and the result is still positive. Whole days and longer keep the
    wall-clock time, the end of a month is clamped; a part of a unit is that part of the stretch
    between the two whole ones. Raises OutOfRange outside the years 1 to 9999.
    """
    fixed = fixed_length(duration)
    if fixed is not None:
        return fixed
    amount = sign * duration.amount
    if abs(amount) > LAST_ORDINAL:
        raise out_of_range()
    whole = floor(amount)
    part = EXACT.subtract(amount, whole)
    target = _shifted(start, whole, duration.unit, zone)
    if part:
        target += microseconds(part, _shifted(start, whole + 1, duration.unit, zone) - target)
    return max(0, sign * (target - start))


def _shifted(start: int, count: int, unit: Unit, zone: ZoneInfo) -> int:
    """Returns the instant with the same wall-clock time so many whole units away."""
    if count == 0:
        return start
    local = moment_at(start, zone)
    ordinal = local.toordinal()
    if unit in DAY_UNITS:
        target = ordinal + count * DAY_UNITS[unit]
    else:
        target = _ordinal_of_month(local.year, local.month + count * MONTH_UNITS[unit], local.day)
    if not FIRST_ORDINAL <= target <= LAST_ORDINAL:
        raise out_of_range()
    return wall_instant(zone, target, time_of_day(local))


def _ordinal_of_month(year: int, month: int, day: int) -> int:
    """Returns the ordinal of a day in a month counted from a year's January; its end is clamped."""
    months = year * 12 + month - 1
    if not _FIRST_MONTH <= months <= _LAST_MONTH:
        raise out_of_range()
    year, month = months // 12, months % 12 + 1
    return date(year, month, 1).toordinal() + min(day, monthrange(year, month)[1]) - 1
