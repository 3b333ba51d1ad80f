"""The clock of every promise: when something is due, and how much time has passed.

Two clocks. The *service clock* runs only in the open time of the service hours; its day is a day of
the service calendar, so two service days of an 8-hour calendar are 16 hours of open time. The
*calendar clock* always runs: up to hours it counts elapsed time, from days on it keeps the
wall-clock time in the zone of the service hours (the end of a month is clamped, a skipped local
time is the moment of the change, of a repeated one the first is meant; a billing cycle is a month).
Pauses stop both clocks. All stretches are half-open; results are exact to the microsecond and stand
in the zone of the service hours. Moments without a time zone raise ClockError.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from slaeditor.model.values.duration import Clock, Duration, Unit
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.rules.calendar_time import elapsed_length, microseconds, service_length
from slaeditor.rules.instants import instant, moment_at
from slaeditor.rules.open_time import (
    after_open_time,
    before_open_time,
    is_open_at,
    open_time,
)
from slaeditor.rules.pauses import (
    Pause,
    after_unpaused,
    before_unpaused,
    paused_spans,
    unpaused_time,
)
from slaeditor.rules.service_days import relative_due
from slaeditor.rules.service_hours import ServiceHours

NO_PAUSES: tuple[Pause, ...] = ()


def add(
    hours: ServiceHours, start: datetime, duration: Duration, pauses: Sequence[Pause] = NO_PAUSES
) -> datetime:
    """Returns the moment at which a duration has passed since a start, on the duration's clock.

    On the service clock a result that falls on a closing is that closing, and a duration of zero
    leads from a closed moment to the next opening. Raises NeverOpen and OutOfRange.
    """
    begin, paused = instant(start), paused_spans(pauses)
    if duration.clock is Clock.SERVICE:
        need = _service_length(hours, duration)
        return moment_at(after_open_time(hours, begin, need, paused), hours.zone_info)
    length = elapsed_length(begin, duration, hours.zone_info)
    return moment_at(after_unpaused(begin, length, paused), hours.zone_info)


def before(
    hours: ServiceHours, moment: datetime, duration: Duration, pauses: Sequence[Pause] = NO_PAUSES
) -> datetime:
    """Returns the latest moment from which a duration passes until a moment, on its clock.

    One service hour before Monday 09:30 is Friday 16:30 when the service opens at 09:00 and closes
    at 17:00. A duration of zero leads from a closed moment to the closing before it. Raises
    NeverOpen and OutOfRange.
    """
    end, paused = instant(moment), paused_spans(pauses)
    if duration.clock is Clock.SERVICE:
        need = _service_length(hours, duration)
        return moment_at(before_open_time(hours, end, need, paused), hours.zone_info)
    length = elapsed_length(end, duration, hours.zone_info, sign=-1)
    return moment_at(before_unpaused(end, length, paused), hours.zone_info)


def due_relative(
    hours: ServiceHours, start: datetime, due: RelativeDue, pauses: Sequence[Pause] = NO_PAUSES
) -> datetime:
    """Returns the moment that words such as "end of next service day" name for a start.

    The n-th next service day is counted from the date of the start, as clients read it: from
    Saturday, the next service day is Monday. Where an agreement deems a case received at the next
    opening, pass `next_open(hours, start)`. Paused open time is added on top. Raises NeverOpen
    and OutOfRange.
    """
    begin, paused = instant(start), paused_spans(pauses)
    end = relative_due(hours, begin, due)
    unpaused = open_time(hours, begin, end, ())
    if unpaused > open_time(hours, begin, end, paused):
        end = after_open_time(hours, begin, unpaused, paused)
    return moment_at(end, hours.zone_info)


def due(
    hours: ServiceHours,
    start: datetime,
    promise: Duration | RelativeDue,
    pauses: Sequence[Pause] = NO_PAUSES,
) -> datetime:
    """Returns when a promise that starts at a moment is due. Raises NeverOpen and OutOfRange."""
    if isinstance(promise, RelativeDue):
        return due_relative(hours, start, promise, pauses)
    return add(hours, start, promise, pauses)


def between(
    hours: ServiceHours, start: datetime, end: datetime, pauses: Sequence[Pause] = NO_PAUSES
) -> timedelta:
    """Returns the open time between two moments, negative when the second is the earlier one."""
    return _between(hours, start, end, pauses, Clock.SERVICE)


def elapsed(start: datetime, end: datetime, pauses: Sequence[Pause] = NO_PAUSES) -> timedelta:
    """Returns the time outside pauses between two moments, negative when the second is earlier."""
    first, last = sorted((instant(start), instant(end)))
    length = timedelta(microseconds=unpaused_time(first, last, paused_spans(pauses)))
    return length if instant(start) == first else -length


def at_share(
    hours: ServiceHours,
    start: datetime,
    end: datetime,
    percent: Decimal,
    clock: Clock,
    pauses: Sequence[Pause] = NO_PAUSES,
) -> datetime:
    """Returns the moment at which so many percent of the time from a start to an end have passed.

    Time is counted on the clock given, outside pauses. 0 is the start of counting, 100 the end (or,
    when that lies in closed time, the closing before it), more than 100 lies after it.
    Raises NeverOpen and OutOfRange.
    """
    whole = _between(hours, start, end, pauses, clock) // timedelta(microseconds=1)
    need = microseconds(percent, whole) // 100 if percent >= 0 else 0
    begin, paused = instant(start), paused_spans(pauses)
    if clock is Clock.SERVICE:
        return moment_at(after_open_time(hours, begin, need, paused), hours.zone_info)
    return moment_at(after_unpaused(begin, need, paused), hours.zone_info)


def next_open(
    hours: ServiceHours, moment: datetime, pauses: Sequence[Pause] = NO_PAUSES
) -> datetime:
    """Returns a moment itself while the service is open, otherwise the next opening.

    Raises NeverOpen and OutOfRange.
    """
    found = after_open_time(hours, instant(moment), 0, paused_spans(pauses))
    return moment_at(found, hours.zone_info)


def is_open(hours: ServiceHours, moment: datetime) -> bool:
    """Returns whether the service is open: at an opening it is, at a closing it is not."""
    return is_open_at(hours, instant(moment), ())


def _between(
    hours: ServiceHours,
    start: datetime,
    end: datetime,
    pauses: Sequence[Pause],
    clock: Clock,
) -> timedelta:
    """Returns the time between two moments on a clock, negative when the second is earlier."""
    if clock is Clock.CALENDAR:
        return elapsed(start, end, pauses)
    first, last = sorted((instant(start), instant(end)))
    length = timedelta(microseconds=open_time(hours, first, last, paused_spans(pauses)))
    return length if instant(start) == first else -length


def _service_length(hours: ServiceHours, duration: Duration) -> int:
    """Returns the open microseconds of a duration of the service clock."""
    day_minutes = hours.service_day_minutes if duration.unit is Unit.DAY else 0
    return service_length(duration, day_minutes)
