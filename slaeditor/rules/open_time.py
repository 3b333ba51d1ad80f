"""Walking through open time: from an instant forwards, backwards, and how much lies between two.

Weeks without exceptions, pauses and clock changes are passed in one stride, so that a promise of
thousands of service days is found at once.
"""

from slaeditor.rules.instants import (
    HOUR,
    LAST_INSTANT,
    LAST_ORDINAL,
    MINUTE,
    WEEK,
    NeverOpen,
    OutOfRange,
    is_steady,
    local_ordinal,
    out_of_range,
    utc_moment,
)
from slaeditor.rules.pauses import without_pauses, without_pauses_backwards
from slaeditor.rules.service_hours import ServiceHours, Slots

_LONGEST_GAIN_OF_A_WEEK = 3 * HOUR  # a repeated hour within open hours, generously


def after_open_time(hours: ServiceHours, start: int, need: int, paused: Slots) -> int:
    """Returns the instant at which so many open microseconds have passed since a start.

    An end that falls on a closing is the closing; no time at all leads to the next opening when
    closed. Raises NeverOpen when the hours hold too little, OutOfRange after the year 9999.
    """
    _check_reach(hours, need, LAST_INSTANT - start)
    position, left = _stride_forwards(hours, start, need, paused)
    for opening, closing in without_pauses(hours.spans_from(position), paused):
        if left <= closing - opening:
            return opening + left
        left -= closing - opening
    raise _too_little(hours, start, "after")


def before_open_time(hours: ServiceHours, end: int, need: int, paused: Slots) -> int:
    """Returns the latest instant from which so many open microseconds pass until an end.

    No time at all leads to the previous closing when closed. Raises NeverOpen when the hours hold
    too little, OutOfRange before the year 1.
    """
    if need == 0 and is_open_at(hours, end, paused):
        return end
    _check_reach(hours, need, end)
    position, left = _stride_backwards(hours, end, need, paused)
    for opening, closing in without_pauses_backwards(hours.spans_until(position), paused):
        if left <= closing - opening:
            return closing - left
        left -= closing - opening
    raise _too_little(hours, end, "before")


def open_time(hours: ServiceHours, start: int, end: int, paused: Slots) -> int:
    """Returns the open microseconds between two instants, the first not after the second."""
    total = 0
    while end - start > WEEK and not hours.week.is_never:
        total += _open_time_of_week(hours, start, paused)
        start += WEEK
    return total + _measured(hours, start, end, paused)


def is_open_at(hours: ServiceHours, position: int, paused: Slots) -> bool:
    """Returns whether the clock runs at an instant; at an opening it does, at a closing not."""
    return _measured(hours, position, position + 1, paused) > 0


def _stride_forwards(hours: ServiceHours, start: int, need: int, paused: Slots) -> tuple[int, int]:
    """Returns an instant by whole weeks nearer, and the open time still needed from there."""
    while not hours.week.is_never and start + WEEK <= LAST_INSTANT:
        length = _open_time_of_week(hours, start, paused)
        if need <= length:
            break
        start, need = start + WEEK, need - length
    return start, need


def _stride_backwards(hours: ServiceHours, end: int, need: int, paused: Slots) -> tuple[int, int]:
    """Returns an instant by whole weeks earlier, and the open time still needed from there."""
    while not hours.week.is_never and end >= WEEK:
        length = _open_time_of_week(hours, end - WEEK, paused)
        if need <= length:
            break
        end, need = end - WEEK, need - length
    return end, need


def _open_time_of_week(hours: ServiceHours, start: int, paused: Slots) -> int:
    """Returns the open microseconds of the seven times 24 hours after an instant."""
    if _is_usual_week(hours, start, paused):
        return hours.week_length
    return _measured(hours, start, start + WEEK, paused)


def _is_usual_week(hours: ServiceHours, start: int, paused: Slots) -> bool:
    """Returns whether no exception, pause or clock change touches the week after an instant."""
    zone = hours.zone_info
    first = local_ordinal(start, zone)
    last = first + 8
    if last > LAST_ORDINAL or hours.has_exception(first, last):
        return False
    if any(begin < start + WEEK and end > start for begin, end in paused):
        return False
    return is_steady(zone, first, last)


def _measured(hours: ServiceHours, start: int, end: int, paused: Slots) -> int:
    """Returns the open microseconds between two instants, stretch by stretch."""
    total = 0
    for opening, closing in without_pauses(hours.spans_from(start), paused):
        if opening >= end:
            break
        total += min(closing, end) - opening
    return total


def _check_reach(hours: ServiceHours, need: int, elapsed: int) -> None:
    """Raises OutOfRange at once when so much open time cannot lie in an elapsed time."""
    weeks = elapsed // WEEK + 2
    most = weeks * (hours.week_length + _LONGEST_GAIN_OF_A_WEEK)
    if need > most + hours.exceptional_minutes() * MINUTE and not hours.week.is_never:
        raise out_of_range()


def _too_little(hours: ServiceHours, position: int, side: str) -> OutOfRange | NeverOpen:
    """Returns the error of a search that came to the end of all open time."""
    if not hours.week.is_never:
        return out_of_range()
    moment = utc_moment(position).astimezone(hours.zone_info)
    return NeverOpen(
        f"The service hours hold too little open time {side} {moment:%Y-%m-%d %H:%M}, because no "
        "day of the week is open; open a day of the week or choose other service hours."
    )
