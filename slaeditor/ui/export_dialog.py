"""Exporting handbooks: for whom, in which forms, where to; then the progress and what was made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.exchange.changed_since import RAISE, changed_since, unraised
from slaeditor.model.project import Project
from slaeditor.publish.common import Common
from slaeditor.publish.trouble import Withheld
from slaeditor.rules.findings import Finding
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.session.exporting import Exported, Task, exported, foresight
from slaeditor.session.rendering import new_press
from slaeditor.ui.dialog import Dialog, Role, show_file
from slaeditor.ui.export_choices import ExportChoices, counted
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button
from slaeditor.ui.note_line import NoteLine
from slaeditor.ui.notice import tell_if_away
from slaeditor.ui.place import Place
from slaeditor.ui.preferences import export_told
from slaeditor.ui.worst_findings import errors_words

if TYPE_CHECKING:
    from slaeditor.publish.press.foresight import Foresight
    from slaeditor.publish.printing import Progress


WHOLE = 100
"""Steps of the bar for one handbook."""
CHOOSING = 300
"""Milliseconds after which whoever looks at the dialog is likely to export."""


class ExportDialog(Dialog):
    """Chooses and makes handbooks; `made` brings what was made when all is done or stopped.

    `chosen` is the place of a field that a handbook was not saved for.
    """

    made = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        project: Project,
        folder: Path,
        file: Path | None = None,
        findings: Iterable[Finding] = (),
    ) -> None:
        """Offer the editions and clients of a project, and warn of errors that are still open."""
        super().__init__(
            parent,
            "Export handbooks",
            "Each reader gets a file with nothing in it that is not meant for them.",
        )
        self._lane = Lane("export", self)
        self._press = new_press()
        self._likely = self._clock()
        self._ahead: Foresight | None = None
        self._shared = Common(project)
        self._left: list[Task] = []
        self._done: list[Exported] = []
        self._failures = 0
        self._ticket: Ticket | None = None
        self._pages = QStackedWidget()
        self.choices = ExportChoices(project, folder, file)
        self._warn(errors_words(findings))
        self.version = NoteLine(self)
        self.column.addWidget(self.version)
        self._pages.addWidget(self.choices)
        self._pages.addWidget(self._progress())
        self.column.addWidget(self._pages, 1)
        self._add_ends()
        self.choices.ready.connect(self.go.setEnabled)
        self.choices.look()
        self._look_for_version()
        self.resize(
            max(560, self.fontMetrics().horizontalAdvance("n") * 74), self.sizeHint().height()
        )

    def _look_for_version(self) -> None:
        """Warn where the handbooks would bear the version of a state from which they differ."""
        project = self._shared.project
        if any(one.frozen for one in project.revisions):
            self._lane.ask(lambda _: unraised(project, changed_since(project)), self._say_version)

    def _say_version(self, words: str) -> None:
        if words:
            self.version.say("warning", f"{words} {RAISE}")

    def _warn(self, words: str) -> None:
        """Say above all else what should be seen to first."""
        self.warning = NoteLine(self)
        self.warning.say("error", words)
        self.column.addWidget(self.warning)

    def _add_ends(self) -> None:
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.close)
        self.go = button(self.tr("&Export"), "file-down", primary=True)
        self.go.setDefault(True)
        self.go.clicked.connect(self.start)
        self.add_buttons((self.cancel, Role.RejectRole), (self.go, Role.AcceptRole))

    def _progress(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.results = QListWidget()
        self.results.setAccessibleName(self.tr("What was made"))
        self.results.setWordWrap(True)
        self.results.setIconSize(QSize(16, 16))
        self.results.itemActivated.connect(self._go)
        self.results.itemClicked.connect(self._go)
        ends = QHBoxLayout()
        self.open_made = button(self.tr("&Open"), "external-link")
        self.open_made.clicked.connect(self._open_first)
        self.show_folder = button(self.tr("&Show in folder"), "folder-open")
        self.show_folder.clicked.connect(lambda: show_file(self.choices.folder.text()))
        for made in (self.open_made, self.show_folder):
            made.hide()
            ends.addWidget(made)
        ends.addStretch(1)
        for widget in (self.state, self.bar, self.results):
            column.addWidget(widget)
        column.addLayout(ends)
        return page

    def start(self) -> None:
        """Make the handbooks one after the other."""
        self._left = list(self.choices.tasks())
        self.choices.keep()
        self.bar.setRange(0, WHOLE * len(self._left))
        self._pages.setCurrentIndex(1)
        self.go.hide()
        self.cancel.setText(self.tr("Stop"))
        self._likely.stop()
        self._ahead = foresight(self._shared.project, self._left[1:], self._press, self._shared)
        self._next()

    def _clock(self) -> QTimer:
        """Return what tells that whoever looks at the dialog is likely to export."""
        clock = QTimer(self, singleShot=True, interval=CHOOSING)
        clock.timeout.connect(self._warm_up)
        return clock

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready while the choice is made."""
        super().showEvent(event)
        self._likely.start()

    def _warm_up(self) -> None:
        """Begin the processes that lay out pages, so that nobody waits for them later."""
        self._lane.ask(lambda _: self._press.warm_up())

    def _next(self) -> None:
        if not self._left:
            self._finish()
            return
        task = self._left.pop(0)
        words = task.words(self._shared.project)
        self.state.setText(self.tr("Making: {words}").format(words=words))
        self._ticket = self._lane.ask(
            lambda ticket: exported(self._shared.project, task, ticket, self._press, self._shared),
            self._succeed,
            lambda trouble: self._fail(task, trouble),
            lambda progress: self._say_how_far(words, progress),
        )

    def _say_how_far(self, words: str, progress: Progress) -> None:
        """Say which part or page is being made, and move the bar by the parts that are done."""
        told = ""
        if progress.total:
            self.bar.setValue(self._share(progress.done / progress.total))
            told = self.tr(", {done} of {total} parts").format(
                done=progress.done, total=progress.total
            )
        elif progress.page:
            told = self.tr(", page {page}").format(page=progress.page)
        if told:
            self.state.setText(self.tr("Making: {words}").format(words=words) + told)

    def _share(self, done: float) -> int:
        """How far the bar is with a part of the present handbook done."""
        return int(WHOLE * (len(self._done) + self._failures + done))

    def _succeed(self, one: Exported) -> None:
        self._done.append(one)
        told = (f"{one.path.name}: {one.verdict.words}.", *one.notices)
        self._list("circle-check", "ok", " ".join(told))
        self._next()

    def _fail(self, task: Task, trouble: Trouble) -> None:
        self._failures += 1
        leaks = trouble.hits if isinstance(trouble, Withheld) else ()
        told = " ".join(filter(None, (trouble.sentence, trouble.remedy)))
        if leaks:
            told = (
                f"It was not saved; {counted(len(leaks), 'thing')} in it not meant for its reader:"
            )
        self._list("circle-x", "error", f"{task.words(self._shared.project)}: {told}")
        for leak in leaks:
            place = Place(leak.table, leak.row, leak.field)
            self._list("arrow-right", "error", leak.sentence, place)
        self._next()

    def _list(self, drawing: str, token: str, words: str, place: Place | None = None) -> None:
        item = QListWidgetItem(icon(drawing, token), words)
        if place is not None:
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setToolTip(self.tr("Go to the field"))
        self.results.addItem(item)
        self.bar.setValue(self._share(0))

    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place is not None and not self.running:
            self.close()
            self.chosen.emit(place)

    def _finish(self) -> None:
        self._ticket, self._shared = None, Common(self._shared.project)
        self._close_press()
        count, failed = len(self._done), self._failures
        words = f"Saved {counted(count, 'file')}." if count else "Nothing was saved."
        if failed:
            words += f" {counted(failed, 'handbook')} could not be made."
        self.state.setText(words)
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.open_made.setVisible(count > 0)
        self.show_folder.setVisible(count > 0)
        self.cancel.setText(self.tr("Close"))
        if export_told():
            tell_if_away(self, words)
        self.made.emit(tuple(self._done))

    def _open_first(self) -> None:
        show_file(str(self._done[0].path))

    @property
    def running(self) -> bool:
        """Whether a handbook is being made."""
        return self._ticket is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is being made; what is finished stays."""
        self._end()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close as Esc does."""
        self._end()
        super().reject()

    def _close_press(self) -> None:
        if self._ahead is not None:
            self._ahead.close()
        self._press.close()

    def _end(self) -> None:
        stopped = self.running
        self._likely.stop()
        self._left.clear()
        self._ticket = None
        self._lane.close()
        self._close_press()
        if stopped:
            self.made.emit(tuple(self._done))
