"""Real dates of a calendar: holidays, exceptions, changes of the clock, open now."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from slaeditor.model.calendars import Calendar, CalendarException, Holiday, HolidaySet
from slaeditor.model.project import Project
from slaeditor.model.values.week import Week
from slaeditor.rules.calendars import service_hours
from slaeditor.rules.days_ahead import DayKind, clock_change, days_ahead, now_in_words

CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def project():
    closed = HolidaySet(name="Germany")
    calendar = Calendar(
        name="Office",
        hours=Week.parse("Mon–Fri 09:00–17:00"),
        time_zone="Europe/Berlin",
        holiday_sets=(closed.id,),
    )
    inventory = CalendarException(
        calendar=calendar.id,
        name="Stocktaking",
        first_day=date(2026, 12, 29),
        last_day=date(2026, 12, 30),
        hours=Week.parse("daily 09:00–12:00"),
    )
    day = Holiday(holiday_set=closed.id, on=CHRISTMAS, name="Christmas Day")
    return Project().add(closed, calendar, inventory, day)


def calendar_of(project: Project) -> Calendar:
    return next(iter(project.calendars))


def test_a_holiday_is_closed_and_named(project):
    day = days_ahead(project, calendar_of(project), CHRISTMAS, 1)[0]
    assert (day.kind, day.name, day.hours) == (DayKind.HOLIDAY, "Christmas Day", "closed")


def test_each_day_of_an_exception_has_its_hours(project):
    days = days_ahead(project, calendar_of(project), date(2026, 12, 28), 3)
    assert [day.hours for day in days] == ["09:00–17:00", "09:00–12:00", "09:00–12:00"]
    assert [day.name for day in days] == ["", "Stocktaking", "Stocktaking"]


def test_a_change_of_the_clock_is_told_in_minutes(project):
    hours = service_hours(project, calendar_of(project))
    assert clock_change(hours, date(2027, 3, 28)) == 60
    assert clock_change(hours, date(2027, 10, 31)) == -60
    assert clock_change(hours, date(2027, 3, 29)) == 0


def test_it_is_told_whether_it_is_open_now(project):
    hours = service_hours(project, calendar_of(project))
    assert now_in_words(hours, datetime(2026, 12, 23, 9, 0, tzinfo=UTC)) == (
        "Open now; it is 10:00 in Europe/Berlin."
    )
    late = now_in_words(hours, datetime(2026, 12, 24, 18, 0, tzinfo=UTC))
    assert late.endswith("open again on Monday 28 December at 09:00.")


def test_hours_that_never_open_say_so(project):
    shut = service_hours(Project(), Calendar(hours=Week(), time_zone="UTC"))
    assert "never open" in now_in_words(shut, datetime(2026, 1, 1, tzinfo=UTC))


def test_the_end_of_time_is_no_trouble(project):
    assert len(days_ahead(project, calendar_of(project), date(9999, 12, 30))) < 7
