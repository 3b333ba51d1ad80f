"""Tables that are matrices: which records stand down, across, and in the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from slaeditor.exchange.fields_meant import field_meant
from slaeditor.exchange.names_meant import measure_named, severity_named
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import FoundTable, Rows
from slaeditor.model.entity import Entity, field
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, kinds
from slaeditor.rules.names import title

_ACROSS: Final = "*"

LEFT_OUT: Final = ""
"""What a column holds that is not taken in."""

Naming = Callable[[str, Project], str]
"""Says which record some words name, if they name one of a sort."""

_NAMING: Final[Mapping[str, Naming]] = {"measure": measure_named, "severity": severity_named}


@dataclass(frozen=True, slots=True)
class Crossing:
    """A kind that people write as a matrix: what stands across, down, and in the cells.

    Each field of `across` can stand there, most often the first of them; whatever of `axes` does
    not stand across stands down.
    """

    axes: tuple[str, ...]
    across: tuple[str, ...]
    cell: str


CROSSINGS: Final[Mapping[str, Crossing]] = {
    "level_entitlements": Crossing(("entitlement", "level"), ("level",), "value"),
    "targets": Crossing(
        ("measure", "severity", "level"), ("level", "measure", "severity"), "value"
    ),
    "assignments": Crossing(("activity", "role"), ("role",), "letters"),
    "capabilities": Crossing(("person", "skill"), ("skill",), "rating"),
}


def across(name: str) -> str:
    """Return what a column holds whose head names a record of a field, each cell a record."""
    return f"{_ACROSS}{name}"


def stands_across(held: str) -> str:
    """Return the field whose records the head of a column names, nothing for other columns.

    >>> stands_across(across("level")), stands_across("level")
    ('level', '')
    """
    return held.removeprefix(_ACROSS) if held.startswith(_ACROSS) else ""


def named_by(name: str, head: str, project: Project) -> str:
    """Return how the project calls the record of a field that a head names."""
    naming = _NAMING.get(name)
    return (naming(head, project) if naming else "") or head


def crossed_columns(table: str, found: FoundTable, project: Project) -> tuple[str, ...]:
    """Return what the columns of a matrix hold: what stands down first, then what stands across.

    Nothing where records of the table cannot be written as a matrix, or the heads do not allow it.
    """
    crossing = CROSSINGS.get(table)
    heads = found.rows[0]
    if crossing is None or len(heads) <= 1:
        return ()
    standing = _standing_across(crossing, found, project)
    down = _down(crossing, standing, kinds()[table], found, project)
    if len(down) >= len(heads):
        return ()
    return (*down, *_heads(standing, heads[len(down) :], project))


def _heads(standing: str, heads: Sequence[str], project: Project) -> Iterator[str]:
    """What the columns hold whose heads stand across; of measures only those that name one."""
    for head in heads:
        names_one = standing != "measure" or bool(measure_named(head, project))
        yield across(standing) if head and names_one else LEFT_OUT


def _standing_across(crossing: Crossing, found: FoundTable, project: Project) -> str:
    """The field whose records the heads name: the rarer ones where most heads say so."""
    first, *heads = found.rows[0]
    for name in crossing.across[1:]:
        naming = _NAMING[name]
        if not naming(first, project) and _most(heads, naming, project):
            return name
    return crossing.across[0]


def _most(words: Iterable[str], naming: Naming, project: Project) -> bool:
    """Whether at least half of some words name a record of a sort."""
    filled = [one for one in words if one]
    return bool(filled) and 2 * sum(bool(naming(one, project)) for one in filled) >= len(filled)


def _down(
    crossing: Crossing, standing: str, kind: type[Entity], found: FoundTable, project: Project
) -> tuple[str, ...]:
    """The fields of the first columns: by their heads, by what the cells name, else the first."""
    axes = [name for name in crossing.axes if name != standing]
    held: list[str] = []
    for at in range(min(len(axes), len(found.rows[0]) - 1)):
        free = {name: field(kind, name) for name in axes if name not in held}
        meant = field_meant(found.rows[0][at], free) or _named_by(found.rows, at, free, project)
        if not meant:
            break
        held.append(meant)
    return tuple(held) or _down_by_looks(axes, found, project)


def _down_by_looks(axes: Sequence[str], found: FoundTable, project: Project) -> tuple[str, ...]:
    """The field of the first column where neither its head nor known records tell it."""
    names = [row[0] for row in found.rows[1:]]
    for name in axes:
        if name in _NAMING and _most(names, _NAMING[name], project):
            return (name,)
    if "severity" in axes and measure_named(found.rows[0][0], project):
        return ("severity",)  # the head of the names tells what the times are of
    return (axes[0],)


def _named_by(rows: Rows, at: int, free: Mapping[str, Field], project: Project) -> str:
    """The field to whose records most of the words of a column belong."""
    words = {folded(row[at]) for row in rows[1:] if row[at]}
    for name, spec in free.items():
        table = project.table(entity_named(spec.to)) if spec.to else ()
        known = {folded(title(project, row)) for row in table}
        if words and len(words & known) >= len(words) / 2:
            return name
    return ""
