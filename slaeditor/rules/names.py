"""What a record is called, in the manager's words and as a readable key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import Project, kinds
from slaeditor.model.values.slug import slug

NAMELESS = "without a name"
"""What stands behind the kind of a record that nobody has named."""


def title(project: Project, row: Entity) -> str:
    """Return what the record is called, such as "First response · Severity 1 · Gold".

    A record named by others takes their names; a record nobody has named is said to be so.
    """
    return given_title(project, row) or f"{row.declaration.singular} {NAMELESS}"


def given_title(project: Project, row: Entity) -> str:
    """Return what the record was named; nothing for one that nobody has named."""
    parts = [_part(project, row, name) for name in row.declaration.title]
    return " · ".join(part for part in parts if part)


def titles(project: Project, rows: Sequence[Entity]) -> str:
    """Return what records are called together: the title of a single one, else how many."""
    return title(project, rows[0]) if len(rows) == 1 else f"{len(rows)} records"


def named(project: Project, row: Entity) -> str:
    """Return kind and name for a sentence, such as "service level “Gold”"."""
    singular = row.declaration.singular
    return f"{singular[0].lower()}{singular[1:]} “{title(project, row)}”"


def _part(project: Project, row: Entity, name: str) -> str:
    spec = field(type(row), name)
    value = getattr(row, name)
    if not spec.to:
        return spec.kind.words(value).split("\n")[0][:80] if value not in (None, "", ()) else ""
    found = [project.find(spec.to, key) for key in spec.targets(value)]
    return ", ".join(title(project, one) for one in found if one is not None and one is not row)


def readable_keys(project: Project) -> Mapping[str, str]:
    """Return for every record id a key that a person can read, unique within its kind.

    A key is the slug of the record's title; a second record of that slug gets "-2", and so on, in
    the order of the table, so that the same project always gives the same keys.
    """
    return {key: word for name in kinds() for key, word in _keys_of(project, name).items()}


def record_meant(project: Project, words: str) -> str:
    """Return the id of the record that words mean: an id, or a table and a readable key.

    "service levels/gold" is the service level whose key is gold. Other words come back unchanged.
    """
    table, _, key = words.partition("/")
    name = re.sub("[ -]", "_", table.strip().casefold())
    if not key or name not in kinds():
        return words
    wanted = slug(key)
    found = (row for row, known in _keys_of(project, name).items() if known == wanted)
    return next(found, words)


def record_named(project: Project, words: str) -> Entity | None:
    """Return the record that words mean, an id or a table and a readable key; None where none."""
    key = record_meant(project, words)
    found = (table.get(key) for _, _, table in project.tables()) if key else ()
    return next((row for row in found if row is not None), None)


def _keys_of(project: Project, name: str) -> dict[str, str]:
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for row in getattr(project, name):
        keys[row.id] = _free(_slug(project, row), taken)
        taken.add(keys[row.id])
    return keys


def _slug(project: Project, row: Entity) -> str:
    parts: list[Any] = [_part(project, row, name) for name in row.declaration.title]
    return slug(" ".join(part for part in parts if part) or row.declaration.singular)


def _free(wanted: str, taken: set[str]) -> str:
    number, key = 1, wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key
