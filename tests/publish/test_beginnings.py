"""Where pages begin so that few of them are left half empty."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.beginnings import Begins, Stretch, beginnings
from slaeditor.publish.strips import PAGE, Fall, Strip


def stretch(lines, begins=Begins.PERHAPS, **more):
    return Stretch((Strip(lines, min(lines, 2)),), begins, **more)


def places(*lengths):
    return set(beginnings([stretch(one) for one in lengths]))


def fallen(lengths):
    fall = Fall()
    for one in lengths:
        fall.add((Strip(one, min(one, 2)),))
    return fall


def test_the_first_stretch_begins_a_page():
    assert places(10) == {0}


def test_what_shares_a_page_begins_none():
    assert places(10, 10, 10) == {0}


def test_a_page_begins_where_the_one_before_is_full():
    assert places(PAGE - 6, PAGE - 6, PAGE - 6) == {0, 1, 2}


def test_a_page_does_not_begin_where_one_of_a_few_lines_would_be_left():
    assert places(PAGE + 4, PAGE * 2 - 12) == {0}


def test_a_page_begins_where_it_must():
    parts = [stretch(3), stretch(3, Begins.ALWAYS), stretch(3)]
    assert beginnings(parts) == {0, 1}


def test_no_page_begins_where_none_may():
    parts = [stretch(PAGE - 5), stretch(PAGE - 5, Begins.NEVER)]
    assert beginnings(parts) == {0}


def test_what_costs_much_below_another_begins_a_page():
    low, high = ([stretch(12), stretch(34, below=cost)] for cost in (0.0, 4.0))
    assert (set(beginnings(low)), set(beginnings(high))) == ({0}, {0, 1})


def test_what_stays_together_is_not_parted():
    parts = [stretch(PAGE - 12), stretch(8, together=2), stretch(PAGE - 12), stretch(PAGE - 12)]
    assert beginnings(parts) & {2, 3} == set() or 1 in beginnings(parts)


def test_larger_letters_fill_pages_sooner():
    parts = [stretch(20)] * 12
    assert beginnings(parts) != beginnings(parts, 1.3)


@given(st.lists(st.integers(3, 60), min_size=1, max_size=40))
def test_no_run_gets_too_long(lengths):
    first = sorted(places(*lengths))
    runs = [lengths[at:end] for at, end in zip(first, [*first[1:], None], strict=True)]
    assert all(fallen(one).pages <= 7 for one in runs)


@given(st.lists(st.integers(3, 30), min_size=10, max_size=30), st.integers(3, 30))
def test_what_follows_a_page_is_the_same_whatever_stands_before(lengths, other):
    first = places(*lengths)
    changed = places(other, *lengths[1:])
    shared = min((first & changed) - {0}, default=len(lengths))
    assert {at for at in first if at >= shared} == {at for at in changed if at >= shared}
