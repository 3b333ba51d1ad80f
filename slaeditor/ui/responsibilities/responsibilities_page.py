"""The page of responsibilities: the matrix, the current cell in words, and the list of records."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import Entity
from slaeditor.model.project import table_name
from slaeditor.model.work import Activity, Assignment, Role
from slaeditor.rules.changes import Changes
from slaeditor.rules.examples import purpose_of, with_example
from slaeditor.rules.matrix import Spot
from slaeditor.rules.openings import started
from slaeditor.rules.order import shifted
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.empty_state import EmptyState
from slaeditor.ui.form import Form
from slaeditor.ui.message_bar import MessageBar
from slaeditor.ui.page import Page
from slaeditor.ui.page_session import PageSession
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.responsibilities.cell_strip import CellStrip
from slaeditor.ui.responsibilities.matrix_model import MatrixModel
from slaeditor.ui.responsibilities.matrix_tools import MatrixTools
from slaeditor.ui.responsibilities.matrix_view import MatrixView
from slaeditor.ui.switched_head import SwitchedHead

IN_THE_MATRIX = frozenset({"", "letters", "activity", "role", "level", "footnote"})
KEYS = "R A S C I give and take a letter · Enter types · Ctrl+Enter opens · copy and paste"


class ResponsibilitiesPage(Page):
    """A matrix of letters; a record in full is shown in the list."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, table_name(kind), parent)
        self.kind = kind
        self.model = MatrixModel(session, self)
        self.records: RecordsPage | None = None
        self._missing: EmptyState | None = None
        self.as_grid = labels.segment("Matrix", self, spoken="Show as matrix", on=True)
        self.as_list = labels.segment("List", self, spoken="Show as list")
        self.head = SwitchedHead(kind, (self.as_grid, self.as_list), self._switched, self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._choose()

    def _lay_out(self) -> None:
        """Put the page together from the outside inwards, so that each part is dressed once."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)
        self._lay_out_matrix()

    def _lay_out_matrix(self) -> None:
        self.shown = QWidget(self.stack)
        self.stack.addWidget(self.shown)
        self.tools = MatrixTools(self.session, self.shown)
        self.messages = MessageBar(self.shown)
        self.view = MatrixView(self.model, self.shown)
        self.strip = CellStrip(self.model, self.shown)
        middle = QVBoxLayout(self.shown)
        middle.setContentsMargins(24, 12, 24, 16)
        middle.setSpacing(8)
        for widget in (self.tools, self.messages):
            middle.addWidget(widget)
        middle.addWidget(self.view, 1)
        middle.addLayout(self._buttons())
        middle.addWidget(self.strip)

    @property
    def missing(self) -> EmptyState:
        """What stands there while there are no activities or roles, made when there are none."""
        if self._missing is None:
            words = (self.kind.declaration.icon, purpose_of(self.kind), "Add an activity")
            example = "Start from an example"
            made = self._missing = EmptyState(*words, self.stack, example=example)
            made.wanted.connect(self.add_activity)
            made.example_wanted.connect(self.add_example)
            self.stack.addWidget(made)
        return self._missing

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, run in (("Add activity", self.add_activity), ("Add role", self.add_role)):
            made = labels.button(words, "plus", self.shown)
            made.clicked.connect(run)
            row.addWidget(made)
        hint = labels.muted(KEYS, self.shown)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(hint, 1)
        return row

    def _connect(self) -> None:
        self.model.refused.connect(self._refuse)
        self.model.dataChanged.connect(self.strip.refresh)
        self.model.modelReset.connect(self._show_missing)
        self.view.moved_to.connect(self.strip.show_spot)
        self.view.moved_to.connect(self._say_place)
        self.view.opened.connect(self.open_spot)
        self.tools.chosen.connect(self._choose)
        self.session.changed.connect(self._changed)

    def _say_place(self) -> None:
        if not self.in_list:
            self.place_changed.emit(self.place)

    def _choose(self) -> None:
        """Show what the tools say."""
        wanted = (self.tools.level, self.tools.turned.isChecked(), self.tools.hidden())
        if wanted[0] != self.model.cells.level:
            self.model.show_level(wanted[0])
        if wanted[1] != self.model.turned:
            self.model.turn(over=wanted[1])
        if wanted[2] != self.model.cells.hidden:
            self.model.hide_roles(wanted[2])
        self.tools.refresh()
        self._show_missing()
        if not self.view.currentIndex().isValid():
            self.view.go_to_first()

    def _changed(self, made: Changes) -> None:
        if made.touch("service_levels", "roles"):
            self._choose()
        if made.touch("letter_meanings"):
            self.strip.refresh()

    def _show_missing(self) -> None:
        if self.as_grid.isChecked():
            there = bool(len(self.session.project.activities) and len(self.session.project.roles))
            self.stack.setCurrentWidget(self.shown if there else self.missing)

    def _switched(self) -> None:
        if self.as_list.isChecked():
            self.records_page()
        else:
            self._show_missing()
        self.place_changed.emit(self.place)

    def records_page(self) -> RecordsPage:
        """Show the list of all records, with that of the current cell, and return it."""
        if self.records is None:
            session = PageSession(self.session)
            self.records = RecordsPage(session, self.kind, self.stack)
            session.setParent(self.records)
            self.stack.currentChanged.connect(lambda _at: session.follow(seen=self.in_list))
            self.records.head.hide()
            for mine in ("place_changed", "wanted", "noted"):
                getattr(self.records, mine).connect(getattr(self, mine))
            self.stack.addWidget(self.records)
        self.as_list.setChecked(True)
        self.stack.setCurrentWidget(self.records)
        self.records.show_place(Place(self.table, self._current_key()))
        return self.records

    @property
    def form(self) -> Form:
        """The form of the record of the current cell, in the list."""
        return self.records_page().form

    def _current_key(self) -> str:
        spot = self.strip.spot
        cell = self.model.cells.cell(spot) if spot is not None else None
        return cell.id if cell is not None else ""

    def _refuse(self, sentence: str) -> None:
        if sentence:
            self.messages.trouble(sentence, grave=True)
        else:
            self.messages.hide()

    @property
    def unread_last(self) -> bool:
        """Whether the last thing done was to type into a cell what nobody could read."""
        return self.model.unread_last

    def take_back_unread(self) -> None:
        """Let the cell say again what it says."""
        self.model.take_back_unread()

    def open_spot(self, spot: Spot | None) -> None:
        """Show the record of a cell in full."""
        if spot is not None and self.model.cells.cell(spot) is not None:
            self.strip.show_spot(spot)
            self.records_page()
            self.place_changed.emit(self.place)

    @property
    def in_list(self) -> bool:
        """Whether the list is shown instead of the matrix."""
        return self.records is not None and self.stack.currentWidget() is self.records

    @property
    def place(self) -> Place:
        """The record in the list, or that of the current cell."""
        if self.in_list and self.records is not None:
            return self.records.place
        return Place(self.table)

    def show_place(self, place: Place) -> None:
        """Show the cell of a record, or the list for what the matrix does not show of it."""
        row = self.session.project.find(Assignment, place.row) if place.row else None
        if row is None:
            return
        if place.field in IN_THE_MATRIX and not row.variant and self._show_cell(row):
            self.as_grid.setChecked(True)
            self._show_missing()
            return
        self.records_page().show_place(place)

    def _show_cell(self, row: Assignment) -> bool:
        if row.level != self.model.cells.level:
            self.tools.choose_level(row.level)
        if row.role in self.model.cells.hidden:
            self.tools.show_role(row.role, shown=True)
        index = self.model.index_of(row.activity, row.role)
        if index.isValid():
            self.view.select(index)
            self.strip.show_spot(self.model.spot(index))
        return index.isValid()

    def shows(self, changes: Changes) -> bool:
        """Whether a change is seen: in the matrix all are."""
        if self.in_list and self.records is not None:
            return self.records.shows(changes)
        return super().shows(changes)

    def take_focus(self) -> None:
        """Put the keyboard into the matrix or the list."""
        if self.in_list and self.records is not None:
            self.records.take_focus()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_form_focus(self) -> None:
        """Put the keyboard into the footnote, or the form of the list."""
        if self.in_list and self.records is not None:
            self.records.take_form_focus()
        else:
            self.strip.footnote.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_example(self) -> None:
        """Add a small matrix to begin with, as one step."""
        project, _ = with_example(self.session.project, self.kind)
        self.session.edit(project, "Start responsibilities from an example")
        self.session.seal()
        self._choose()
        self.view.setFocus()

    def add_activity(self) -> None:
        """Add an activity to the section of the current line, and go to it."""
        spot = self.strip.spot
        near = self.session.project.activities.get(spot.activity) if spot else None
        self._add(Activity(group=near.group if near else ""), "Add activity")

    def add_role(self) -> None:
        """Add a role and go to it."""
        self._add(Role(), "Add role")

    def _add(self, made: Entity, label: str) -> None:
        self.session.edit(self.session.project.add(started(made)), label)
        self.session.seal()
        self.wanted.emit(Place(table_name(type(made)), made.id))

    def add_record(self) -> None:
        """Add a record in the list, an activity in the matrix."""
        if self.in_list and self.records is not None:
            self.records.add_record()
        else:
            self.add_activity()

    def duplicate_records(self) -> None:
        """Duplicate the records selected in the list."""
        if self.in_list and self.records is not None:
            self.records.duplicate_records()

    def delete_records(self) -> None:
        """Delete the records selected in the list, or empty the cells selected in the matrix."""
        if self.in_list and self.records is not None:
            self.records.delete_records()
        else:
            self.view.clear()

    def move_records(self, by: int) -> None:
        """Move the current activity within its section, or the records selected in the list."""
        if self.in_list and self.records is not None:
            self.records.move_records(by)
            return
        spot = self.strip.spot
        row = self.session.project.activities.get(spot.activity) if spot else None
        if row is None or spot is None:
            return
        project = self.session.project
        listed = project.activities.where("group", row.group)
        self.session.edit(shifted(project, listed, [row.id], by), f"Move {row.name}")
        self.view.select(self.model.index_of(spot.activity, spot.role))

    def find_records(self) -> None:
        """Put the keyboard into the list's filter."""
        self.records_page().find_records()

    @property
    def selected(self) -> int:
        """How many records or cells are selected."""
        if self.in_list and self.records is not None:
            return self.records.selected
        return len(self.view.spots())
