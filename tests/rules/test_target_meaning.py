"""A target is explained in words, with the clock it is counted on and an example date."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.model.calendars import Calendar
from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, MeasureKind, Period, Target
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.rules.target_meaning import meaning

SUNDAY = date(2026, 11, 22)
OFFICE = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
GOLD = ServiceLevel(name="Gold", calendar=OFFICE.id)
RESPONSE = Measure(name="First response")


def told(words: str, **values: object) -> str:
    target = Target(level=GOLD.id, measure=RESPONSE.id, value=TargetValue.parse(words)).but(
        **values
    )
    project = Project().add(Document(time_zone="UTC"), OFFICE, GOLD, RESPONSE)
    return str(meaning(project, target, GOLD, SUNDAY))


def test_service_hours_are_named_and_the_weekend_is_left_out():
    assert told("4 service h") == (
        "Every case: at most 4 hours. Counted only in “Office” (Mon–Fri 09:00–17:00). "
        "A case of Friday 27 November 16:00 is due on Monday 30 November 12:00."
    )


def test_hours_of_the_calendar_go_on_at_night():
    assert "around the clock, nights and weekends too" in told("4 h")
    assert "is due on Friday 27 November 20:00" in told("4 h")


def test_a_share_speaks_of_the_cases():
    assert told("95 % within 30 min").startswith("95 % of the cases: at most 30 minutes.")


def test_a_service_day_has_a_length():
    assert "a service day has 8 hours" in told("2 service days")


def test_the_next_service_day_is_a_monday_after_a_friday():
    assert "due on Monday 30 November 17:00" in told("end of next service day")


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ("best effort", "No time is promised"),
        ("as agreed", "The time is agreed"),
        ("not offered", "This is not offered"),
        ("n/a", "This does not apply"),
        ("no target", "Nothing is promised"),
        ('"when we can"', "Said in words"),
        ("every 2 h", "Again and again, every 2 hours."),
        ("every service day", "Again and again, every service day."),
        ("p95 200 ms", "95 of 100 cases: at most 200 milliseconds."),
        ("average 4 h", "The average of all cases: at most 4 hours."),
    ],
)
def test_what_is_no_plain_time_is_said(words, begin):
    assert told(words).startswith(begin)


def test_availability_says_what_it_leaves_for_outages():
    measure = Measure(name="Availability", kind=MeasureKind.AVAILABILITY)
    target = Target(
        level=GOLD.id,
        measure=measure.id,
        value=TargetValue.parse("99.9 %"),
        period=Period.YEAR,
    )
    found = meaning(Project().add(GOLD, measure), target, GOLD, SUNDAY)
    assert str(found) == "The figure: at least 99.9 %. That leaves 8 h 46 min of outage in a year."


def test_without_service_hours_it_says_that_nobody_names_any():
    bare = ServiceLevel(name="Bronze")
    target = Target(level=bare.id, measure=RESPONSE.id, value=TargetValue.parse("4 service h"))
    found = meaning(Project().add(bare, RESPONSE), target, bare, SUNDAY)
    assert "because nobody names service hours" in str(found)


def test_a_clock_that_never_runs_is_said():
    never = Calendar(name="Never", hours=Week.parse("never"), time_zone="UTC")
    level = ServiceLevel(name="Gold", calendar=never.id)
    target = Target(level=level.id, measure=RESPONSE.id, value=TargetValue.parse("4 service h"))
    found = meaning(Project().add(never, level, RESPONSE), target, level, SUNDAY)
    assert found is not None
    assert "open" in found.example


def test_nothing_is_said_of_nothing():
    assert meaning(Project(), Target(), None, SUNDAY) is None
