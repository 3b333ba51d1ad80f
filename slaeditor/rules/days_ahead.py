"""What the days of a calendar look like: open hours, holidays, exceptions, changes of the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from slaeditor.model.calendars import Calendar, CalendarException
from slaeditor.model.project import Project
from slaeditor.model.values.times import time_words
from slaeditor.rules.calendars import holidays, service_hours
from slaeditor.rules.instants import MINUTE, ClockError, offset_at_midnight
from slaeditor.rules.schedule import next_open
from slaeditor.rules.service_hours import ServiceHours, Slots


class DayKind(StrEnum):
    """Why a day has the hours it has."""

    USUAL = "usual"
    HOLIDAY = "holiday"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Day:
    """A date with its open minutes, why they are others than usual, and how far the clock jumps.

    `clock` is in minutes: 60 where the clock is put forward, -60 where it is put back.
    """

    on: date
    slots: Slots
    kind: DayKind = DayKind.USUAL
    name: str = ""
    clock: int = 0

    @property
    def hours(self) -> str:
        """The open hours in words.

        >>> Day(date(2026, 1, 1), ((540, 720), (780, 1020))).hours
        '09:00–12:00 and 13:00–17:00'
        """
        told = [f"{time_words(start)}–{time_words(end)}" for start, end in self.slots]
        return " and ".join(told) or "closed"


def days_ahead(project: Project, calendar: Calendar, first: date, count: int = 7) -> list[Day]:
    """Return the days of a calendar from a date on; none that lie outside the years 1 to 9999."""
    hours = service_hours(project, calendar)
    named = named_days(project, calendar)
    last = min(first.toordinal() + count, date.max.toordinal())
    return [_day(hours, named, ordinal) for ordinal in range(first.toordinal(), last)]


def named_days(project: Project, calendar: Calendar) -> dict[date, tuple[DayKind, str]]:
    """Return the dates on which a calendar differs from its week, with the reason."""
    found = {row.on: (DayKind.HOLIDAY, row.name) for row in holidays(project, calendar) if row.on}
    for row in project.calendar_exceptions.where("calendar", calendar.id):
        found |= dict.fromkeys(_dates(row), (DayKind.EXCEPTION, row.name))
    return found


def clock_change(hours: ServiceHours, on: date) -> int:
    """Return by how many minutes the clock is put forward on a date, 0 on nearly all."""
    before = offset_at_midnight(hours.zone_info, on.toordinal())
    return (offset_at_midnight(hours.zone_info, on.toordinal() + 1) - before) // MINUTE


def now_in_words(hours: ServiceHours, moment: datetime) -> str:
    """Return whether it is open at a moment and when it opens or closes next, in a sentence."""
    here = moment.astimezone(hours.zone_info)
    time = f"{here:%H:%M} in {hours.zone.replace('_', ' ')}"
    try:
        opens = next_open(hours, here)
    except ClockError:
        return f"Closed now; it is {time}, and these hours never open."
    if opens == here:
        return f"Open now; it is {time}."
    return f"Closed now; it is {time}, open again on {opens:%A %d %B at %H:%M}."


def _day(hours: ServiceHours, named: dict[date, tuple[DayKind, str]], ordinal: int) -> Day:
    on = date.fromordinal(ordinal)
    kind, name = named.get(on, (DayKind.USUAL, ""))
    return Day(on, hours.slots(ordinal), kind, name, clock_change(hours, on))


def _dates(row: CalendarException) -> list[date]:
    """The dates of an exception, at most those of a year."""
    if row.first_day is None:
        return []
    last = row.last_day or row.first_day
    count = min((last - row.first_day).days + 1, 366)
    return [row.first_day + timedelta(days=step) for step in range(count)]
