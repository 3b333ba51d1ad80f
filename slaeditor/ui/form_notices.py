"""What is said above the fields of a form: what a record has cost already, what colleagues ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.comments_notice import CommentsNotice
from slaeditor.ui.losses_notice import LossesNotice, can_break, named


class FormNotices(QVBoxLayout):
    """Notices about the records of a form, each made when there is first something to say.

    `wanted` brings a place to go to.
    """

    wanted = Signal(object)

    def __init__(self, session: Session, kind: type[Entity], page: QWidget) -> None:
        super().__init__()
        self._session = session
        self._page = page
        self._can_break = can_break(kind)
        self._losses: LossesNotice | None = None
        self._comments: CommentsNotice | None = None
        self.setSpacing(16)

    @property
    def losses(self) -> LossesNotice:
        """What the records have cost already."""
        if self._losses is None:
            self._losses = LossesNotice(self._page)
            self._losses.wanted.connect(self.wanted)
            self.insertWidget(0, self._losses)
        return self._losses

    @property
    def comments(self) -> CommentsNotice:
        """What colleagues ask about the record."""
        if self._comments is None:
            self._comments = CommentsNotice(self._session, self._page)
            self._comments.wanted.connect(self.wanted)
            self.insertWidget(0, self._comments)
        return self._comments

    def show_rows(self, rows: Sequence[Entity]) -> None:
        """Say what there is to say about other records."""
        self._show_losses(rows)
        self._show_comments(rows)

    def follow(self, made: Changes, rows: Sequence[Entity]) -> None:
        """Say anew what changes may have made other."""
        if made.touch("loss_interviews"):
            self._show_losses(rows)
        if made.touch("comments"):
            self._show_comments(rows)

    def _show_losses(self, rows: Sequence[Entity]) -> None:
        project = self._session.project
        if self._can_break and (self._losses is not None or named(project)):
            self.losses.show_rows(project, rows)

    def _show_comments(self, rows: Sequence[Entity]) -> None:
        project = self._session.project
        if self._comments is not None or len(project.comments):
            self.comments.show_rows(project, rows)
