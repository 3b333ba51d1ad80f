"""When the service clock runs: a usual week in a time zone, and the days that differ from it.

Stretches of time are half-open: a service that closes at 17:00 is open until 16:59:59.999999.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from slaeditor.model.values.week import Week
from slaeditor.rules.instants import (
    DAY,
    FIRST_ORDINAL,
    LAST_ORDINAL,
    MINUTE,
    ClockError,
    NeverOpen,
    local_ordinal,
    offset_at_midnight,
    wall_instant,
    zone_named,
)

DAY_MINUTES = 1440

Slots = tuple[tuple[int, int], ...]
Span = tuple[int, int]


def joined(slots: Iterable[tuple[int, int]]) -> Slots:
    """Returns stretches in order; those that touch or overlap are one, empty ones left out.

    >>> joined([(600, 700), (540, 600), (800, 800)])
    ((540, 700),)
    """
    union: list[tuple[int, int]] = []
    for start, end in sorted(slot for slot in slots if slot[0] < slot[1]):
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(end, union[-1][1]))
        else:
            union.append((start, end))
    return tuple(union)


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """The hours in which the service clock runs.

    `zone` is an IANA name. `exceptions` gives for a local date the open minutes of that day, which
    replace those of the week; an empty tuple is a closed day. `day_minutes` is the length of one
    "service day" in minutes of open time; None means the usual open day of the week.
    Raises UnknownZone, and ClockError for minutes outside 0 to 1440.
    """

    zone: str
    week: Week
    exceptions: Mapping[date, Slots] = field(default_factory=dict, hash=False)
    day_minutes: int | None = None
    _weekdays: tuple[Slots, ...] = field(init=False, repr=False, compare=False)
    _days: Mapping[int, Slots] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        zone_named(self.zone)
        if self.day_minutes is not None and self.day_minutes <= 0:
            raise ClockError("The length of a service day must be more than 0 minutes.")
        for day, slots in self.exceptions.items():
            _check_slots(day, slots)
        weekdays = tuple(joined(self.week.day(weekday)) for weekday in range(1, 8))
        days = {day.toordinal(): joined(slots) for day, slots in sorted(self.exceptions.items())}
        object.__setattr__(self, "_weekdays", weekdays)
        object.__setattr__(self, "_days", days)

    @property
    def zone_info(self) -> ZoneInfo:
        """The rules of the time zone."""
        return zone_named(self.zone)

    @property
    def week_length(self) -> int:
        """The open time of a usual week, in microseconds."""
        return self.week.minutes * MINUTE

    @property
    def service_day_minutes(self) -> int:
        """The minutes of one service day. Raises NeverOpen when the week has no open day."""
        minutes = self.day_minutes or self.week.usual_day_minutes
        if not minutes:
            raise NeverOpen(
                "A service day has no length, because the week of the service hours has no open "
                "day; open a day of the week or state how long a service day is."
            )
        return minutes

    def slots(self, ordinal: int) -> Slots:
        """Returns the open minutes of a local date, in order."""
        special = self._days.get(ordinal)
        return self._weekdays[(ordinal - 1) % 7] if special is None else special

    def has_exception(self, first: int, last: int) -> bool:
        """Returns whether any date from the first to the last ordinal has an exception."""
        days = self._days
        return bool(days) and any(ordinal in days for ordinal in range(first, last + 1))

    def exceptional_minutes(self) -> int:
        """Returns the open minutes of all exceptions together."""
        return sum(end - start for slots in self._days.values() for start, end in slots)

    def dates_from(self, ordinal: int) -> Iterable[int]:
        """Returns the ordinals, from one onwards, of the dates that may be open."""
        if self.week.is_never:
            return [day for day in self._days if day >= ordinal]
        return range(max(ordinal, FIRST_ORDINAL), LAST_ORDINAL + 1)

    def dates_until(self, ordinal: int) -> Iterable[int]:
        """Returns the ordinals, from one backwards, of the dates that may be open."""
        if self.week.is_never:
            return [day for day in reversed(list(self._days)) if day <= ordinal]
        return range(min(ordinal, LAST_ORDINAL), FIRST_ORDINAL - 1, -1)

    def day_spans(self, ordinal: int) -> list[Span]:
        """Returns the open stretches of a local date as instants, in order."""
        slots = self.slots(ordinal)
        if not slots:
            return []
        zone = self.zone_info
        offset = offset_at_midnight(zone, ordinal)
        if offset != offset_at_midnight(zone, ordinal + 1):
            return _spans_of_a_changing_day(zone, ordinal, slots)
        midnight = (ordinal - 1) * DAY - offset
        return [(midnight + start * MINUTE, midnight + end * MINUTE) for start, end in slots]

    def spans_from(self, start: int) -> Iterator[Span]:
        """Yields the open stretches after an instant, the first cut to it, to the end of time."""
        for ordinal in self.dates_from(local_ordinal(start, self.zone_info) - 1):
            for opening, closing in self.day_spans(ordinal):
                if closing > start:
                    yield max(opening, start), closing

    def spans_until(self, end: int) -> Iterator[Span]:
        """Yields the open stretches before an instant, latest first, the first cut to it."""
        for ordinal in self.dates_until(local_ordinal(end, self.zone_info) + 1):
            for opening, closing in reversed(self.day_spans(ordinal)):
                if opening < end:
                    yield opening, min(closing, end)


def _check_slots(day: date, slots: Slots) -> None:
    """Raises ClockError unless every stretch lies in the day and ends after it starts."""
    if any(not 0 <= start < end <= DAY_MINUTES for start, end in slots):
        raise ClockError(
            f"The open hours of {day.isoformat()} must lie between 00:00 and 24:00 and end after "
            "they start; correct the exception of that day."
        )


def _spans_of_a_changing_day(zone: ZoneInfo, ordinal: int, slots: Slots) -> list[Span]:
    """Returns the open stretches of a date on which the local clock is changed."""
    spans = (
        (wall_instant(zone, ordinal, start * MINUTE), wall_instant(zone, ordinal, end * MINUTE))
        for start, end in slots
    )
    return [(start, end) for start, end in spans if start < end]
