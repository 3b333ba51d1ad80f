"""The page of a kind that is a grid, with the list of its records one button away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import entity_named, table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.examples import has_example, purpose_of, with_example
from slaeditor.rules.openings import started
from slaeditor.session.session import Session
from slaeditor.ui import asking, labels
from slaeditor.ui.empty_state import EmptyState
from slaeditor.ui.form import Form
from slaeditor.ui.grid_bench import GridBench
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.grid_spec import GRIDS
from slaeditor.ui.page import Page
from slaeditor.ui.page_session import PageSession
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import RecordsPage, describe
from slaeditor.ui.switched_head import SwitchedHead

KEYS = "Enter edits · Ctrl+Enter opens · copy and paste as in a sheet"


def read_as(model: GridModel, index: QModelIndex, value: Any) -> str:
    """Return how a value in a cell of a grid was read, in the words the program uses for it."""
    spec = model.field_at(index)
    if spec.to or spec.choices is not None or value is None:
        return ""
    words = model.local.words(spec.kind, value)
    return f"Read as “{words}”." if words else ""


class GridPage(Page):
    """A grid of values, what the current cell means under it, and all its fields beside it."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, table_name(kind), parent)
        self.kind = kind
        self.spec = GRIDS[kind.__name__]
        self.model = self.make_model()
        self.records: RecordsPage | None = None
        self._missing: EmptyState | None = None
        self.as_grid = labels.segment("Grid", self, spoken="Show as grid", on=True)
        self.as_list = labels.segment("List", self, spoken="Show as list")
        self.head = SwitchedHead(kind, (self.as_grid, self.as_list), self._switched, self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self.model.modelReset.connect(self._show_missing)
        self.bench.wanted.connect(self.wanted)
        self.bench.moved.connect(self._moved)
        self._show_missing()

    @property
    def is_told_by_place(self) -> bool:
        """The cell, but not that records are shown in a list."""
        return self.records is None

    def _lay_out(self) -> None:
        """Put the page together from the outside inwards, so that each part is dressed once."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)
        self.middle = self.make_middle()
        self.stack.addWidget(self.middle)
        self.bench = GridBench(self.model, self.meaning, parent=self.middle)
        self.grid, self.messages = self.bench.grid, self.bench.messages
        self.place_bench(self.middle)
        self.bench.below.addLayout(self._buttons())

    @property
    def missing(self) -> EmptyState:
        """What stands there while there are no lines or columns, made when there are none."""
        if self._missing is None:
            words = (self.kind.declaration.icon, self._what_is_missing(), self._add_what())
            example = "Start from an example" if has_example(self.kind) else ""
            made = self._missing = EmptyState(*words, self.stack, example=example)
            made.wanted.connect(self._add_line)
            made.example_wanted.connect(self.add_example)
            self.stack.addWidget(made)
        return self._missing

    def make_model(self) -> GridModel:
        """Return the cells; a page may begin with only some of the lines."""
        return GridModel(self.session, self.kind, self.spec, self)

    def make_middle(self) -> QWidget:
        """Return what stands under the heading and will hold the grid."""
        return QWidget(self.stack)

    def place_bench(self, middle: QWidget) -> None:
        """Put the grid into what holds it; a page may put more beside it."""
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bench)

    def meaning(self, index: QModelIndex, value: Any) -> str:
        """Return a sentence that says how a value in a cell is understood."""
        return read_as(self.model, index, value)

    def _moved(self) -> None:
        self.place_changed.emit(self.place)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name in (self.spec.lines[0], self.spec.column):
            made = labels.button(f"Add {self._name(name)}", "plus", self.bench)
            made.clicked.connect(self._add_line if name in self.spec.lines else self._add_column)
            row.addWidget(made)
        hint = labels.muted(KEYS, self.bench)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(hint, 1)
        return row

    def _name(self, name: str) -> str:
        spec = field(self.kind, name)
        return entity_named(spec.to).declaration.singular.lower() if spec.to else spec.label.lower()

    def _what_is_missing(self) -> str:
        lines = " and ".join(self._name(name) for name in self.spec.lines[:1])
        said = purpose_of(self.kind) or describe(self.kind)
        return f"{said} A {lines} and a {self._name(self.spec.column)} come first."

    def add_example(self) -> None:
        """Add the example of the kind in one step."""
        project, _ = with_example(self.session.project, self.kind)
        plural = self.kind.declaration.plural.lower()
        self.session.edit(project, f"Start {plural} from an example")
        self.session.seal()
        self.take_focus()
        self.noted.emit(f"An example of {plural} was added. Change it into your own.")

    def _add_what(self) -> str:
        return f"Add a {self._name(self.spec.lines[0])}"

    def _show_missing(self) -> None:
        if self.as_grid.isChecked():
            there = bool(self.model.lines and self.model.columns)
            self.stack.setCurrentWidget(self.middle if there else self.missing)

    def _add_line(self) -> None:
        missing_column = self.model.lines and not self.model.columns
        self._add(self.spec.column if missing_column else self.spec.lines[0])

    def _add_column(self) -> None:
        self._add(self.spec.column)

    def _add(self, name: str) -> None:
        """Add a record to one side, or a text that stands there."""
        spec = field(self.kind, name)
        if spec.to:
            made = started(entity_named(spec.to)())
            label = f"Add {made.declaration.singular.lower()}"
            self.session.edit(self.session.project.add(made), label)
            self.session.seal()
            self.wanted.emit(Place(table_name(type(made)), made.id))
            return
        words = asking.words(self.window(), f"Add {spec.label.lower()}", spec.label)
        if words:
            values: dict[str, Any] = {name: words, **self._other_texts(name)}
            self.session.edit(
                self.session.project.add(started(self.kind(**values))), f"Add {words}"
            )

    def _other_texts(self, name: str) -> dict[str, str]:
        """The first text of the other side, so that a new line has a cell to stand in."""
        other = self.spec.column if name in self.spec.lines else self.spec.lines[0]
        if field(self.kind, other).to:
            return {}
        known = (
            self.model.columns if other == self.spec.column else [k[0] for k in self.model.lines]
        )
        return {other: known[0] if known else "New"}

    def _switched(self) -> None:
        if self.as_list.isChecked():
            self.stack.setCurrentWidget(self._list())
            self.records_page().show_place(Place(self.table))
        else:
            self._show_missing()
        self.place_changed.emit(self.place)

    def _list(self) -> QWidget:
        if self.records is None:
            session = PageSession(self.session)
            self.records = RecordsPage(session, self.kind, self.stack)
            session.setParent(self.records)
            self.stack.currentChanged.connect(lambda _at: session.follow(seen=self.in_list))
            self.records.head.hide()
            self.records.place_changed.connect(self.place_changed)
            self.records.wanted.connect(self.wanted)
            self.records.noted.connect(self.noted)
            self.stack.addWidget(self.records)
        return self.records

    def records_page(self) -> RecordsPage:
        """The list of all records, made when it is first shown."""
        self._list()
        if self.records is None:
            raise RuntimeError("The list has just been made.")
        return self.records

    @property
    def form(self) -> Form:
        """The form of all fields, in the list or beside the grid."""
        return self.records_page().form if self.in_list else self.bench.fields().form

    @property
    def in_list(self) -> bool:
        """Whether the list is shown instead of the grid."""
        return self.records is not None and self.stack.currentWidget() is self.records

    @property
    def place(self) -> Place:
        """The record in the form, or the grid as a whole."""
        if self.in_list and self.records:
            return self.records.place
        known = [row.id for row in self.bench.shown if self.session.project.find(self.kind, row.id)]
        return Place(self.table, known[0] if known else "")

    @property
    def record_place(self) -> Place:
        """The record in the form, else the one in the current cell."""
        index = self.grid.currentIndex()
        if self.place.row or self.in_list or not index.isValid():
            return self.place
        rows = self.model.rows_at(index)
        return Place(self.table, rows[0].id) if len(rows) == 1 else self.place

    def show_place(self, place: Place) -> None:
        """Show a record and a field of it beside the grid; the grid alone where none is named."""
        row = self.session.project.find(self.kind, place.row) if place.row else None
        if row is None:
            return
        index = self.index_of(row)
        if self.in_list or not index.isValid():
            self.as_list.setChecked(True)
            self.stack.setCurrentWidget(self._list())
            self.records_page().show_place(place)
            return
        self.bench.show_row(index, row, place.field)

    def index_of(self, row: Entity) -> QModelIndex:
        """The cell of a record; a page that shows only some of the cells first shows it."""
        return self.model.index_of(row)

    def shows(self, changes: Changes) -> bool:
        """Whether a change is seen: in the grid all are."""
        if self.in_list and self.records is not None:
            return self.records.shows(changes)
        return super().shows(changes)

    def take_focus(self) -> None:
        """Put the keyboard into the grid or the list."""
        if self.in_list:
            self.records_page().take_focus()
        else:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.grid.currentIndex().isValid():
                self.grid.setCurrentIndex(self.model.index(0, 0))

    def take_form_focus(self) -> None:
        """Put the keyboard into the form of the list."""
        if self.in_list:
            self.records_page().take_form_focus()
        elif self.grid.currentIndex().isValid():
            self.bench.open_current()
        else:
            self.take_focus()

    def add_record(self) -> None:
        """Add a record in the list."""
        self.as_list.setChecked(True)
        self._switched()
        self.records_page().add_record()

    def duplicate_records(self) -> None:
        """Duplicate the records selected in the list."""
        if self.in_list:
            self.records_page().duplicate_records()

    def delete_records(self) -> None:
        """Delete the records selected in the list, or empty the cells selected in the grid."""
        if self.in_list:
            self.records_page().delete_records()
        else:
            self.grid.clear()

    def move_records(self, by: int) -> None:
        """Move the records selected in the list."""
        if self.in_list:
            self.records_page().move_records(by)

    def find_records(self) -> None:
        """Put the keyboard into the list's filter."""
        if self.in_list:
            self.records_page().find_records()

    @property
    def selected(self) -> int:
        """How many records are selected."""
        if self.in_list:
            return self.records_page().selected
        return len(self.grid.selectedIndexes())
