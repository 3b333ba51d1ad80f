"""A week is opened, closed and copied as on a drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.week import Week
from slaeditor.rules.painted_hours import closed, copied, is_open, opened, with_hours

OFFICE = Week.parse("Mon–Fri 09:00–17:00")
STRETCHES = st.tuples(st.integers(0, 47), st.integers(1, 48)).filter(lambda one: one[0] < one[1])


def test_a_lunch_break_is_closed_on_all_days_at_once():
    made = closed(OFFICE, range(1, 6), (720, 780))
    assert str(made) == "Mon–Fri 09:00–12:00 and 13:00–17:00"


def test_opening_joins_what_touches():
    assert str(opened(OFFICE, (1,), (1020, 1080))) == "Mon 09:00–18:00; Tue–Fri 09:00–17:00"


def test_a_day_is_copied_to_the_weekend():
    assert str(copied(OFFICE, 1, (6, 7))) == "daily 09:00–17:00"


def test_a_closed_day_is_copied_as_closed():
    assert str(copied(OFFICE, 7, (1, 2, 3, 4))) == "Fri 09:00–17:00"


def test_hours_replace_those_of_a_day():
    assert str(with_hours(OFFICE, (5,), ((480, 720),))) == "Mon–Thu 09:00–17:00; Fri 08:00–12:00"


@given(st.integers(1, 7), STRETCHES)
def test_what_is_opened_is_open_and_what_is_closed_is_not(day, cells):
    stretch = (cells[0] * 30, cells[1] * 30)
    painted = opened(OFFICE, (day,), stretch)
    assert is_open(painted, day, stretch)
    assert not is_open(closed(painted, (day,), stretch), day, stretch)


@given(st.integers(1, 7), STRETCHES)
def test_closing_takes_nothing_from_other_days(day, cells):
    emptied = closed(OFFICE, (day,), (cells[0] * 30, cells[1] * 30))
    others = [one for one in range(1, 8) if one != day]
    assert all(emptied.day(one) == OFFICE.day(one) for one in others)
