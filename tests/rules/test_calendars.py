"""Calendars of a project as service hours."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from slaeditor.model.calendars import Calendar, CalendarException, Holiday, HolidaySet
from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.levels import Channel, Service
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.week import Week
from slaeditor.rules import schedule
from slaeditor.rules.calendars import (
    calendar_for,
    holidays,
    hours_for,
    service_day,
    service_hours,
    time_zone,
)
from tests.builders import a_level, open_to_all

OFFICE = open_to_all(
    Calendar, name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="Europe/Berlin"
)
BERLIN = ZoneInfo("Europe/Berlin")


def other(name):
    return open_to_all(Calendar, name=name, hours=Week.parse("24x7"))


def test_a_holiday_is_closed() -> None:
    listed = open_to_all(HolidaySet, name="Berlin")
    office = OFFICE.but(holiday_sets=(listed.id,))
    christmas = Holiday(holiday_set=listed.id, on=date(2026, 12, 25), name="Christmas")
    hours = service_hours(Project().add(office, listed, christmas), office)
    assert not schedule.is_open(hours, datetime(2026, 12, 25, 10, tzinfo=BERLIN))


def test_a_holiday_may_be_open_for_some_hours() -> None:
    listed = open_to_all(HolidaySet, name="Berlin")
    office = OFFICE.but(holiday_sets=(listed.id,))
    eve = Holiday(
        holiday_set=listed.id, on=date(2026, 12, 24), hours=Week.parse("daily 09:00–12:00")
    )
    hours = service_hours(Project().add(office, listed, eve), office)
    assert schedule.is_open(hours, datetime(2026, 12, 24, 11, tzinfo=BERLIN))
    assert not schedule.is_open(hours, datetime(2026, 12, 24, 13, tzinfo=BERLIN))


def test_an_exception_replaces_a_holiday() -> None:
    listed = open_to_all(HolidaySet, name="Berlin")
    office = OFFICE.but(holiday_sets=(listed.id,))
    closed = Holiday(holiday_set=listed.id, on=date(2026, 12, 25))
    open_again = CalendarException(
        calendar=office.id, first_day=date(2026, 12, 25), hours=Week.parse("daily 10:00–11:00")
    )
    hours = service_hours(Project().add(office, listed, closed, open_again), office)
    assert schedule.is_open(hours, datetime(2026, 12, 25, 10, 30, tzinfo=BERLIN))


def test_an_exception_lasts_to_its_last_day() -> None:
    closing = CalendarException(
        calendar=OFFICE.id, first_day=date(2026, 8, 3), last_day=date(2026, 8, 7)
    )
    hours = service_hours(Project().add(OFFICE, closing), OFFICE)
    after = schedule.next_open(hours, datetime(2026, 8, 3, 9, tzinfo=BERLIN))
    assert after == datetime(2026, 8, 10, 9, tzinfo=BERLIN)


def test_holidays_are_listed_by_date_and_once() -> None:
    listed = open_to_all(HolidaySet, name="Berlin")
    office = OFFICE.but(holiday_sets=(listed.id,))
    late = Holiday(holiday_set=listed.id, on=date(2026, 12, 25), name="Christmas")
    early = Holiday(holiday_set=listed.id, on=date(2026, 1, 1), name="New Year")
    twice = Holiday(holiday_set=listed.id, on=date(2026, 1, 1), name="Again")
    found = holidays(Project().add(office, listed, late, early, twice), office)
    assert [one.name for one in found] == ["New Year", "Christmas"]


def test_the_most_specific_calendar_counts() -> None:
    names = ("target", "client", "channel", "base", "service")
    rows = {name: other(name) for name in names}
    base = a_level("Base", calendar=rows["base"].id)
    level = a_level("Gold", based_on=base.id)
    channel = open_to_all(Channel, name="Mail", calendar=rows["channel"].id)
    service = open_to_all(Service, name="Desk", calendar=rows["service"].id)
    client = open_to_all(Client, name="Contoso", calendar=rows["client"].id)
    target = open_to_all(Target, calendar=rows["target"].id)
    project = Project().add(*rows.values(), base, level, channel, service)
    given: dict[str, Any] = {
        "target": target,
        "client": client,
        "channel": channel.id,
        "level": level,
        "service": service.id,
    }
    found = []
    for name in tuple(given):
        calendar = calendar_for(project, **given)
        found.append(calendar.name if calendar else None)
        del given[name]
    assert found == list(names)


def test_without_a_calendar_the_clock_always_runs() -> None:
    assert hours_for(Project()).week.is_always


def test_the_zone_of_the_document_serves_where_a_calendar_names_none() -> None:
    project = Project().add(open_to_all(Document, time_zone="Asia/Tokyo"))
    assert time_zone(project, OFFICE.but(time_zone="")) == "Asia/Tokyo"


def test_where_the_clients_zone_counts_it_is_used() -> None:
    client = open_to_all(Client, name="Contoso", time_zone="America/New_York")
    floating = OFFICE.but(zone_words="the client's headquarters")
    assert time_zone(Project(), floating, client) == "America/New_York"
    assert time_zone(Project(), OFFICE, client) == "Europe/Berlin"


def test_a_service_day_is_as_long_as_most_days() -> None:
    assert str(service_day(OFFICE)) == "8 service h"


def test_a_stated_service_day_counts() -> None:
    assert str(service_day(OFFICE.but(day_length=Duration.parse("10 h")))) == "10 service h"
