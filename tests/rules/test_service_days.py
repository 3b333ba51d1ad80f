from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.rules.instants import NeverOpen, OutOfRange
from slaeditor.rules.schedule import due, due_relative, next_open
from slaeditor.rules.service_days import ServiceDay, service_day
from tests.rules.clock_builders import a_pause, a_service, at, moments, services

OFFICE = a_service()
MONDAY = date(2026, 3, 2).toordinal()
NIGHTS = a_service("Mon–Fri 22:00–06:00")

DUES = st.builds(
    RelativeDue, st.integers(1, 12), st.sampled_from(["end", "start", "same time", "12:00"])
)


def due_at(words, start, hours=OFFICE, pauses=()):
    """Returns when the words are due for a local start."""
    return due_relative(hours, at(start), RelativeDue.parse(words), pauses)


@pytest.mark.parametrize(
    ("words", "start", "expected"),
    [
        ("end of service day", "2026-03-02 11:00", "2026-03-02 17:00"),
        ("end of service day", "2026-03-02 18:00", "2026-03-03 17:00"),
        ("end of service day", "2026-02-28 11:00", "2026-03-02 17:00"),
        ("end of next service day", "2026-03-02 11:00", "2026-03-03 17:00"),
        ("end of next service day", "2026-03-02 18:00", "2026-03-03 17:00"),
        ("end of next service day", "2026-02-27 11:00", "2026-03-02 17:00"),
        ("end of next service day", "2026-02-28 11:00", "2026-03-02 17:00"),
        ("end of 2nd service day", "2026-02-27 11:00", "2026-03-03 17:00"),
        ("start of next service day", "2026-02-27 11:00", "2026-03-02 09:00"),
        ("next service day", "2026-02-27 11:00", "2026-03-02 11:00"),
        ("next service day", "2026-02-27 20:00", "2026-03-02 17:00"),
        ("next service day", "2026-02-27 07:00", "2026-03-02 09:00"),
        ("by 12:00 next service day", "2026-02-27 11:00", "2026-03-02 12:00"),
        ("by 20:00 next service day", "2026-02-27 11:00", "2026-03-02 20:00"),
        ("by 12:00 same service day", "2026-03-02 11:00", "2026-03-02 12:00"),
        ("by 12:00 same service day", "2026-03-02 12:30", "2026-03-03 12:00"),
    ],
)
def test_words_name_a_moment_of_a_service_day(words, start, expected):
    assert due_at(words, start) == at(expected)


def test_at_the_closing_the_day_is_over():
    assert due_at("end of service day", "2026-03-02 17:00") == at("2026-03-03 17:00")


def test_a_holiday_is_no_service_day():
    hours = a_service(exceptions={"2026-03-03": ()})
    assert due_at("end of next service day", "2026-03-02 11:00", hours) == at("2026-03-04 17:00")


def test_a_short_day_ends_early():
    hours = a_service(exceptions={"2026-03-03": ((540, 720),)})
    assert due_at("end of next service day", "2026-03-02 11:00", hours) == at("2026-03-03 12:00")


def test_a_case_deemed_received_at_the_next_opening_is_due_a_day_later():
    start = next_open(OFFICE, at("2026-02-28 11:00"))
    found = due(OFFICE, start, RelativeDue.parse("end of next service day"))
    assert found == at("2026-03-03 17:00")


def test_a_lunch_break_does_not_end_the_day():
    hours = a_service("Mon–Fri 09:00–12:00 and 13:00–17:00")
    assert due_at("end of service day", "2026-03-02 12:30", hours) == at("2026-03-02 17:00")


def test_around_the_clock_a_service_day_ends_at_midnight():
    found = due_at("end of next service day", "2026-03-02 11:00", a_service("24x7"))
    assert found == at("2026-03-04 00:00")


def test_a_night_shift_belongs_to_the_day_it_opens_on():
    assert service_day(NIGHTS, MONDAY) == ServiceDay(MONDAY, 22 * 60, 30 * 60)


def test_the_morning_of_a_night_shift_is_no_service_day():
    assert service_day(NIGHTS, MONDAY + 5) is None


def test_after_midnight_a_night_shift_ends_in_the_morning():
    assert due_at("end of service day", "2026-03-03 02:00", NIGHTS) == at("2026-03-03 06:00")


def test_after_midnight_the_next_service_day_is_the_coming_night():
    assert due_at("end of next service day", "2026-03-03 02:00", NIGHTS) == at("2026-03-04 06:00")


def test_a_time_after_midnight_is_met_in_the_shift():
    found = due_at("by 02:00 next service day", "2026-03-02 23:00", NIGHTS)
    assert found == at("2026-03-04 02:00")


def test_a_block_of_days_is_divided_at_midnight():
    hours = a_service("Sun 14:00–Fri 17:00")
    assert due_at("end of next service day", "2026-03-02 11:00", hours) == at("2026-03-04 00:00")


def test_the_last_day_of_a_block_ends_when_it_closes():
    hours = a_service("Sun 14:00–Fri 17:00")
    assert due_at("end of next service day", "2026-03-05 11:00", hours) == at("2026-03-06 17:00")


def test_paused_open_time_is_added():
    waiting = [a_pause("2026-03-02 16:00", "2026-03-03 10:00")]
    found = due_at("end of next service day", "2026-03-02 11:00", pauses=waiting)
    assert found == at("2026-03-04 11:00")


def test_a_pause_in_closed_time_changes_nothing():
    waiting = [a_pause("2026-03-02 18:00", "2026-03-03 08:00")]
    found = due_at("by 20:00 next service day", "2026-03-02 11:00", pauses=waiting)
    assert found == at("2026-03-03 20:00")


def test_a_service_that_never_opens_has_no_next_service_day():
    with pytest.raises(NeverOpen, match="too few open days"):
        due_at("next service day", "2026-03-02 11:00", a_service("closed"))


def test_no_service_day_follows_the_last_of_the_year_9999():
    with pytest.raises(OutOfRange):
        due_at("next service day", "9999-12-31 11:00")


def test_the_first_day_of_year_1_is_a_service_day():
    assert due_at("end of service day", "0001-01-01 11:00") == at("0001-01-01 17:00")


@given(services(), moments(), DUES)
def test_no_deadline_lies_before_its_start(hours, start, words):
    assert due_relative(hours, start, words) >= start


@given(services(), moments(), DUES, st.integers(1, 5))
def test_a_later_service_day_is_due_later(hours, start, words, more):
    assume(words.at in {"end", "start"})
    later = RelativeDue(words.days + more, words.at)
    assert due_relative(hours, start, later) > due_relative(hours, start, words)


@given(services(), moments(), st.integers(0, 200), DUES)
def test_a_later_start_is_due_no_earlier(hours, start, more, words):
    assume(words.at in {"end", "start"})
    later = start + timedelta(hours=more)
    assert due_relative(hours, start, words) <= due_relative(hours, later, words)


@given(services(), moments(), st.integers(1, 12))
def test_a_service_day_starts_when_the_service_opens(hours, start, days):
    found = due_relative(hours, start, RelativeDue(days, "start"))
    assert next_open(hours, found) == found
