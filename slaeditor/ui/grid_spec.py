"""Which kinds are edited as a grid: what its lines, its columns and its cells are."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from operator import attrgetter
from typing import Any

from slaeditor.model.entity import Entity, default, field
from slaeditor.model.project import Project, entity_named
from slaeditor.model.promises import Measure, MeasureKind
from slaeditor.model.table import Table
from slaeditor.rules.names import title

LineKey = tuple[str, ...]
_UNDIVIDED = frozenset({MeasureKind.AVAILABILITY, MeasureKind.SCORE, MeasureKind.QUANTITY})
"""Kinds of measure that no severity divides, such as availability."""
ALL = "All"


@dataclass(frozen=True, slots=True)
class GridSpec:
    """A grid: `lines` are one or two fields, `column` and `value` one each.

    `inherits` says that a level shows what the level it is based on says.
    """

    lines: tuple[str, ...]
    column: str
    value: str
    inherits: bool = False


GRIDS: Mapping[str, GridSpec] = {
    "LevelEntitlement": GridSpec(("entitlement",), "level", "value", inherits=True),
    "Target": GridSpec(("measure", "severity"), "level", "value", inherits=True),
    "Assignment": GridSpec(("activity",), "role", "letters"),
    "Capability": GridSpec(("person",), "skill", "rating"),
    "PriorityRule": GridSpec(("impact",), "urgency", "severity"),
}


def line_keys(project: Project, kind: type[Entity], spec: GridSpec) -> tuple[LineKey, ...]:
    """Return the lines of a grid in order."""
    if len(spec.lines) == 1:
        return tuple((key,) for key in axis(project, kind, spec.lines[0]))
    return tuple(_pairs(project, kind, spec))


def _pairs(project: Project, kind: type[Entity], spec: GridSpec) -> Iterator[LineKey]:
    """Each first value with those second values that it is used with, or may be."""
    first, second = spec.lines
    seconds = axis(project, kind, second)
    for key in axis(project, kind, first):
        used = {getattr(row, second) for row in project.table(kind).where(first, key)}
        several = [one for one in seconds if one]
        if _is_undivided(project, kind, first, key):
            yield (key, "")
            yield from ((key, one) for one in several if one in used)
        elif used == {""} or not several:
            yield (key, "")
        else:
            yield from product((key,), several)
            if "" in used:
                yield (key, "")


def _is_undivided(project: Project, kind: type[Entity], name: str, key: str) -> bool:
    """Whether a line is a measure of the service itself, not of single cases."""
    row = project.find(field(kind, name).to, key)
    return isinstance(row, Measure) and row.kind in _UNDIVIDED


def axis(project: Project, kind: type[Entity], name: str) -> tuple[str, ...]:
    """Return the values along one side: ids of records, or texts in the order they came.

    A side on which nothing may be named has "" at its end where some record names nothing.
    """
    declared = field(kind, name)
    used = project.table(kind).derived(_used(name))
    if not declared.to:
        return tuple(key for key in used if key)
    listed = project.table(entity_named(declared.to)).derived(_ids)
    return (*listed, "") if "" in used and not declared.required else listed


@functools.cache
def _used(name: str) -> Callable[[Table[Any]], dict[str, None]]:
    """Return what finds the values that stand in a field of a table, in order."""
    return lambda table: dict.fromkeys(map(attrgetter(name), table))


def _ids(table: Table[Any]) -> tuple[str, ...]:
    return tuple(row.id for row in table)


def axis_title(project: Project, kind: type[Entity], name: str, key: str) -> str:
    """Return what stands at a line or column."""
    declared = field(kind, name)
    if not declared.to:
        return key
    if not key:
        return f"{ALL} {entity_named(declared.to).declaration.plural.lower()}"
    row = project.find(declared.to, key)
    return title(project, row) if row is not None else "?"


def is_plain(row: Entity, kind: type[Entity], spec: GridSpec) -> bool:
    """Whether a record says nothing but line, column and value of what tells records apart."""
    apart = set(kind.declaration.unique) - {*spec.lines, spec.column}
    return all(getattr(row, name) == default(kind, name) for name in apart)
