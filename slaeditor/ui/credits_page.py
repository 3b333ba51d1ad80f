"""The page of credits and rewards: schedule, curve, example and sentence beside the form."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from slaeditor.model.compensation import Compensation, CompensationBand, Method
from slaeditor.model.entity import Entity, default
from slaeditor.ui.consequence_page import ConsequencePage, Consequences
from slaeditor.ui.credit_panel import CreditPanel

METHOD_OF = {"Per step": Method.STEP, "Per case": Method.PER_CASE}
"""Sections of the form that only one method needs."""


class CreditsPage(ConsequencePage):
    """Credits and rewards by bands, by steps, per case or in words."""

    def make_consequences(self, parent: QWidget) -> Consequences:
        """Return the bands, the curve, the worked example and the sentence."""
        return CreditPanel(self.session, parent)

    def arrange_form(self) -> None:
        """Put what the method needs after the first fields; the bands stand beside the form."""
        self.form.leave_out(CompensationBand)
        for section in self.form.sections:
            if section.section.heading in METHOD_OF:
                self.form.add_panel(section)

    def record_shown(self, row: Entity | None) -> None:
        """Show only what the method of the credit needs, opened."""
        if not isinstance(row, Compensation):
            return
        for section in self.form.sections:
            method = METHOD_OF.get(section.section.heading)
            if method is not None:
                section.setVisible(row.method is method or _says(row, section))
                if row.method is method:
                    section.open()


def _says(row: Compensation, section: Any) -> bool:
    """Whether a section holds something a new record would not; then it is never hidden."""
    names = (spec.name for spec in section.section.fields)
    return any(getattr(row, name) != default(Compensation, name) for name in names)
