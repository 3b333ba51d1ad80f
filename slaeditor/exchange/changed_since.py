"""What changed since the last frozen revision, and whether handbooks still say its version."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass
from typing import Final

from slaeditor.exchange.revisions import NotFrozen, latest, thawed
from slaeditor.model.document import Document, Revision
from slaeditor.model.project import Project
from slaeditor.rules.difference import differences

RAISE: Final = "Raise the version before you hand them out."
"""What to do about it."""
UNCOUNTED = frozenset({"revisions", "releases", "sign_offs"})
"""Records of the document's life, which change with every revision."""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since the last frozen revision: its name, and counts by table."""

    label: str
    counts: tuple[tuple[str, int], ...]
    trouble: str = ""

    @property
    def is_other(self) -> bool:
        """Whether something changed, as far as that can be told."""
        return bool(self.counts)


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


def unraised(project: Project, since: Since | None) -> str:
    """Return the sentence that handbooks bear a version from whose state they differ, if they do.

    `since` is what `changed_since` tells of the project.
    """
    version = project.the(Document).version
    if since is None or not since.is_other or version != since.label:
        return ""
    return f"Handbooks made now say version {version} as well, but differ from it."


@functools.lru_cache(maxsize=2)
def _state(revision: Revision) -> Project:
    """The state of a revision, read once; raises NotFrozen."""
    return thawed(revision)
