"""An older project with the ids of a newer one, where records are the same by name."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.model.entity import Entity, links
from slaeditor.model.project import Project
from slaeditor.model.table import Table
from slaeditor.rules.difference import matched


def aligned(old: Project, new: Project) -> Project:
    """Return the older project, in which each record that the newer one has too bears its id.

    Projects that were read from texts without ids have none in common; their records are told
    by their readable keys.
    """
    ids = {was: now for was, now in matched(old, new).after.items() if was != now}
    if not ids:
        return old
    for name, _, rows in old.tables():
        old = old.with_table(name, Table([_renamed(row, ids) for row in rows]))
    return old


def _renamed(row: Entity, ids: Mapping[str, str]) -> Entity:
    values = {spec.name: _target(getattr(row, spec.name), ids) for spec in links(type(row))}
    return row.but(**values, id=ids.get(row.id, row.id))


def _target(value: str | tuple[str, ...], ids: Mapping[str, str]) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(ids.get(one, one) for one in value)
    return ids.get(value, value)
