"""A colleague's file brought together with the work in a window: what both began from, what comes.

A plain call for a lane's thread; nothing here knows a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import changes
from slaeditor.rules.difference import Difference, differences
from slaeditor.rules.merging import Conflict, merged
from slaeditor.rules.visible import visible
from slaeditor.session.joins import Brought
from slaeditor.session.lineage import Start, Work, common_start
from slaeditor.storage.document_file import Opened, open_file
from slaeditor.storage.state import State
from slaeditor.storage.trouble import StorageTrouble


@dataclass(frozen=True)
class Joined:
    """A merge that waits for a decision: where both began, the project, what differs and clashes.

    `reader` is the reader their copy was cut for; `is_same` says that their file holds what the
    window holds. `brought` is the file that comes in, None for one of another document.
    """

    start: Start
    project: Project
    brings: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]
    reader: Reader | None = None
    is_same: bool = False
    brought: Brought | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to bring and nothing to decide."""
        return not self.brings and not self.conflicts


class CopyInWindow(StorageTrouble):
    """The window holds a copy cut for a reader, and the file is none, or one for another."""


def joined(path: Path, work: Work, state: State | None, *, from_nothing: bool = False) -> Joined:
    """Return a file merged with the work in a window; raises the storage trouble that prevents it.

    Without a known start, and where `from_nothing` says to look for none, every difference is a
    conflict.
    """
    theirs = open_file(path)
    if work.meta.edition is not None and work.meta.edition != theirs.meta.edition:
        raise CopyInWindow(
            f"This window holds only a copy for {work.meta.edition}.",
            "Open the whole document and merge the copy into it.",
        )
    reader = theirs.meta.edition if work.meta.edition is None else None
    start = None if from_nothing else common_start(work, theirs, reader, state)
    start = start or Start(Project(), known=False)
    made = merged(start.project, work.project, theirs.project, reader)
    brings = differences(work.project, made.project)
    seen = visible(work.project, reader) if reader is not None else work.project
    same = not changes(seen, theirs.project)
    brought = _brought(theirs) if theirs.meta.document == work.meta.document else None
    return Joined(start, made.project, brings, made.conflicts, reader, same, brought)


def _brought(theirs: Opened) -> Brought:
    return Brought(theirs.base.digest, theirs.content, theirs.meta.edition)
