"""Where pasted cells of a spreadsheet belong in the matrix: by their names, else by their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt

from slaeditor.rules.matrix import Spot
from slaeditor.ui.pasted_block import beyond, corner, folded
from slaeditor.ui.responsibilities.matrix_model import MatrixModel

Table = Sequence[Sequence[str]]


def pasted_cells(
    model: MatrixModel, table: Table, at: QModelIndex, chosen: Sequence[Spot]
) -> list[tuple[Spot, str]]:
    """Return the cells that a pasted table fills, with its words.

    A table in which a line names roles and a column names activities is put where the names say,
    whatever heading stands above or before them. One word goes into all chosen cells. Anything
    else starts at the current cell; headings and totals on the way are passed over, what reaches
    beyond the edge is left out.
    """
    if not table:
        return []
    if len(table) == 1 and len(table[0]) == 1:
        return [(spot, table[0][0]) for spot in chosen]
    named = list(_by_names(model, table))
    return named or list(_by_place(model, table, at))


def left_out(model: MatrixModel, table: Table, cells: Sequence[tuple[Spot, str]]) -> str:
    """Return the sentence about names or cells of a table that found no place in the matrix."""
    names = ", ".join(f"“{one}”" for one in names_left_out(model, table))
    if names:
        return f"Left out, since nothing here is called so: {names}."
    single = len(table) == 1 and len(table[0]) == 1
    by_names = single or any(True for _ in _by_names(model, table))
    return beyond(table, (words for _, words in cells), by_names=by_names)


def names_left_out(model: MatrixModel, table: Table) -> tuple[str, ...]:
    """Return the names in a table laid by names that nothing in the matrix has."""
    lines, columns = (
        _named(model, Qt.Orientation.Vertical),
        _named(model, Qt.Orientation.Horizontal),
    )
    found = corner(table, lines, columns)
    if found is None:
        return ()
    top, left = found
    heads = (one for one in table[top][left + 1 :] if folded(one) not in columns)
    body = (line[left:] for line in table[top + 1 :] if any(map(str.strip, line[left + 1 :])))
    names = (*heads, *(line[0] for line in body if folded(line[0]) not in lines))
    return tuple(dict.fromkeys(filter(str.strip, names)))


def _by_names(model: MatrixModel, table: Table) -> Iterator[tuple[Spot, str]]:
    lines = _named(model, Qt.Orientation.Vertical)
    columns = _named(model, Qt.Orientation.Horizontal)
    found = corner(table, lines, columns)
    if found is None:
        return
    top, left = found
    heads = [columns.get(folded(words)) for words in table[top][left:]]
    for line in table[top + 1 :]:
        row = lines.get(folded(line[left])) if len(line) > left else None
        if row is not None:
            yield from _line(model, row, heads, line[left:])


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
        found.setdefault(folded(str(model.headerData(at, orientation))), at)
    return found


def _by_place(model: MatrixModel, table: Table, at: QModelIndex) -> Iterator[tuple[Spot, str]]:
    if not at.isValid():
        return
    rows = [row for row in range(at.row(), model.rowCount()) if not model.is_heading(row)]
    for row, line in zip(rows, table, strict=False):
        for right, words in enumerate(line):
            spot = model.spot(model.index(row, at.column() + right))
            if spot is not None:
                yield spot, words
