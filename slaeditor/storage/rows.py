"""Records as rows of columns and back, whole columns at a time.

A column's values are turned by the field's kind, each distinct value once. Text that is printable
and short enough, and keys that look like keys, are known to be accepted by their kind and pass
whole columns at a time; a test holds these shortcuts against the kinds themselves.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeGuard

from slaeditor.model import kinds
from slaeditor.model.entity import Entity, default, fields
from slaeditor.model.kinds import Kind
from slaeditor.model.project import table_name
from slaeditor.model.remembered import remembered
from slaeditor.model.values.unreadable import Unreadable

Cell = str | int | bytes | None
Row = tuple[Cell, ...]

FARTHEST_POSITION = 10**15
_KEY = 36  # letters of an id
_KEYS = re.compile("(?:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12} )*")


class BadCell(ValueError):
    """A cell that is no value of its column: row `index` of the rows given, and why."""

    def __init__(self, label: str, index: int, sentence: str) -> None:
        """Keep the field's label, the row's number from 0 and the sentence."""
        super().__init__(sentence)
        self.label = label
        self.index = index
        self.sentence = sentence


def _position(words: str) -> int:
    if abs(position := int(words)) > FARTHEST_POSITION:
        raise Unreadable("The position in the list is out of range.")
    return position


_ID = Kind("id", "TEXT", kinds.REFERENCE.parse, str, "A key.", "")
_POSITION = Kind("position", "INTEGER", _position, str, "A position.", "0", 0)


def _are_lines(cells: Sequence[str]) -> bool:
    return _are_short(cells, kinds.LONGEST_TEXT) and "".join(cells).isprintable()


def _are_paragraphs(cells: Sequence[str]) -> bool:
    joined = "".join(cells).replace("\n", "")
    return _are_short(cells, kinds.LONGEST_PROSE) and joined.isprintable()


def _are_short(cells: Sequence[str], longest: int) -> bool:
    return max(map(len, cells), default=0) <= longest


def _are_keys(cells: Sequence[str]) -> bool:
    return set(map(len, cells)) <= {_KEY} and bool(_KEYS.fullmatch(_joined(cells)))


def _are_references(cells: Sequence[str]) -> bool:
    return _are_keys([cell for cell in cells if cell])


def _are_lists(cells: Sequence[Any]) -> TypeGuard[Sequence[str]]:
    return set(map(type, cells)) <= {str} and bool(_KEYS.fullmatch(_joined(cells)))


def _joined(cells: Sequence[str]) -> str:
    return " ".join([*filter(None, cells), ""])


def _are_positions(cells: Sequence[int]) -> bool:
    return all(-FARTHEST_POSITION <= end <= FARTHEST_POSITION for end in (min(cells), max(cells)))


_PLAIN: dict[int, tuple[type, Callable[[Sequence[Any]], bool]]] = {
    id(kinds.TEXT): (str, _are_lines),
    id(kinds.PROSE): (str, _are_paragraphs),
    id(kinds.REFERENCE): (str, _are_references),
    id(_ID): (str, _are_keys),
    id(_POSITION): (int, _are_positions),
}


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column of a table: its name, its label for people and the kind of its values."""

    name: str
    label: str
    kind: Kind
    needed: bool

    @property
    def declaration(self) -> str:
        """The column as the schema says it."""
        return f'"{self.name}" {self.kind.column}{" NOT NULL" if self.needed else ""}'

    def stored(self, values: Sequence[Any]) -> Sequence[Cell]:
        """Return the cells of values; raise `BadCell` for one that would not come back the same."""
        if not values or self._is_plain(values):
            return values
        told = {value: self._proved(value, values) for value in dict.fromkeys(values)}
        return [told[value] for value in values]

    def restored(self, cells: Sequence[Cell]) -> tuple[Sequence[Any], bool]:
        """Return the values of cells, and whether their words are just what `stored` would say.

        Raises `BadCell` for a cell that is no value of the kind.
        """
        if not cells or self._is_plain(cells):
            return cells, True
        if self.kind is kinds.REFERENCES and _are_lists(cells):
            return [tuple(cell.split(" ")) if cell else () for cell in cells], True
        told = {cell: self._read(cell, cells) for cell in dict.fromkeys(cells)}
        exact = all(self.kind.stored(value) == cell for cell, value in told.items())
        return [told[cell] for cell in cells], exact

    def _is_plain(self, cells: Sequence[Any]) -> bool:
        """Whether all cells are known to mean themselves, which is told without reading each."""
        sort, check = _PLAIN.get(id(self.kind), (None, None))
        return check is not None and set(map(type, cells)) <= {sort} and check(cells)

    def _proved(self, value: Any, values: Sequence[Any]) -> Cell:
        try:
            cell = self.kind.stored(value)
            back = self._value(cell)
        except (ValueError, ArithmeticError, TypeError, AttributeError) as error:
            raise BadCell(self.label, values.index(value), _told(error)) from error
        if back != value or type(back) is not type(value):
            raise BadCell(self.label, values.index(value), "The value would come back different.")
        return cell

    def _read(self, cell: Cell, cells: Sequence[Cell]) -> Any:
        try:
            return self._value(cell)
        except (ValueError, ArithmeticError) as error:
            raise BadCell(self.label, cells.index(cell), _told(error)) from error

    def _value(self, cell: Cell) -> Any:
        value = self.kind.restored(cell)
        if value is None and self.needed:
            raise Unreadable("Nothing stands where something has to.")
        return value


def _told(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return error.sentence
    return "The value is of another kind than its field."


@remembered
def columns(kind: type[Entity]) -> tuple[Column, ...]:
    """Return the columns of a kind of record: id, position, readers, then its fields."""
    common = (
        Column("id", "key", _ID, needed=True),
        Column("position", "position", _POSITION, needed=True),
        Column("readers", "readers", kinds.READERS, needed=True),
    )
    return (*common, *(_column(kind, field.name) for field in fields(kind)))


def _column(kind: type[Entity], name: str) -> Column:
    field = next(one for one in fields(kind) if one.name == name)
    always = field.kind.absent is not None or (field.required and default(kind, name) is not None)
    return Column(name, field.label, field.kind, needed=always)


def stored_rows(kind: type[Entity], records: Iterable[Entity]) -> list[Row]:
    """Return the rows of records in order of id; raise `BadCell` for what cannot be stored."""
    ordered = sorted(records, key=attrgetter("id"))
    cells = (column.stored(list(map(attrgetter(column.name), ordered))) for column in columns(kind))
    return list(zip(*cells, strict=True))


def restored_records(kind: type[Entity], rows: Sequence[Row]) -> list[Any]:
    """Return the records of rows; raise `BadCell` for a cell that is no value of its field."""
    return read_records(kind, rows)[0]


def read_records(kind: type[Entity], rows: Sequence[Row]) -> tuple[list[Any], bool]:
    """Return the records of rows, and whether storing them would give the same rows.

    The slots are filled column by column, which is the work of `__init__` without a call a field.
    """
    if not rows:
        return [], True
    records = list(map(object.__new__, repeat(kind, len(rows))))
    exact = True
    for column, cells in zip(columns(kind), zip(*rows, strict=True), strict=True):
        values, same = column.restored(cells)
        deque(map(getattr(kind, column.name).__set__, records, values), maxlen=0)
        exact = exact and same
    return records, exact


@remembered
def insertion(kind: type[Entity], database: str = "main") -> str:
    """Return the statement that adds one row to the table of a kind."""
    marks = ", ".join("?" * len(columns(kind)))
    return f'INSERT INTO {database}."{table_name(kind)}" VALUES ({marks})'
