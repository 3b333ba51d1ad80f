"""The page of service levels: one by one in a form, or all of them side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.levels import Entitlement
from slaeditor.rules.changes import Changes
from slaeditor.rules.openings import started
from slaeditor.rules.order import moved
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.grid_bench import GridBench
from slaeditor.ui.grid_page import read_as
from slaeditor.ui.levels_model import LevelsModel
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import RecordsPage


class LevelsPage(RecordsPage):
    """Levels in a list with a form; side by side when they are to be compared."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        self.one_by_one = labels.segment("One by one", spoken="Show one by one", on=True)
        self.side_by_side = labels.segment("Side by side", spoken="Show side by side")
        self.matrix: LevelsModel | None = None
        self.bench: GridBench | None = None
        super().__init__(session, kind, parent)
        self.ways = QButtonGroup(self)
        for switch in (self.one_by_one, self.side_by_side):
            self.ways.addButton(switch)
            switch.clicked.connect(self._switched)
        self._show_ways()

    @property
    def is_told_by_place(self) -> bool:
        """The level, but not the cell of a matrix."""
        return super().is_told_by_place and not self.is_matrix

    def _head(self) -> QVBoxLayout:
        head = super()._head()
        first = head.itemAt(0)
        above = first.layout() if first is not None else None
        if isinstance(above, QHBoxLayout):
            for at, switch in enumerate((self.one_by_one, self.side_by_side)):
                above.insertWidget(1 + at, switch, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _show_empty(self) -> None:
        super()._show_empty()
        self._show_ways()
        if self.is_matrix and len(self.session.project.service_levels):
            self.whole.setCurrentWidget(self._made())

    def _show_ways(self) -> None:
        several = bool(len(self.session.project.service_levels))
        for switch in (self.one_by_one, self.side_by_side):
            switch.setVisible(several)

    @property
    def is_matrix(self) -> bool:
        """Whether all levels are shown side by side."""
        return self.side_by_side.isChecked()

    def _switched(self) -> None:
        self.session.seal()
        self._show_empty()
        self.place_changed.emit(self.place)
        self.take_focus()

    def _made(self) -> GridBench:
        """The matrix, made when it is first asked for."""
        if self.bench is None:
            self.matrix = LevelsModel(self.session, self)
            self.bench = GridBench(self.matrix, self._meaning, self._in_form, self.whole)
            self.bench.wanted.connect(self.wanted)
            self.bench.moved.connect(self._cell_moved)
            across = self.bench.grid.horizontalHeader()
            across.setSectionsMovable(True)
            across.sectionMoved.connect(self._column_moved)
            across.setToolTip("Drag a level to another place")
            self.bench.below.addLayout(self._buttons())
            self.whole.addWidget(self.bench)
        return self.bench

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        adding = labels.button("Add entitlement", "plus")
        adding.clicked.connect(self._add_entitlement)
        row.addWidget(adding)
        row.addStretch()
        row.addWidget(labels.muted("Delete goes back to what is inherited · drag a level’s name"))
        return row

    def _add_entitlement(self) -> None:
        made = started(Entitlement())
        self.session.edit(self.session.project.add(made), "Add entitlement")
        self.session.seal()
        self.wanted.emit(Place("entitlements", made.id, "name"))

    def _meaning(self, index: QModelIndex, value: object) -> str:
        return read_as(self._made().model, index, value)

    def _in_form(self, index: QModelIndex) -> bool:
        """Show a field of a level in its form; entitlements are shown beside the matrix."""
        if self.matrix is None or not index.isValid() or not self.matrix.name_at(index.row()):
            return bool(self.matrix and index.isValid() and self.matrix.is_heading(index.row()))
        level = self.matrix.level_at(index)
        self._show_in_form(Place(self.table, level.id, self.matrix.name_at(index.row())))
        return True

    def _show_in_form(self, place: Place) -> None:
        self.one_by_one.setChecked(True)
        self._show_empty()
        super().show_place(place)

    def _cell_moved(self) -> None:
        self.place_changed.emit(self.place)

    def _column_moved(self, at: int, old: int, new: int) -> None:
        """Give the levels the order of the columns that somebody dragged."""
        header = self._made().grid.horizontalHeader()
        header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(False)
        self._move_level(at, new)

    def _move_level(self, at: int, to: int) -> None:
        rows = list(self.session.project.service_levels)
        key = rows[at].id
        staying = [row.id for row in rows if row.id != key]
        before = staying[to] if to < len(staying) else None
        project = moved(self.session.project, rows, [key], before)
        self.session.edit(project, "Move service level")

    def show_place(self, place: Place) -> None:
        """Show a level and a field of it; the matrix stays where no level is named."""
        if place.row or not self.is_matrix:
            self._show_in_form(place)

    @property
    def place(self) -> Place:
        """The level in the form, or all of them."""
        return Place(self.table) if self.is_matrix else super().place

    def shows(self, changes: Changes) -> bool:
        """Whether a change is seen: side by side all of levels and what they include are."""
        if self.is_matrix:
            return changes.touch("service_levels", "level_entitlements", "entitlements")
        return super().shows(changes)

    def take_focus(self) -> None:
        """Put the keyboard into the list or the matrix."""
        if not self.is_matrix or self.bench is None:
            super().take_focus()
            return
        grid = self.bench.grid
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not grid.currentIndex().isValid():
            grid.setCurrentIndex(grid.grid.index(1, 0))

    def move_records(self, by: int) -> None:
        """Move the levels that are selected; side by side, that of the current column."""
        if not self.is_matrix or self.bench is None:
            super().move_records(by)
            return
        at, grid = self.bench.grid.currentIndex(), self.bench.grid
        to = at.column() + by
        if at.isValid() and 0 <= to < grid.grid.columnCount():
            self._move_level(at.column(), to)
            grid.setCurrentIndex(grid.grid.index(at.row(), to))

    def add_record(self) -> None:
        """Add a level in the form."""
        self.one_by_one.setChecked(True)
        self._show_empty()
        super().add_record()

    def delete_records(self) -> None:
        """Delete the levels selected in the list, or empty the cells selected side by side."""
        if self.is_matrix and self.bench is not None:
            self.bench.grid.clear()
        else:
            super().delete_records()
