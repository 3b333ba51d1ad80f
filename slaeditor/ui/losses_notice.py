"""Beside the form of a promise or step: how many lost clients named it, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.rules.losses import BROKEN, losses_by
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button
from slaeditor.ui.place import Place
from slaeditor.ui.sign import Sign

NAMED = 3
"""So many interviews are named."""


def can_break(kind: type[Entity]) -> bool:
    """Return whether an interview can say that a record of this kind broke."""
    return issubclass(kind, tuple(BROKEN.values()))


def named(project: Project) -> bool:
    """Return whether any interview can have named a record at all."""
    return bool(len(project.loss_interviews))


class LossesNotice(QFrame):
    """Says what a promise has cost already; hidden while it has cost nothing."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("severity", "warning")
        self._place = Place("loss_interviews")
        self._sign = Sign(18, icon("heart-crack", "warning"), self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.go = button("Show the interview", "", self)
        self.go.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.hide()

    def show_rows(self, project: Project, rows: Sequence[Entity]) -> None:
        """Say how many interviews name the one record shown, and what each is called."""
        found = losses_by(project, rows[0]) if len(rows) == 1 else ()
        self.setVisible(bool(found))
        if not found:
            return
        count = len(found)
        who = "1 lost client" if count == 1 else f"{count} lost clients"
        what = "step" if rows[0].declaration.singular == "Step" else "promise"
        names = ", ".join(f"“{one.name}”" for one in found[:NAMED])
        more = f" and {count - NAMED} more" if count > NAMED else ""
        self.words.setText(f"{who} named this {what}: {names}{more}.")
        self.go.setText("Show the interview" if count == 1 else "Show the interviews")
        self._place = Place("loss_interviews", found[0].id)

    def _go(self) -> None:
        self.wanted.emit(self._place)
