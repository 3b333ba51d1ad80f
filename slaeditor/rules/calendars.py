"""Service hours as the clock needs them, from the calendars, holidays and exceptions of a project.

Which calendar counts, most specific first: that of the target, the hours agreed with the client,
those of the channel, of the level (or the level it is based on), of the service (or the one it is
part of). Where nobody names one, the clock runs around the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from slaeditor.model.calendars import Calendar, CalendarException, Holiday
from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.duration import Clock, Duration, Unit
from slaeditor.model.values.week import Week
from slaeditor.rules.inheritance import lineage, service_chain
from slaeditor.rules.service_hours import ServiceHours, Slots

ALWAYS = Week.parse("24x7")
LONGEST_EXCEPTION = 3700
"""Days of one exception that are looked at; more than ten years is a slip of the pen."""


def calendar_for(
    project: Project,
    *,
    target: Target | None = None,
    level: ServiceLevel | None = None,
    service: str = "",
    channel: str = "",
    client: Client | None = None,
) -> Calendar | None:
    """Return the calendar whose hours count, or None when nobody names one."""
    keys = (
        target.calendar if target else "",
        client.calendar if client else "",
        _named(project.channels.get(channel)),
        *(one.calendar for one in (lineage(project, level) if level else ())),
        *(_named(project.services.get(key)) for key in service_chain(project, service)),
    )
    found = (project.calendars.get(key) for key in keys if key)
    return next((one for one in found if one is not None), None)


def hours_for(
    project: Project,
    *,
    target: Target | None = None,
    level: ServiceLevel | None = None,
    service: str = "",
    channel: str = "",
    client: Client | None = None,
) -> ServiceHours:
    """Return the service hours that count; around the clock when nobody names a calendar."""
    calendar = calendar_for(
        project, target=target, level=level, service=service, channel=channel, client=client
    )
    return service_hours(project, calendar, client)


def service_hours(
    project: Project, calendar: Calendar | None, client: Client | None = None
) -> ServiceHours:
    """Return a calendar as service hours: its week, holidays, exceptions and length of a day."""
    if calendar is None:
        return ServiceHours(time_zone(project, None, client), ALWAYS)
    return ServiceHours(
        time_zone(project, calendar, client),
        calendar.hours or ALWAYS,
        _exceptions(project, calendar),
        day_minutes(calendar),
    )


def time_zone(project: Project, calendar: Calendar | None, client: Client | None = None) -> str:
    """Return the zone in which a calendar is read.

    Where the calendar says in words whose zone is meant, that of the client's headquarters counts.
    A calendar that names none is read in the document's zone.
    """
    if client and client.time_zone and (calendar is None or calendar.zone_words):
        return client.time_zone
    named = calendar.time_zone if calendar else ""
    return named or project.the(Document).time_zone or "UTC"


def day_minutes(calendar: Calendar) -> int | None:
    """Return the minutes of one service day that a calendar states, None when it states none."""
    length = calendar.day_length
    if length is None or length.minutes is None or length.minutes < 1:
        return None
    return int(length.minutes)


def service_day(calendar: Calendar | None) -> Duration:
    """Return how many service hours a service day has: as stated, or as most days are open."""
    week = (calendar and calendar.hours) or ALWAYS
    minutes = (day_minutes(calendar) if calendar else None) or week.usual_day_minutes
    return open_length(minutes)


def open_length(minutes: int) -> Duration:
    """Return minutes of open time in service hours; in minutes where hours have no end in decimals.

    >>> str(open_length(450)), str(open_length(500))
    ('7.5 service h', '500 service min')
    """
    if minutes % 3:
        return Duration(Decimal(minutes), Unit.MINUTE, Clock.SERVICE)
    return Duration(Decimal(minutes) / 60, Unit.HOUR, Clock.SERVICE)


def holidays(project: Project, calendar: Calendar) -> tuple[Holiday, ...]:
    """Return the holidays of a calendar by date, each date once; undated ones are left out."""
    listed = (
        holiday
        for key in calendar.holiday_sets
        for holiday in project.holidays.where("holiday_set", key)
        if holiday.on is not None
    )
    by_date: dict[date, Holiday] = {}
    for holiday in listed:
        by_date.setdefault(holiday.on or date.min, holiday)
    return tuple(by_date[on] for on in sorted(by_date))


def _exceptions(project: Project, calendar: Calendar) -> Mapping[date, Slots]:
    found = {day.on: _slots(day.hours, day.on) for day in holidays(project, calendar) if day.on}
    for row in project.calendar_exceptions.where("calendar", calendar.id):
        found |= {day: _slots(row.hours, day) for day in _days(row)}
    return found


def _days(row: CalendarException) -> Iterator[date]:
    """The days of an exception; none when it has no first day."""
    if row.first_day is None:
        return
    last = row.last_day or row.first_day
    for step in range(min((last - row.first_day).days + 1, LONGEST_EXCEPTION)):
        yield row.first_day + timedelta(days=step)


def _slots(hours: Week | None, day: date) -> Slots:
    return hours.day(day.isoweekday()) if hours else ()


def _named(row: object) -> str:
    return str(getattr(row, "calendar", "")) if row else ""
