"""An example to start from, for a kind of record that has none yet.

An example is written in the words people type; what it refers to is found by its name or added with
nothing but a name. `with_example` is one edit, so it is one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named
from slaeditor.rules.example import Example, Words
from slaeditor.rules.examples_of_backing import BACKING
from slaeditor.rules.examples_of_levels import LEVELS
from slaeditor.rules.examples_of_sales import SALES
from slaeditor.rules.examples_of_time import TIME
from slaeditor.rules.examples_of_work import WORK
from slaeditor.rules.names import title
from slaeditor.rules.openings import started

EXAMPLES: Mapping[str, Example] = {**LEVELS, **TIME, **WORK, **SALES, **BACKING}
"""The examples by the name of the kind they begin."""


def purpose_of(kind: type[Entity]) -> str:
    """Return what a kind of record is for, in a sentence or two; empty where nothing is said."""
    found = EXAMPLES.get(kind.__name__)
    return found.purpose if found else ""


def has_example(kind: type[Entity]) -> bool:
    """Return whether there is an example of a kind."""
    return kind.__name__ in EXAMPLES


def with_example(project: Project, kind: type[Entity]) -> tuple[Project, tuple[str, ...]]:
    """Return the project with the example of a kind, and the ids of its records of that kind.

    Raises KeyError where the kind has no example.
    """
    example = EXAMPLES[kind.__name__]
    keys: list[str] = []
    for words in example.rows:
        project, key = _with_row(project, kind, words)
        keys.append(key)
    for name, words in example.more:
        project, _ = _with_row(project, entity_named(name), words)
    return project, tuple(keys)


def _with_row(project: Project, kind: type[Entity], words: Words) -> tuple[Project, str]:
    declared = {spec.name: spec for spec in fields(kind)}
    values: dict[str, Any] = {}
    for name, typed in words.items():
        project, values[name] = _value(project, declared[name], typed)
    row = started(kind(**values))
    return project.add(row), row.id


def _value(project: Project, spec: Field, typed: str) -> tuple[Project, Any]:
    if not spec.to:
        return project, spec.kind.parse(typed)
    keys = []
    for name in typed.split(";"):
        project, key = _named(project, spec.to, name.strip())
        keys.append(key)
    several: tuple[str, ...] = tuple(keys)
    return project, several if spec.kind.name == "references" else several[0]


def _named(project: Project, name: str, words: str) -> tuple[Project, str]:
    """The record of a kind that is called so, added where there is none."""
    kind = entity_named(name)
    wanted = words.casefold()
    for row in project.table(kind):
        if title(project, row).casefold() == wanted:
            return project, row.id
    values: dict[str, Any] = {kind.declaration.title[0]: words}
    made = started(kind(**values))
    return project.add(made), made.id
