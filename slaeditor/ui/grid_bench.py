"""A grid with the meaning of its current cell under it and all fields of that cell beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.ui.cell_bar import CellBar, Meaning
from slaeditor.ui.cell_drawer import CellDrawer
from slaeditor.ui.grid import Grid
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.message_bar import MessageBar

LETTERS_SIDE_BY_SIDE = 90
"""From so many letters of width on, grid and form stand side by side."""


class GridBench(QSplitter):
    """The place where a grid is worked.

    `wanted` brings a place to go to, `moved` says that another record may be current.
    """

    wanted = Signal(object)
    moved = Signal()

    def __init__(
        self,
        model: GridModel,
        meaning: Meaning,
        elsewhere: Callable[[QModelIndex], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Work a grid; `elsewhere` shows the fields of some cells itself and then returns True."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.model = model
        self._elsewhere = elsewhere
        self.left = QWidget(self)
        self.grid = Grid(model, self.left)
        self.messages = MessageBar(self.left)
        self.bar = CellBar(model, meaning, self.left)
        self.drawer: CellDrawer | None = None
        self.below = QVBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QVBoxLayout(self.left)
        middle.setContentsMargins(24, 12, 24, 16)
        middle.setSpacing(8)
        middle.addWidget(self.messages)
        middle.addWidget(self.grid, 1)
        middle.addWidget(self.bar)
        middle.addLayout(self.below)
        self.bar.hide()
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.addWidget(self.left)
        self.setStretchFactor(0, 1)

    def _connect(self) -> None:
        self.model.refused.connect(self._refuse)
        self.model.session.changed.connect(self.messages.hide)
        self.model.dataChanged.connect(self._refresh)
        self.model.modelReset.connect(self._refresh)
        self.grid.opened.connect(self.open_cell)
        self.grid.moved.connect(self._follow)
        self.grid.typed.connect(self._typed)
        self.grid.selectionModel().selectionChanged.connect(self._selected)
        self.bar.opened.connect(self.open_current)
        self.bar.reset.connect(self.grid.clear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put all fields below the grid where there is no room beside it."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        narrow = event.size().width() < LETTERS_SIDE_BY_SIDE * letter
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.orientation() != wanted:
            self.setOrientation(wanted)

    def _refuse(self, sentence: str) -> None:
        """Say what was not taken: above the grid, unless the line under it says the same."""
        self._refresh()
        current = self.grid.currentIndex()
        seen = current.isValid() and self.model.trouble(current) == sentence
        if not (seen and self.isVisible()):
            self.messages.trouble(sentence, grave=True)

    def _follow(self, index: QModelIndex) -> None:
        self.bar.show_cell(index)
        if self.is_open:
            self._fill(index)
        self.moved.emit()

    def _typed(self, _index: object, words: str) -> None:
        self.bar.show_typed(words)

    def _selected(self) -> None:
        chosen = self.grid.chosen()
        rows = [row for one in chosen for row in self.model.rows_at(one)]
        self.bar.show_cells(rows if len(chosen) > 1 else ())

    def _refresh(self) -> None:
        index = self.grid.currentIndex()
        self.bar.show_cell(index)
        if self.is_open and index.isValid():
            rows = {row.id for row in self.model.rows_at(index)}
            if rows and not rows & {row.id for row in self.shown}:
                self._fill(index)

    @property
    def is_open(self) -> bool:
        """Whether all fields of the current cell are shown."""
        return self.drawer is not None and not self.drawer.isHidden()

    @property
    def shown(self) -> Sequence[Entity]:
        """The record in the form beside the grid."""
        return self.drawer.form.rows if self.drawer is not None and self.is_open else ()

    def open_current(self) -> None:
        """Show all fields of the current cell."""
        self.open_cell(self.grid.currentIndex())

    def open_cell(self, index: QModelIndex) -> None:
        """Show all fields of a cell beside the grid; one without a record gets a form for one."""
        if self._elsewhere is not None and self._elsewhere(index):
            return
        if index.isValid():
            drawer = self.fields()
            self._fill(index)
            drawer.show()
            drawer.form.take_focus()

    def show_row(self, index: QModelIndex, row: Entity, field: str) -> None:
        """Make a cell current and show a record of it beside the grid, and a field of that."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.grid.selectionModel().setCurrentIndex(index, flags)
        self.grid.scrollTo(index)
        drawer = self.fields()
        drawer.show()
        self._fill(index, row.id)
        if field:
            drawer.form.show_field(field)

    def fields(self) -> CellDrawer:
        """The form beside the grid, made when it is first asked for."""
        if self.drawer is None:
            self.drawer = CellDrawer(self.model.session, self.model.kind)
            self.drawer.form.wanted.connect(self.wanted)
            self.drawer.closed.connect(self.close_fields)
            self.addWidget(self.drawer)
            self._share()
        return self.drawer

    def _share(self) -> None:
        letter, line = self.fontMetrics().horizontalAdvance("n"), self.fontMetrics().height() + 15
        beside = self.orientation() == Qt.Orientation.Horizontal
        self.setSizes([64 * letter, 44 * letter] if beside else [9 * line, 9 * line])

    def _fill(self, index: QModelIndex, key: str = "") -> None:
        if self.drawer is not None and index.isValid():
            rows = self.model.rows_at(index)
            nothing = self.model.value.kind.absent
            self.drawer.show_rows(rows or [self.model.new(index, nothing)], key)

    def close_fields(self) -> None:
        """Hide the form and put the keyboard back into the grid."""
        if self.drawer is not None:
            self.model.session.seal()
            self.drawer.hide()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.moved.emit()
