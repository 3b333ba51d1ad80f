"""What a list shows while it is empty: an icon, what it is for, a button, and an example."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button, muted
from slaeditor.ui.sign import Sign

WIDEST = 62
"""Letters of a line that reads well."""


class EmptyState(QWidget):
    """Says what would stand here; `wanted` is the press of its button, `example_wanted` the other.

    The second button is there where an example can be offered.
    """

    wanted = Signal()
    example_wanted = Signal()

    def __init__(
        self,
        picture: str,
        sentence: str,
        label: str = "",
        parent: QWidget | None = None,
        *,
        example: str = "",
    ) -> None:
        super().__init__(parent)
        sign = Sign(32, icon(picture, "muted"), self)
        words = self.words = muted(sentence, self)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(words.fontMetrics().horizontalAdvance("n") * WIDEST)
        self.button = button(label, "plus", self, primary=True) if label else None
        self.example = button(example, "lightbulb", self) if example else None
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(_centred(words))
        layout.addLayout(_centred(*(one for one in (self.button, self.example) if one)))
        layout.addStretch(3)
        if self.button is not None:
            self.button.clicked.connect(self.wanted)
        if self.example is not None:
            self.example.clicked.connect(self.example_wanted)


def _centred(*widgets: QWidget | QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    for one in widgets:
        row.addWidget(one, 4 if isinstance(one, QLabel) else 0)
    row.addStretch()
    return row
