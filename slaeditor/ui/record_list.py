"""The list of all records of a kind: filter, order, selection of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress
from operator import is_not
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from slaeditor.model.entity import Entity, owner
from slaeditor.model.project import table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.names import title
from slaeditor.rules.order import moved
from slaeditor.session.session import Session
from slaeditor.ui import reader_words, theme
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.preferences import order_locked
from slaeditor.ui.worst_findings import worst_by_record

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole + 1
SEVERITY = Qt.ItemDataRole.UserRole + 2
READERS = Qt.ItemDataRole.UserRole + 3
ABOVE = Qt.ItemDataRole.UserRole + 4
IN_THE_MENU = (
    *("insert.comment", "edit.duplicate", "edit.move_up", "edit.move_down", "edit.delete"),
)
"""The commands that the menu of a record offers."""
MIME = "application/x-slaeditor-records"
DRAGGED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
"""What can be done with a line; put together once, since a change of looks asks for each."""


class RecordListModel(QAbstractTableModel):
    """Titles of the records of a kind, filtered by words; nothing is kept per line.

    `redrawn` says that names or signs of lines may be others, without saying of which.
    """

    redrawn = Signal()

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self._words = ""
        above = owner(kind)
        owned = above is not None and kind.declaration.title[0] == above.name
        self._owner = above if owned else None
        self._worst: dict[str, str] = {}
        self.rows = self._listed()
        session.changed.connect(self._changed)
        session.checked.connect(self._judge)
        self._judge(session.findings)

    def _listed(self) -> tuple[Entity, ...]:
        rows = tuple(self.session.project.table(self.kind))
        words = self._words.casefold().split()
        return tuple(row for row in rows if self._has(row, words)) if words else rows

    def _has(self, row: Entity, words: Sequence[str]) -> bool:
        shown = title(self.session.project, row).casefold()
        return all(word in shown for word in words)

    def want(self, words: str) -> None:
        """Show only records whose titles have all these words."""
        self.beginResetModel()
        self._words = words
        self.rows = self._listed()
        self.endResetModel()

    @property
    def filtered(self) -> bool:
        """Whether some records may be left out."""
        return bool(self._words.strip())

    def _changed(self, made: Changes) -> None:
        if made.touch(table_name(self.kind)):
            now = self._listed()
            lines = _replaced(self.rows, now)
            if lines is None:
                self.beginResetModel()
                self.rows = now
                self.endResetModel()
                return
            self.rows = now
            for line in lines:
                self.dataChanged.emit(self.index(line, 0), self.index(line, 0))
        self.redrawn.emit()

    def _judge(self, findings: tuple[Any, ...]) -> None:
        worst = worst_by_record(findings, table_name(self.kind))
        if worst != self._worst:
            self._worst = worst
            self.redrawn.emit()

    def line(self, key: str) -> int:
        """The line of a record, -1 when it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.id == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many records are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """One column: the title."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title of a record, its id, its worst finding and who reads it."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        answers: dict[int, Callable[[Entity], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._title,
            Qt.ItemDataRole.ToolTipRole: self._title,
            KEY: lambda row: row.id,
            ABOVE: self._above,
            SEVERITY: lambda row: self._worst.get(row.id, ""),
            READERS: lambda row: reader_words.effective(self.session.project, row),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        answer = answers.get(role)
        return answer(self.rows[index.row()]) if answer is not None else None

    def _title(self, row: Entity) -> str:
        return title(self.session.project, row)

    def _above(self, row: Entity) -> str:
        """What of the title is the name of the record this one belongs to."""
        if self._owner is None:
            return ""
        found = self.session.project.find(self._owner.to, getattr(row, self._owner.name))
        return title(self.session.project, found) if found is not None else ""

    def _spoken(self, row: Entity) -> str:
        readers = reader_words.sentence(reader_words.effective(self.session.project, row))
        worst = self._worst.get(row.id, "")
        words = f"{title(self.session.project, row)}. {readers}"
        return f"{words} It has an open {worst}." if worst else words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Records can be dragged, and dropped between others."""
        return DRAGGED if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Records are moved, never copied, by dragging."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What is dragged: records of this kind."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the records that are dragged."""
        carried = QMimeData()
        keys = " ".join(str(index.data(KEY)) for index in indexes)
        carried.setData(MIME, keys.encode("ascii"))
        return carried

    def dropMimeData(
        self, carried: QMimeData, _action: Qt.DropAction, line: int, _column: int, parent: Index
    ) -> bool:
        """Move the records before the line they are dropped on."""
        if not carried.hasFormat(MIME) or self.filtered:
            return False
        at = parent.row() if parent.isValid() else line
        before = self.rows[at].id if 0 <= at < len(self.rows) else None
        keys = bytes(carried.data(MIME).data()).decode("ascii").split()
        project = moved(self.session.project, self.rows, keys, before)
        what = self.kind.declaration
        label = what.singular if len(keys) == 1 else f"{len(keys)} {what.plural}"
        self.session.edit(project, f"Move {label.lower()}")
        return False


def _replaced(before: Sequence[Entity], now: Sequence[Entity]) -> list[int] | None:
    """The lines whose records are others now, None where lines came, went or moved."""
    if len(before) != len(now):
        return None
    lines = list(compress(range(len(now)), map(is_not, before, now)))
    return None if any(before[at].id != now[at].id for at in lines) else lines


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
        self.setItemDelegate(RecordDelegate(self))
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
        model.redrawn.connect(self.viewport().update)
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


class RecordDelegate(QStyledItemDelegate):
    """Draws a title with the worst finding and, where clients do not read it, who does."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(60, option.fontMetrics.height() + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one record."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colour("selected" if selected else "hover")))
            painter.drawRoundedRect(row, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, row)
        right = _signs(painter, option, row, index)
        ink = "on_selected" if selected else "text"
        painter.setPen(QColor(theme.colour(ink)))
        words = _seen(option, row.adjusted(8, 0, -right, 0))
        above = str(index.data(ABOVE) or "")
        shown = shortened(str(index.data()), above, option.fontMetrics, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def shortened(words: str, above: str, metrics: QFontMetrics, room: int) -> str:
    """Return words that fit into so many pixels, with dots where some are left out.

    Where they begin with the name of what they stand under, that name gives way first, down to a
    third of the room, since it is the rest that tells the lines of a list apart.
    """
    right = Qt.TextElideMode.ElideRight
    if not above or not words.startswith(f"{above} · "):
        return metrics.elidedText(words, right, room)
    own = words.removeprefix(above)
    kept = max(room // 3, room - metrics.horizontalAdvance(own))
    first = metrics.elidedText(above, right, kept)
    return first + metrics.elidedText(own, right, room - metrics.horizontalAdvance(first))


def _seen(option: QStyleOptionViewItem, box: QRect) -> QRect:
    """Return where a box of a line stands, mirrored where one reads from right to left."""
    return QStyle.visualRect(option.direction, option.rect, box)


def _signs(painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index) -> int:
    """Draw the signs at the end of the line; return how much room they take."""
    taken = 8
    readers, severity = index.data(READERS), index.data(SEVERITY)
    box = QRect(row.right() - taken - 13, row.center().y() - 6, 13, 13)
    icon(reader_words.picture(readers), "muted").paint(painter, _seen(option, box))
    taken += 20
    if severity:
        box = QRect(row.right() - taken - 15, row.center().y() - 7, 15, 15)
        severity_icon(severity).paint(painter, _seen(option, box))
        taken += 20
    return taken


def _ring(painter: QPainter, box: QRect) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(QColor(theme.colour("accent")))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
