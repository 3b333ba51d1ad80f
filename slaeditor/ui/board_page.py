"""The page of a kind with a board above its list and form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import Project
from slaeditor.rules.changes import Changes
from slaeditor.rules.found import Found
from slaeditor.rules.names import title
from slaeditor.rules.order import moved, shifted
from slaeditor.session.session import Session
from slaeditor.ui.board import Board
from slaeditor.ui.board_spec import Taken
from slaeditor.ui.boards import BOARDS
from slaeditor.ui.consequence_page import QUIET
from slaeditor.ui.records_page import RecordsPage


class BoardPage(RecordsPage):
    """A board, and below it list and form; whatever is chosen in one is marked in the other."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        self._spec = BOARDS[kind.__name__]
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_board)
        super().__init__(session, kind, parent)
        self._soon.setParent(self)
        self.whole.setContentsMargins(0, 12, 0, 0)
        parts: tuple[QWidget, ...] = (self.board, self.whole)
        for part in parts:
            self.down.addWidget(part)
        self.down.setStretchFactor(1, 1)
        self.board.chosen.connect(self._select)
        self.board.pushed.connect(self.push_card)
        self.board.dropped.connect(self.drop_card)
        self.board.grown.connect(self._fit)
        session.checked.connect(self._judge)
        self._judge(session.found)
        self._show_board()

    def make_around(self) -> QWidget | None:
        """Put the board between the heading and the list, with a handle to drag."""
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        self.down.setHandleWidth(1)
        self.down.setChildrenCollapsible(False)
        self.down.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.board = Board(self._spec, f"Board: {self.kind.declaration.plural}", self.down)
        self.board.setMinimumHeight(7 * self.fontMetrics().height())
        return self.down

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the board the room its cards need, up to a third of the page."""
        super().resizeEvent(event)
        self._fit()

    def _judge(self, found: Found) -> None:
        self.board.judge(found.gravest(self.table))

    def _fit(self) -> None:
        high = max(self.down.height(), 1)
        wanted = min(self.board.content_height(), max(high // 3, self.board.minimumHeight()))
        if self.down.sizes()[:1] != [wanted]:
            self.down.setSizes([wanted, high - wanted])

    def push_card(self, key: str, by: int) -> None:
        """Move a record into the column beside its own, or one place on in a single row."""
        at = self.board.column_of(key)
        if at < 0 or not 0 <= at + by < self.board.count:
            return
        if not self._spec.arrows:
            self._take(key, at + by)
            return
        project = self.session.project
        rows = tuple(project.table(self.kind))
        self._keep(shifted(project, rows, [key], by), key, "")

    def drop_card(self, key: str, column: int, before: str) -> None:
        """Move a record into a column, before another one or last, as a step of its own."""
        if self._spec.arrows:
            rows = tuple(self.session.project.table(self.kind))
            self._keep(moved(self.session.project, rows, [key], before or None), key, "")
        else:
            self._take(key, column, before=before, ordered=True)

    def _take(self, key: str, column: int, *, before: str = "", ordered: bool = False) -> None:
        """Let a record say what it says in a column, and stand in its order there."""
        project = self.session.project
        row = project.table(self.kind).get(key)
        if row is None:
            return
        label, made = "", project
        if column != self.board.column_of(key):
            taken = self._spec.into(project, row, column)
            if taken is None or taken.ask:
                self._ask(key, taken)
                return
            label, made = self.board.titles[column], project.put(row.but(**taken.values))
        if ordered:
            rows = tuple(made.table(self.kind))
            last = self.board.column(column).key_after_all(rows, key)
            made = moved(made, rows, [key], before or last)
        self._keep(made, key, label)

    def _ask(self, key: str, taken: Taken | None) -> None:
        """Lead to the field that has to be filled in before a record stands in a column."""
        self.view.select([key])
        if taken is not None:
            self.form.show_field(taken.ask)
            label = field(self.kind, taken.ask).label
            self.noted.emit(f"Fill in “{label}”; then it stands there.")

    def _keep(self, project: Project, key: str, column: str) -> None:
        """Keep what was moved as one step, and the keyboard with the card."""
        row = self.session.project.table(self.kind)[key]
        if project is self.session.project or project == self.session.project:
            return
        where = f" to {column[0].lower()}{column[1:]}" if column else ""
        self.session.seal()
        self.session.edit(project, f"Move {title(self.session.project, row)}{where}")
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
            if self._is_typed():
                self._soon.start(QUIET)
            else:
                self._show_board()

    def _is_typed(self) -> bool:
        """Whether somebody is writing in the form; then the board waits for a pause."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.form.isAncestorOf(focused)

    def _show_board(self) -> None:
        self._soon.stop()
        project = self.session.project
        self.board.setVisible(bool(len(project.table(self.kind))))
        rows = self.form.rows
        if self.board.show_project(project, rows[0].id if len(rows) == 1 else ""):
            self._fit()
