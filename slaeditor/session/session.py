"""The one thing that changes: the history of an open project, and who is told about each step.

Every edit goes through `Session.edit`. One broadcast, `changed`, tells all views what differs;
undo and redo are the same broadcast. Checks follow after a short quiet, the working copy is
written on a thread of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import Changes, changes
from slaeditor.rules.findings import Finding
from slaeditor.rules.found import Found
from slaeditor.rules.history import History
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.session.checking import Checking

QUIET_BEFORE_CHECK = 200
QUIET_BEFORE_WRITING = 500
LONGEST_UNWRITTEN = 2000
PAUSE_THAT_SEALS = 1000


class Writer(Protocol):
    """Keeps the work of a session safe, in a working copy on disk; called on its own thread."""

    def keep(self, history: History) -> None:
        """Write what differs from what was written last, in one transaction."""

    def close(self) -> None:
        """Let go of the file."""


class Session(QObject):
    """An open project with its history.

    `changed` brings the `Changes` of every edit, undo and redo; `stepped` says that names of steps
    or the mark of unsaved work may differ; `checked` brings what was `Found`; `troubled` brings an
    exception of the world (a full disk) that the window shows in words.
    """

    changed = Signal(object)
    stepped = Signal()
    checked = Signal(object)
    troubled = Signal(object)

    def __init__(
        self, project: Project | None = None, parent: QObject | None = None, *, saved: bool = True
    ) -> None:
        """Begin a history; `saved` is False for work that no file holds yet."""
        super().__init__(parent)
        self._history = History(project if project is not None else Project())
        self._saved: Project | None = self._history.project if saved else None
        self._checking = Checking(self)
        self._checking.checked.connect(self.checked)
        self._writing = Lane("working copy", self, newest_wins=True)
        self._figuring = Lane("figures", self)
        self._preparing = Lane("preparations", self)
        self._writer: Writer | None = None
        self._is_over = False
        self._quiet_check = _timer(self, QUIET_BEFORE_CHECK, self.check_now)
        self._quiet_write = _timer(self, QUIET_BEFORE_WRITING, self.write_now)
        self._latest_write = _timer(self, LONGEST_UNWRITTEN, self.write_now)
        self._quiet_seal = _timer(self, PAUSE_THAT_SEALS, self.seal)
        self._quiet_check.start()

    @property
    def whole(self) -> Session:
        """The session that keeps the project: itself, of one that gives on to another that one."""
        return self

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return self._history.project

    @property
    def is_over(self) -> bool:
        """Whether the session was closed; nothing can be worked out then."""
        return self._is_over

    @property
    def history(self) -> History:
        """The project with the steps behind and before it."""
        return self._history

    @property
    def findings(self) -> tuple[Any, ...]:
        """The findings of the last check."""
        return self._checking.found.findings

    @property
    def found(self) -> Found:
        """The findings of the last check by what they are about; the same value while they are."""
        return self._checking.found

    @property
    def is_checked(self) -> bool:
        """Whether a first check has come back; until then nothing is known to be right."""
        return self._checking.is_done

    @property
    def reader(self) -> Reader | None:
        """For whom the project was cut, None for a whole one."""
        return self._checking.reader

    @reader.setter
    def reader(self, reader: Reader | None) -> None:
        self._checking.reader = reader

    @property
    def modified(self) -> bool:
        """Whether the project differs from what the file holds; equal content is not modified."""
        return self._saved is None or differs(self._saved, self.project)

    def edit(self, project: Project, label: str, key: Hashable = None) -> None:
        """Make another project the current one, as a step of that name.

        Edits with the same key that follow each other merge into one step until `seal`.
        """
        self._move(self._history.edit(project, label, key), typing=key is not None)

    def undo(self) -> Changes:
        """Take the last step back and return what that changed."""
        return self._move(self._history.undo().seal())

    def redo(self) -> Changes:
        """Do the last undone step again and return what that changed."""
        return self._move(self._history.redo().seal())

    def go_to(self, count: int) -> Changes:
        """Undo or redo until `count` steps are done, in one broadcast."""
        history = self._history.seal()
        while len(history.done) > count:
            history = history.undo()
        while len(history.done) < count and history.undone:
            history = history.redo()
        return self._move(history.seal())

    def seal(self) -> None:
        """End a run of typing: the next edit is a step of its own, and the work is written."""
        self._quiet_seal.stop()
        if not self._history.sealed:
            self._history = self._history.seal()
            self.write_now()

    def mark_saved(self, project: Project) -> None:
        """Remember that the file now holds this project."""
        self._saved = project
        self.stepped.emit()

    def replace(self, history: History, *, saved: Project | None) -> None:
        """Put another history in place of this one: a reverted file, recovered work."""
        self._saved = saved
        self._move(history)
        self.stepped.emit()

    def keep_with(self, writer: Writer) -> None:
        """Let a writer keep every step from now on; it lives on a thread of its own."""
        self._writer = writer
        self.write_now()

    def mend(self, finding: Finding) -> None:
        """Do what a finding offers, as one step, and check again; nothing where it offers none."""
        from slaeditor.rules.fixes import fix

        made = fix(self.project, finding)
        if made is not None:
            self.edit(made.project, made.label)
            self.check_now()

    def check_now(self) -> None:
        """Check without waiting for a quiet moment."""
        self._quiet_check.stop()
        self._checking.order(self.project, date.today())  # noqa: DTZ011  the user's own day

    def work_out(
        self,
        work: Callable[[Project], Any],
        done: Callable[[Any], None],
        on_trouble: Callable[[Trouble], None] | None = None,
    ) -> Ticket:
        """Have `work` of the project as it stands done on a thread; `done` gets what it returns.

        What nobody wants any more is cancelled by its ticket. Trouble of the world goes to
        `on_trouble`, else to `troubled`.
        """
        project = self.project
        told = on_trouble or self.troubled.emit
        return self._figuring.ask(lambda _ticket: work(project), done, told)

    def prepare(self, work: Callable[[], object]) -> None:
        """Have something done on a thread that asks nothing of the project, such as reading code.

        It waits for nothing that is worked out.
        """
        self._preparing.ask(lambda _ticket: work())

    def write_now(self) -> None:
        """Hand the work to the writer without waiting for a quiet moment."""
        self._quiet_write.stop()
        self._latest_write.stop()
        writer, history = self._writer, self._history
        if writer is not None:
            self._writing.ask(lambda _ticket: writer.keep(history), on_trouble=self.troubled.emit)

    def finish_writing(self) -> None:
        """Wait until all work is written."""
        self.write_now()
        self._writing.wait()

    def close(self) -> None:
        """Write what is left and stop every timer and thread; the session is over."""
        self._is_over = True
        self.write_now()
        for timer in (self._quiet_check, self._quiet_seal):
            timer.stop()
        self._checking.close()
        self._figuring.close()
        self._preparing.close()
        self._writing.close(finish=True)
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _move(self, history: History, *, typing: bool = False) -> Changes:
        made = changes(self._history.project, history.project)
        self._history = history
        if made:
            self.changed.emit(made)
            self._quiet_check.start()
            self._plan_writing(typing=typing)
        self.stepped.emit()
        return made

    def _plan_writing(self, *, typing: bool) -> None:
        if not typing:
            self.write_now()
            return
        self._quiet_write.start()
        self._quiet_seal.start()
        if not self._latest_write.isActive():
            self._latest_write.start()


def _timer(parent: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer


def differs(one: Project, other: Project) -> bool:
    """Whether two projects hold different records; tables that both share cost nothing."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in kinds())
    return any(first is not second and first != second for first, second in pairs)
