"""What a reader may not see, judged a second time and apart from the cut.

`visible` decides what goes into a handbook. This module says, from the declarations alone and
with code of its own, which values are confidential, so that a fault in one of the two is found by
the other: the release gate looks for these values in finished files, and `altered` gives another
project that no edition may tell from the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.entity import Entity, default, fields, owner
from slaeditor.model.field import Field
from slaeditor.model.prices import PriceBracket, PricePlan
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.readers import Reader
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.deals import in_force

DECIDING = frozenset(
    {
        ("SpecialDeal", "status"),
        ("PricePlan", "listed"),
        ("Revision", "frozen"),
        ("Revision", "format"),
        ("Document", "never_for_clients"),
        ("Document", "never_for_others"),
    }
)
"""Fields that decide what a handbook holds although its reader does not see them."""

_UNPRINTED = frozenset(
    {"price", "minimum", "maximum", "set_up", "set_up_each", "least_quantity", "model"}
)
"""What clients do not read of a price plan that is not printed for them."""

SAYING = frozenset(
    {
        *("text", "prose", "whole number", "number", "date", "moment", "money", "percentage"),
        *("duration", "price", "target", "entitlement", "content"),
    }
)
"""The kinds of field whose value by itself tells something; a yes or a choice never does."""


_NOBODY = "\0"
"""The id of no client."""
_POINTING = frozenset({("Waiver", "rule")})
"""Fields of words that are keys of rules; what names a record says so where it is declared."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """One value that the reader may not see: where it stands and what it is."""

    table: str
    row: str
    field: str
    spec: Field
    value: Any

    @property
    def words(self) -> str:
        """The value in canonical words; bytes have none."""
        return "" if isinstance(self.value, bytes) else str(self.spec.kind.words(self.value))


def confidences(
    project: Project, reader: Reader, client: str = "", on: date | None = None
) -> Iterator[Confidence]:
    """Yield every value that holds something and that the reader may not see.

    `client` is the id of the client whose own handbook it is, or empty, `on` the date it speaks
    of; both matter to clients only.
    """
    return Confidences(project, reader, on).of(client)


class Confidences:
    """What one reader may not see of a project, for one client after the other."""

    def __init__(self, project: Project, reader: Reader, on: date | None = None) -> None:
        """Judge every record as for a client that there is not, to whom most is closed."""
        self._asked = (project, reader, on)
        judge = _Judge(project, reader, _NOBODY, on)
        self._rows = [
            (row, judge.closes(row), tuple(_of_row(judge, name, kind, row)))
            for name, kind, table in project.tables()
            for row in table
        ]

    def of(self, client: str = "") -> Iterator[Confidence]:
        """Yield every value that is confidential in the handbook of a client, or in that of all."""
        project, reader, on = self._asked
        judge = _Judge(project, reader, client, on)
        for row, closed, found in self._rows:
            if closed and not judge.closes(row):
                yield from _of_row(judge, table_name(type(row)), type(row), row)
            else:
                yield from found

    def hidden_records(self, client: str = "") -> tuple[Entity, ...]:
        """Return the records that are closed in the handbook of a client, or in that of all."""
        project, reader, on = self._asked
        judge = _Judge(project, reader, client, on)
        return tuple(row for row, closed, _ in self._rows if closed and judge.closes(row))


def _of_row(judge: _Judge, name: str, kind: type[Entity], row: Entity) -> Iterator[Confidence]:
    closed = judge.closes(row)
    for spec in fields(kind):
        if says(row, spec) and (closed or judge.withholds(row, spec)):
            yield Confidence(name, row.id, spec.name, spec, getattr(row, spec.name))


def hidden_records(
    project: Project, reader: Reader, client: str = "", on: date | None = None
) -> tuple[Entity, ...]:
    """Return the records that the reader may not see at all."""
    return Confidences(project, reader, on).hidden_records(client)


def altered(
    project: Project,
    reader: Reader,
    client: str = "",
    on: date | None = None,
    tables: Iterable[str] | None = None,
) -> Project:
    """Return the project with everything that the reader may not see removed or made different.

    Hidden records are gone; hidden values of the others are other values. `tables` limits it to
    some tables. A handbook made of the result is the same, byte for byte.
    """
    judge = _Judge(project, reader, client, on)
    wanted = None if tables is None else set(tables)
    for name, kind, table in project.tables():
        if wanted is not None and name not in wanted:
            continue
        kept = [_changed(judge, kind, row) for row in table if not judge.closes(row)]
        project = project.with_table(name, type(table)(kept))
    return project


def _changed(judge: _Judge, kind: type[Entity], row: Entity) -> Entity:
    values = {
        spec.name: _other(kind, spec, getattr(row, spec.name))
        for spec in fields(kind)
        if judge.withholds(row, spec) and (kind.__name__, spec.name) not in DECIDING
    }
    return row.but(**values)


def _other(kind: type[Entity], spec: Field, value: Any) -> Any:
    """Another value of a field's kind."""
    if spec.kind.name in {"text", "prose"}:
        return f"{value} other" if spec.kind.name == "prose" else "Other"
    if spec.kind.name == "yes or no":
        return not value
    if isinstance(value, Money):
        return Money.parse("7319.17 EUR")
    if isinstance(value, Percentage):
        return Percentage.parse("73.19 %")
    return default(kind, spec.name)


def says(row: Entity, spec: Field) -> bool:
    """Return whether the value of a field tells something by itself."""
    value = getattr(row, spec.name)
    empty = value in (None, "", b"", ())
    if empty or spec.names_record or (type(row).__name__, spec.name) in _POINTING:
        return False
    return spec.kind.name in SAYING and value != default(type(row), spec.name)


class _Judge:
    """Answers for one reader which records and values are closed to it."""

    def __init__(self, project: Project, reader: Reader, client: str, on: date | None) -> None:
        self.project = project
        self.reader = reader
        self.client = client
        self.on = on
        self._known: dict[str, bool] = {}

    def closes(self, row: Entity) -> bool:
        """Whether a record, or one it belongs to, is closed to the reader."""
        if row.id not in self._known:
            self._known[row.id] = True  # what belongs to itself is closed
            self._known[row.id] = self._is_closed(row)
        return self._known[row.id]

    def _is_closed(self, row: Entity) -> bool:
        if not row.readers.include(self.reader) or self._is_of_others(row):
            return True
        above = owner(type(row))
        key = getattr(row, above.name) if above is not None else ""
        if above is None or not key:
            return False
        belongs = self.project.table(entity_named(above.to)).get(key)
        return belongs is None or self.closes(belongs) or self._is_bracket(row, belongs)

    def _is_of_others(self, row: Entity) -> bool:
        """Whether a record is about a client whose handbook it is not, or no longer holds."""
        if self.reader is not Reader.CLIENT:
            return False
        if isinstance(row, Client):
            return row.id != self.client
        if isinstance(row, SpecialDeal):
            return row.client != self.client or not in_force(row, self.on)
        return False

    def _is_bracket(self, row: Entity, plan: Entity) -> bool:
        return isinstance(row, PriceBracket) and self._is_unprinted(plan)

    def _is_unprinted(self, row: Entity) -> bool:
        return isinstance(row, PricePlan) and not row.listed and self.reader is Reader.CLIENT

    def withholds(self, row: Entity, spec: Field) -> bool:
        """Whether a value of a record that is open is closed all the same."""
        if not spec.readers.include(self.reader):
            return True
        return spec.name in _UNPRINTED and self._is_unprinted(row)
