"""A line that leads to a place: a sign, a sentence, and below it where that is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from slaeditor.ui.card import Card, line
from slaeditor.ui.place import Place


class Way(Card):
    """Leads to a place when it is pressed; `chosen` brings the place."""

    chosen = Signal(object)

    def __init__(
        self,
        picture: QIcon,
        words: str,
        detail: str,
        place: Place,
        *,
        beside: str = "",
        strong: bool = False,
    ) -> None:
        """Show a sentence with a detail below and words at its right."""
        self.sentence = line(words, wrap=True, strong=strong)
        self.detail = line(detail, muted=True, wrap=True)
        if not detail:
            self.detail.hide()
        self.beside = line(beside, muted=True)
        inside = _row(picture, (self.sentence, self.detail), self.beside)
        super().__init__(" ".join(filter(None, (words, detail, beside))), inside, "way")
        self.place = place
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self.chosen.emit(self.place)


def _row(picture: QIcon, lines: tuple[QLabel, ...], beside: QLabel) -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(picture.pixmap(QSize(16, 16)))
    column = QVBoxLayout()
    column.setSpacing(1)
    for one in lines:
        column.addWidget(one)
    row = QHBoxLayout()
    row.setContentsMargins(8, 6, 8, 6)
    row.setSpacing(10)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(column, 1)
    row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
    return row
