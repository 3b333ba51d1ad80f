"""One open document: its session, the file it belongs to, and everything done with that file.

Saving, looking and locking happen on lanes of their own; the signals bring what comes of it. No
widget is known here.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from slaeditor.model.project import Project
from slaeditor.rules.merging import Merged, merged
from slaeditor.session.background import Lane, Ticket
from slaeditor.session.file_watch import FileWatch
from slaeditor.session.held_lock import HeldLock
from slaeditor.session.joins import Brought, Joins
from slaeditor.session.keeper import Keeper
from slaeditor.session.opening import (
    Keeping,
    Opening,
    Stored,
    keep_brought,
    opened,
    saved_to,
    stored,
)
from slaeditor.session.session import Session
from slaeditor.storage.document_file import Base
from slaeditor.storage.files import FileSystem
from slaeditor.storage.locks import Lock
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State
from slaeditor.storage.trouble import StorageTrouble

UNTITLED = "Untitled"


class Document(QObject):
    """A document in a window.

    `renamed`: name, path or the right to save are others. `saved` brings the path and the notices
    of a save, `troubled` the trouble that prevented one or that befell the lock or working copy.
    `changed_outside` and `gone`: somebody else wrote or removed the file. `reloaded`: the content
    of the file was taken over; `merged` brings the conflicts of a merge; `sweeping`, in place of
    it, a merge that takes so much away that somebody has to agree first. `lock_lost`: somebody else
    took the file over.
    """

    renamed = Signal()
    saving_changed = Signal(bool)
    saved = Signal(object, object)
    troubled = Signal(object)
    changed_outside = Signal()
    gone = Signal()
    reloaded = Signal()
    merged = Signal(object)
    lock_lost = Signal()
    sweeping = Signal(object)

    def __init__(
        self, opening: Opening, state: State | None, parent: QObject | None = None
    ) -> None:
        """Begin the session of what was opened; without a state nothing survives a crash."""
        super().__init__(parent)
        self._state = state
        self._lane = Lane("document", self)
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._notice_change)
        self._watch.gone.connect(self.gone)
        self._lock = HeldLock(self._lane, self)
        self._lock.lost.connect(self.lock_lost)
        self._keeper: Keeper | None = None
        self._joins = Joins()
        self.saving = False
        self._take(opening)
        self.session = Session(opening.history.project)
        self.session.reader = opening.meta.edition
        self.session.replace(opening.history, saved=opening.saved)
        if state is not None:
            self._keep_with(opening, state)

    def _take(self, opening: Opening) -> None:
        self.path = opening.path
        self.meta = opening.meta
        self.base = opening.base
        self._in_file = opening.saved
        self.read_only = opening.read_only
        self.notices = opening.notices
        self._lock.hold(opening.lock)
        self._look_after()

    def _keep_with(self, opening: Opening, state: State) -> None:
        self._keeper = Keeper(state, self.path, self.meta, self.base, opening.working_copy)
        self.session.keep_with(self._keeper)

    @property
    def name(self) -> str:
        """What the window is called: the name of the file, or that there is none."""
        return self.path.name if self.path else UNTITLED

    @property
    def modified(self) -> bool:
        """Whether there is work that the file does not hold."""
        return self.session.modified

    @property
    def in_file(self) -> Project | None:
        """The project that the file held when it was last read or written, None without a file."""
        return self._in_file if self.path is not None else None

    @property
    def untouched(self) -> bool:
        """Whether it is new and nothing was done with it, so that another may take its place."""
        return self.path is None and not self.modified and not self.session.history.done

    # saving

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save under the name it has; `then` is called once that is done."""
        if self.path is None or self.read_only:
            raise ValueError("There is no file that may be saved to.")
        self._save_to(self.path, self.base, then)

    def save_as(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Save under another name, in place of what stands there, and go on with that file.

        Another way to the file one has is that file: what somebody else saved there stays.
        """
        real = FileSystem().real
        same = self.path is not None and real(path) == real(self.path)
        self._save_to(path, self.base if same else None, then)

    def save_copy(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Save a copy under another name and go on with the file one has."""
        project, meta = self.session.project, self._meta_of_another
        self._say_saving(True)
        self._lane.ask(
            lambda _: stored(project, path, meta, None, None),
            lambda made: self._copied(made, then),
            self._complain,
        )

    @property
    def meta_now(self) -> Meta:
        """What our file says of the work: it was made from what was merged in as well."""
        return self._joins.told(self.meta, self.session.history)

    @property
    def _meta_of_another(self) -> Meta:
        """What another file with this work says: it was made from what ours holds."""
        meta = self.meta_now
        return meta.after(self.base.digest) if self.base is not None else meta

    def _copied(self, made: Stored, then: Callable[[], None] | None) -> None:
        self._say_saving(False)
        self.saved.emit(made.saved.path, made.notices)
        if then is not None:
            then()

    def _save_to(self, path: Path, base: Base | None, then: Callable[[], None] | None) -> None:
        if self.saving:
            return
        self.session.seal()
        project, meta = self.session.project, self.meta_now if base else self._meta_of_another
        keeping = Keeping(self._state, self._keeper, self._lock.lock, moves=path != self.path)
        self._watch.pause()
        self._say_saving(True)
        self._lane.ask(
            lambda _: saved_to(project, path, meta, base, keeping),
            lambda made: self._settle(made[0], made[1], then),
            self._complain,
        )

    def _settle(self, made: Stored, lock: Lock | None, then: Callable[[], None] | None) -> None:
        self.path, self.meta, self.base = made.saved.path, made.saved.meta, made.saved.base
        self._in_file = made.project
        self.read_only = False
        self._lock.hold(lock)
        self._look_after()
        self._say_saving(False)
        self.session.mark_saved(made.project)
        self.renamed.emit()
        self.saved.emit(made.saved.path, made.notices)
        if then is not None:
            then()

    def _complain(self, trouble: StorageTrouble) -> None:
        self._watch.resume()
        self._say_saving(False)
        self.troubled.emit(trouble)

    def _say_saving(self, saving: bool) -> None:  # noqa: FBT001 - the state itself
        self.saving = saving
        self.saving_changed.emit(saving)

    # the file

    def bring(self, project: Project, label: str, brought: Brought | None) -> None:
        """Take over what a merge with a file has made, as one step.

        The next save says that it was made from that file too, whose content is kept, so that
        another merge with the same copy begins there.
        """
        before = self.session.history
        self.session.edit(project, label)
        self.session.seal()
        if brought is None:
            return
        self._joins.note(brought, before, self.session.history, self.meta)
        state, document = self._state, self.meta.document
        if state is not None:
            self._lane.ask(
                lambda _: keep_brought(state, document, brought), lambda _: None, self._complain
            )

    def reload(self, label: str) -> None:
        """Take over what the file holds now, as a step that can be undone."""
        if self.path is None:
            return
        path, state = self.path, self._state
        self.session.seal()
        self._lane.ask(
            lambda _: opened(path, state, lock=False),
            lambda opening: self._reloaded(opening, label),
            self._complain,
        )

    def _reloaded(self, opening: Opening, label: str) -> None:
        self._adopt(opening, opening.history.project, label)
        self.reloaded.emit()

    def merge(self, *, sweeping: bool = False) -> None:
        """Bring what somebody else saved together with the work here, as one step.

        Where both changed the same, ours stands and the conflict is told. Without what both began
        from, every difference is a conflict. `sweeping` agrees that much may be taken away.
        """
        if self.path is None:
            raise ValueError("There is nothing to merge with.")
        self.session.seal()
        path, state, ours = self.path, self._state, self.session.project
        before = self._in_file if self._in_file is not None else Project()

        def work(_: Ticket) -> tuple[Opening, Merged]:
            theirs = opened(path, state, lock=False)  # a backup keeps what a save will displace
            return theirs, merged(before, ours, theirs.history.project)

        def bring(found: tuple[Opening, Merged]) -> None:
            if self.session.project is not ours:  # somebody went on typing
                self.merge(sweeping=sweeping)
            elif found[1].is_sweeping and not sweeping:
                self.sweeping.emit(found[1])
            else:
                self._merge(*found)

        self._lane.ask(work, bring, self._complain)

    def _merge(self, theirs: Opening, made: Merged) -> None:
        self._adopt(theirs, made.project, "Merge with the changed file")
        self.merged.emit(made.conflicts)

    def _adopt(self, theirs: Opening, project: Project, label: str) -> None:
        """Go on from what the file holds now; the next save may replace it."""
        self.meta, self.base, self._in_file = theirs.meta, theirs.base, theirs.saved
        self.session.edit(project, label)
        self.session.seal()
        self.session.mark_saved(theirs.history.project)
        self._look_after()

    def look(self) -> None:
        """Look now whether somebody else wrote the file."""
        self._watch.look()

    def _look_after(self) -> None:
        if self.path is not None and self.base is not None:
            self._watch.watch(self.path, self.base.sha256)

    def _notice_change(self) -> None:
        self.changed_outside.emit()

    # the end

    def close(self, *, leave_behind: bool = False) -> None:
        """End the session, release the lock and stop everything.

        `leave_behind` keeps the working copy, to be offered at the next start.
        """
        self._lock.rest()
        self._watch.close()
        self._lane.close(finish=True)
        if self._keeper is not None:
            self._keeper.leave_behind = leave_behind
        self.session.close()
        self._lock.release()
