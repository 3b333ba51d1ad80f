"""The list of the records of a kind: to choose, to drag, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from slaeditor.ui.preferences import order_locked
from slaeditor.ui.record_lines import RecordDelegate
from slaeditor.ui.record_list_model import RecordListModel

IN_THE_MENU = (
    *("insert.comment", "edit.duplicate", "edit.move_up", "edit.move_down", "edit.delete"),
)
"""The commands that the menu of a record offers."""


class RecordView(QTreeView):
    """A tree without branches, which is not laid out anew for each change.

    `chosen` brings the ids of the records that are selected.
    """

    chosen = Signal(list)
    deleted = Signal()
    entered_record = Signal()

    def __init__(self, model: RecordListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self._quiet = False
        self.setObjectName("records")
        self.setModel(model)
        self._drawing = RecordDelegate(model, self)
        self.setItemDelegate(self._drawing)
        self.setAccessibleName(f"List of {model.kind.declaration.plural}")
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setHeaderHidden(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._selected)
        model.redrawn.connect(self._draw_again)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._bring_back)
        self._kept: list[str] = []

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Begin to drag, unless the order of lists is locked."""
        if not order_locked():
            super().startDrag(actions)

    def keys(self) -> list[str]:
        """The ids of the selected records in their order."""
        lines = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.records.rows[at].id for at in lines if at < len(self.records.rows)]

    def select(self, keys: Sequence[str]) -> None:
        """Select records, the first being the current one."""
        lines = [line for key in keys if (line := self.records.line(key)) >= 0]
        selection = QItemSelection()
        for line in lines:
            index = self.records.index(line, 0)
            selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flags)
        if lines:
            current = self.records.index(lines[0], 0)
            self.selectionModel().setCurrentIndex(
                current, QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.scrollTo(current)

    def _draw_again(self) -> None:
        """Draw the lines in sight that would look different now."""
        if not self.isVisible():
            return
        first = self.indexAt(QPoint(0, 0)).row()
        last = self.indexAt(QPoint(0, self.viewport().height() - 1)).row()
        drawn = self._drawing.drawn
        for line in range(max(first, 0), (last + 1) or len(self.records.rows)):
            if self.records.look(line) != drawn.get(line):
                self.update(self.records.index(line, 0))

    def _remember(self) -> None:
        self._quiet = True

    def _bring_back(self) -> None:
        self.select(self._kept)
        self._quiet = False
        if self.keys() != self._kept:
            self._selected()

    def _selected(self) -> None:
        if not self._quiet:
            self._kept = self.keys()
            self.chosen.emit(self._kept)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected records."""
        if self.keys():
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return a menu of those commands of the window that are about selected records."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        known = {one.objectName(): one for one in self.window().actions()}
        made.addActions([known[key] for key in IN_THE_MENU if key in known])
        return made

    def keyPressEvent(self, event: Any) -> None:
        """Answer Delete and Enter."""
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_record.emit()
        else:
            super().keyPressEvent(event)
