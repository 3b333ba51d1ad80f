"""Copies of records with everything that belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slaeditor.model.entity import Entity, fields, links, new_id
from slaeditor.model.field import Field
from slaeditor.model.project import Project
from slaeditor.rules.names import title
from slaeditor.rules.order import moved
from slaeditor.rules.references import uses


def copied(project: Project, rows: Sequence[Entity]) -> tuple[Project, tuple[Entity, ...]]:
    """Return the project with a copy of each record after the last of them, and the copies.

    What belongs to a record is copied with it, and references among the copies point at copies.
    A record named by a text is named as a copy, such as “Gold (copy)”.
    """
    family = _family(project, rows)
    keys = {row.id: new_id() for row in family}
    project = project.add(*(_copy(row, keys) for row in family))
    tops = [_renamed(project, project.table(type(row))[keys[row.id]]) for row in rows]
    project = _beside(project.put(*tops), rows, tops)
    return project, tuple(project.table(type(row))[row.id] for row in tops)


def _family(project: Project, rows: Sequence[Entity]) -> tuple[Entity, ...]:
    found = {row.id: row for row in rows}
    waiting = list(rows)
    while waiting:
        for use in uses(project, waiting.pop(0)):
            if use.field.owner and use.row.id not in found:
                found[use.row.id] = use.row
                waiting.append(use.row)
    return tuple(found.values())


def _copy(row: Entity, keys: dict[str, str]) -> Entity:
    changed: dict[str, Any] = {"id": keys[row.id]}
    for spec in links(type(row)):
        value = getattr(row, spec.name)
        if isinstance(value, tuple):
            changed[spec.name] = tuple(keys.get(key, key) for key in value)
        else:
            changed[spec.name] = keys.get(value, value)
    return row.but(**changed)


def _renamed(project: Project, row: Entity) -> Entity:
    naming = next((spec for spec in fields(type(row)) if _names(row, spec)), None)
    if naming is None:
        return row
    taken = {title(project, other) for other in project.table(type(row))}
    words, number = f"{getattr(row, naming.name)} (copy)", 1
    while words in taken:
        number += 1
        words = f"{getattr(row, naming.name)} (copy {number})"
    return row.but(**{naming.name: words})


def _names(row: Entity, spec: Field) -> bool:
    plain = spec.kind.name == "text" and spec.name in row.declaration.title
    return plain and bool(getattr(row, spec.name))


def _beside(project: Project, rows: Sequence[Entity], copies: Sequence[Entity]) -> Project:
    listed = tuple(project.table(type(rows[0])))
    last = max(at for at, row in enumerate(listed) if row.id in {one.id for one in rows})
    after = listed[last + 1].id if last + 1 < len(listed) else None
    return moved(project, listed, [copy.id for copy in copies], after)
