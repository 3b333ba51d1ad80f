"""The page of the methodology: the outline at the left, the step or phase in full at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, table_name
from slaeditor.model.work import MethodStep, Phase
from slaeditor.rules.changes import Changes
from slaeditor.rules.copies import copied
from slaeditor.rules.examples import purpose_of, with_example
from slaeditor.rules.method_order import shifted_step, with_step
from slaeditor.rules.names import title, titles
from slaeditor.rules.order import shifted
from slaeditor.rules.references import without
from slaeditor.session.session import Session
from slaeditor.ui import labels, theme
from slaeditor.ui.choice_box import choice_box, offer
from slaeditor.ui.empty_state import EmptyState
from slaeditor.ui.form import Form
from slaeditor.ui.methodology.outline_model import OutlineModel
from slaeditor.ui.methodology.outline_view import OutlineView
from slaeditor.ui.methodology.section_tabs import SectionTabs
from slaeditor.ui.page import Page
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import describe
from slaeditor.ui.side_by_side import Room, SideBySide

EVERY_LEVEL = "Every level"
FOLDING = "Drag a line, or Alt+↑ and Alt+↓; ← and → fold a phase."
ROOM = Room(beside=88, least=32, most=56, right=95, shares=(1, 1))
"""What outline and form need."""


class MethodologyPage(Page):
    """Steps in phases: what, when, who and why at a glance, and every text of the chosen one."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, table_name(kind), parent)
        self.kind = kind
        self.model = OutlineModel(session, self)
        self._phase_form: Form | None = None
        self._empty: EmptyState | None = None
        self.head, self.whole = QWidget(self), QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._offer_levels()
        self._show_empty()

    def _lay_out(self) -> None:
        """Put the page together from the outside inwards, so that each part is dressed once."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.whole, 1)
        self.head.setLayout(self._head())
        self.split = SideBySide(ROOM, self.whole)
        self.whole.addWidget(self.split)
        self.split.addWidget(self._outline_side(self.split))
        self.split.addWidget(self._form_side(self.split))
        self.split.setStretchFactor(1, 1)

    def _head(self) -> QVBoxLayout:
        above = QHBoxLayout()
        above.addWidget(labels.title(self.kind.declaration.plural, self.head), 1)
        self.add, self.add_phase_button = (
            labels.button("Add step", "plus", self.head),
            labels.button("Add phase", "plus", self.head),
        )
        for made in (self.add, self.add_phase_button):
            above.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(4)
        head.addLayout(above)
        head.addWidget(labels.muted(describe(self.kind), self.head))
        return head

    @property
    def empty(self) -> EmptyState:
        """What stands there while there are no steps, made when there are none."""
        if self._empty is None:
            made = self._empty = EmptyState(
                self.kind.declaration.icon,
                purpose_of(self.kind),
                "Add the first step",
                self.whole,
                example="Start from an example",
            )
            made.wanted.connect(self.add_record)
            made.example_wanted.connect(self.add_example)
            self.whole.addWidget(made)
        return self._empty

    def _outline_side(self, parent: QWidget) -> QWidget:
        side = QWidget(parent)
        self.view = OutlineView(self.model, side)
        self.levels = choice_box("Service level", side)
        row = QHBoxLayout()
        label = QLabel("Done &at", side)
        label.setBuddy(self.levels)
        row.addWidget(label)
        row.addWidget(self.levels)
        row.addStretch()
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 4, 12, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(labels.muted(FOLDING, side))
        return side

    def _form_side(self, parent: QWidget) -> QWidget:
        side = QFrame(parent)
        self.record_title = QLabel(side)
        self.right = QStackedWidget(side)
        theme.enlarge(self.record_title, 1.2, QFont.Weight.DemiBold)
        self.record_title.setWordWrap(True)
        self.record_title.setContentsMargins(24, 4, 24, 0)
        steps = QWidget(self.right)
        self.form = Form(self.session, MethodStep, steps)
        self.tabs = SectionTabs(self.form, steps)
        column = QVBoxLayout(steps)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.form, 1)
        words = "Choose a step or a phase."
        self.unchosen = EmptyState(self.kind.declaration.icon, words, parent=self.right)
        for widget in (steps, self.unchosen):
            self.right.addWidget(widget)
        self.right.setCurrentWidget(self.unchosen)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.record_title)
        layout.addWidget(self.right, 1)
        return side

    def _connect(self) -> None:
        self.view.chosen.connect(self._choose)
        self.view.entered_line.connect(self.take_form_focus)
        self.view.deleted.connect(self.delete_records)
        self.model.moved_lines.connect(self.view.select)
        self.levels.activated.connect(self._look)
        self.add.clicked.connect(self.add_record)
        self.add_phase_button.clicked.connect(self.add_phase)
        self.form.wanted.connect(self.wanted)
        self.session.changed.connect(self._changed)

    @property
    def phase_form(self) -> Form:
        """The form of a phase, made when it is first wanted."""
        if self._phase_form is None:
            self._phase_form = Form(self.session, Phase, self.right)
            self._phase_form.wanted.connect(self.wanted)
            self.right.addWidget(self._phase_form)
        return self._phase_form

    def _changed(self, made: Changes) -> None:
        if made.touch("service_levels"):
            self._offer_levels()
        if made.touch("method_steps", "phases"):
            self._show_empty()
            self._name()

    def _offer_levels(self) -> None:
        project = self.session.project
        rows = [(title(project, row), row.id) for row in project.service_levels]
        offer(self.levels, [(EVERY_LEVEL, ""), *rows])

    def _look(self) -> None:
        self.model.look_at(str(self.levels.currentData() or ""))

    def _show_empty(self) -> None:
        there = bool(self.model.lines)
        self.whole.setCurrentWidget(self.split if there else self.empty)
        for made in (self.add, self.add_phase_button):
            made.setVisible(there)

    def _choose(self, keys: Sequence[str]) -> None:
        self.session.seal()
        project = self.session.project
        steps = [row for row in (project.method_steps.get(key) for key in keys) if row]
        phases = [row for row in (project.phases.get(key) for key in keys) if row]
        if steps:
            self.right.setCurrentIndex(0)
            self.form.show_rows(steps)
        elif phases:
            self.right.setCurrentWidget(self.phase_form)
            self.phase_form.show_rows(phases)
        else:
            self.right.setCurrentWidget(self.unchosen)
        self._name()
        self.place_changed.emit(self.place)

    def _rows(self) -> tuple[Entity, ...]:
        """The records in the form that is shown."""
        shown = self.right.currentWidget()
        if shown is self.unchosen:
            return ()
        return shown.rows if isinstance(shown, Form) else self.form.rows

    def _name(self) -> None:
        rows = self._rows()
        words = titles(self.session.project, rows)
        self.record_title.setText(words if rows else "")
        self.record_title.setVisible(bool(rows))

    @property
    def place(self) -> Place:
        """The step in the form, if it is one."""
        rows = self._rows()
        one = rows[0] if len(rows) == 1 else None
        return Place(self.table, one.id if isinstance(one, MethodStep) else "")

    def show_place(self, place: Place) -> None:
        """Choose a step, the first line where none is named, and a field of it."""
        step = self.session.project.find(MethodStep, place.row) if place.row else None
        if step is not None:
            self.model.fold(step.phase, closed=False)
        first = [line.key for line in self.model.lines if line.step][:1]
        key = place.row or (self.view.keys() or first or [""])[0]
        if key and self.view.keys() != [key]:
            self.view.select([key])
        if place.field and key:
            self.form.show_field(place.field)

    def shows(self, changes: Changes) -> bool:
        """Whether a change is seen: what the outline or the form shows of steps and phases."""
        return any(one.table in {"phases", "method_steps"} for one in changes)

    def take_focus(self) -> None:
        """Put the keyboard into the outline."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_form_focus(self) -> None:
        """Put the keyboard into the form."""
        shown = self.right.currentWidget()
        (shown if isinstance(shown, Form) else self.form).take_focus()

    def find_records(self) -> None:
        """Put the keyboard into the outline, where typing finds a line."""
        self.take_focus()

    @property
    def selected(self) -> int:
        """How many steps or phases are selected."""
        return len(self.view.keys())

    def add_record(self) -> None:
        """Add a step after the chosen one and put the keyboard into its form."""
        rows = self._rows()
        near = rows[-1] if rows else None
        after = near if isinstance(near, MethodStep) else None
        made = MethodStep(phase=near.id if isinstance(near, Phase) else "")
        self._edit(with_step(self.session.project, made, after), "Add step")
        self.view.select([made.id])
        self.form.show_field("name")

    def add_phase(self) -> None:
        """Add a phase at the end and put the keyboard into its form."""
        made = Phase()
        self._edit(self.session.project.add(made), "Add phase")
        self.view.select([made.id])
        self.phase_form.take_focus()

    def add_example(self) -> None:
        """Add two phases with two steps each, as one step."""
        project, keys = with_example(self.session.project, self.kind)
        self._edit(project, "Start methodology from an example")
        self.view.select(list(keys[:1]))
        self.noted.emit("An example of the methodology was added. Change it into your own.")

    def _edit(self, project: Project, label: str) -> None:
        self.session.seal()
        self.session.edit(project, label)
        self.session.seal()

    def duplicate_records(self) -> None:
        """Add a copy of each chosen step or phase after the last of them."""
        rows = self._rows()
        if rows:
            project, copies = copied(self.session.project, rows)
            self._edit(project, f"Duplicate {self._what(rows)}")
            self.view.select([copy.id for copy in copies])

    def delete_records(self) -> None:
        """Delete what is chosen, a phase with its steps; a note offers to undo it."""
        rows = self._rows()
        if not rows:
            return
        what, at = self._what(rows), self.model.line(rows[0].id)
        project = self.session.project
        for row in rows:
            project = without(project, row)
        self._edit(project, f"Delete {what}")
        lines = self.model.lines
        if lines:
            self.view.select([lines[min(max(at, 0), len(lines) - 1)].key])
        self.noted.emit(f"{what} deleted.")

    def _what(self, rows: Sequence[Entity]) -> str:
        return titles(self.session.project, rows)

    def move_records(self, by: int) -> None:
        """Move the chosen step up or down, at the edge into the next phase; or a phase."""
        rows = self._rows()
        if len(rows) != 1:
            return
        project, row = self.session.project, rows[0]
        if isinstance(row, MethodStep):
            made = shifted_step(project, row, by)
        else:
            made = shifted(project, list(project.phases), [row.id], by)
        self._edit(made, f"Move {title(project, row)}")
        self.view.select([row.id])
