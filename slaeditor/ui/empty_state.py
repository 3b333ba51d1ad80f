"""What a list shows while it is empty: an icon, a sentence what it is for, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button, muted


class EmptyState(QWidget):
    """Says what would stand here; `wanted` is the press of its button."""

    wanted = Signal()

    def __init__(
        self, picture: str, sentence: str, label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture_name = picture
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setPixmap(icon(picture, "muted").pixmap(QSize(32, 32)))
        words = muted(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = self._column = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(words)
        self.button: QPushButton | None = None
        if label:
            self.button = button(label, "plus", primary=True)
            self.button.clicked.connect(self.wanted)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def offer(self, label: str, run: Callable[[], None]) -> QPushButton:
        """Offer another beginning, such as an example, and return its button."""
        made = button(label, "lightbulb")
        made.clicked.connect(run)
        self._column.insertWidget(self._column.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
        return made
