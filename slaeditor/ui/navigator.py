"""The navigator: the overview, then eight areas with their parts, counts and open findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from slaeditor.model.areas import Area
from slaeditor.model.entity import Entity
from slaeditor.model.project import kinds, table_name
from slaeditor.rules.found import Found
from slaeditor.session.session import Session
from slaeditor.ui.icons import icon
from slaeditor.ui.panels import Panel, panels_inside, panels_of
from slaeditor.ui.part_delegate import (
    BESIDE_AREA,
    COUNT,
    IS_AREA,
    PANEL,
    SEVERITY,
    TABLE,
    PartDelegate,
    area_font,
)
from slaeditor.ui.parts import inside, parts, parts_inside
from slaeditor.ui.place import Place
from slaeditor.ui.worst_findings import worst_of


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


def _below(item: QStandardItem) -> Iterator[QStandardItem]:
    for row in range(item.rowCount()):
        child = item.child(row)
        yield child
        yield from _below(child)
