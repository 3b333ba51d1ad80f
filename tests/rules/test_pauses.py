import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.rules.instants import ClockError
from slaeditor.rules.pauses import (
    after_unpaused,
    before_unpaused,
    paused_spans,
    remainders,
    unpaused_time,
)
from slaeditor.rules.service_hours import joined
from tests.rules.clock_builders import a_pause

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4).map(joined)


def test_a_pause_that_ends_before_it_starts_is_refused():
    with pytest.raises(ClockError, match="ends before it starts"):
        a_pause("2026-03-02 10:00", "2026-03-02 09:00")


def test_overlapping_pauses_are_one():
    first = a_pause("2026-03-02 09:00", "2026-03-02 11:00")
    second = a_pause("2026-03-02 10:00", "2026-03-02 12:00")
    whole = a_pause("2026-03-02 09:00", "2026-03-02 12:00")
    assert paused_spans([second, first]) == paused_spans([whole])


def test_a_pause_of_no_length_is_none():
    assert paused_spans([a_pause("2026-03-02 09:00", "2026-03-02 09:00")]) == ()


@given(st.integers(0, 60), st.integers(0, 60), SPANS)
def test_remainders_are_the_minutes_outside_all_pauses(start, end, paused):
    left = {
        minute for begin, stop in remainders(start, end, paused) for minute in range(begin, stop)
    }
    pausing = {minute for begin, stop in paused for minute in range(begin, stop)}
    assert left == set(range(start, end)) - pausing


@given(st.integers(0, 60), st.integers(0, 80), SPANS)
def test_the_time_added_is_the_time_that_has_passed(start, length, paused):
    assert unpaused_time(start, after_unpaused(start, length, paused), paused) == length


@given(st.integers(0, 60), st.integers(0, 80), SPANS)
def test_the_time_taken_off_is_the_time_that_has_passed(end, length, paused):
    assert unpaused_time(before_unpaused(end, length, paused), end, paused) == length


def test_no_time_leads_from_inside_a_pause_to_its_end():
    assert after_unpaused(5, 0, ((3, 9),)) == 9


def test_no_time_leads_backwards_from_inside_a_pause_to_its_start():
    assert before_unpaused(5, 0, ((3, 9),)) == 3


def test_time_that_is_up_at_the_start_of_a_pause_ends_there():
    assert after_unpaused(0, 3, ((3, 9),)) == 3
