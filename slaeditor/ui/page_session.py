"""The session as one page has it: a page that nobody sees hears nothing of what changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QObject

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import Changes, changes
from slaeditor.rules.findings import Finding
from slaeditor.rules.found import Found
from slaeditor.rules.history import History
from slaeditor.session.background import Ticket, Trouble
from slaeditor.session.session import Session, Writer


class PageSession(Session):
    """Gives everything on to the session of the window; passes on what that says only when asked.

    After `rest` neither `changed` nor `checked` nor `stepped` is heard. `listen` tells once what
    became of the project and of what was found since, as one change, and passes on all that
    follows. Between the two the project is none the less the one that there is.
    """

    def __init__(self, whole: Session) -> None:
        """Listen to the session of a window; it keeps this one unless somebody else does."""
        QObject.__init__(self, whole)  # what a session of its own would keep is the whole's
        self._whole = whole
        self._listens = False
        self._seen = whole.project
        self._told = whole.found, whole.is_checked
        self.troubled.connect(whole.troubled)
        self.listen()

    @property
    def whole(self) -> Session:
        """The session of the window."""
        return self._whole.whole

    @property
    def listens(self) -> bool:
        """Whether what changes is heard."""
        return self._listens

    def listen(self) -> None:
        """Tell what was missed, and pass on what follows."""
        if self._listens:
            return
        self._listens = True
        self._whole.changed.connect(self.changed)
        self._whole.checked.connect(self.checked)
        self._whole.stepped.connect(self.stepped)
        missed = changes(self._seen, self._whole.project)
        if missed:
            self.changed.emit(missed)
        if self._told != (self._whole.found, self._whole.is_checked):
            self.checked.emit(self._whole.found)

    def rest(self) -> None:
        """Pass nothing on from now, and remember what was heard last."""
        if not self._listens:
            return
        self._listens = False
        self._whole.changed.disconnect(self.changed)
        self._whole.checked.disconnect(self.checked)
        self._whole.stepped.disconnect(self.stepped)
        self._seen = self._whole.project
        self._told = self._whole.found, self._whole.is_checked

    def follow(self, *, seen: bool) -> None:
        """Listen while what it is for is seen, else rest."""
        if seen:
            self.listen()
        else:
            self.rest()

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return self._whole.project

    @property
    def is_over(self) -> bool:
        """Whether the session of the window was closed."""
        return self._whole.is_over

    @property
    def history(self) -> History:
        """The project with the steps behind and before it."""
        return self._whole.history

    @property
    def findings(self) -> tuple[Any, ...]:
        """The findings of the last check."""
        return self._whole.findings

    @property
    def found(self) -> Found:
        """The findings of the last check by what they are about."""
        return self._whole.found

    @property
    def is_checked(self) -> bool:
        """Whether a first check has come back."""
        return self._whole.is_checked

    @property
    def reader(self) -> Reader | None:
        """For whom the project was cut, None for a whole one."""
        return self._whole.reader

    @reader.setter
    def reader(self, reader: Reader | None) -> None:
        self._whole.reader = reader

    @property
    def modified(self) -> bool:
        """Whether the project differs from what the file holds."""
        return self._whole.modified

    def edit(self, project: Project, label: str, key: Hashable = None) -> None:
        """Make another project the current one."""
        self._whole.edit(project, label, key)

    def undo(self) -> Changes:
        """Take the last step back."""
        return self._whole.undo()

    def redo(self) -> Changes:
        """Do the last undone step again."""
        return self._whole.redo()

    def go_to(self, count: int) -> Changes:
        """Undo or redo until `count` steps are done."""
        return self._whole.go_to(count)

    def seal(self) -> None:
        """End a run of typing."""
        self._whole.seal()

    def mark_saved(self, project: Project) -> None:
        """Remember that the file now holds this project."""
        self._whole.mark_saved(project)

    def replace(self, history: History, *, saved: Project | None) -> None:
        """Put another history in place of this one."""
        self._whole.replace(history, saved=saved)

    def keep_with(self, writer: Writer) -> None:
        """Let a writer keep every step from now on."""
        self._whole.keep_with(writer)

    def mend(self, finding: Finding) -> None:
        """Do what a finding offers, as one step, and check again."""
        self._whole.mend(finding)

    def check_now(self) -> None:
        """Check without waiting for a quiet moment."""
        self._whole.check_now()

    def work_out(
        self,
        work: Callable[[Project], Any],
        done: Callable[[Any], None],
        on_trouble: Callable[[Trouble], None] | None = None,
    ) -> Ticket:
        """Have `work` of the project as it stands done on a thread."""
        return self._whole.work_out(work, done, on_trouble)

    def prepare(self, work: Callable[[], object]) -> None:
        """Have something done on a thread that asks nothing of the project."""
        self._whole.prepare(work)

    def write_now(self) -> None:
        """Hand the work to the writer without waiting for a quiet moment."""
        self._whole.write_now()

    def finish_writing(self) -> None:
        """Wait until all work is written."""
        self._whole.finish_writing()

    def close(self) -> None:
        """Close the session of the window."""
        self._whole.close()
