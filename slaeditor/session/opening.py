"""Opening, saving and recovering as plain calls, for a lane's thread: storage's verbs put together.

Nothing here knows a window. What a person has to decide (somebody else has the file open, the
file changed meanwhile) comes back as a value or as trouble with a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.session.joins import Brought
from slaeditor.session.keeper import Keeper
from slaeditor.storage.backups import Backups
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import (
    Base,
    Opened,
    Saved,
    open_file,
    open_newer_file,
    read_content,
    save_file,
)
from slaeditor.storage.locks import Lock
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import Recovered, Unfinished, discard, restore
from slaeditor.storage.state import State
from slaeditor.storage.trouble import CannotWrite, FileInUse, NewerFile, StorageTrouble
from slaeditor.storage.working_copy import WorkingCopy

SUFFIX = ".sla"
_STEPS_OF_A_SAVE = 10
"""How many steps somebody may have taken while a save was under way."""


@dataclass(frozen=True)
class Opening:
    """A document ready for a window.

    `saved` is the project its file holds, None for work that no file holds. `held` says who else
    has the file open; `lock` is ours beside the file, None while there is none.
    """

    history: History
    meta: Meta
    path: Path | None = None
    base: Base | None = None
    saved: Project | None = None
    read_only: bool = False
    held: str = ""
    lock: Lock | None = None
    working_copy: WorkingCopy | None = None
    notices: tuple[str, ...] = ()


def fresh(project: Project) -> Opening:
    """Return a new document that no file holds; leaving it untouched loses nothing."""
    return Opening(History(project), Meta(), saved=project)


def opened(path: Path, state: State | None = None, *, lock: bool = True) -> Opening:
    """Return the document in a file, locked for us where nobody else holds it.

    Raises the storage trouble that prevents it. A file of a newer format that is understood can be
    read only. A backup of what is opened goes to `state`.
    Without `lock` nothing is put beside the file.
    """
    found = _found(path)
    opening = Opening(
        History(found.project),
        found.meta,
        found.path,
        found.base,
        found.project,
        found.read_only,
        notices=found.notices,
    )
    if state is not None and not found.is_newer:
        _keep_version(state, found.meta, path)
    return locked(opening) if lock and not found.read_only else opening


def _found(path: Path) -> Opened:
    try:
        return open_file(path)
    except NewerFile:
        return open_newer_file(path)


def locked(opening: Opening, *, over: bool = False) -> Opening:
    """Return the document with our lock beside its file, or with who holds it.

    `over` takes the lock away from somebody else.
    """
    if opening.path is None:
        return opening
    try:
        return replace(opening, lock=Lock.take(opening.path, over=over), held="")
    except FileInUse as held:
        return replace(opening, held=held.sentence)
    except CannotWrite as refused:
        told = f"{refused.sentence} {refused.remedy}".strip()
        return replace(opening, notices=(*opening.notices, told))


def as_copy(opening: Opening) -> Opening:
    """Return the same content as a new document that no file holds yet."""
    return Opening(
        opening.history, replace(Meta(), edition=opening.meta.edition), notices=opening.notices
    )


def to_read(opening: Opening) -> Opening:
    """Return the document as one that cannot be saved under its own name."""
    return replace(opening, read_only=True, held="")


@dataclass(frozen=True)
class Stored:
    """What a save has brought: the saved file and what there is to tell."""

    saved: Saved
    project: Project
    notices: tuple[str, ...] = ()


def stored(
    project: Project,
    path: Path,
    meta: Meta,
    base: Base | None,
    state: State | None,
) -> Stored:
    """Save a project and keep a backup.

    With a base the file has to hold what it held when opened; without one it is replaced, and what
    it held stays among the versions of its own document. Raises the storage trouble that prevents
    it, the file being as it was.
    """
    if base is None and state is not None:
        _keep_replaced(state, path)
    saved = save_file(project, path, meta, base=base, replace=base is None)
    notices = [*saved.notices]
    if state is not None:
        try:
            _keep(state, saved.meta, saved.content)
        except StorageTrouble as refused:
            notices.append(f"No backup was kept: {refused.sentence}")
    return Stored(saved, project, tuple(notices))


def saved_to(
    project: Project, path: Path, meta: Meta, base: Base | None, keeping: Keeping
) -> tuple[Stored, Lock | None]:
    """Save a project for the window that has it open; return what came of it and its lock.

    From the moment the file stands there, whatever else fails is a notice.
    """
    made = stored(project, path, meta, base, keeping.state)
    notices = made.notices
    if keeping.keeper is not None:
        try:
            keeping.keeper.saved(path, made.saved.meta, made.saved.base)
        except StorageTrouble as refused:
            notices = (*notices, f"The file is saved, but: {refused.sentence}")
    moves = keeping.moves or keeping.lock is None
    lock = moved_lock(keeping.lock, path) if moves else keeping.lock
    return replace(made, notices=notices), lock


@dataclass(frozen=True)
class Keeping:
    """What a window keeps beside its file: the user's state, the working copy and the lock.

    `moves` says that the document gets another name, where the lock has to follow.
    """

    state: State | None = None
    keeper: Keeper | None = None
    lock: Lock | None = None
    moves: bool = False


def moved_lock(lock: Lock | None, path: Path) -> Lock | None:
    """Return our lock beside another file, the one we had being released.

    None where the folder takes no lock; the document can be worked on all the same.
    """
    if lock is not None:
        lock.release()
    try:
        return Lock.take(path, over=True)
    except StorageTrouble:
        return None


def _keep(state: State, meta: Meta, content: bytes) -> None:
    """Keep what a file holds among the versions of its document."""
    Backups(state, meta.document).keep(content, edition=meta.edition)


def keep_brought(state: State, document: str, brought: Brought) -> None:
    """Keep a file that was merged in among the versions of the document it came into."""
    Backups(state, document).keep(brought.content, edition=brought.edition)


def _keep_version(state: State, meta: Meta, path: Path) -> None:
    try:
        _keep(state, meta, read_content(path))
    except StorageTrouble:
        return  # the next save tells of it; opening must not fail for want of a backup


def _keep_replaced(state: State, path: Path) -> None:
    try:
        replaced = open_file(path)
        _keep(state, replaced.meta, replaced.content)
    except StorageTrouble:
        return  # nothing stands there, no document of ours, or no room: somebody asked for this


def recovered(session: Unfinished, state: State) -> Opening:
    """Return the work a crash left, with its undo, safe in a working copy of its own.

    What is restored is set aside, not deleted. Raises WorkingCopyLost when nothing can be read.
    """
    found = restore(session)
    record = found.record
    opening = _against_file(found, record.target, state)
    copy = WorkingCopy.begin(state, found.history, opening.path, opening.meta, opening.base)
    return replace(
        opening, working_copy=copy, notices=(*opening.notices, *_set_aside(session, state))
    )


def _set_aside(session: Unfinished, state: State) -> tuple[str, ...]:
    try:
        discard(session, state)
    except StorageTrouble:
        return ("The same work will be offered once more at the next start.",)
    return ()


def _against_file(found: Recovered, target: Path | None, state: State) -> Opening:
    """Compare recovered work with the file it belongs to."""
    opening = Opening(found.history, found.record.meta, target, found.base, notices=found.losses)
    if target is None:
        return opening
    try:
        present = open_file(target)
    except StorageTrouble as gone:
        return replace(opening, notices=(*opening.notices, gone.sentence))
    if _is_own_save(found.history, present):
        opening = replace(opening, meta=present.meta, base=present.base)
    elif found.base is None or present.base.sha256 != found.base.sha256:
        told = f"“{target.name}” was changed since; saving will not overwrite it."
        before = _version_of(found, state)
        return replace(opening, saved=before, notices=(*opening.notices, told))
    return locked(replace(opening, saved=present.project, read_only=present.read_only))


def _is_own_save(history: History, present: Opened) -> bool:
    """Whether the file holds what the lost session itself was saving when it ended."""
    for _ in range(_STEPS_OF_A_SAVE):
        if content_digest(history.project) == present.base.digest:
            return True
        history = history.undo()
    return False


def _version_of(found: Recovered, state: State) -> Project | None:
    """Return what the file held when the lost session opened it, if a backup still tells."""
    if found.base is None:
        return None
    for version in Backups(state, found.record.meta.document).versions():
        if found.base.sha256.startswith(version.start_of_hash):
            return open_file(version.path).project
    return None
