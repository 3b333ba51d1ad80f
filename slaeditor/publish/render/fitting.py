"""Columns as wide as a table's words need them, so that its rows are as low as they can be.

The weights of the columns are where the search begins: room moves from one column to another, a
small share at a time, as long as the rows get lower by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from slaeditor.publish.document import Cell
from slaeditor.publish.render.figures.lettering import width

_PARTS = 32  # the table's width is shared out in so many parts
_MOST_ROWS = 60  # rows that are looked at, those with most letters
_LOWER_CELL = 0.1  # what a line counts in a cell that is not the highest of its row
_MOVES = (1, 3, 6)  # parts that move at once: a line may need several to vanish
_SPACE = 0.3  # a space, as a share of the letters' size


def fitted(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    least: Sequence[float],
    size: float,
    padding: float,
) -> list[float]:
    """Return widths with the same sum, none below its `least`, with which the rows are lowest.

    All are points; `size` is that of the letters, `padding` what a cell keeps free at its sides.
    """
    longest = sorted(rows, key=lambda row: -sum(len(cell.text) for cell in row))[:_MOST_ROWS]
    columns = [
        _Lines(tuple(_words(row[at].text, size, bold=at == 0) for row in longest), size * _SPACE)
        for at in range(len(widths))
    ]
    step = sum(widths) / _PARTS
    search = _Search(columns, [each - padding for each in least], step)
    return [each + padding for each in search.lowest([each - padding for each in widths])]


def _words(text: str, size: float, *, bold: bool) -> tuple[tuple[float, ...], ...]:
    """The widths of a cell's words, paragraph by paragraph."""
    return tuple(
        tuple(width(word, size, bold=bold) for word in line.split())
        for line in text.splitlines()
        if line.strip()
    )


@dataclass(slots=True)
class _Lines:
    """How many lines the cells of one column take in a given room, reckoned once for each."""

    cells: tuple[tuple[tuple[float, ...], ...], ...]
    space: float
    _known: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def within(self, room: float) -> tuple[int, ...]:
        """Return the lines of each cell."""
        key = round(room * 10)
        if key not in self._known:
            self._known[key] = tuple(
                sum(self._broken(line, room) for line in cell) for cell in self.cells
            )
        return self._known[key]

    def _broken(self, words: tuple[float, ...], room: float) -> int:
        lines, used = 1, 0.0
        for word in words:
            if used and used + self.space + word > room:
                lines, used = lines + 1, word
            else:
                used += word + (self.space if used else 0.0)
        return lines


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the widths with the lowest rows."""

    columns: Sequence[_Lines]
    least: Sequence[float]
    step: float

    def lowest(self, widths: list[float]) -> list[float]:
        """Return the best widths that can be reached by moves that each make the rows lower."""
        best = self._height(widths)
        while True:
            moves = [(self._height(one), one) for one in self._moved(widths)]
            height, found = min(moves, default=(best, widths), key=lambda move: move[0])
            if height >= best:
                return widths
            best, widths = height, found

    def _moved(self, widths: list[float]) -> Iterator[list[float]]:
        """Yield the widths with some parts moved from one column to another."""
        for giver, taker in permutations(range(len(widths)), 2):
            for parts in _MOVES:
                given = self.step * parts
                if widths[giver] - given >= self.least[giver]:
                    moved = list(widths)
                    moved[giver] -= given
                    moved[taker] += given
                    yield moved

    def _height(self, widths: Sequence[float]) -> float:
        """Return the lines of all rows; that a lower cell takes many lines counts a little."""
        columns = zip(self.columns, widths, strict=True)
        rows = tuple(zip(*(column.within(room) for column, room in columns), strict=True))
        return float(sum(map(max, rows))) + _LOWER_CELL * sum(map(sum, rows))
