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


def test_names_are_found_behind_a_column_of_merged_headings():
    block = "Part\tCase\tGold\tSilver\nDay\tLow\ta\tb\n\tHigh\tc\td"
    assert laid(block) == [(1, 1, "a"), (1, 0, "b"), (0, 1, "c"), (0, 0, "d")]


def test_names_are_found_below_a_title():
    assert laid("Our promises\t\t\n\tGold\tSilver\nLow\ta\tb") == [(1, 1, "a"), (1, 0, "b")]


def test_a_line_without_words_may_be_a_heading_between_names():
    assert laid("\tGold\nBy day\t\nLow\ta") == [(1, 1, "a")]


def test_lines_of_the_same_name_are_not_laid_over_one_another():
    assert laid("\tGold\nLow\ta\nLow\tb")[0] == (0, 1, "Gold")


def test_blanks_of_merged_cells_leave_what_stands():
    assert laid("a\t\n\t") == [(0, 0, "a")]


def test_what_lies_beyond_the_edge_is_left_out():
    assert laid("a\tb\tc", (1, 1)) == [(1, 1, "a")]


def test_a_long_cell_is_read_whole():
    assert parsed("x" * 200_000) == [["x" * 200_000]]
    assert parsed('"' + "x" * 200_000)[0][0].startswith('"x')


def test_quoted_cells_come_back():
    assert parsed(quoted('two\nlines "said"')) == [['two\nlines "said"']]
