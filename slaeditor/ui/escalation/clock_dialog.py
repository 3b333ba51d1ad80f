"""The clock in a window of its own, open beside the editor while promises are written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.dialog import Dialog, Role
from slaeditor.ui.escalation.clock_explainer import ClockExplainer

WIDTH, HEIGHT = 110, 34
"""Letters and lines of the window."""


class ClockDialog(Dialog):
    """Lets the editor go on; follows every edit."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent,
            "The clock",
            "Choose a case and a moment: when everything is due, and when each step fires.",
        )
        self.explainer = ClockExplainer(session)
        self.explainer.wanted.connect(self.accept)
        self.column.addWidget(self.explainer, 1)
        close = labels.button("Close")
        close.clicked.connect(self.reject)
        self.add_buttons((close, Role.RejectRole))
        metrics = self.fontMetrics()
        self.resize(WIDTH * metrics.horizontalAdvance("n"), HEIGHT * metrics.height())
