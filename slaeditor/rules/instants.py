"""Exact moments: whole microseconds since the start of year 1 in UTC, and the way to local time.

Integers compare and add exactly and do not know of clock changes; all arithmetic of the service
clock is done with them. Local ("wall") time becomes an instant in one place, `wall_instant`.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY

FIRST_ORDINAL = 1
LAST_ORDINAL = date.max.toordinal()
LAST_INSTANT = LAST_ORDINAL * DAY - 1

_EPOCH = datetime(1, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_ONE = timedelta(microseconds=1)
_NO_OFFSET = timedelta(0)


class ClockError(ValueError):
    """Time cannot be told; `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class OutOfRange(ClockError):
    """A moment lies outside the years 1 to 9999."""


class NeverOpen(ClockError):
    """The service hours hold too little open time for what was asked."""


class UnknownZone(ClockError):
    """A name is no time zone of the IANA database."""


def out_of_range() -> OutOfRange:
    """Returns the error of a moment outside the years that can be told."""
    return OutOfRange(
        "The moment lies outside the years 1 to 9999; choose a shorter time or another start."
    )


@lru_cache(maxsize=256)
def zone_named(key: str) -> ZoneInfo:
    """Returns the time zone with an IANA name such as "Europe/Berlin".

    Raises UnknownZone for any other words.
    """
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(
            f"“{key}” is not a time zone; choose one such as “Europe/Berlin” or “UTC”."
        ) from None


def instant(moment: datetime) -> int:
    """Returns a moment that knows its time zone as an instant.

    Raises ClockError for a moment without a time zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ClockError(
            f"{moment.isoformat(' ')} has no time zone; say in which zone it is meant."
        )
    return (moment.replace(tzinfo=None) - _EPOCH - offset) // _ONE


def moment_at(instant_: int, zone: ZoneInfo) -> datetime:
    """Returns an instant as local time of a zone. Raises OutOfRange outside the years 1 to 9999."""
    try:
        return utc_moment(instant_).astimezone(zone)
    except OverflowError:
        raise out_of_range() from None


def utc_moment(instant_: int) -> datetime:
    """Returns an instant in UTC. Raises OutOfRange outside the years 1 to 9999."""
    if not 0 <= instant_ <= LAST_INSTANT:
        raise out_of_range()
    return (_EPOCH + timedelta(microseconds=instant_)).replace(tzinfo=UTC)


def local_ordinal(instant_: int, zone: ZoneInfo) -> int:
    """Returns the ordinal of the local date of an instant (1 is 1 January of year 1)."""
    return moment_at(instant_, zone).toordinal()


def time_of_day(moment: datetime) -> int:
    """Returns the microseconds since midnight that the clock shows at a moment."""
    seconds = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return seconds * SECOND + moment.microsecond


def offset_at_midnight(zone: ZoneInfo, ordinal: int) -> int:
    """Returns microseconds ahead of UTC at the first midnight of a local date."""
    return _offset(zone, datetime.fromordinal(min(ordinal, LAST_ORDINAL)))


@lru_cache(maxsize=16_384)
def is_steady(zone: ZoneInfo, first: int, last: int) -> bool:
    """Returns whether the offset from UTC is the same at the midnights of two dates and between."""
    offset = zone.utcoffset(datetime.fromordinal(first))
    dates = range(first + 1, last + 1)
    return all(zone.utcoffset(datetime.fromordinal(day)) == offset for day in dates)


def wall_instant(zone: ZoneInfo, ordinal: int, shown: int) -> int:
    """Returns the instant at which the local clock shows a time (microseconds) of a date.

    Of a time that comes twice the first is meant; a time that is skipped is the moment of the
    change. So later wall times never come earlier. Raises OutOfRange outside the years 1 to 9999.
    """
    wall = (ordinal - 1) * DAY + shown
    if not 0 <= wall <= LAST_INSTANT:
        raise out_of_range()
    naive = _EPOCH + timedelta(microseconds=wall)
    before, after = _offset(zone, naive), _offset(zone, naive.replace(fold=1))
    if before >= after:
        return wall - before
    return _change(zone, wall - after, wall - before)


def _offset(zone: ZoneInfo, naive: datetime) -> int:
    """Returns microseconds ahead of UTC of a wall time."""
    offset = zone.utcoffset(naive) or _NO_OFFSET
    return (offset.days * 86_400 + offset.seconds) * SECOND


def _change(zone: ZoneInfo, before: int, after: int) -> int:
    """Returns the first whole second in (before, after] at which the later offset holds."""
    old = moment_at(before, zone).utcoffset()
    low, high = before // SECOND, after // SECOND
    while high - low > 1:
        middle = (low + high) // 2
        if moment_at(middle * SECOND, zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return high * SECOND
