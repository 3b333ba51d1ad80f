"""Settling what two people changed differently, for whoever reads the conflicts of a merge."""

from __future__ import annotations

from slaeditor.model.project import Project
from slaeditor.rules.merging import Conflict
from slaeditor.rules.references import without


def can_be_settled(conflict: Conflict) -> bool:
    """Whether there is another side to take; a reference that leads nowhere has none."""
    return conflict.ours is not None or conflict.theirs is not None


def settled(project: Project, conflict: Conflict) -> Project:
    """Return a merged project with the other side of a conflict taken.

    A field gets their value. A record that one removed and the other changed was kept by the
    merge, so that the other side is its removal, with what belongs to it.
    """
    row = getattr(project, conflict.table).get(conflict.row)
    if row is None or not can_be_settled(conflict):
        return project
    if conflict.field:
        return project.put(row.but(**{conflict.field: conflict.theirs}))
    return without(project, row)
