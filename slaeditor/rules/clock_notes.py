"""What a case meets on its way through the calendar: holidays, exceptions, changes of the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.calendars import Calendar
from slaeditor.model.project import Project
from slaeditor.rules.calendars import calendar_for, service_hours
from slaeditor.rules.days_ahead import Day, DayKind, days_ahead
from slaeditor.rules.explanation import Explanation

FARTHEST = 400
"""Days of a case that are looked through."""


def calendars_of(project: Project, found: Explanation) -> tuple[Calendar, ...]:
    """Return the calendars by which a case is counted; that of its level where nothing is due."""
    counted = [one.calendar for one in found.due_times if one.due is not None]
    wanted = counted or [calendar_for(project, level=found.level)]
    return tuple({one.id: one for one in wanted if one is not None}.values())


def last_day(found: Explanation) -> date:
    """Return the date of the last thing that happens in a case."""
    moments = [one.due for one in found.due_times] + [one.at for one in found.firings]
    return max((one.date() for one in moments if one is not None), default=found.start.date())


def notes(project: Project, found: Explanation) -> tuple[str, ...]:
    """Return in sentences the hours that count and the days on the way that are not as usual."""
    return tuple(_notes(project, found))


def _notes(project: Project, found: Explanation) -> Iterator[str]:
    first = found.start.date()
    count = min((last_day(found) - first).days + 1, FARTHEST)
    changes: dict[date, int] = {}
    zones = {one.calendar.id: one.hours.zone for one in found.due_times if one.calendar}
    for calendar in calendars_of(project, found):
        zone = zones.get(calendar.id, service_hours(project, calendar).zone).replace("_", " ")
        yield f"“{calendar.name}” counts {calendar.hours or '24x7'}, in {zone}."
        for day in days_ahead(project, calendar, first, count):
            if day.kind is not DayKind.USUAL:
                yield f"{_dated(day.on)} is {_named(day)}: {day.hours}."
            if day.clock:
                changes[day.on] = day.clock
    for on, by in changes.items():
        way = "forward" if by > 0 else "back"
        yield f"On {_dated(on)} the clock is put {way} by {abs(by)} minutes."


def _named(day: Day) -> str:
    usual = {DayKind.HOLIDAY: "a holiday", DayKind.EXCEPTION: "an exception"}
    return day.name or usual[day.kind]


def _dated(on: date) -> str:
    return f"{on:%A %d %B %Y}"
