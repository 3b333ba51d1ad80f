"""A line that leads to a place: a sign, a sentence, and below it where that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from slaeditor.ui.card import Card, line
from slaeditor.ui.kept_lines import KeptLines
from slaeditor.ui.labels import muted
from slaeditor.ui.place import Place
from slaeditor.ui.sign import Sign


class Lead(NamedTuple):
    """What a line says: a sentence with a detail below and words at its right, and its place."""

    picture: QIcon
    words: str
    detail: str
    place: Place
    beside: str = ""
    strong: bool = False


class Way(Card):
    """Leads to a place when it is pressed; `chosen` brings the place."""

    chosen = Signal(object)

    def __init__(self, lead: Lead) -> None:
        self.lead = lead
        self.sentence = line(lead.words, wrap=True, strong=lead.strong)
        said = [self.sentence]
        if lead.detail:
            said.append(line(lead.detail, muted=True, wrap=True))
        inside = _row(lead.picture, said, lead.beside)
        super().__init__(
            " ".join(filter(None, (lead.words, lead.detail, lead.beside))), inside, "way"
        )
        self.place = lead.place
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self.chosen.emit(self.place)


class Ways(KeptLines):
    """Lines that lead to places; those that say the same as before stay as they are."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(self._way, spacing=1)
        self._last = muted("")
        self._last.hide()
        self.addWidget(self._last)

    def show_leads(self, leads: Iterable[Lead], last: str = "") -> None:
        """Show these lines and no others, and below them words that lead nowhere."""
        self.show_values(leads)
        self._last.setText(last)
        self._last.setVisible(bool(last))

    def _way(self, lead: Lead) -> Way:
        made = Way(lead)
        made.chosen.connect(self.chosen)
        return made


def _row(picture: QIcon, lines: Iterable[QLabel], beside: str) -> QHBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    for one in lines:
        column.addWidget(one)
    row = QHBoxLayout()
    row.setContentsMargins(8, 6, 8, 6)
    row.setSpacing(10)
    row.addWidget(Sign(16, picture), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    row.addWidget(line(beside, muted=True), 0, Qt.AlignmentFlag.AlignTop)
    return row
