"""Durations of different clocks made comparable: "2 service days" beside "12 clock hours".

A promise on the service clock takes a different time by the wall depending on when it starts. Three
figures describe it, all in minutes of elapsed time in a usual week, which has no holiday, pause or
clock change:

* *least*: started at the best opening, four service hours take 4 hours;
* *greatest*: started at the worst closing, they take 4 hours and the closed time in between;
* *comparable*: the mean, the open time asked for times (minutes of a week / open minutes of it).

Words such as "end of next service day" have the least and the greatest time, counted from any
moment of the week, open or closed.

Calendar days are 24 hours and weeks seven days. A month has between 28 and 31 days and in the mean
30.436875 (the Gregorian year of 365.2425 days / 12); a billing cycle is a month.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias, TypeGuard

from slaeditor.model.values.duration import Clock, Duration, Unit
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.rules.calendar_time import (
    DAY_UNITS,
    EXACT,
    FIXED_UNITS,
    MONTH_UNITS,
    service_length,
)
from slaeditor.rules.instants import DAY, MINUTE, NeverOpen
from slaeditor.rules.service_days import minute_named, relative_due
from slaeditor.rules.service_hours import DAY_MINUTES, ServiceHours, Slots, joined

WEEK_MINUTES = 7 * DAY_MINUTES
MEAN_MONTH_MINUTES = Decimal("43829.1")

Promise: TypeAlias = Duration | RelativeDue

_USUAL_MONDAY = (date(2001, 1, 1).toordinal() - 1) * DAY
_MONTHS_OF_CYCLE = 4800  # the Gregorian calendar repeats itself every 400 years


@dataclass(frozen=True, slots=True)
class ElapsedBounds:
    """The least and the greatest minutes of elapsed time that a promise may take."""

    least: Decimal
    greatest: Decimal


class Comparison(Enum):
    """How long one promise takes beside another."""

    SHORTER = "shorter"
    EQUAL = "equal"
    LONGER = "longer"
    UNDECIDED = "undecided"
    """Whichever is shorter depends on when the clock starts."""


def comparable_minutes(duration: Duration, hours: ServiceHours) -> Decimal:
    """Returns the mean minutes of elapsed time that a duration takes in a usual week.

    Raises NeverOpen for a duration of the service clock when no day of the week is open.
    """
    if duration.clock is not Clock.SERVICE:
        return _mean_calendar_minutes(duration)
    open_minutes = _open_minutes_of_week(hours)
    return _plain(EXACT.divide(service_minutes(duration, hours) * WEEK_MINUTES, open_minutes))


def service_minutes(duration: Duration, hours: ServiceHours) -> Decimal:
    """Returns the minutes of open time in a duration.

    On the service clock they are exact, a service day counting its agreed length; on the calendar
    clock they are the mean of a usual week. Raises NeverOpen when a service day has no length.
    """
    if duration.clock is Clock.SERVICE:
        day_minutes = hours.service_day_minutes if duration.unit is Unit.DAY else 0
        return _plain(EXACT.divide(Decimal(service_length(duration, day_minutes)), MINUTE))
    mean = _mean_calendar_minutes(duration)
    return _plain(EXACT.divide(mean * hours.week.minutes, WEEK_MINUTES))


def elapsed_bounds(promise: Promise, hours: ServiceHours) -> ElapsedBounds:
    """Returns the least and greatest minutes of elapsed time a promise may take in usual weeks.

    Raises NeverOpen for a promise on the service clock when no day of the week is open.
    """
    if isinstance(promise, RelativeDue):
        return _relative_bounds(promise, hours)
    return _duration_bounds(promise, hours)


def _duration_bounds(duration: Duration, hours: ServiceHours) -> ElapsedBounds:
    """Returns the bounds of a duration."""
    if duration.clock is Clock.SERVICE:
        return _service_bounds(service_minutes(duration, hours), hours)
    if duration.unit not in MONTH_UNITS:
        exact = _mean_calendar_minutes(duration)
        return ElapsedBounds(exact, exact)
    return _month_bounds(duration.amount * MONTH_UNITS[duration.unit])


def greatest_elapsed(promise: Promise, hours: ServiceHours) -> Decimal:
    """Returns the minutes of elapsed time a promise takes when it starts at the worst moment."""
    return elapsed_bounds(promise, hours).greatest


def compare(
    one: Promise, hours: ServiceHours, other: Promise, other_hours: ServiceHours
) -> Comparison:
    """Returns how long one promise takes beside another, each on its own service hours.

    On the same service hours two service durations compare by their open time. Otherwise one is
    shorter when neither its least nor its greatest elapsed time is above the other's.
    Raises NeverOpen for a promise on the service clock when no day of the week is open.
    """
    if _is_service(one) and _is_service(other) and hours == other_hours:
        left, right = service_minutes(one, hours), service_minutes(other, hours)
        return _order(ElapsedBounds(left, left), ElapsedBounds(right, right))
    return _order(elapsed_bounds(one, hours), elapsed_bounds(other, other_hours))


def _is_service(promise: Promise) -> TypeGuard[Duration]:
    """Returns whether a promise is a duration of the service clock."""
    return isinstance(promise, Duration) and promise.clock is Clock.SERVICE


def _order(one: ElapsedBounds, other: ElapsedBounds) -> Comparison:
    """Returns the order of two pairs of bounds."""
    if one == other:
        return Comparison.EQUAL
    if one.least <= other.least and one.greatest <= other.greatest:
        return Comparison.SHORTER
    if one.least >= other.least and one.greatest >= other.greatest:
        return Comparison.LONGER
    return Comparison.UNDECIDED


def _mean_calendar_minutes(duration: Duration) -> Decimal:
    """Returns the minutes of a duration of the calendar clock, months taken at their mean."""
    if duration.unit in FIXED_UNITS:
        unit = EXACT.divide(Decimal(FIXED_UNITS[duration.unit]), MINUTE)
    elif duration.unit in DAY_UNITS:
        unit = Decimal(DAY_UNITS[duration.unit] * DAY_MINUTES)
    else:
        unit = MONTH_UNITS[duration.unit] * MEAN_MONTH_MINUTES
    return _plain(EXACT.multiply(duration.amount, unit))


def _open_minutes_of_week(hours: ServiceHours) -> int:
    """Returns the open minutes of a usual week. Raises NeverOpen when there are none."""
    if not hours.week.minutes:
        raise NeverOpen(
            "No day of the week is open, so time of the service clock cannot be compared; open a "
            "day of the week or use the calendar clock."
        )
    return hours.week.minutes


def _service_bounds(need: Decimal, hours: ServiceHours) -> ElapsedBounds:
    """Returns the bounds of the elapsed minutes that so many open minutes take.

    The worst start is a closing and the best one an opening: moving a start within open time moves
    the end by as much, until one of the two meets closed time.
    """
    length = _open_minutes_of_week(hours)
    spans = joined(hours.week.spans)
    if length == WEEK_MINUTES:
        return ElapsedBounds(need, need)
    weeks = max(0, -int(-need // length) - 1)
    rest = need - weeks * length
    twice = joined((*spans, *((a + WEEK_MINUTES, b + WEEK_MINUTES) for a, b in spans)))
    thrice = joined((*twice, *((a + 2 * WEEK_MINUTES, b + 2 * WEEK_MINUTES) for a, b in spans)))
    least = min(_end_after(start, rest, thrice) - start for start, _ in twice)
    greatest = max(_end_after(end, rest, thrice) - end for _, end in twice)
    whole = weeks * WEEK_MINUTES
    return ElapsedBounds(_plain(whole + least), _plain(whole + greatest))


def _end_after(start: int, need: Decimal, spans: Slots) -> Decimal:
    """Returns the minute at which so many open minutes have passed since a minute."""
    begin = start
    for opening, closing in spans:
        if closing > start:
            begin = max(opening, start)
            if need <= closing - begin:
                break
            need -= closing - begin
    return begin + need


def _relative_bounds(due: RelativeDue, hours: ServiceHours) -> ElapsedBounds:
    """Returns the bounds of the elapsed minutes until words such as "end of next service day".

    The due moment is a step function of the start, so the extremes lie at and just before a step:
    a midnight, an opening, a closing or the time of day that the words name.
    """
    _open_minutes_of_week(hours)
    usual = ServiceHours("UTC", hours.week, {}, hours.day_minutes)
    named = [day * DAY_MINUTES + minute for day in range(7) for minute in (0, minute_named(due))]
    steps = {*named, *(edge for span in hours.week.spans for edge in span)}
    starts = [_USUAL_MONDAY + step * MINUTE - early for step in steps for early in (0, 1)]
    lengths = [relative_due(usual, start, due) - start for start in starts]
    least, greatest = Decimal(min(lengths)), Decimal(max(lengths))
    return ElapsedBounds(
        _plain(EXACT.divide(least, MINUTE).to_integral_value(ROUND_FLOOR)),
        _plain(EXACT.divide(greatest, MINUTE).to_integral_value(ROUND_CEILING)),
    )


@lru_cache(maxsize=256)
def _days_of_months(count: int) -> tuple[int, int]:
    """Returns the least and greatest number of days in so many months on end."""
    lengths = [
        monthrange(2000 + month // 12, month % 12 + 1)[1] for month in range(_MONTHS_OF_CYCLE)
    ]
    cycles, rest = divmod(count, _MONTHS_OF_CYCLE)
    totals = [0, *accumulate(lengths + lengths[:rest])]
    spans = [totals[month + rest] - totals[month] for month in range(_MONTHS_OF_CYCLE)]
    whole = cycles * totals[_MONTHS_OF_CYCLE]
    return whole + min(spans), whole + max(spans)


def _month_bounds(months: Decimal) -> ElapsedBounds:
    """Returns the bounds of the minutes of months, a part of one taken as of 28 and of 31 days."""
    whole = int(months)
    part = months - whole
    least, greatest = _days_of_months(whole)
    return ElapsedBounds(
        _plain((least + 28 * part) * DAY_MINUTES), _plain((greatest + 31 * part) * DAY_MINUTES)
    )


def _plain(number: Decimal) -> Decimal:
    """Returns a number to 28 digits, without an exponent or needless zeros."""
    rounded = +number
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()
