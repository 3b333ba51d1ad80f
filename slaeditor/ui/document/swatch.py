"""A button that is a patch of colour, to be chosen among others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from slaeditor.ui import theme

SIZE = QSize(30, 26)
ROUND = 5
"""Pixels of a rounded corner."""


class Swatch(QPushButton):
    """A patch with a frame that tells whether it is chosen or has the keyboard."""

    def __init__(self, shade: str, parent: QWidget | None = None) -> None:
        """Show a colour "#rrggbb"."""
        super().__init__(parent)
        self._shade = shade
        self.setCheckable(True)
        self.setFixedSize(SIZE)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """As large as any other patch."""
        return SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the patch and its frame."""
        token = "accent" if self.hasFocus() else "text" if self.isChecked() else "strong_border"
        wide = 3 if self.hasFocus() or self.isChecked() else 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colour(token)), wide))
        painter.setBrush(QColor(self._shade))
        edge = wide / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), ROUND, ROUND
        )
        painter.end()
