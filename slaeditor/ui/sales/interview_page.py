"""The interview between Sales and service: one question at a time, what is open in view."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.selling import Expectation
from slaeditor.rules.changes import Changes
from slaeditor.rules.interview import (
    interview_passages,
    missing_questions,
    next_open,
    progress,
    state_words,
    with_questions,
)
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.message_bar import MessageBar
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.saved_passages import FOR_THE_TEAM, PassageSaver

HEADING = "What we expect of each other"


class InterviewPage(RecordsPage):
    """The list of questions, the one that is asked, and how far the interview has come."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        self.progress = QProgressBar()
        self.words = labels.muted("")
        self.state = labels.muted("")
        self.messages = MessageBar()
        self.begin = labels.button("Begin the interview", "messages-square")
        self.save = labels.button("Save the sheet as PDF…", "file-down")
        self.back = labels.button("Back", "arrow-left")
        self.next = labels.button("Next", "arrow-right")
        self.next_open = labels.button("Next open question", "circle-help", primary=True)
        super().__init__(session, kind, parent)
        self._saver = PassageSaver(session, self.messages, self)
        self.form.add_panel(self._way(), 0)
        self._add_bar()
        for button, run in (
            (self.begin, self.begin_interview),
            (self.save, self.save_sheet),
            (self.back, self._go_back),
            (self.next, self._go_on),
            (self.next_open, self.go_to_open),
        ):
            button.clicked.connect(run)
        self._show_progress()

    @property
    def is_told_by_place(self) -> bool:
        """A sheet may be on its way to a file."""
        return False

    def _add_bar(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setProperty("kind", "thin")
        self.progress.setAccessibleName("Questions agreed")
        self.progress.setFixedWidth(self.fontMetrics().horizontalAdvance("n") * 20)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 0, 24, 10)
        row.setSpacing(12)
        row.addWidget(self.progress)
        row.addWidget(self.words, 1)
        row.addWidget(self.save)
        row.addWidget(self.begin)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.messages)
            layout.insertWidget(2, bar)

    def _way(self) -> QWidget:
        """Back, next and the next open question, above the form."""
        way = QWidget()
        row = QHBoxLayout(way)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.state, 1)
        for one in (self.back, self.next, self.next_open):
            row.addWidget(one)
        return way

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        if made.touch(self.table):
            self._show_progress()

    def _name(self) -> None:
        super()._name()
        row = self.form.rows[0] if len(self.form.rows) == 1 else None
        self.state.setText(self._where(row) if isinstance(row, Expectation) else "")

    def _where(self, row: Expectation) -> str:
        keys = [one.id for one in self.session.project.expectations]
        number = keys.index(row.id) + 1 if row.id in keys else len(keys)
        return f"Question {number} of {len(keys)} · {state_words(row)}"

    def _show_progress(self) -> None:
        project = self.session.project
        found, missing = progress(project), missing_questions(project)
        self.progress.setMaximum(max(found.asked, 1))
        self.progress.setValue(found.agreed)
        self.words.setText(found.words)
        self.save.setEnabled(bool(found.asked))
        words = f"Add {len(missing)} more questions" if found.asked else "Begin the interview"
        self.begin.setText(f" {words}")
        self.begin.setAccessibleName(words)
        self.begin.setVisible(bool(missing))
        self.next_open.setEnabled(found.agreed < found.asked)

    def begin_interview(self) -> None:
        """Add the questions of the interview that nobody asked yet, and show the first open one."""
        made = with_questions(self.session.project)
        self.session.edit(made, "Begin the interview of Sales and service")
        self.session.seal()
        self.go_to_open()

    def go_to_open(self) -> None:
        """Show the next question without an agreement, its answer first."""
        row = self.form.rows[0].id if self.form.rows else ""
        key = next_open(self.session.project, row)
        if key:
            self.view.select([key])
        self.form.show_field("answer")

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        keys = [one.id for one in self.session.project.expectations]
        at = keys.index(self.form.rows[0].id) if self.form.rows else -1
        if keys:
            self.view.select([keys[(at + by) % len(keys)]])
            self.form.show_field("answer")

    def save_sheet(self) -> None:
        """Write the questions with their answers into a file, with room for what is missing."""
        passages = interview_passages(self.session.project)
        self._saver.save(HEADING, "expectations", passages, FOR_THE_TEAM)
