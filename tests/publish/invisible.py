"""Changes that a reader may not see: drawn from the declarations, for proofs that none shows.

`invisible_change(source, project, view)` returns another project and the words of the change. The
same random source gives the same changes; a new kind or field takes part by itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.entity import Entity, fields, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader, Readers
from slaeditor.model.table import Table
from slaeditor.publish.document import Edition
from slaeditor.publish.edition.builder import edition
from slaeditor.rules.confidential import DECIDING
from slaeditor.rules.visible import View
from tests.projects import Maker, made_project

ON = date(2026, 11, 22)

Change = tuple[Project, str]


def made(project: Project, view: View) -> Edition:
    """Return the edition of a project for a reader."""
    return edition(project, view.reader, view.client, view.on)


def a_case(seed: int) -> tuple[random.Random, Project, View]:
    """Return a random source, a random project and a reader, all of one seed."""
    source = random.Random(seed)
    names = ["document", *source.sample([*kinds()], 9)]
    project = made_project(source.getrandbits(32), source.randint(1, 3), names)
    reader = source.choice(list(Reader))
    own = [one.id for one in project.clients] if reader is Reader.CLIENT else []
    return source, project, View(reader, source.choice(["", *own]), ON)


def invisible_change(source: random.Random, project: Project, view: View) -> Change:
    """Return the project with one thing changed that the reader may not see, and what it is."""
    ways: tuple[Callable[[random.Random, Project, View], Change], ...] = (
        hidden_field,
        hidden_field,
        hidden_record,
        without_a_hidden_record,
        other_record,
        other_places,
        other_readers,
    )
    return source.choice(ways)(source, project, view)


def changed_unseen(
    source: random.Random, project: Project, view: View, count: int
) -> tuple[Project, tuple[str, ...]]:
    """Return the project after several such changes, with their words."""
    told = []
    for _ in range(count):
        project, words = invisible_change(source, project, view)
        told.append(words)
    return project, tuple(told)


def hidden_field(source: random.Random, project: Project, view: View) -> Change:
    """Another value in a field that is not declared for the reader."""
    places = [
        (row, spec)
        for _, kind, table in project.tables()
        for row in table
        for spec in fields(kind)
        if not spec.readers.include(view.reader) and (kind.__name__, spec.name) not in DECIDING
    ]
    if not places:
        return project, "nothing"
    row, spec = source.choice(places)
    value = _maker(source, project).value(type(row), spec)
    return project.put(row.but(**{spec.name: value})), f"{type(row).__name__}.{spec.name}"


def hidden_record(source: random.Random, project: Project, view: View) -> Change:
    """One more record that is closed to the reader, somewhere in its table."""
    kind = source.choice([one for one in kinds().values() if not one.declaration.single])
    maker = _maker(source, project)
    row = maker.record(kind, maker.new_key(), source.randint(-5000, 5000))
    return project.put(row.but(readers=row.readers & ~view.reader.alone)), f"a {kind.__name__}"


def without_a_hidden_record(source: random.Random, project: Project, view: View) -> Change:
    """One record fewer of those that are closed to the reader."""
    rows = list(_closed(project, view))
    if not rows:
        return project, "nothing"
    row = source.choice(rows)
    return project.drop(row), f"no {type(row).__name__}"


def other_record(source: random.Random, project: Project, view: View) -> Change:
    """Other values in every field of a record that is closed to the reader."""
    rows = [row for row in _closed(project, view) if not isinstance(row, SpecialDeal)]
    if not rows:
        return project, "nothing"
    row = source.choice(rows)
    above = owner(type(row))
    kept = {"id", "position", "readers", *([above.name] if above is not None else [])}
    made = _maker(source, project).record(type(row), row.id, row.position)
    values = {spec.name: getattr(made, spec.name) for spec in _but(fields(type(row)), kept)}
    return project.put(row.but(**values)), f"another {type(row).__name__}"


def other_places(source: random.Random, project: Project, view: View) -> Change:
    """The same order with other positions, and closed records anywhere between."""
    name = source.choice(list(kinds()))
    table = getattr(project, name)
    closed = {row.id for row in _closed(project, view)}
    gap, rows = source.randint(1, 3000), []
    for place, row in enumerate(table):
        position = source.randint(-9999, 9999) if row.id in closed else place * gap
        rows.append(row.but(position=position))
    return project.with_table(name, Table(rows)), f"places of {name}"


def other_readers(source: random.Random, project: Project, view: View) -> Change:
    """A record opened or closed to people who are not this reader."""
    rows = [row for _, _, table in project.tables() for row in table]
    if not rows:
        return project, "nothing"
    row = source.choice(rows)
    others = source.choice(list(Readers)) & ~view.reader.alone
    return project.put(row.but(readers=row.readers & view.reader.alone | others)), "readers"


def _closed(project: Project, view: View) -> Iterator[Entity]:
    """The records that are closed to the reader by their own readers, or are another client's."""
    for _, _, table in project.tables():
        for row in table:
            others = view.reader is Reader.CLIENT and isinstance(row, Client)
            if not row.readers.include(view.reader) or (others and row.id != view.client):
                yield row


def _but(specs: tuple[Field, ...], kept: set[str]) -> tuple[Field, ...]:
    return tuple(one for one in specs if one.name not in kept)


def _maker(source: random.Random, project: Project) -> Maker:
    keys: dict[str, list[str]] = {
        kind.__name__: [row.id for row in table]
        for _, kind, table in project.tables()
        if len(table)
    }
    return Maker(source, keys)


def prints_differ(seed: int, changes: int, compare: Callable[[Project, View], Any]) -> str:
    """Return what of a seed's changes shows to the reader, or nothing."""
    source, project, view = a_case(seed)
    other, told = changed_unseen(source, project, view, changes)
    if compare(project, view) == compare(other, view):
        return ""
    return f"seed {seed}, {view.reader}: {', '.join(told)}"
