"""A list and what it leads to: beside each other where there is room, else above each other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


@dataclass(frozen=True, slots=True)
class Room:
    """How room is shared, in widths of a letter.

    `beside` is the width from which on both stand beside each other. The list takes what the
    `right` side does not need, from `least` to `most`; above each other they share as `shares`.
    """

    beside: int
    least: int
    most: int
    right: int
    shares: tuple[int, int] = (1, 3)


def list_letters(width: float, room: Room) -> float:
    """Return how wide the list is in a whole of this width, all in letters.

    >>> list_letters(150, Room(64, 26, 44, 95))
    44
    """
    return min(max(width - room.right, room.least), room.most)


class SideBySide(QSplitter):
    """Shares its room anew with each size, until somebody drags the handle."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.room = room
        self._dragged = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.splitterMoved.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above where there is no room beside it, and share what there is."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        width = event.size().width() / letter
        beside = width >= self.room.beside
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self._dragged = False
        if not self._dragged:
            self._share(width if beside else 0)

    def _share(self, width: float) -> None:
        """Give list and right side their usual sizes, at a width in letters or above each other."""
        if not width:
            self.setSizes([share * 1000 for share in self.room.shares])
            return
        letter = self.fontMetrics().horizontalAdvance("n")
        left = round(list_letters(width, self.room) * letter)
        self.setSizes([left, self.width() - left])

    def _keep(self) -> None:
        self._dragged = True
