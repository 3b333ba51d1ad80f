"""References between records: who points at whom, and what a removal takes along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.model.entity import Entity, links, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named
from slaeditor.model.table import Table


@dataclass(frozen=True, slots=True)
class Use:
    """A record that points at another, and the field by which it does."""

    row: Entity
    field: Field


def owner_of(project: Project, row: Entity) -> Entity | None:
    """Return the record that this one belongs to, or None."""
    spec = owner(type(row))
    key = getattr(row, spec.name) if spec else ""
    return project.find(spec.to, key) if spec and key else None


def dangling(project: Project) -> Iterator[tuple[Entity, Field, str]]:
    """Yield every reference to a record that is not there: record, field, missing id."""
    for _, _, table in project.tables():
        for spec, pairs in table.derived(_pointing):
            present = project.table(kind_of(spec)).rows
            yield from ((row, spec, key) for row, key in pairs if key not in present)


def _pointing(table: Table[Entity]) -> list[tuple[Field, list[tuple[Entity, str]]]]:
    """Each reference field of a table's records, with every record and an id that it points at."""
    specs = links(type(next(iter(table)))) if len(table) else ()
    return [
        (spec, [(row, key) for row in table for key in spec.targets(getattr(row, spec.name))])
        for spec in specs
    ]


def kind_of(spec: Field) -> type[Entity]:
    """The kind of record a reference points at."""
    return entity_named(spec.to)


def uses(project: Project, target: Entity) -> tuple[Use, ...]:
    """Return every use of a record by another one, in the order of the tables."""
    wanted = type(target).__name__
    return tuple(
        Use(row, spec)
        for _, kind, table in project.tables()
        for spec in links(kind)
        if spec.to == wanted
        for row in table
        if target.id in spec.targets(getattr(row, spec.name))
    )


def without(project: Project, row: Entity) -> Project:
    """Return the project without the record and without what belongs to it.

    Other references to what is gone are emptied, so that none dangles.
    """
    going = _belonging(project, row)
    for gone in going.values():
        project = project.drop(gone)
    for gone in going.values():
        for use in uses(project, gone):
            project = project.put(emptied(_current(project, use.row), use.field, frozenset(going)))
    return project


def _current(project: Project, row: Entity) -> Entity:
    return project.find(type(row), row.id) or row


def _belonging(project: Project, row: Entity) -> dict[str, Entity]:
    """The record and all that belongs to it, however deep."""
    found = {row.id: row}
    waiting = [row]
    while waiting:
        for use in uses(project, waiting.pop()):
            if use.field.owner and use.row.id not in found:
                found[use.row.id] = use.row
                waiting.append(use.row)
    return found


def emptied(row: Entity, spec: Field, gone: frozenset[str]) -> Entity:
    """Return the record without the references of one field to what is gone."""
    value = getattr(row, spec.name)
    if isinstance(value, tuple):
        return row.but(**{spec.name: tuple(key for key in value if key not in gone)})
    return row.but(**{spec.name: ""}) if value in gone else row
