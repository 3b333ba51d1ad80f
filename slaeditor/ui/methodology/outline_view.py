"""The outline on the screen: lines are dragged, phases opened and closed, Enter opens the form."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from slaeditor.model.work import Phase
from slaeditor.ui import theme
from slaeditor.ui.methodology.outline_model import COLUMNS, Index, OutlineModel


class OutlineView(QTreeView):
    """Shows the outline; `chosen` brings the ids of chosen lines, `entered_line` wants the form."""

    chosen = Signal(object)
    entered_line = Signal()
    deleted = Signal()

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = model
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setAccessibleName("Outline of the methodology")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHeaderHidden(True)
        for column in range(1, len(COLUMNS)):
            self.setColumnHidden(column, True)
        self._kept: list[str] = []
        model.redrawn.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def keys(self) -> list[str]:
        """The ids of the chosen lines in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.outline.lines[row].key for row in rows if row < len(self.outline.lines)]

    def select(self, keys: list[str]) -> None:
        """Choose lines by ids; the first of them gets the keyboard's place."""
        lines = [at for at in (self.outline.line(key) for key in keys) if at >= 0]
        if not lines:
            self.clearSelection()
            self.chosen.emit([])
            return
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(
            self.outline.index(lines[0], 0), QItemSelectionModel.SelectionFlag.ClearAndSelect | rows
        )
        for line in lines[1:]:
            self.selectionModel().select(
                self.outline.index(line, 0), QItemSelectionModel.SelectionFlag.Select | rows
            )
        self.scrollTo(self.outline.index(lines[0], 0))

    def _keep(self) -> None:
        self._kept = self.keys()

    def _restore(self) -> None:
        if self._kept:
            self.select(self._kept)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say which lines are chosen now."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.keys())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open and close a phase by the sign at its beginning."""
        index = self.indexAt(event.position().toPoint())
        near = event.position().x() < self.fontMetrics().height() + 14
        if index.isValid() and near and self._fold(index):
            return
        super().mousePressEvent(event)

    def _fold(self, index: QModelIndex, *, closed: bool | None = None) -> bool:
        """Close or open the phase of a line; False where the line is no phase."""
        row = self.outline.record(index.row())
        if not isinstance(row, Phase):
            return False
        now = row.id in self.outline.closed
        self.outline.fold(row.id, closed=(not now) if closed is None else closed)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right close and open a phase, Enter opens the form, Delete deletes."""
        key, plain = event.key(), not event.modifiers()
        if plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            if self._fold(self.currentIndex(), closed=key == Qt.Key.Key_Left):
                return
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered_line.emit()
            return
        elif plain and key == Qt.Key.Key_Delete:
            self.deleted.emit()
            return
        super().keyPressEvent(event)


class LineDelegate(QStyledItemDelegate):
    """Draws a line: its name and levels above; when, who and why below; steps are set in."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(theme.colour("selected")))
        high = option.fontMetrics.height()
        room = option.rect.adjusted(8, 5, -10, -5)
        sign = index.data(Qt.ItemDataRole.DecorationRole)
        side = QRect(room.left(), room.top() + 1, high, high)
        if isinstance(sign, QIcon):
            sign.paint(painter, side)
        room.setLeft(room.left() + high + 6)
        _draw_words(painter, room, index, chosen=chosen)
        painter.setPen(QColor(theme.colour("border")))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of letters with air."""
        return QSize(160, option.fontMetrics.height() * 2 + 14)


def _draw_words(painter: QPainter, room: QRect, index: Index, *, chosen: bool) -> None:
    """Name and levels in one line, what tells the step apart in the other."""
    cells = [str(index.sibling(index.row(), column).data() or "") for column in range(len(COLUMNS))]
    faint = index.data(Qt.ItemDataRole.ForegroundRole) is not None
    ink = "on_selected" if chosen else "muted" if faint else "text"
    top = Qt.AlignmentFlag.AlignTop
    plain = QFont(painter.font())
    levels = _short(painter, cells[-1], room.width() // 2)
    painter.setPen(QColor(theme.colour("muted" if not chosen else ink)))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | top, levels)
    taken = painter.fontMetrics().horizontalAdvance(levels) + 14 if levels else 0
    below = room.adjusted(0, painter.fontMetrics().height() + 3, 0, 0)
    told = " · ".join(filter(None, cells[1:-1]))
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | top, _short(painter, told, room.width()))
    plain.setItalic(faint)
    plain.setBold(index.data(Qt.ItemDataRole.FontRole) is not None)
    painter.setFont(plain)
    painter.setPen(QColor(theme.colour(ink)))
    name = _short(painter, cells[0], room.width() - taken)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | top, name)


def _short(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
