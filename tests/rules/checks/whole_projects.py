"""Projects with records of every kind: bare, filled in, and tangled by likeness."""

from collections.abc import Iterator
from typing import Any

from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds
from slaeditor.model.values.unreadable import Unreadable

ROWS = 2


def a_bare_project() -> Project:
    """Returns a project with two empty records of every kind."""
    return Project().add(*(kind() for kind in kinds().values() for _ in range(ROWS)))


def a_full_project() -> Project:
    """Returns a project with two records of every kind, all fields filled, all references good."""
    project = a_bare_project()
    for _, kind, table in project.tables():
        for number, row in enumerate(table):
            project = project.put(_filled(project, kind, row, number))
    return project


def a_tangled_project() -> Project:
    """Returns a project in which all records of a kind are alike and point at the first ones."""
    project = a_bare_project()
    for _, kind, table in project.tables():
        for row in table:
            project = project.put(_filled(project, kind, row, 0))
    return project


def edits(project: Project) -> Iterator[Project]:
    """Yields the project after an edit of each table: a name, an emptied record or a loss."""
    for turn, (_, kind, table) in enumerate(project.tables()):
        first = next(iter(table))
        if turn % 3 == 0:
            yield project.drop(first)
        elif turn % 3 == 1 and "name" in {spec.name for spec in fields(kind)}:
            yield project.put(first.but(name="Another name"))
        else:
            yield project.put(kind(id=first.id, position=first.position))


def _filled(project: Project, kind: type[Entity], row: Entity, number: int) -> Entity:
    values = {spec.name: _value(project, spec, number) for spec in fields(kind)}
    return row.but(**values)


def _value(project: Project, spec: Field, number: int) -> Any:
    if spec.to:
        rows = tuple(getattr(project, _table(spec.to)))
        key = rows[number % len(rows)].id
        return (key,) if spec.kind.absent == () else key
    if spec.choices is not None:
        return _choice(spec.choices, number)
    try:
        return spec.kind.parse(spec.kind.example)
    except Unreadable as trouble:
        raise AssertionError(spec.name) from trouble


def _choice(choices: type[Choice], number: int) -> Choice:
    members = list(choices)
    return members[number % len(members)]


def _table(name: str) -> str:
    return next(table for table, kind in kinds().items() if kind.__name__ == name)
