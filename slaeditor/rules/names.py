"""What a record is called, in the manager's words and as a readable key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from slaeditor.model.entity import Entity, field
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds
from slaeditor.model.remembered import remembered
from slaeditor.model.values.slug import slug

Called = Callable[[Entity], str]
NOTHING: tuple[object, ...] = (None, "", ())
NAMELESS = "without a name"
"""What stands behind the kind of a record that nobody has named."""


def title(project: Project, row: Entity) -> str:
    """Return what the record is called, such as "First response · Severity 1 · Gold".

    A record named by others takes their names; a record nobody has named is said to be so.
    """
    return given_title(project, row) or _nameless(row)


def given_title(project: Project, row: Entity) -> str:
    """Return what the record was named; nothing for one that nobody has named."""
    return _given(project, row, partial(title, project))


class Titles:
    """What the records of one project are called; those that name others are worked out once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._known: dict[str, str] = {}

    def of(self, row: Entity) -> str:
        """Return what a record is called, as `title` says it."""
        return _given(self.project, row, self.of_named) or _nameless(row)

    def of_named(self, row: Entity) -> str:
        """Return the same, and keep it: this record names others, which may be many."""
        known = self._known.get(row.id)
        if known is None:
            known = self._known[row.id] = self.of(row)
        return known


def titles(project: Project, rows: Sequence[Entity]) -> str:
    """Return what records are called together: the title of a single one, else how many."""
    return title(project, rows[0]) if len(rows) == 1 else f"{len(rows)} records"


def named(project: Project, row: Entity) -> str:
    """Return kind and name for a sentence, such as "service level “Gold”"."""
    singular = row.declaration.singular
    return f"{singular[0].lower()}{singular[1:]} “{title(project, row)}”"


def _nameless(row: Entity) -> str:
    return f"{row.declaration.singular} {NAMELESS}"


def _given(project: Project, row: Entity, called: Called) -> str:
    return " · ".join(filter(None, _parts(project, row, called)))


def _parts(project: Project, row: Entity, called: Called) -> list[str]:
    """Return the words of each field a record is named by that says something."""
    return [
        _part(project, row, spec, value, called)
        for spec in _naming(type(row))
        if (value := getattr(row, spec.name)) not in NOTHING
    ]


@remembered
def _naming(kind: type[Entity]) -> tuple[Field, ...]:
    return tuple(field(kind, name) for name in kind.declaration.title)


def _part(project: Project, row: Entity, spec: Field, value: Any, called: Called) -> str:
    if not spec.to:
        return spec.kind.words(value).split("\n")[0][:80]
    found = [project.find(spec.to, key) for key in spec.targets(value)]
    return ", ".join(called(one) for one in found if one is not None and one is not row)


def readable_keys(project: Project) -> Mapping[str, str]:
    """Return for every record id a key that a person can read, unique within its kind.

    A key is the slug of the record's title; a second record of that slug gets "-2", and so on, in
    the order of the table, so that the same project always gives the same keys.
    """
    return {key: word for name in kinds() for key, word in _keys_of(project, name)}


def record_meant(project: Project, words: str) -> str:
    """Return the id of the record that words mean: an id, or a table and a readable key.

    "service levels/gold" is the service level whose key is gold. Other words come back unchanged.
    """
    table, _, key = words.partition("/")
    name = re.sub("[ -]", "_", table.strip().casefold())
    if not key or name not in kinds():
        return words
    wanted = slug(key)
    found = (row for row, known in _keys_of(project, name) if known == wanted)
    return next(found, words)


def record_named(project: Project, words: str) -> Entity | None:
    """Return the record that words mean, an id or a table and a readable key; None where none."""
    key = record_meant(project, words)
    found = (table.get(key) for _, _, table in project.tables()) if key else ()
    return next((row for row in found if row is not None), None)


def _keys_of(project: Project, name: str) -> Iterator[tuple[str, str]]:
    """Yield the id of each record of a table with its readable key."""
    called = Titles(project).of_named
    taken: set[str] = set()
    for row in getattr(project, name):
        parts = _parts(project, row, called)
        key = _free(slug(" ".join(filter(None, parts)) or row.declaration.singular), taken)
        taken.add(key)
        yield row.id, key


def _free(wanted: str, taken: set[str]) -> str:
    number, key = 1, wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key
