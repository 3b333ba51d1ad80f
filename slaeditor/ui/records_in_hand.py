"""The records somebody has in hand, as the project holds them now, edited all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from slaeditor.model.entity import Entity, default
from slaeditor.model.field import Field
from slaeditor.model.project import Project, table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.findings import Finding
from slaeditor.rules.names import title
from slaeditor.rules.openings import changed
from slaeditor.session.session import Session


class Held(NamedTuple):
    """What records hold in a field: the value of the first, and whether it is that of all."""

    value: Any
    same: bool


class RecordsInHand:
    """One record of a kind or several, each edit being one step of the session."""

    def __init__(self, session: Session, kind: type[Entity]) -> None:
        self.session = session
        self.kind = kind
        self.rows: tuple[Entity, ...] = ()
        self._table = table_name(kind)

    @property
    def one(self) -> Entity | None:
        """The record, if it is only one."""
        return self.rows[0] if len(self.rows) == 1 else None

    def current(self) -> tuple[Entity, ...]:
        """Return the records as the project holds them, or as they came where it has none yet."""
        project = self.session.project
        return tuple(project.find(self.kind, row.id) or row for row in self.rows)

    def follow(self, made: Changes) -> set[str]:
        """Take the records as they are after changes, and return the fields that are others."""
        mine = {row.id for row in self.rows}
        self.rows = self.current()
        return {name for one in made if one.row.id in mine for name in one.fields}

    def held(self, name: str) -> Held:
        """Return what the records hold in a field."""
        values = [getattr(one, name) for one in self.rows]
        return Held(values[0], all(value == values[0] for value in values))

    def is_default(self, spec: Field) -> bool:
        """Whether all records hold in a field what a new one would."""
        usual = default(self.kind, spec.name)
        return all(getattr(row, spec.name) == usual for row in self.rows)

    def findings(self) -> tuple[Finding, ...]:
        """Return the open findings of the record, the gravest first; none for several records."""
        return self.session.found.of_row.get(self.one.id, ()) if self.one is not None else ()

    def edit(self, spec: Field, value: Any) -> None:
        """Give a field of all records a value, as a step that merges with others of the field."""
        before = self.rows
        self.rows = tuple(changed(row, spec.name, value) for row in self.current())
        key = (self._table, tuple(row.id for row in before), spec.name)
        self.session.edit(self._put(self.rows), self._step_name(spec, before), key)

    def reset(self, spec: Field) -> None:
        """Let a field say nothing, so that what it inherits holds again."""
        self.session.seal()
        self.edit(spec, default(self.kind, spec.name))
        self.session.seal()

    def _step_name(self, spec: Field, before: Sequence[Entity]) -> str:
        label = spec.label[0].lower() + spec.label[1:]
        if len(before) > 1:
            return f"Change {label} of {len(before)} {self.kind.declaration.plural.lower()}"
        if self.kind.declaration.single:
            return f"Change {label}"
        return f"Change {label} of {title(self.session.project, before[0])}"

    def _put(self, rows: Sequence[Entity]) -> Project:
        project = self.session.project
        for row in rows:
            known = project.find(self.kind, row.id) is not None
            project = project.put(row) if known else project.add(row)
        return project
