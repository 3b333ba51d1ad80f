"""An icon that stands beside words."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Sign(QWidget):
    """Shows an icon in the colours worn now; a picture set into a label would keep the old ones."""

    def __init__(self, side: int, picture: QIcon | None = None, parent: QWidget | None = None):
        """Show a picture, if there is one already, in a square of so many pixels."""
        super().__init__(parent)
        self.picture = picture or QIcon()
        self.setFixedSize(side, side)

    def show_picture(self, picture: QIcon) -> None:
        """Show another picture."""
        self.picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self.picture.paint(painter, self.rect())
        painter.end()
