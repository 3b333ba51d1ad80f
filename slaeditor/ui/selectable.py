"""Words that can be marked with the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QLabel


class Selectable(QLabel):
    """Words that can be marked and copied once the pointer is over them.

    Qt lays words that can be marked out by a document of their own, which takes three times as
    long; a panel shows hundreds.
    """

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the words be marked from now on."""
        super().enterEvent(event)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
