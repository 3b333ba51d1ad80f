"""What changed since the last frozen revision, counted by part of the project."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

from slaeditor.exchange.revisions import NotFrozen, latest, thawed
from slaeditor.model.document import Revision
from slaeditor.model.project import Project
from slaeditor.rules.difference import differences

UNCOUNTED = frozenset({"revisions", "releases", "sign_offs"})
"""Records of the document's life, which change with every revision."""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last frozen revision: its name, and counts by table."""

    label: str
    counts: tuple[tuple[str, int], ...]
    trouble: str = ""


def changed_since(project: Project) -> Since | None:
    """Return what changed since the last frozen revision, None where none is frozen."""
    revision = latest(project)
    if revision is None:
        return None
    try:
        before = _state(revision)
    except NotFrozen as error:
        return Since(revision.label, (), error.sentence)
    tables = (one.table for one in differences(before, project))
    counted = Counter(table for table in tables if table not in UNCOUNTED)
    return Since(revision.label, tuple(counted.most_common()))


@functools.lru_cache(maxsize=2)
def _state(revision: Revision) -> Project:
    """The state of a revision, read once; raises NotFrozen."""
    return thawed(revision)
