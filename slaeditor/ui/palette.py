"""The palette: one field that finds commands, parts, records and any words of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.project import kinds
from slaeditor.rules.search import Hit, Search, folded
from slaeditor.ui import theme
from slaeditor.ui.actions import NATIVE, Actions
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import muted
from slaeditor.ui.panels import PANELS
from slaeditor.ui.place import OVERVIEW, Place
from slaeditor.ui.workbench import Workbench

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
MOST = 40


@dataclass(frozen=True)
class Entry:
    """A line of the palette: what it is, where it belongs, its keys, what it does."""

    icon: str
    words: str
    detail: str
    keys: str
    run: Callable[[], object]


class PaletteModel(QAbstractListModel):
    """The lines that fit what is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many lines fit."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line in words."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.words}, {entry.detail} {entry.keys}".strip()
        return entry if role == ENTRY else None


class Palette(QFrame):
    """Opens over the window; arrows choose, Enter does it, Escape closes."""

    def __init__(self, window: QWidget, actions: Actions, workbench: Workbench | None) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._workbench = workbench
        self._search = Search()
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find commands, parts, records, words")
        self.line.setAccessibleName("Find anything")
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = PaletteModel(self)
        self.list = QListView()
        self.nothing = muted("Nothing has these words.")
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self._find("")

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("What was found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._run)
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)

    def open_over(self, window: QWidget) -> None:
        """Show the palette in the upper middle of a window."""
        letter = window.fontMetrics().horizontalAdvance("n")
        width = min(80 * letter, window.width() - 40)
        height = min(12 * (self.fontMetrics().height() + 16) + 60, window.height() - 80)
        left = window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - width) // 2
        top = window.mapToGlobal(window.rect().topLeft()).y() + 60
        self.setGeometry(left, top, width, height)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _find(self, words: str) -> None:
        wanted = folded(words).strip()
        fitting = [one for one in self._all(words) if _fits(one, wanted)]
        entries = sorted(fitting, key=lambda one: _distance(one, wanted))[:MOST]
        self.model.show(entries)
        self.list.setCurrentIndex(self.model.index(0))
        self.nothing.setVisible(not entries)

    def _all(self, words: str) -> Iterator[Entry]:
        """Every line there could be: parts and commands first, records and words after them."""
        yield from self._parts()
        yield from self._commands()
        if words.strip() and self._workbench is not None:
            yield from self._hits(words)

    def _parts(self) -> Iterator[Entry]:
        bench = self._workbench
        if bench is None:
            return
        yield Entry("layout-dashboard", "Overview", "", "", _Go(bench, OVERVIEW))
        for panel in PANELS.values():
            place = Place(panel=panel.key)
            yield Entry(panel.icon, panel.title, panel.area.label, "", _Go(bench, place))
        for table, kind in kinds().items():
            declared = kind.declaration
            detail = bench.navigator.area_of(table)
            yield Entry(declared.icon, declared.plural, detail, "", _Go(bench, Place(table)))

    def _commands(self) -> Iterator[Entry]:
        for key, action in self._actions.by_id.items():
            command = self._actions.commands[key]
            if action.isEnabled() and key != "edit.palette":
                words = action.text().replace("&", "")
                keys = action.shortcut().toString(NATIVE)
                menu = command.menu.value.replace("&", "")
                yield Entry(command.icon or "command", words, menu, keys, action.trigger)

    def _hits(self, words: str) -> Iterator[Entry]:
        bench = self._workbench
        if bench is None:
            return
        for hit in self._search.hits(bench.session.project, words, MOST):
            kind = kinds()[hit.table]
            place = Place(hit.table, hit.row, "" if hit.in_title else hit.field)
            detail = kind.declaration.singular
            yield Entry(
                kind.declaration.icon, _shown(hit), f"{detail} {words}", "", _Go(bench, place)
            )

    def _run(self, index: QModelIndex | None = None) -> None:
        at = index if index is not None else self.list.currentIndex()
        entry = at.data(ENTRY)
        self.close()
        if isinstance(entry, Entry):
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the field keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._step(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            at = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.model.index(at))


def _fits(entry: Entry, wanted: str) -> bool:
    """Whether a line has all the words."""
    text = folded(f"{entry.words} {entry.detail}")
    return all(word in text for word in wanted.split())


def _distance(entry: Entry, wanted: str) -> int:
    """How far a line is from what is typed: its name, how it begins, its words, other words."""
    name = folded(entry.words)
    if not wanted or name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if all(word in name for word in wanted.split()) else 3


def _shown(hit: Hit) -> str:
    return hit.title if hit.in_title or not hit.excerpt else f"{hit.title}: {hit.excerpt}"


class _Go:
    """Goes to a place of a workbench."""

    def __init__(self, bench: Workbench, place: Place) -> None:
        self._bench = bench
        self._place = place

    def __call__(self) -> None:
        self._bench.go(self._place)
        if not self._place.field:
            self._bench.pages.page.take_focus()


class EntryDelegate(QStyledItemDelegate):
    """Draws a line with its icon, its detail and its keys."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(100, option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colour("selected")))
            painter.drawRoundedRect(row, 6, 6)
        token = "on_selected" if selected else ""
        box = QRect(row.left() + 10, row.center().y() - 8, 17, 17)
        icon(entry.icon, token).paint(painter, box)
        right = _right_words(painter, option, row, entry)
        painter.setPen(QColor(theme.colour(token or "text")))
        words = row.adjusted(38, 0, -right, 0)
        elide = Qt.TextElideMode.ElideRight
        shown = option.fontMetrics.elidedText(entry.words, elide, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _right_words(painter: QPainter, option: QStyleOptionViewItem, row: QRect, entry: Entry) -> int:
    """Draw detail and keys at the right; return how much room they take."""
    painter.setPen(QColor(theme.colour("muted")))
    words = "   ".join(part for part in (entry.detail, entry.keys) if part)
    width = min(option.fontMetrics.horizontalAdvance(words), row.width() // 2)
    shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
    alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(row.adjusted(0, 0, -10, 0), alignment, shown)
    return width + 24
