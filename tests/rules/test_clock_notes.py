"""A case names the hours it counts, the holidays on its way and changes of the clock."""

from __future__ import annotations

from datetime import date, datetime

from slaeditor.model.calendars import Calendar, Holiday, HolidaySet
from slaeditor.model.clients import Client
from slaeditor.model.values.week import Week
from slaeditor.rules.clock_notes import notes
from slaeditor.rules.explanation import Circumstances, explain
from tests.builders import a_promise


def told(starts: datetime, words: str = "8 service h") -> tuple[str, ...]:
    project, level, target = a_promise(words)
    closed = HolidaySet(name="Germany")
    calendar = Calendar(
        name="Office",
        hours=Week.parse("Mon–Sun 09:00–17:00"),
        time_zone="Europe/Berlin",
        holiday_sets=(closed.id,),
    )
    day = Holiday(holiday_set=closed.id, on=date(2026, 12, 25), name="Christmas Day")
    project = project.add(closed, calendar, day).put(level.but(calendar=calendar.id))
    level = project.service_levels[level.id]
    case = Circumstances(level, project.severities[target.severity])
    return notes(project, explain(project, case, starts))


def test_the_hours_that_count_are_named():
    assert told(datetime(2026, 11, 2, 9))[0] == (
        "“Office” counts daily 09:00–17:00, in Europe/Berlin."
    )


def test_a_holiday_on_the_way_is_named():
    sentences = told(datetime(2026, 12, 24, 15))
    assert "Friday 25 December 2026 is Christmas Day: closed." in sentences


def test_a_change_of_the_clock_on_the_way_is_named():
    sentences = told(datetime(2027, 3, 27, 15))
    assert "On Sunday 28 March 2027 the clock is put forward by 60 minutes." in sentences


def test_nothing_else_is_said_of_usual_days():
    assert len(told(datetime(2026, 11, 2, 9))) == 1


def test_hours_of_the_level_in_which_nothing_is_counted_are_not_named():
    project, level, target = a_promise("8 service h")
    office = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"))
    always = Calendar(name="Always", hours=Week.parse("24x7"), time_zone="Europe/Berlin")
    project = project.add(office, always).put(level.but(calendar=office.id))
    project = project.put(target.but(calendar=always.id))
    case = Circumstances(project.service_levels[level.id], project.severities[target.severity])
    told_of = notes(project, explain(project, case, datetime(2026, 11, 2, 9)))
    assert told_of == ("“Always” counts 24x7, in Europe/Berlin.",)


def test_hours_agreed_with_the_client_are_named_in_the_zone_of_the_client():
    project, level, target = a_promise("8 service h")
    agreed = Calendar(name="Agreed", hours=Week.parse("Mon–Fri 08:00–20:00"), zone_words="Yours")
    client = Client(name="Sol", level=level.id, calendar=agreed.id, time_zone="Atlantic/Canary")
    project = project.add(agreed, client)
    case = Circumstances(level, project.severities[target.severity], client=client)
    (first, *_) = notes(project, explain(project, case, datetime(2026, 11, 2, 9)))
    assert first == "“Agreed” counts Mon–Fri 08:00–20:00, in Atlantic/Canary."
