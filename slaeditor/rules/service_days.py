"""Service days: the dates on which the service is open, where each starts and where it ends.

A shift that crosses midnight belongs to the date on which it opens, as long as it is no longer
than a day; a longer block, such as one from Sunday to Friday, is divided at each midnight.
"""

from dataclasses import dataclass
from itertools import islice

from slaeditor.model.values.relative_due import END, SAME_TIME, START, RelativeDue
from slaeditor.model.values.times import minutes_of
from slaeditor.rules.instants import (
    MINUTE,
    NeverOpen,
    moment_at,
    out_of_range,
    time_of_day,
    wall_instant,
)
from slaeditor.rules.service_hours import DAY_MINUTES, ServiceHours, Slots


@dataclass(frozen=True, slots=True)
class ServiceDay:
    """One service day: its date as an ordinal, and its opening and closing.

    Both are minutes after the date's midnight; the closing may lie after the next midnight.
    """

    ordinal: int
    opening: int
    closing: int


def service_day(hours: ServiceHours, ordinal: int) -> ServiceDay | None:
    """Returns the service day of a date, or None when the service does not open on it."""
    slots = hours.slots(ordinal)
    if slots and _crosses(hours.slots(ordinal - 1), slots):
        slots = slots[1:]
    if not slots:
        return None
    following = hours.slots(ordinal + 1)
    closing = slots[-1][1]
    if _crosses(slots, following):
        closing = DAY_MINUTES + following[0][1]
    return ServiceDay(ordinal, slots[0][0], closing)


def _crosses(evening: Slots, morning: Slots) -> bool:
    """Returns whether the last stretch of a date goes on as the first one of the next."""
    if not evening or not morning or evening[-1][1] != DAY_MINUTES or morning[0][0] != 0:
        return False
    return DAY_MINUTES - evening[-1][0] + morning[0][1] <= DAY_MINUTES


def relative_due(hours: ServiceHours, start: int, due: RelativeDue) -> int:
    """Returns the instant that words such as "by 12:00 next service day" name for a start.

    Day 0 is the service day that the start falls on; when its time has come by then, or the
    date is closed, the first service day after it. Day n is the n-th service day after the date
    of the start, whether or not the service is open at the start. "same time" is moved into
    the service day where it would lie outside. Raises NeverOpen and OutOfRange.
    """
    current = _current_ordinal(hours, start)
    if due.days == 0:
        today = service_day(hours, current)
        if today is not None:
            result = _moment_of(hours, today, due.at, start)
            if result > start:
                return result
    found = _following_service_day(hours, current, max(due.days, 1))
    return _moment_of(hours, found, due.at, start)


def _current_ordinal(hours: ServiceHours, start: int) -> int:
    """Returns the date that an instant belongs to, the day before in a shift over midnight."""
    local = moment_at(start, hours.zone_info)
    ordinal = local.toordinal()
    evening = service_day(hours, ordinal - 1) if ordinal > 1 else None
    minute = DAY_MINUTES + local.hour * 60 + local.minute
    return ordinal - 1 if evening is not None and minute < evening.closing else ordinal


def _following_service_day(hours: ServiceHours, ordinal: int, count: int) -> ServiceDay:
    """Returns the n-th service day after a date."""
    dates = hours.dates_from(ordinal + 1)
    days = (day for day in (service_day(hours, date) for date in dates) if day is not None)
    found = next(islice(days, count - 1, None), None)
    if found is not None:
        return found
    if hours.week.is_never:
        raise NeverOpen(
            "The service hours have too few open days for this promise, because no day of the week "
            "is open; open a day of the week or choose other service hours."
        )
    raise out_of_range()


def _moment_of(hours: ServiceHours, day: ServiceDay, at: str, start: int) -> int:
    """Returns the instant of "start", "end", "same time" or a time such as "12:00" of a day."""
    zone = hours.zone_info
    if at == SAME_TIME:
        minute, rest = divmod(time_of_day(moment_at(start, zone)), MINUTE)
        minute = _in_shift(day, minute)
        inside = min(max(minute * MINUTE + rest, day.opening * MINUTE), day.closing * MINUTE)
    elif at in {START, END}:
        inside = (day.opening if at == START else day.closing) * MINUTE
    else:
        inside = _in_shift(day, minutes_of(at)) * MINUTE
    return wall_instant(zone, day.ordinal, inside)


def _in_shift(day: ServiceDay, minute: int) -> int:
    """Returns a minute of the day, moved after midnight when only there the shift contains it."""
    later = minute + DAY_MINUTES
    return later if minute < day.opening and later <= day.closing else minute


def minute_named(due: RelativeDue) -> int:
    """Returns the minutes after midnight that words such as "by 12:00" name, 0 without a time."""
    return minutes_of(due.at) if ":" in due.at else 0
