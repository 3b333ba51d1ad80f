"""Opening records to a reader, together with what they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import Entity, links
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.references import owner_of
from slaeditor.rules.visible import visible


def opened(project: Project, rows: Sequence[Entity], reader: Reader) -> Project:
    """Return the project with records open to a reader as well; new ones are added."""
    for row in rows:
        known = project.find(type(row), row.id) is not None
        open_row = row.but(readers=row.readers | reader.alone)
        project = project.put(open_row) if known else project.add(open_row)
    return project


def rests_on(project: Project, rows: Sequence[Entity], reader: Reader) -> tuple[Entity, ...]:
    """Return the records, closed to a reader, without which these stay out of their handbook.

    A target means something else without its severity, a level without its service hours; what
    such a record rests on in its turn is named too. What a record belongs to is not.
    """
    found: dict[str, Entity] = {}
    waiting = list(rows)
    while waiting:
        for one in _closed(project, waiting.pop(), reader):
            if one.id not in found:
                found[one.id] = one
                waiting.append(one)
    return tuple(found.values())


def closed_above(project: Project, rows: Sequence[Entity], reader: Reader) -> tuple[Entity, ...]:
    """Return what records belong to, all the way up, as far as it is closed to a reader."""
    found: dict[str, Entity] = {}
    for row in rows:
        seen, above = {row.id}, owner_of(project, row)
        while above is not None and above.id not in seen:
            seen.add(above.id)
            if not above.readers.include(reader):
                found[above.id] = above
            above = owner_of(project, above)
    return tuple(found.values())


def _closed(project: Project, row: Entity, reader: Reader) -> list[Entity]:
    """The closed records that a record points at and cannot stand without."""
    closed: list[Entity] = []
    for spec in links(type(row)):
        if spec.owner or not spec.needed or not spec.readers.include(reader):
            continue
        named = [project.find(spec.to, key) for key in spec.targets(getattr(row, spec.name))]
        there = [one for one in named if one is not None]
        if not any(one.readers.include(reader) for one in there):
            closed += there
    return closed


def newly_visible(before: Project, after: Project, reader: Reader) -> tuple[Entity, ...]:
    """Return the records that a reader sees of one project and not yet of the one before."""
    seen = {row.id for _, _, table in visible(before, reader).tables() for row in table}
    return tuple(
        original
        for name, _, table in visible(after, reader).tables()
        for row in table
        if row.id not in seen and (original := getattr(after, name).get(row.id)) is not None
    )
