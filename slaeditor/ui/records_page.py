"""The page of a kind with many records: the list at the left, a form at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import Entity, owner
from slaeditor.model.project import table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.copies import copied
from slaeditor.rules.examples import has_example, purpose_of, with_example
from slaeditor.rules.names import title, titles
from slaeditor.rules.openings import started
from slaeditor.rules.order import shifted
from slaeditor.rules.references import without
from slaeditor.session.session import Session
from slaeditor.ui import labels, theme
from slaeditor.ui.empty_state import EmptyState
from slaeditor.ui.form import Form
from slaeditor.ui.icons import icon
from slaeditor.ui.page import Page
from slaeditor.ui.place import Place
from slaeditor.ui.record_list import RecordView
from slaeditor.ui.record_list_model import RecordListModel
from slaeditor.ui.side_by_side import Room, SideBySide

ROOM = Room(beside=64, least=26, most=44, right=95)
"""What list and form need; a form is never wider than its right side here."""
FROM_HERE_A_FILTER = 8
"""A list with fewer records is read at a glance."""


def describe(kind: type[Entity]) -> str:
    """Return the sentence that says what a kind of record is."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].replace("`", "").split())


class RecordsPage(Page):
    """All records of a kind, one or several of them in a form."""

    room = ROOM

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, table_name(kind), parent)
        self.kind = kind
        declared = kind.declaration
        self._empty: EmptyState | None = None
        self._unchosen: EmptyState | None = None
        self.model = RecordListModel(session, kind, self)
        self.head = QWidget(self)
        self.heading = labels.title(declared.plural, self.head)
        self.add = labels.button(f"Add {declared.singular.lower()}", "plus", self.head)
        self.around = self.make_around()
        self.whole = QStackedWidget(self.around or self)
        self.split = SideBySide(self.room, self.whole)
        self._lay_out()
        self._connect()
        self._show_empty()

    def _lay_out(self) -> None:
        """Put the page together from the outside inwards, so that each part is dressed once."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.around or self.whole, 1)
        self.head.setLayout(self._head())
        self.whole.addWidget(self.split)
        self.split.addWidget(self._list_side(self.split))
        self.right = QStackedWidget(self.split)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(1, 1)
        self.right.addWidget(self._form_side(self.right))

    def make_around(self) -> QWidget | None:
        """Return what holds list and form, where a page puts more beside them."""
        return None

    def _head(self) -> QVBoxLayout:
        above = QHBoxLayout()
        above.addWidget(self.heading, 1)
        above.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(4)
        head.addLayout(above)
        head.addWidget(labels.muted(describe(self.kind), self.head))
        return head

    @property
    def empty(self) -> EmptyState:
        """What stands there while there are no records, made when there are none."""
        if self._empty is None:
            declared = self.kind.declaration
            made = self._empty = EmptyState(
                declared.icon,
                purpose_of(self.kind) or describe(self.kind),
                f"Add the first {declared.singular.lower()}",
                self.whole,
                example="Start from an example" if has_example(self.kind) else "",
            )
            made.wanted.connect(self.add_record)
            made.example_wanted.connect(self.add_example)
            self.whole.addWidget(made)
        return self._empty

    @property
    def unchosen(self) -> EmptyState:
        """What stands beside the list while no record is chosen, made when there is none."""
        if self._unchosen is None:
            declared = self.kind.declaration
            words = f"Choose one of the {declared.plural.lower()}."
            self._unchosen = EmptyState(declared.icon, words, parent=self.right)
            self.right.addWidget(self._unchosen)
        return self._unchosen

    def _list_side(self, parent: QWidget) -> QWidget:
        side = QWidget(parent)
        self.filter = QLineEdit(side)
        self.view = RecordView(self.model, side)
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName(f"Filter {self.kind.declaration.plural}")
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        above = QHBoxLayout()
        above.setContentsMargins(8, 0, 8, 0)
        above.addWidget(self.filter)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(16, 4, 0, 8)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        side.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 16)
        return side

    def _form_side(self, parent: QWidget) -> QWidget:
        side = QFrame(parent)
        self.record_title = QLabel(side)
        self.several = labels.muted("", side)
        self.form = Form(self.session, self.kind, side)
        theme.enlarge(self.record_title, 1.2, QFont.Weight.DemiBold)
        self.record_title.setWordWrap(True)
        self.record_title.setContentsMargins(24, 4, 24, 0)
        self.several.setContentsMargins(24, 4, 24, 0)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.record_title)
        layout.addWidget(self.several)
        layout.addWidget(self.form, 1)
        return side

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.deleted.connect(self.delete_records)
        self.view.entered_record.connect(self.form.take_focus)
        self.filter.textChanged.connect(self.model.want)
        self.add.clicked.connect(self.add_record)
        self.form.wanted.connect(self.wanted)
        self.session.changed.connect(self._changed)

    def _changed(self, made: Changes) -> None:
        if made.touch(self.table):
            self._show_empty()
        if self.form.rows:
            self._name()

    def _show_empty(self) -> None:
        count = len(self.session.project.table(self.kind))
        self.whole.setCurrentWidget(self.split if count else self.empty)
        self.filter.setVisible(count >= FROM_HERE_A_FILTER or self.model.filtered)
        self.add.setVisible(bool(count))

    def _choose(self, keys: Sequence[str]) -> None:
        self.session.seal()
        table = self.session.project.table(self.kind)
        rows = [table[key] for key in keys if key in table]
        if rows:
            self.right.setCurrentIndex(0)
        else:
            self.right.setCurrentWidget(self.unchosen)
        self.form.show_rows(rows)
        self._name()
        self.place_changed.emit(self.place)

    def _name(self) -> None:
        rows = self.form.rows
        self.several.setVisible(len(rows) > 1)
        if len(rows) > 1:
            plural = self.kind.declaration.plural.lower()
            self.record_title.setText(f"{len(rows)} {plural}")
            self.several.setText("What you change here is changed in all of them.")
        elif rows:
            self.record_title.setText(title(self.session.project, rows[0]))

    @property
    def place(self) -> Place:
        """The record in the form, if it is one."""
        keys = [row.id for row in self.form.rows]
        return Place(self.table, keys[0] if len(keys) == 1 else "")

    @property
    def is_told_by_place(self) -> bool:
        """The record that is chosen, but not what the list is filtered by."""
        return not self.filter.text()

    def show_place(self, place: Place) -> None:
        """Choose a record, the first one where none is named, and a field of it."""
        rows = self.session.project.table(self.kind)
        key = place.row or (self.view.keys() or [row.id for row in rows][:1] or [""])[0]
        if key and self.model.line(key) < 0 and self.model.filtered:
            self.filter.clear()
        if key and self.view.keys() != [key]:
            self.view.select([key])
        if place.field and key:
            self.form.show_field(place.field)

    def shows(self, changes: Changes) -> bool:
        """Whether a change is seen: in the form, or in the list where the order is others."""
        mine = {row.id for row in self.form.rows}
        return any(
            (c.table == self.table and (c.row.id in mine or len(changes) > 1))
            or _above(c.row) in mine
            for c in changes
        )

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_form_focus(self) -> None:
        """Put the keyboard into the form."""
        self.form.take_focus()

    def find_records(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.show()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def selected(self) -> int:
        """How many records are selected."""
        return len(self.form.rows)

    def add_record(self) -> None:
        """Add a record at the end and put the keyboard into its form."""
        self.filter.clear()
        made = started(self.kind())
        project = self.session.project.add(made)
        self.session.edit(project, f"Add {self.kind.declaration.singular.lower()}")
        self.session.seal()
        self.view.select([made.id])
        self.form.take_focus()

    def add_example(self) -> None:
        """Add the example of the kind in one step and show its first record."""
        project, keys = with_example(self.session.project, self.kind)
        plural = self.kind.declaration.plural
        self.session.edit(project, f"Start {plural.lower()} from an example")
        self.session.seal()
        self.view.select(list(keys[:1]))
        self.form.take_focus()
        self.noted.emit(f"An example of {plural.lower()} was added. Change it into your own.")

    def duplicate_records(self) -> None:
        """Add a copy of each selected record, with what belongs to it, after the last of them."""
        rows = self.form.rows
        if not rows:
            return
        project, copies = copied(self.session.project, rows)
        what = titles(project, rows)
        self.session.edit(project, f"Duplicate {what}")
        self.view.select([copy.id for copy in copies])

    def delete_records(self) -> None:
        """Delete the selected records and what belongs to them; a note offers to undo it."""
        rows = self.form.rows
        if not rows:
            return
        project = self.session.project
        what = titles(project, rows)
        at = self.model.line(rows[0].id)
        for row in rows:
            project = without(project, row)
        gone = self.session.project.count - project.count - len(rows)
        self.session.edit(project, f"Delete {what}")
        left = self.model.rows
        if left:
            self.view.select([left[min(max(at, 0), len(left) - 1)].id])
        also = f" with {gone} that belonged to it" if gone else ""
        self.noted.emit(f"{what} deleted{also}.")

    def move_records(self, by: int) -> None:
        """Move the selected records up (by -1) or down (by 1)."""
        keys = self.view.keys()
        if keys and not self.model.filtered:
            project = shifted(self.session.project, self.model.rows, keys, by)
            self.session.edit(project, f"Move {self.kind.declaration.singular.lower()}")


def _above(row: Entity) -> str:
    """The id of the record that a record belongs to, whose form lists it."""
    link = owner(type(row))
    return str(getattr(row, link.name)) if link is not None else ""
