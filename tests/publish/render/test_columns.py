"""Columns are as wide as asked, but no narrower than their words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.document import Cell, Column, RowGroup, Table
from slaeditor.publish.render.columns import WHOLE, shares

ROOM = 400.0


def table(weights: list[int], words: list[str]) -> Table:
    columns = tuple(Column("x", weight) for weight in weights)
    return Table("", columns, (RowGroup((tuple(Cell(word) for word in words),)),))


def test_short_words_leave_the_weights_as_they_are():
    assert shares(table([3, 1], ["a", "b"]), ROOM, 8) == [7500, 2500]


def test_a_long_word_gets_its_room_from_the_others():
    first, second = shares(table([9, 1], ["a", "desk@merrowpike.example"]), ROOM, 8)
    assert second > 2000
    assert first + second == WHOLE


def test_a_word_that_is_longer_than_the_page_does_not_push_the_others_out():
    first, second = shares(table([1, 1], ["a", "x" * 300]), ROOM, 8)
    assert (first, second) == (5000, 5000)


@given(
    st.lists(st.tuples(st.integers(-3, 100), st.text(max_size=60)), min_size=1, max_size=14),
)
def test_the_columns_fill_the_table_and_none_vanishes(columns):
    made = table([w for w, _ in columns], [t for _, t in columns])
    for one in (made, replace(made, fitted=True)):
        widths = shares(one, ROOM, 8)
        assert sum(widths) == WHOLE
        assert min(widths) > 0


LONG = "A printing house near you; your logo files are in the platform, ready for print"


def test_a_fitted_table_gives_its_room_to_the_words_that_need_it():
    asked = table([80, 20], ["Leaflets", LONG])
    assert shares(asked, ROOM, 8) == [8000, 2000]
    first, second = shares(replace(asked, fitted=True), ROOM, 8)
    assert second > 4000
    assert first + second == WHOLE


def test_a_fitted_table_of_short_words_keeps_its_weights():
    assert shares(replace(table([3, 1], ["a", "b"]), fitted=True), ROOM, 8) == [7500, 2500]
