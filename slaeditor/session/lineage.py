"""What two files of one document both began from, told by the ancestors each of them names.

A start is never guessed from likeness: a version that is like their file may hold their edits, and
a merge from it would bring nothing; one that they never saw would take away what came since.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.visible import visible
from slaeditor.storage.backups import Backup, Backups
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import Opened, open_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State
from slaeditor.storage.trouble import StorageTrouble


@dataclass(frozen=True)
class Work:
    """The work in a window: its project, what its file says of itself, what the file holds."""

    project: Project
    meta: Meta
    in_file: Project | None = None


@dataclass(frozen=True)
class Start:
    """What both began from; `since` says when it was saved, None for what the file holds now.

    `known` is False where nothing is known that both were made from, `edition` the reader it was
    cut for when that is a copy that was merged before.
    """

    project: Project
    since: datetime | None = None
    known: bool = True
    edition: Reader | None = None

    def seen_by(self, reader: Reader | None) -> Project:
        """Return what a reader sees of it; a copy that was cut for that reader is that already."""
        if reader is None or reader is self.edition:
            return self.project
        return visible(self.project, reader)


def common_start(
    work: Work, theirs: Opened, reader: Reader | None, state: State | None
) -> Start | None:
    """Return the latest content, among those kept on this computer, that both were made from.

    `reader` is the one their copy was cut for: it was made from a version of ours when it began as
    what that reader sees of it. None where no such content is known.
    """
    if theirs.meta.document != work.meta.document:
        return None
    line = _numbered((theirs.base.digest, *theirs.meta.ancestors))
    found: dict[int, Start] = {}
    for start in _starts(work, theirs.meta.edition, state):
        number = line.get(content_digest(start.seen_by(reader)))
        if number is not None:
            found.setdefault(number, start)
        if number == 0:
            break
    return found[min(found)] if found else None


def _numbered(digests: tuple[str, ...]) -> Mapping[str, int]:
    """How far back each digest first stands."""
    return {digest: number for number, digest in reversed(list(enumerate(digests)))}


def _starts(work: Work, theirs: Reader | None, state: State | None) -> Iterator[Start]:
    """Yield what ours was made from, as far as it is kept, the newest first.

    Among it are copies cut for the reader of theirs that were merged before.
    """
    own = work.meta.edition
    if work.in_file is not None:
        yield Start(work.in_file)
    ancestors = frozenset(work.meta.ancestors)
    kept = Backups(state, work.meta.document).versions() if state is not None else []
    for version in kept if ancestors else ():
        opened = _read(version)
        ours = opened is not None and opened.base.digest in ancestors
        if opened is not None and ours and opened.meta.edition in {own, theirs}:
            cut_for = opened.meta.edition if opened.meta.edition is not own else None
            yield Start(opened.project, version.saved_at, edition=cut_for)


def _read(version: Backup) -> Opened | None:
    """What a version holds, None where it cannot be read."""
    try:
        return open_file(version.path)
    except StorageTrouble:
        return None
