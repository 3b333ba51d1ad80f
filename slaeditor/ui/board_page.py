"""The page of a kind with a board above its list and form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity, field
from slaeditor.rules.changes import Changes
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui.board import Board, BoardSpec
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.worst_findings import worst_by_record


class BoardPage(RecordsPage):
    """A board, and below it list and form; whatever is chosen in one is marked in the other."""

    def __init__(self, session: Session, kind: type[Entity], spec: BoardSpec) -> None:
        self._spec = spec
        self.board = Board(spec, f"Board: {kind.declaration.plural}")
        super().__init__(session, kind)
        self._put_above()
        self.board.chosen.connect(self._select)
        self.board.pushed.connect(self.push_card)
        session.checked.connect(self._judge)
        self._show_board()

    def _put_above(self) -> None:
        """Put the board between the heading and the list, with a handle to drag."""
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        layout.removeWidget(self.whole)
        self.whole.setContentsMargins(0, 12, 0, 0)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self.down.setHandleWidth(1)
        self.down.setChildrenCollapsible(False)
        self.down.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parts: tuple[QWidget, ...] = (self.board, self.whole)
        for part in parts:
            self.down.addWidget(part)
        self.down.setStretchFactor(1, 1)
        line = self.fontMetrics().height()
        self.board.setMinimumHeight(7 * line)
        layout.addWidget(self.down, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the board the room its cards need, up to a third of the page."""
        super().resizeEvent(event)
        self._fit()

    def _judge(self, findings: Iterable[Any]) -> None:
        self.board.judge(worst_by_record(findings, self.table))

    def _fit(self) -> None:
        high = max(self.down.height(), 1)
        wanted = min(self.board.content_height(), max(high // 3, self.board.minimumHeight()))
        self.down.setSizes([wanted, high - wanted])

    def push_card(self, key: str, by: int) -> None:
        """Move a record into the column beside its own, as a step of its own."""
        row = self.session.project.table(self.kind).get(key)
        spec = field(self.kind, self._spec.field)
        if row is None or spec.choices is None:
            return
        listed = list(spec.choices)
        now = getattr(row, spec.name)
        at = listed.index(now) + by if now in listed else 0
        if not 0 <= at < len(listed):
            return
        project = self.session.project.put(row.but(**{spec.name: listed[at]}))
        what = title(project, row)
        self.session.edit(project, f"Move {what} to {listed[at].label.split(':')[0].lower()}")
        self.session.seal()
        self.view.select([key])
        self.board.cards[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, key: str) -> None:
        self.view.select([key])

    def _choose(self, keys: Sequence[str]) -> None:
        super()._choose(keys)
        self.board.mark(keys[0] if len(keys) == 1 else "")

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        if made.touch(self.table, "roles", "service_levels", "targets", "clients"):
            self._show_board()

    def _show_board(self) -> None:
        project = self.session.project
        self.board.setVisible(bool(len(project.table(self.kind))))
        rows = self.form.rows
        self.board.show_project(project, rows[0].id if len(rows) == 1 else "")
        self._judge(self.session.findings)
        self._fit()
