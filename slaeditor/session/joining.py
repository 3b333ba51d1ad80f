"""A colleague's file brought together with the work in a window: what both began from, what comes.

A plain call for a lane's thread; nothing here knows a window.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import changes
from slaeditor.rules.difference import Difference, differences
from slaeditor.rules.merging import Conflict, merged
from slaeditor.rules.visible import visible
from slaeditor.storage.backups import Backup, Backups
from slaeditor.storage.document_file import open_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State
from slaeditor.storage.trouble import StorageTrouble

MOST_LOOKED_AT = 40
"""How many earlier versions are looked through for what both began from."""


@dataclass(frozen=True)
class Work:
    """The work in a window: its project, what its file says of itself, what the file holds."""

    project: Project
    meta: Meta
    in_file: Project | None = None


@dataclass(frozen=True)
class Start:
    """What both began from; `since` says when it was saved, None for what the file holds now.

    `known` is False where no earlier version has anything to do with their file.
    """

    project: Project
    since: datetime | None = None
    known: bool = True


@dataclass(frozen=True)
class Joined:
    """A merge that waits for a decision: where both began, the project, what differs and clashes.

    `reader` is the reader their copy was cut for.
    """

    start: Start
    project: Project
    brings: tuple[Difference, ...]
    conflicts: tuple[Conflict, ...]
    reader: Reader | None = None


class CopyInWindow(StorageTrouble):
    """The window holds a copy cut for a reader, and the file is none, or one for another."""


def joined(path: Path, work: Work, state: State | None) -> Joined:
    """Return a file merged with the work in a window; raises the storage trouble that prevents it.

    Both began from that version of the document, among those kept on this computer, which their
    file is nearest to. Without any every difference is a conflict.
    """
    theirs = open_file(path)
    if work.meta.edition is not None and work.meta.edition != theirs.meta.edition:
        raise CopyInWindow(
            f"This window holds only a copy for {work.meta.edition}.",
            "Open the whole document and merge the copy into it.",
        )
    reader = theirs.meta.edition if work.meta.edition is None else None
    same = theirs.meta.document == work.meta.document
    starts = _starts(work, state) if same else ()
    start = _nearest(starts, theirs.project, reader) or Start(Project(), known=False)
    made = merged(start.project, work.project, theirs.project, reader)
    brings = differences(work.project, made.project)
    return Joined(start, made.project, brings, made.conflicts, reader)


def _starts(work: Work, state: State | None) -> Iterator[Start]:
    """Yield what both may have begun from, the newest first."""
    if work.in_file is not None:
        yield Start(work.in_file)
    kept = Backups(state, work.meta.document).versions() if state is not None else []
    for version in kept[:MOST_LOOKED_AT]:
        found = _start_of(version, work.meta.edition)
        if found is not None:
            yield found


def _start_of(version: Backup, edition: Reader | None) -> Start | None:
    """What a version holds; None for one that cannot be read or was cut for another reader.

    A copy that was cut here and changed on this computer is kept among the versions: it is their
    work, not what both began from.
    """
    try:
        opened = open_file(version.path)
    except StorageTrouble:
        return None
    return Start(opened.project, version.saved_at) if opened.meta.edition is edition else None


def _nearest(starts: Iterable[Start], theirs: Project, reader: Reader | None) -> Start | None:
    """Return the start from which the fewest records differ, the newest of several."""
    found, least = None, 0
    for start in starts:
        there = visible(start.project, reader) if reader is not None else start.project
        count = len(changes(there, theirs))
        if found is None or count < least:
            found, least = start, count
        if not count:
            break
    return found
