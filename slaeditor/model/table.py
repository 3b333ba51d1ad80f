"""All records of one kind: an immutable, ordered collection found by key or by reference."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, Generic, TypeVar

from slaeditor.model.entity import Entity

E = TypeVar("E", bound=Entity)
D = TypeVar("D")

Indexes = dict[str | tuple[str, ...], dict[Any, tuple[E, ...]]]
"""For each field, or several, the rows by what they hold in it."""

STEP = 1024
"""The distance between the positions of neighbours, so that a record can be moved between two."""
_PLACE = attrgetter("position", "id")


class Table(Generic[E]):
    """Records of one kind, each under its id, in the order of their positions.

    A table is never changed: `put` and `drop` return another one that shares all other records.
    """

    __slots__ = ("_before", "_derived", "_indexes", "_ordered", "_rows")

    def __init__(self, rows: Iterable[E] = ()) -> None:
        """Hold the rows; two rows under one id are an error of the caller."""
        listed = tuple(rows)
        self._rows: dict[str, E] = {row.id: row for row in listed}
        if len(self._rows) != len(listed):
            raise ValueError("Two records have the same id.")
        self._ordered: tuple[E, ...] | None = None
        self._indexes: Indexes[E] = {}
        self._before: tuple[Indexes[E], E, E] | None = None
        self._derived: dict[Callable[..., Any], Any] = {}

    def put(self, row: E) -> Table[E]:
        """Return the table with the row added, or in place of the one with its id."""
        table: Table[E] = Table()
        table._rows = {**self._rows, row.id: row}
        table._ordered = self._order_with(row)
        if table._ordered is not None:
            table._before = (self._indexes, self._rows[row.id], row)
        return table

    def _order_with(self, row: E) -> tuple[E, ...] | None:
        """The order with a row in place of the one with its id, where that is known at once."""
        known, before = self._ordered, self._rows.get(row.id)
        if known is None or before is None or before.position != row.position:
            return None
        at = bisect_left(known, _PLACE(row), key=_PLACE)
        return (*known[:at], row, *known[at + 1 :])

    def _carried(self, name: str | tuple[str, ...]) -> dict[Any, tuple[E, ...]] | None:
        """The index of the table before, a record exchanged, where it stands where it stood."""
        if self._before is None:
            return None
        indexes, old, row = self._before
        held, index = _held(name), indexes.get(name)
        if index is None or held(old) != held(row):
            return None
        rows = index[held(row)]
        at = bisect_left(rows, _PLACE(row), key=_PLACE)
        return {**index, held(row): (*rows[:at], row, *rows[at + 1 :])}

    def drop(self, key: str) -> Table[E]:
        """Return the table without the row of that id; the same rows when there is none."""
        table: Table[E] = Table()
        table._rows = {id_: row for id_, row in self._rows.items() if id_ != key}
        return table

    def get(self, key: str) -> E | None:
        """The row of that id, or None."""
        return self._rows.get(key)

    def __getitem__(self, key: str) -> E:
        """The row of that id; `KeyError` when there is none."""
        return self._rows[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is a row of that id."""
        return key in self._rows

    def __iter__(self) -> Iterator[E]:
        """The rows in order of position, equal positions by id."""
        if self._ordered is None:
            self._ordered = tuple(sorted(self._rows.values(), key=_PLACE))
        return iter(self._ordered)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same rows."""
        return isinstance(other, Table) and self._rows == other._rows

    def __hash__(self) -> int:
        """Refuse: a table is compared, never used as a key."""
        raise TypeError("A table has no hash.")

    def __repr__(self) -> str:
        """How many rows of which kind, for a failing test."""
        kind = type(next(iter(self._rows.values()))).__name__ if self._rows else "nothing"
        return f"<Table of {len(self)} × {kind}>"

    @property
    def rows(self) -> dict[str, E]:
        """The rows by id, in no order; not to be changed."""
        return self._rows

    def where(self, name: str | tuple[str, ...], value: Any) -> tuple[E, ...]:
        """The rows, in order, whose field holds the value; many calls cost one pass per field.

        Several names ask for several fields at once; the value is then the tuple of theirs.
        """
        index = self._indexes.get(name)
        if index is None:
            index = self._indexes[name] = self._carried(name) or self._grouped(name)
        return index.get(value, ())

    def _grouped(self, name: str | tuple[str, ...]) -> dict[Any, tuple[E, ...]]:
        held = _held(name)
        grouped: dict[Any, list[E]] = {}
        for row in self:
            grouped.setdefault(held(row), []).append(row)
        return {found: tuple(rows) for found, rows in grouped.items()}

    def derived(self, function: Callable[[Table[E]], D]) -> D:
        """What a pure function makes of the table, worked out once for it."""
        if function not in self._derived:
            self._derived[function] = function(self)
        found: D = self._derived[function]
        return found

    @property
    def last_position(self) -> int:
        """The position of the last row, 0 when there is none."""
        return max((row.position for row in self._rows.values()), default=0)


def _held(name: str | tuple[str, ...]) -> Callable[[Entity], Any]:
    """The reader of one field's value, or of several as a tuple."""
    return attrgetter(name) if isinstance(name, str) else attrgetter(*name)
