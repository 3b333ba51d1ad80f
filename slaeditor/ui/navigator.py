"""The navigator: the overview, then eight areas with their parts, counts and open findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from slaeditor.model.areas import Area
from slaeditor.model.entity import Entity
from slaeditor.model.project import kinds, table_name
from slaeditor.rules.found import Found
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.panels import PANELS, Panel, panels_inside, panels_of
from slaeditor.ui.parts import inside, parts, parts_inside
from slaeditor.ui.place import Place
from slaeditor.ui.worst_findings import worst_of

Index = QModelIndex | QPersistentModelIndex
TABLE = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
SEVERITY = Qt.ItemDataRole.UserRole + 3
IS_AREA = Qt.ItemDataRole.UserRole + 4
PANEL = Qt.ItemDataRole.UserRole + 5
BESIDE_AREA = 6 + 19 + 22 + 8 + 2
"""Pixels before and behind the name of an area: edge, arrow, sign, edge, and one at each end."""


class Navigator(QTreeView):
    """Shows all parts of the project; `chosen` brings the place somebody wants to see."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items: dict[str, QStandardItem] = {}
        self._areas: dict[Area, QStandardItem] = {}
        self._moving = False
        self._dress()
        self._fill()
        self.open_only([Area.LEVELS.word])
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.clicked.connect(self._clicked)
        session.changed.connect(self._count)
        session.checked.connect(self._judge)
        self._count()
        self._judge(session.found)

    def _dress(self) -> None:
        self.setObjectName("navigator")
        self.setAccessibleName("Parts of the project")
        self._parts = QStandardItemModel(self)
        self.setModel(self._parts)
        self.setItemDelegate(PartDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._make_room()

    def _make_room(self) -> None:
        """Be as wide as the names of the areas need, and as most names of parts do."""
        widest = max(QFontMetrics(area_font(self.font())).horizontalAdvance(a.label) for a in Area)
        usual = self.fontMetrics().horizontalAdvance("n") * 24
        self.setMinimumWidth(max(usual, widest + BESIDE_AREA + self.verticalScrollBar().width()))

    def changeEvent(self, event: QEvent) -> None:
        """Make room for other letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()

    def _fill(self) -> None:
        root = self._root()
        root.appendRow(self._item("", "Overview", "layout-dashboard"))
        for area, listed in parts().items():
            heading = QStandardItem(area.label)
            heading.setData(True, IS_AREA)
            heading.setEditable(False)
            heading.setToolTip(area.label)
            self._areas[area] = heading
            for panel in panels_of(area):
                self._append_panel(heading, panel)
            for kind in listed:
                self._append(heading, kind)
            root.appendRow(heading)

    def _append_panel(self, above: QStandardItem, panel: Panel) -> None:
        item = self._item("", panel.title, panel.icon, panel.key)
        for part in panels_inside(panel.key):
            self._append_panel(item, part)
        above.appendRow(item)

    def _append(self, above: QStandardItem, kind: type[Entity]) -> None:
        declared = kind.declaration
        item = self._item(table_name(kind), declared.plural, declared.icon)
        for part in parts_inside(kind):
            self._append(item, part)
        above.appendRow(item)

    def _item(self, table: str, words: str, picture: str, panel: str = "") -> QStandardItem:
        item = QStandardItem(icon(picture), words)
        item.setData(table, TABLE)
        item.setData(panel, PANEL)
        item.setEditable(False)
        item.setToolTip(words)
        self._items[table or panel] = item
        return item

    def _root(self) -> QStandardItem:
        return self._parts.invisibleRootItem()

    def _count(self) -> None:
        project = self._session.project
        for table, kind in kinds().items():
            count = 0 if kind.declaration.single else len(getattr(project, table))
            if self._items[table].data(COUNT) != count:
                self._items[table].setData(count, COUNT)

    def _judge(self, found: Found) -> None:
        for table, item in self._items.items():
            name, count = item.text(), found.by_table.get(table, 0)
            words = f"{name}, {count} finding{'s' * (count != 1)}" if count else name
            worst = worst_of(set(found.gravest(table).values()))
            if (words, worst) != (item.toolTip(), item.data(SEVERITY)):
                item.setData(worst, SEVERITY)
                item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(words)
        self._judge_areas()

    def _judge_areas(self) -> None:
        for heading in self._areas.values():
            worst = worst_of({one.data(SEVERITY) for one in _below(heading)})
            if worst != heading.data(SEVERITY):
                heading.setData(worst, SEVERITY)

    def show_place(self, place: Place) -> None:
        """Mark the part of a place and open what it stands in."""
        item = self._items[place.page]
        above: QStandardItem | None = item.parent()
        while above is not None:
            self.expand(above.index())
            above = above.parent()
        self._moving = True
        self.setCurrentIndex(item.index())
        self._moving = False

    def open_areas(self) -> list[str]:
        """The words of the areas that are open."""
        return [area.word for area, item in self._areas.items() if self.isExpanded(item.index())]

    def open_only(self, words: Iterable[str]) -> None:
        """Open these areas and close the others."""
        wanted = set(words)
        for area, item in self._areas.items():
            self.setExpanded(item.index(), area.word in wanted)

    def _current_changed(self, now: QModelIndex) -> None:
        if not self._moving and not now.data(IS_AREA):
            self.chosen.emit(Place(now.data(TABLE) or "", panel=now.data(PANEL) or ""))

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(IS_AREA):
            self.setExpanded(index, not self.isExpanded(index))
        elif self.model().hasChildren(index):
            self.setExpanded(index, True)

    def area_of(self, table: str) -> str:
        """The heading a part stands under, for a palette that lists it."""
        kind = kinds()[table]
        above = inside(kind)
        label = kind.declaration.area.label
        return f"{label} › {above.declaration.plural}" if above else label


def area_font(font: QFont) -> QFont:
    """Return the letters of an area: heavier and a little smaller than those of a part."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    made.setPointSizeF(made.pointSizeF() * 0.92)
    return made


def _seen(option: QStyleOptionViewItem, box: QRect) -> QRect:
    """Return where a box of a line stands, mirrored where one reads from right to left."""
    return QStyle.visualRect(option.direction, option.rect, box)


def _below(item: QStandardItem) -> Iterator[QStandardItem]:
    for row in range(item.rowCount()):
        child = item.child(row)
        yield child
        yield from _below(child)


class PartDelegate(QStyledItemDelegate):
    """Draws a part with its icon, count and worst finding, and an area as a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a part; headings stand a little apart."""
        height = option.fontMetrics.height() + (18 if index.data(IS_AREA) else 13)
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line of the navigator."""
        painter.save()
        if index.data(IS_AREA):
            self._paint_area(painter, option, index)
        else:
            self._paint_part(painter, option, index)
        painter.restore()

    def _paint_area(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tree = option.widget
        opened = isinstance(tree, QTreeView) and tree.isExpanded(tree.model().index(index.row(), 0))
        rect = option.rect.adjusted(6, 5, -8, 0)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, option.rect.adjusted(3, 5, -3, -1))
        arrow = icon("chevron-down" if opened else "chevron-right", "muted")
        box = QRect(rect.left(), rect.center().y() - 6, 13, 13)
        _draw(painter, arrow, _seen(option, box))
        painter.setFont(area_font(option.font))
        painter.setPen(QColor(theme.colour("muted")))
        words = _seen(option, rect.adjusted(19, 0, -22, 0))
        shown = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if not opened and index.data(SEVERITY):
            box = QRect(rect.right() - 17, rect.center().y() - 7, 15, 15)
            _draw(painter, severity_icon(index.data(SEVERITY)), _seen(option, box))

    def _paint_part(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = option.rect.adjusted(3, 1, -3, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colour("selected" if selected else "hover")))
            painter.drawRoundedRect(row, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, row)
        ink = theme.colour("on_selected" if selected else "text")
        token = "on_selected" if selected else ""
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        picture = icon(_icon_name(index), token) if token else picture
        box = QRect(row.left() + 7, row.center().y() - 8, 17, 17)
        _draw(painter, picture, _seen(option, box))
        right = self._paint_right(painter, option, index, selected=selected)
        painter.setPen(QColor(ink))
        words = _seen(option, row.adjusted(32, 0, right, 0))
        shown = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_right(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, selected: bool
    ) -> int:
        """Draw count and badge; return how far the words must stay from the end of the line."""
        row = option.rect.adjusted(3, 1, -3, -1)
        count, severity = index.data(COUNT), index.data(SEVERITY)
        right = _seen(option, row.adjusted(0, 0, -8, 0))
        taken = 8
        if count:
            painter.setPen(QColor(theme.colour("on_selected" if selected else "muted")))
            alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(right, alignment, str(count))
            taken += painter.fontMetrics().horizontalAdvance(str(count)) + 8
        if severity:
            box = QRect(row.right() - taken - 15, row.center().y() - 7, 15, 15)
            _draw(painter, severity_icon(severity), _seen(option, box))
            taken += 20
        return -taken


def _icon_name(index: Index) -> str:
    table, panel = index.data(TABLE), index.data(PANEL)
    if panel:
        return PANELS[panel].icon
    return kinds()[table].declaration.icon if table else "layout-dashboard"


def _draw(painter: QPainter, picture: QIcon, box: QRect) -> None:
    picture.paint(painter, box)


def _ring(painter: QPainter, box: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(theme.colour("accent")))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
