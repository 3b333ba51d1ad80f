"""Where pasted cells of a spreadsheet belong in the matrix: by their names, else by their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt

from slaeditor.rules.matrix import Spot
from slaeditor.ui.responsibilities.matrix_model import MatrixModel

Table = Sequence[Sequence[str]]


def pasted_cells(
    model: MatrixModel, table: Table, at: QModelIndex, chosen: Sequence[Spot]
) -> list[tuple[Spot, str]]:
    """Return the cells that a pasted table fills, with its words.

    A table whose first line names roles and whose first column names activities is put where the
    names say. One word goes into all chosen cells. Anything else starts at the current cell;
    headings and totals on the way are passed over, what reaches beyond the edge is left out.
    """
    if not table:
        return []
    if len(table) == 1 and len(table[0]) == 1:
        return [(spot, table[0][0]) for spot in chosen]
    named = list(_by_names(model, table))
    return named or list(_by_place(model, table, at))


def _by_names(model: MatrixModel, table: Table) -> Iterator[tuple[Spot, str]]:
    lines = _named(model, Qt.Orientation.Vertical)
    columns = _named(model, Qt.Orientation.Horizontal)
    heads = [columns.get(_folded(words)) for words in table[0]]
    if len(table) < 2 or not any(heads[1:]):  # noqa: PLR2004  a line of names and one of letters
        return
    for line in table[1:]:
        row = lines.get(_folded(line[0])) if line else None
        if row is not None:
            yield from _line(model, row, heads, line)


def _line(
    model: MatrixModel, row: int, heads: Sequence[int | None], line: Sequence[str]
) -> Iterator[tuple[Spot, str]]:
    for column, words in zip(heads[1:], line[1:], strict=False):
        spot = model.spot(model.index(row, column)) if column is not None else None
        if spot is not None:
            yield spot, words


def _named(model: MatrixModel, orientation: Qt.Orientation) -> dict[str, int]:
    """The places of lines or columns by their names, of equal names the first."""
    vertical = orientation == Qt.Orientation.Vertical
    count = model.rowCount() if vertical else model.columnCount()
    found: dict[str, int] = {}
    for at in range(count - 1):
        found.setdefault(_folded(str(model.headerData(at, orientation))), at)
    return found


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _by_place(model: MatrixModel, table: Table, at: QModelIndex) -> Iterator[tuple[Spot, str]]:
    if not at.isValid():
        return
    rows = [row for row in range(at.row(), model.rowCount()) if not model.is_heading(row)]
    for row, line in zip(rows, table, strict=False):
        for right, words in enumerate(line):
            spot = model.spot(model.index(row, at.column() + right))
            if spot is not None:
                yield spot, words
