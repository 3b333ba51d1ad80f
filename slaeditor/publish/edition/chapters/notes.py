"""Footnotes of a table: numbered from 1, equal ones once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from slaeditor.model.entity import Entity
from slaeditor.publish.document import Cell, RowGroup, Table
from slaeditor.publish.edition.chapters.derived import rest_words
from slaeditor.publish.edition.view import View


@dataclass(slots=True)
class Notes:
    """The footnotes of one table while it is made."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _of_rows: dict[str, str] = field(default_factory=dict)

    def mark(self, *texts: str) -> str:
        """Return the marks of footnotes, such as "1, 3"; nothing for empty ones."""
        numbers = {self._numbers.setdefault(text, len(self._numbers) + 1) for text in texts if text}
        return ", ".join(str(number) for number in sorted(numbers))

    def of_row(self, view: View, row: Entity, *before: str) -> str:
        """Return the marks of what a record says beside its cell, the same each time it is asked.

        `before` are further texts, each a footnote of its own.
        """
        if row.id not in self._of_rows:
            remarks = view.ledger.remarks(row.id, lambda: rest_words(view, row))
            self._of_rows[row.id] = self.mark(*before, *remarks)
        return self._of_rows[row.id]

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """The footnotes with their marks, in order."""
        return tuple((str(number), text) for text, number in self._numbers.items())


_Place = tuple[int, int]


def gathered(view: View, table: Table) -> Table:
    """Return a table that says each reason once.

    Footnotes of the same cells become one, and those of every cell stand below without a mark.
    """
    cells = dict(_marked(table))
    places = {
        mark: frozenset(place for place, cell in cells.items() if mark in cell.marks.split(", "))
        for mark, _ in table.notes
    }
    every = {place for place, cell in cells.items() if cell.text and cell.tone != "muted"}
    texts: dict[frozenset[_Place], list[str]] = {}
    for mark, text in table.notes:
        texts.setdefault(places[mark], []).append(text)
    general = [held for held in texts if len(every) > 1 and every <= held]
    own = [held for held in texts if held not in general]
    marks = {held: str(number) for number, held in enumerate(own, 1)}
    common = [_joined(texts[held]) for held in general]
    notes = (
        *(("", view.phrases("note.every", text=text)) for text in common),
        *((marks[held], _joined(texts[held])) for held in own),
    )
    return replace(table, groups=_remarked(table, marks), notes=notes)


def _joined(texts: list[str]) -> str:
    """Several footnotes as one: the full stop of each but the last gives way to a semicolon."""
    return "; ".join([*(one.rstrip(".") for one in texts[:-1]), texts[-1]])


def _marked(table: Table) -> Iterator[tuple[_Place, Cell]]:
    """Every cell after the row heads, with its place."""
    rows = (row for group in table.groups for row in group.rows)
    for line, row in enumerate(rows):
        for at, cell in enumerate(row[1:], 1):
            yield (line, at), cell


def _remarked(table: Table, marks: dict[frozenset[_Place], str]) -> tuple[RowGroup, ...]:
    """The rows with the marks that the footnotes have now."""
    own: dict[_Place, list[str]] = {}
    for held, mark in marks.items():
        for place in held:
            own.setdefault(place, []).append(mark)
    lines = iter(range(sum(len(group.rows) for group in table.groups)))
    return tuple(
        replace(group, rows=tuple(_row(row, next(lines), own) for row in group.rows))
        for group in table.groups
    )


def _row(row: tuple[Cell, ...], line: int, own: dict[_Place, list[str]]) -> tuple[Cell, ...]:
    rest = (
        replace(cell, marks=", ".join(own.get((line, at), ())))
        for at, cell in enumerate(row[1:], 1)
    )
    return (row[0], *rest)
