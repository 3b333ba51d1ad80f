"""Cells from a spreadsheet find their places by name or by where they are laid."""

from __future__ import annotations

from slaeditor.ui.pasted_block import parsed, placed, quoted

LINES, COLUMNS = ["High", "Low"], ["Silver", "Gold"]


def laid(words: str, first: tuple[int, int] = (0, 0)) -> list[tuple[int, int, str]]:
    found = placed(parsed(words), first, LINES, COLUMNS)
    return [(one.line, one.column, one.words) for one in found]


def test_a_block_is_laid_from_the_first_cell_on():
    assert laid("a\tb\nc\td") == [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]


def test_a_block_with_names_is_laid_by_them_whatever_their_order():
    assert laid("\tGold\tSilver\nlow\ta\tb", (1, 1)) == [(1, 1, "a"), (1, 0, "b")]


def test_a_name_that_is_not_known_makes_it_a_plain_block():
    assert laid("\tGold\tBronze\nLow\ta\tb")[0] == (0, 1, "Gold")


def test_blanks_of_merged_cells_leave_what_stands():
    assert laid("a\t\n\t") == [(0, 0, "a")]


def test_what_lies_beyond_the_edge_is_left_out():
    assert laid("a\tb\tc", (1, 1)) == [(1, 1, "a")]


def test_a_long_cell_is_read_whole():
    assert parsed("x" * 200_000) == [["x" * 200_000]]
    assert parsed('"' + "x" * 200_000)[0][0].startswith('"x')


def test_quoted_cells_come_back():
    assert parsed(quoted('two\nlines "said"')) == [['two\nlines "said"']]
