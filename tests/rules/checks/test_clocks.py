"""Service hours, holidays and clocks."""

from datetime import date

import pytest

from slaeditor.model.calendars import Calendar, Holiday, HolidaySet
from slaeditor.model.document import Document
from slaeditor.model.levels import Channel, ChannelKind
from slaeditor.model.project import Project
from slaeditor.model.promises import ClockRule, ClockVerb, Strength
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.week import Week
from slaeditor.rules.checks import clocks
from tests.rules.checks.check_builders import RESPONSE, a_target, office, promises, says


def promised(words, **values):
    """Returns a project with a promise counted in office hours."""
    hours = office()
    return promises(a_target(RESPONSE, words, calendar=hours.id, **values), more=(hours,))


def test_a_deadline_after_closing_is_found():
    assert len(says(clocks.promise_outside_hours, promised("by 18:00 next service day"))) == 1


def test_a_deadline_at_closing_is_fine():
    assert says(clocks.promise_outside_hours, promised("by 17:00 next service day")) == []


def test_a_time_around_the_clock_in_office_hours_is_found():
    assert says(clocks.promise_around_the_clock, promised("4 h")) == [
        (
            "“First response” promises 4 h around the clock, but the service is closed "
            "for up to 64 h at a stretch."
        )
    ]


def test_a_time_as_long_as_the_weekend_is_fine():
    assert says(clocks.promise_around_the_clock, promised("64 h")) == []


def test_service_hours_wait_for_the_opening():
    assert says(clocks.promise_around_the_clock, promised("4 service h")) == []


def test_best_effort_may_be_around_the_clock():
    project = promised("4 h", strength=Strength.BEST_EFFORT)
    assert says(clocks.promise_around_the_clock, project) == []


def test_nobody_waits_on_the_telephone_while_it_is_closed():
    hours, line = office(), Channel(name="Line", kind=ChannelKind.LIVE)
    target = a_target(RESPONSE, "30 s", calendar=hours.id, channel=line.id)
    project = promises(target, more=(hours, line))
    assert says(clocks.promise_around_the_clock, project) == []


def test_service_days_without_service_hours_are_found():
    project = promises(a_target(RESPONSE, "2 service days"))
    assert len(says(clocks.service_clock_without_hours, project)) == 1


def test_service_days_with_service_hours_are_fine():
    assert says(clocks.service_clock_without_hours, promised("2 service days")) == []


def with_holidays(*dates, until=None, used=True):
    """Returns a project with a holiday list, used by service hours or not."""
    listed = HolidaySet(name="Public holidays")
    hours = office(holiday_sets=(listed.id,) if used else ())
    days = [Holiday(holiday_set=listed.id, on=date.fromisoformat(one)) for one in dates]
    document = Document(name="Handbook", effective_to=until and date.fromisoformat(until))
    return Project().add(listed, hours, document, *days)


def test_holidays_that_end_before_the_document_are_found():
    project = with_holidays("2026-12-26", until="2027-06-30")
    assert says(clocks.holidays_end_early, project) == [
        "The holiday list “Public holidays” ends on 2026-12-26; dates are needed until 2027."
    ]


def test_holidays_of_the_last_year_are_enough():
    project = with_holidays("2026-12-26", until="2026-12-31")
    assert says(clocks.holidays_end_early, project) == []


def test_holidays_of_last_year_are_found():
    assert len(says(clocks.holidays_end_early, with_holidays("2025-12-26"))) == 1


def test_an_empty_holiday_list_is_found():
    assert says(clocks.holidays_end_early, with_holidays()) == [
        "The holiday list “Public holidays” has no dates."
    ]


def test_holidays_that_nobody_uses_may_end():
    assert says(clocks.holidays_end_early, with_holidays("2020-01-01", used=False)) == []


LATE = Calendar(name="Late", hours=Week.parse("Mon–Fri 17:00–22:00"), time_zone="Europe/London")
BANK = HolidaySet(name="Bank holidays")
OPEN = office().but(holiday_sets=(BANK.id,), time_zone="Europe/London")


def test_second_hours_without_holidays_beside_hours_with_holidays_are_found():
    assert says(clocks.hours_without_holidays, Project().add(BANK, OPEN, LATE)) == [
        "“Late” is open on holidays, on which “Office” is closed."
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"holiday_sets": (BANK.id,)},
        {"holiday_words": "Open on bank holidays, too."},
        {"hours": Week.parse("daily 08:00–20:00")},
        {"hours": Week.parse("24x7")},
        {"hours": Week.parse("Sun 02:00–06:00")},
        {"time_zone": "Europe/Madrid"},
    ],
    ids=["the same", "in words", "open daily", "around the clock", "one night", "elsewhere"],
)
def test_hours_that_say_something_of_holidays_or_know_no_day_off_are_fine(values):
    project = Project().add(BANK, OPEN, LATE.but(**values))
    assert says(clocks.hours_without_holidays, project) == []


def test_hours_without_holidays_are_fine_where_none_have_any():
    project = Project().add(office(), LATE)
    assert says(clocks.hours_without_holidays, project) == []


def test_hours_without_a_zone_are_found():
    project = Project().add(office().but(time_zone=""))
    assert says(clocks.calendar_without_zone, project) == [
        "“Office” has no time zone, nor has the document; its hours are read in UTC."
    ]


def test_hours_are_read_in_the_zone_of_the_document():
    project = Project().add(office().but(time_zone=""), Document(time_zone="Europe/Madrid"))
    assert says(clocks.calendar_without_zone, project) == []


def test_hours_with_a_zone_are_fine():
    assert says(clocks.calendar_without_zone, Project().add(office())) == []


@pytest.mark.parametrize(
    ("length", "told"),
    [
        ("8 h", ["“Office” is open for 11 service h on most days, but a service day of it is 8"]),
        ("11 h", []),
    ],
)
def test_a_service_day_is_as_long_as_most_days_are_open(length, told):
    hours = Week.parse("Mon–Fri 07:00–18:00; Sat 09:00–13:00")
    row = office().but(hours=hours, day_length=Duration.parse(length))
    found = says(clocks.service_day_of_other_length, Project().add(row))
    assert [words.removesuffix(" service h.") for words in found] == told


def test_hours_around_the_clock_need_no_zone():
    always = Calendar(name="Always", hours=Week.parse("24x7"))
    assert says(clocks.calendar_without_zone, Project().add(always)) == []


def test_hours_that_are_never_open_are_found():
    project = Project().add(Calendar(name="Never", hours=Week()))
    assert says(clocks.calendar_never_open, project) == ["“Never” is never open."]


def test_hours_that_are_open_are_fine():
    assert says(clocks.calendar_never_open, Project().add(office())) == []


def paused(*more, **values):
    pause = ClockRule(measure=RESPONSE.id, verb=ClockVerb.PAUSE, condition="Waiting", **values)
    return promises(more=(pause, *more))


def test_a_pause_without_end_is_found():
    assert says(clocks.pause_without_end, paused()) == [
        "The clock of “First response” pauses, but nothing says when it resumes."
    ]


def test_a_pause_that_resumes_is_fine():
    resume = ClockRule(measure=RESPONSE.id, verb=ClockVerb.RESUME, condition="Answered")
    assert says(clocks.pause_without_end, paused(resume)) == []


def test_a_pause_of_limited_length_is_fine():
    project = paused(longest=Duration.parse("5 service days"))
    assert says(clocks.pause_without_end, project) == []


def test_a_clock_without_start_is_found():
    assert says(clocks.clock_without_start, promised("4 h")) == [
        "Nothing says when the clock of “First response” starts."
    ]


def test_a_clock_with_start_and_stop_is_fine():
    measure = RESPONSE.but(start_event="Received", stop_event="Answered")
    assert says(clocks.clock_without_start, promised("4 h").put(measure)) == []
