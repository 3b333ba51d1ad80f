"""Above the form of a record: the comments on it that are open, each with room for its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model.document import Comment
from slaeditor.model.entity import Entity, field
from slaeditor.model.project import Project
from slaeditor.rules.comments import has_words, open_comments
from slaeditor.session.session import Session
from slaeditor.ui.editors.make import editor
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button, muted, small_button
from slaeditor.ui.place import Place
from slaeditor.ui.sign import Sign

SHOWN = 3
"""So many comments are shown above a form; the rest is counted."""


class CommentsNotice(QFrame):
    """Shows what colleagues ask about the one record shown; hidden while nobody asks anything."""

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._session = session
        self.lines: list[CommentLine] = []
        self.more = muted("", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(10)
        self._column.addWidget(self.more)
        self.hide()

    def show_rows(self, project: Project, rows: Sequence[Entity]) -> None:
        """Show the comments on the one record, of several records none."""
        asked = len(rows) == 1 and not isinstance(rows[0], Comment)
        found = [one for one in open_comments(project, rows[0]) if has_words(one)] if asked else []
        self.setVisible(bool(found))
        shown = found[:SHOWN]
        if [line.key for line in self.lines] != [one.id for one in shown]:
            self._make(len(shown))
        for line, one in zip(self.lines, shown, strict=True):
            line.show_comment(one)
        left = len(found) - len(shown)
        self.more.setText(f"{left} more under Comments." if left else "")
        self.more.setVisible(bool(left))

    def _make(self, count: int) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [CommentLine(self._session, self) for _ in range(count)]
        for at, line in enumerate(self.lines):
            self._column.insertWidget(at, line)
            line.wanted.connect(self.wanted)


class CommentLine(QWidget):
    """One comment: who said it when, its words, an answer that is kept as it is typed."""

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.key = ""
        self._sign = Sign(18, icon("message-square", "muted"), self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.go = small_button("Go to the comment", "arrow-up-right", self)
        self.answer = editor(field(Comment, "answer"), session, self)
        self.settle = button("Settle", "check", self)
        self.settle.setToolTip("Mark the comment as settled, with the answer as it stands")
        self._lay_out()
        self.go.clicked.connect(self._go)
        self.answer.edited.connect(self._answered)
        self.answer.left.connect(session.seal)
        self.settle.clicked.connect(self._settle)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._sign)
        above.addWidget(self.words, 1)
        above.addWidget(self.go)
        below = QHBoxLayout()
        below.setContentsMargins(26, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.answer, 1)
        below.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addLayout(below)

    def show_comment(self, one: Comment) -> None:
        """Show a comment and its answer, which stays as it is while somebody types it."""
        self.key = one.id
        self.words.setText(_said(one))
        self.answer.control.setAccessibleName(f"Answer to: {one.words}"[:120])
        if not self.answer.control.hasFocus():
            self.answer.show_value(one.answer, "Answer")

    def _comment(self) -> Comment | None:
        return self._session.project.comments.get(self.key)

    def _answered(self, words: Any) -> None:
        one = self._comment()
        if one is not None:
            project = self._session.project.put(one.but(answer=words))
            self._session.edit(project, "Answer a comment", ("comments", self.key, "answer"))

    def _settle(self) -> None:
        self._session.seal()
        one = self._comment()
        if one is not None:
            project = self._session.project.put(one.but(settled=True))
            self._session.edit(project, "Settle a comment")
            self._session.seal()

    def _go(self) -> None:
        self.wanted.emit(Place("comments", self.key))


def _said(one: Comment) -> str:
    """Return who said what and when, such as "Ann, 2 Mar 2026: Why four hours?"."""
    on = one.made_on
    day = QLocale().toString(QDate(on.year, on.month, on.day), "d MMM yyyy") if on else ""
    who = ", ".join(words for words in (one.author, day) if words)
    return f"{who}: {one.words}" if who else one.words
