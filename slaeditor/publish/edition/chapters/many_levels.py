"""Tables with a column for each of very many levels, made readable.

What is the same at every level stands in a table of its own, and levels that are no longer sold
stand apart from those that are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from slaeditor.model.levels import Offer, ServiceLevel
from slaeditor.publish.document import Cell, Column, RowGroup, Table
from slaeditor.publish.edition.chapters.derived import WIDEST
from slaeditor.publish.edition.view import View

MANY = 8
"""Levels that stand side by side without more ado."""

_LEVELS = 70
_GONE = {Offer.LEGACY, Offer.NOT_AVAILABLE}
_Cells = tuple[Cell, ...]


def told_apart(view: View, table: Table, levels: Sequence[ServiceLevel]) -> tuple[Table, ...]:
    """Return a table of levels as it is, or of very many levels as several.

    The columns of `table` after the first are those of `levels`, in their order.
    """
    if len(levels) <= MANY:
        return (table,)
    differing = _picked(table, lambda row: row if not _is_same(row) else ())
    shelves = tuple(_shelf(table, differing, at) for at in _shelves(levels))
    apart = tuple(one for one in shelves if one is not None)
    common = _picked(table, lambda row: row[:2] if _is_same(row) else ())
    if not common:
        return apart
    columns = (replace(table.columns[0], weight=40), Column(view.phrases("all.levels"), 60))
    every = view.phrases("caption.every-level", caption=table.caption)
    caption = every if apart else table.caption
    same = Table(caption, columns, common, _used(table, common))
    return (*apart, same)


def _is_same(row: _Cells) -> bool:
    return len({(cell.text, cell.marks, cell.tone) for cell in row[1:]}) == 1


def _shelves(levels: Sequence[ServiceLevel]) -> tuple[tuple[int, ...], ...]:
    """The places of the levels on sale, then of the others."""
    gone = tuple(at for at, level in enumerate(levels) if level.offer in _GONE)
    sold = tuple(at for at in range(len(levels)) if at not in gone)
    return tuple(filter(None, (sold, gone)))


def _shelf(table: Table, groups: tuple[RowGroup, ...], places: tuple[int, ...]) -> Table | None:
    """The columns of some levels, without rows that are empty there; None without any rows."""

    def kept(row: _Cells) -> _Cells:
        cells = tuple(row[1 + at] for at in places)
        return (row[0], *cells) if any(cell.text for cell in cells) else ()

    rows = _picked(replace(table, groups=groups), kept)
    if not rows:
        return None
    weight = max(_LEVELS // len(places), 1)
    levels = (replace(table.columns[1 + at], weight=weight) for at in places)
    columns = (replace(table.columns[0], weight=100 - _LEVELS), *levels)
    wide = len(columns) > WIDEST + 1
    return Table(table.caption, columns, rows, _used(table, rows), wide=wide)


def _picked(table: Table, kept: Callable[[_Cells], _Cells]) -> tuple[RowGroup, ...]:
    """The groups with what is kept of each row; rows and groups of nothing are left out."""
    made = (
        replace(group, rows=tuple(found for row in group.rows if (found := kept(row))))
        for group in table.groups
    )
    return tuple(group for group in made if group.rows)


def _used(table: Table, groups: tuple[RowGroup, ...]) -> tuple[tuple[str, str], ...]:
    """The footnotes that some cell of the groups is marked with."""
    marks = {
        mark for group in groups for row in group.rows for cell in row for mark in _marks(cell)
    }
    return tuple(note for note in table.notes if note[0] in marks)


def _marks(cell: Cell) -> list[str]:
    return cell.marks.split(", ") if cell.marks else []
