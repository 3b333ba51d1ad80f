"""The page of escalation policies: ladders in a list, the chosen one on its line."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.escalation import EscalationPolicy, EscalationStep
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.escalation.clock_dialog import ClockDialog
from slaeditor.ui.escalation.ladder_panel import LadderPanel
from slaeditor.ui.records_page import RecordsPage

FIELDS = frozenset({"measure", "levels", "services", "severities"})
"""Fields of a policy that decide where its ladder holds and what it watches."""
TABLES = (
    "escalation_steps",
    "targets",
    "service_levels",
    "severities",
    "measures",
    "roles",
    "channels",
)


class EscalationPage(RecordsPage):
    """Ladders; steps are moved on a line, read as cards, edited below them or in full."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self.ladder = LadderPanel(session, self.form.page)
        self.form.add_panel(self.ladder, after=0)
        self.form.leave_out(EscalationStep)
        self.form.shown.connect(self._show_ladder)
        self.ladder.wanted.connect(self.wanted)
        self.ladder.clock_wanted.connect(self.open_clock)

    @property
    def is_told_by_place(self) -> bool:
        """No record holds the case that the ladder is shown for."""
        return False

    def _show_ladder(self) -> None:
        one = self.form.rows[0] if len(self.form.rows) == 1 else None
        self.ladder.show_policy(one if isinstance(one, EscalationPolicy) else None)

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        fields = {name for one in made if one.table == self.table for name in one.fields}
        if made.touch(*TABLES) or fields & FIELDS:
            self._show_ladder()

    def shows(self, changes: Changes) -> bool:
        """Whether a change is seen: also those of the steps of the ladder that is shown."""
        policy = self.ladder.policy
        mine = policy is not None and any(
            isinstance(one.row, EscalationStep) and one.row.policy == policy.id for one in changes
        )
        return mine or super().shows(changes)

    def open_clock(self) -> None:
        """Open the clock on the case that is looked at."""
        dialog = ClockDialog(self.window(), self.session)
        dialog.explainer.wanted.connect(self.wanted)
        policy = self.ladder.policy
        dialog.explainer.choose(
            level=self.ladder.level,
            severity=self.ladder.severity,
            measure=policy.measure if policy is not None else "",
        )
        dialog.show()
