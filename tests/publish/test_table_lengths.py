"""How high tables are going to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from slaeditor.publish.document import Cell, Column, RowGroup, Table
from slaeditor.publish.table_lengths import (
    end_lines,
    head_lines,
    is_broad,
    notes_lines,
    rows_lines,
    start_lines,
    table_lines,
)

SHORT, LONG = Cell("Yes"), Cell("A promise that takes many words. " * 6)


def table(*rows, weights=(10, 10), **more):
    columns = tuple(Column(f"Column {at}", weight) for at, weight in enumerate(weights))
    return Table("Caption", columns, (RowGroup(rows),), **more)


def test_a_row_is_as_high_as_its_highest_cell():
    ((low, high),) = rows_lines(table((SHORT, SHORT), (SHORT, LONG)))
    assert high > 3 * low


def test_a_broad_column_makes_lower_rows():
    narrow, broad = (table((SHORT, LONG), weights=(10, weight)) for weight in (10, 40))
    assert table_lines(broad) < table_lines(narrow)


def test_a_fitted_table_is_as_low_as_its_words_allow():
    plain = table((SHORT, LONG), (SHORT, LONG))
    assert table_lines(replace(plain, fitted=True)) < table_lines(plain)


def test_no_column_is_narrower_than_its_longest_word():
    word = Cell("x" * 30)
    ((high,),) = rows_lines(table((word, LONG), weights=(40, 40), fitted=True))
    ((same,),) = rows_lines(table((SHORT, LONG), weights=(40, 40), fitted=True))
    assert high > same


def test_notes_and_titles_of_groups_take_room():
    plain = table((SHORT, SHORT))
    noted = replace(plain, notes=(("1", "Counted over a quarter."),))
    titled = replace(plain, groups=(replace(plain.groups[0], title="Group"),))
    assert notes_lines(noted) > notes_lines(plain)
    assert table_lines(titled) > table_lines(plain)


def test_titles_that_read_upwards_make_a_high_head():
    plain = table((SHORT, SHORT))
    turned = replace(plain, columns=tuple(replace(one, turned=True) for one in plain.columns))
    assert head_lines(turned) > head_lines(plain) + 5


def test_two_rows_stay_at_each_end():
    many = table(*[(SHORT, SHORT)] * 30)
    row = rows_lines(many)[0][0]
    assert start_lines(many) > 2 * row
    assert end_lines(many) == pytest.approx(2 * row + notes_lines(many))


def test_a_table_without_rows_has_a_length():
    empty = table()
    assert table_lines(empty) > 0
    assert end_lines(empty) == pytest.approx(notes_lines(empty))


def test_a_table_of_many_columns_or_words_is_broad():
    assert is_broad(table((SHORT,) * 4, weights=(10,) * 4))
    assert is_broad(table((LONG, LONG, LONG), weights=(10, 10, 10)))
    assert not is_broad(table((SHORT, SHORT)))
