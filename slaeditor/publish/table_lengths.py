"""How high the tables of a printed handbook are going to be, told from their letters.

Heights are in lines of the classic look, as in `lengths`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, permutations
from math import ceil

from slaeditor.publish.document import Table

CELL, ROW = 0.79, 0.4
GROUP_TITLE, _NOTE, _NOTE_GAP = 1.65, 0.73, 0.28
ABOVE, _BELOW, _HEAD, _TURNED = 1.45, 0.8, 1.4, 7.0
_TEXT, _BROAD, _LANDSCAPE, _SMALLER = 88.0, 113.0, 178.0, 1.1
"""Letters that the width of a table has room for, and how many more a note has."""
_PADDING, _LEAST_ROOM, _LOOSE = 2.2, 4.0, 1.04
_TEXT_COLUMNS, _TEXT_LETTERS, _COMFORTABLE = 3, 80, 40
_PARTS, _MOVES = 24, (1, 3, 6)
_MOST_KEPT = 1024


def table_lines(table: Table) -> float:
    """Return about how many lines a table takes, with its caption and notes."""
    titles = sum(bool(group.title) for group in table.groups)
    rows = sum(map(sum, rows_lines(table)))
    return ABOVE + head_lines(table) + rows + titles * GROUP_TITLE + notes_lines(table)


def head_lines(table: Table) -> float:
    """Return about how many lines the head of a table takes, which each of its pages repeats."""
    return _HEAD + _TURNED * any(column.turned for column in table.columns)


def notes_lines(table: Table) -> float:
    """Return about how many lines the notes of a table take, and the space below it."""
    letters = _letters(table) * _SMALLER
    return _BELOW + sum(_NOTE * ceil(len(one) / letters) + _NOTE_GAP for _, one in table.notes)


@lru_cache(maxsize=_MOST_KEPT)
def rows_lines(table: Table) -> tuple[tuple[float, ...], ...]:
    """Return about how many lines each row takes, group by group."""
    columns = [_Column(table, at) for at in range(len(table.columns))]
    weights = [max(column.weight, 1) for column in table.columns]
    widths = [_letters(table) * one / sum(weights) for one in weights]
    if table.fitted:
        widths = _fitted(columns, widths)
    high = iter([CELL * one + ROW for one in _heights(columns, widths)])
    return tuple(tuple(islice(high, len(group.rows))) for group in table.groups)


def start_lines(table: Table) -> float:
    """Return about how many lines of a table stay together: caption, head and two rows."""
    title, rows = next(_groups(table), ("", ()))
    return ABOVE + head_lines(table) + GROUP_TITLE * bool(title) + sum(rows[:2])


def end_lines(table: Table) -> float:
    """Return about how many lines of a table stay together at its end: two rows and the notes."""
    *_, (_, rows) = (("", ()), *_groups(table))
    return sum(rows[-2:]) + notes_lines(table)


def _groups(table: Table) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the title of each group that has rows, and how many lines each of them takes."""
    for group, rows in zip(table.groups, rows_lines(table), strict=True):
        if rows:
            yield group.title, rows


def is_broad(table: Table) -> bool:
    """Return whether a table needs the width of the note column too."""
    rows = [row for group in table.groups for row in group.rows]
    longest = [
        max((len(row[at].text) for row in rows), default=0) for at in range(len(table.columns))
    ]
    needed = sum(min(each, _COMFORTABLE) for each in longest)
    return len(table.columns) > _TEXT_COLUMNS or needed > _TEXT_LETTERS or table.wide


def _letters(table: Table) -> float:
    return _LANDSCAPE if table.wide else _BROAD if is_broad(table) else _TEXT


class _Column:
    """The letters of each line of a column's cells, and how many lines they take in a room."""

    def __init__(self, table: Table, at: int) -> None:
        """Count the letters."""
        words = [row[at].text for group in table.groups for row in group.rows]
        every = f"{table.columns[at].title} {' '.join(words)}".split()
        self.least = max(map(len, every), default=0) + _PADDING
        self._cells = [[len(line) for line in one.splitlines()] for one in words]
        self._known: dict[float, list[int]] = {}

    def lines(self, width: float) -> list[int]:
        """Return how many lines each cell takes in a width of so many letters."""
        if width not in self._known:
            room = max(width - _PADDING, _LEAST_ROOM) / _LOOSE
            self._known[width] = [sum(ceil(one / room) for one in cell) for cell in self._cells]
        return self._known[width]


def _heights(columns: list[_Column], widths: list[float]) -> list[int]:
    """Return how many lines the highest cell of each row has."""
    high = [column.lines(width) for column, width in zip(columns, widths, strict=True)]
    return [max(1, *row) for row in zip(*high, strict=True)]


def _fitted(columns: list[_Column], widths: list[float]) -> list[float]:
    """Return widths with which the rows are lowest, by moves that each make them lower."""
    best = sum(_heights(columns, widths))
    while True:
        moved = ((sum(_heights(columns, one)), one) for one in _moved(columns, widths))
        height, found = min(moved, default=(best, widths))
        if height >= best:
            return widths
        best, widths = height, found


def _moved(columns: list[_Column], widths: list[float]) -> Iterator[list[float]]:
    """Yield the widths with some parts moved from one column to another."""
    step = sum(widths) / _PARTS
    for giver, taker in permutations(range(len(columns)), 2):
        for parts in _MOVES:
            if widths[giver] - step * parts >= columns[giver].least:
                moved = list(widths)
                moved[giver] -= step * parts
                moved[taker] += step * parts
                yield moved
