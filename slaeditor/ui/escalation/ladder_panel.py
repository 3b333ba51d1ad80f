"""A ladder on its line, its steps as cards, and the chosen step to be edited at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.rules.escalations_at import policies_for
from slaeditor.rules.inheritance import sold
from slaeditor.rules.ladder import Course, course
from slaeditor.rules.names import title
from slaeditor.rules.order import shifted
from slaeditor.rules.references import without
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.choice_box import choice_box, offer
from slaeditor.ui.escalation.ladder_line import LadderLine
from slaeditor.ui.escalation.step_cards import StepCards
from slaeditor.ui.escalation.step_words import fires
from slaeditor.ui.place import Place
from slaeditor.ui.quick_fields import QuickFields

AT_A_GLANCE = ("name", "trigger", "after", "share", "to_roles", "action")


class LadderPanel(QFrame):
    """Shows the ladder of a policy for one level and severity; `wanted` brings a place to go to."""

    wanted = Signal(object)
    clock_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.session = session
        self.policy: EscalationPolicy | None = None
        self.levels = choice_box("Service level", self)
        self.severities = choice_box("Severity", self)
        self.line = LadderLine(self)
        self.cards = StepCards(self)
        self.words = labels.muted("", self)
        self.fields = QuickFields(session, EscalationStep, AT_A_GLANCE, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.line)
        column.addWidget(self.words)
        column.addWidget(self.cards)
        column.addLayout(self._buttons())
        column.addWidget(self.fields)

    def _head(self) -> QVBoxLayout:
        above = QHBoxLayout()
        above.addWidget(labels.heading("The ladder", self), 1)
        self.clock = labels.button("Clock…", "alarm-clock", self)
        self.clock.setToolTip("See with dates when everything happens")
        above.addWidget(self.clock)
        below = QHBoxLayout()
        below.setSpacing(8)
        for words, box in (("At", self.levels), ("Severity", self.severities)):
            label = QLabel(words, self)
            label.setBuddy(box)
            below.addWidget(label)
            below.addWidget(box)
        below.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addLayout(above)
        head.addLayout(below)
        return head

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.add = labels.button("Add step", "plus", self)
        self.full = labels.small_button("Whole step…", "square-pen", self)
        self.remove = labels.small_button("Delete step", "trash-2", self)
        self.up = labels.small_button("Move step up", "arrow-up", self)
        self.down = labels.small_button("Move step down", "arrow-down", self)
        for made in (self.add, self.full, self.up, self.down, self.remove):
            row.addWidget(made)
        hint = labels.muted("Drag a mark, or choose it and press ← →", self)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(hint, 1)
        return row

    def _connect(self) -> None:
        self.levels.activated.connect(self.refresh)
        self.severities.activated.connect(self.refresh)
        self.line.chosen.connect(self.choose)
        self.line.moved.connect(self._move)
        self.cards.chosen.connect(self.choose)
        for view in (self.line, self.cards):
            view.opened.connect(self.open_step)
        self.clock.clicked.connect(self.clock_wanted)
        self.add.clicked.connect(self.add_step)
        self.full.clicked.connect(self._open_chosen)
        self.remove.clicked.connect(self.delete_step)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.fields.wanted.connect(self.wanted)
        self.session.checked.connect(self.cards.steps.judge)

    @property
    def level(self) -> str:
        """The id of the level that is looked at."""
        return str(self.levels.currentData() or "")

    @property
    def severity(self) -> str:
        """The id of the severity that is looked at."""
        return str(self.severities.currentData() or "")

    def show_policy(self, policy: EscalationPolicy | None) -> None:
        """Show the ladder of another policy, for a case in which it holds."""
        other = policy is None or self.policy is None or policy.id != self.policy.id
        self.policy = policy
        self.setVisible(policy is not None)
        if policy is None:
            return
        project = self.session.project
        offer(self.levels, [(title(project, row), row.id) for row in sold(project)])
        rows = [(title(project, row), row.id) for row in project.severities]
        offer(self.severities, rows or [("Any", "")])
        if other:
            self._look_where_it_holds(project, policy)
        self.refresh()

    def _look_where_it_holds(self, project: Project, policy: EscalationPolicy) -> None:
        for level in sold(project):
            for severity in [row.id for row in project.severities] or [""]:
                held = policy in policies_for(project, level, severity)
                if held and course(project, policy, level, severity).due is not None:
                    self.levels.setCurrentIndex(self.levels.findData(level.id))
                    self.severities.setCurrentIndex(self.severities.findData(severity))
                    return

    def refresh(self) -> None:
        """Show what holds now."""
        policy = self.policy
        if policy is None:
            return
        project = self.session.project
        steps = project.escalation_steps.where("policy", policy.id)
        found = self._course(project, policy)
        held = {rung.step.id for rung in found.rungs}
        faint = frozenset(step.id for step in steps if step.id not in held)
        self.cards.steps.show_steps(project, steps, faint)
        self.cards.updateGeometry()
        self.line.show_course(found)
        told = self._told(found)
        self.words.setText(told)
        self.words.setVisible(bool(told))
        self.cards.choose(self.line.key)
        self._show_step(self.cards.key or self.line.key)

    def _course(self, project: Project, policy: EscalationPolicy) -> Course:
        level = project.service_levels.get(self.level)
        return course(project, policy, level, self.severity) if level else Course(())

    def _told(self, found: Course) -> str:
        if not found.rungs:
            return "No step holds here yet. Add one, or look at another level or severity."
        loose = [rung.step for rung in found.rungs if rung.at is None]
        words = [f"{step.name or 'A step'} ({fires(step)})" for step in loose]
        without_due = "" if found.due is not None else self._without_due()
        waiting = f"Without a place on the line: {'; '.join(words)}." if words else ""
        return without_due + waiting

    def _without_due(self) -> str:
        """Why there is nothing that steps could be counted from."""
        if self.policy is not None and not self.policy.measure:
            return "It watches no measure, so nothing is due. Choose one under Watches. "
        return "Nothing is promised here, so nothing is due. "

    def choose(self, key: str) -> None:
        """Choose a step on the line, among the cards and in the fields."""
        self.session.seal()
        self.line.choose(key)
        self.cards.choose(key)
        self._show_step(key)

    def _show_step(self, key: str) -> None:
        row = self.session.project.find(EscalationStep, key) if key else None
        if self.fields.row is None or row is None or self.fields.row.id != row.id:
            self.fields.show_row(row)
        self.fields.setVisible(row is not None)
        for made in (self.full, self.remove, self.up, self.down):
            made.setEnabled(row is not None)

    def _move(self, step: EscalationStep) -> None:
        """Keep a step that was moved on the line as one gesture."""
        self.session.seal()
        project = self.session.project.put(step)
        self.session.edit(project, f"Move {step.name or 'step'} to {fires(step)}")
        self.session.seal()

    def open_step(self, key: str) -> None:
        """Go to the whole form of a step."""
        self.wanted.emit(Place("escalation_steps", key))

    def _open_chosen(self) -> None:
        self.open_step(self.cards.key)

    def add_step(self) -> None:
        """Add a step after the last one and put the keyboard into its name."""
        policy = self.policy
        if policy is None:
            return
        rungs = [
            row.rung for row in self.session.project.escalation_steps.where("policy", policy.id)
        ]
        made = EscalationStep(
            policy=policy.id, rung=max(rungs, default=0) + 1, trigger=Trigger.AFTER_DUE
        )
        self.session.edit(self.session.project.add(made), "Add escalation step")
        self.session.seal()
        self.choose(made.id)
        self.fields.take_focus()

    def delete_step(self) -> None:
        """Delete the chosen step."""
        row = self.session.project.find(EscalationStep, self.cards.key)
        if row is not None:
            name = title(self.session.project, row)
            self.session.edit(without(self.session.project, row), f"Delete {name}")
            self.session.seal()

    def _up(self) -> None:
        self.shift(-1)

    def _down(self) -> None:
        self.shift(1)

    def shift(self, by: int) -> None:
        """Move the chosen step up or down among the others."""
        key, policy = self.cards.key, self.policy
        if policy is None or not key:
            return
        project = self.session.project
        listed = project.escalation_steps.where("policy", policy.id)
        self.session.edit(shifted(project, listed, [key], by), "Move escalation step")
        self.session.seal()
        self.cards.choose(key)
