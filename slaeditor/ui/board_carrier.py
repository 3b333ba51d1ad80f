"""Carries a card over a board: its picture follows the mouse, a mark says where it would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QScrollBar, QWidget

from slaeditor.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from slaeditor.ui.board_card import BoardCard

Spot = tuple[int, str, QRect]
"""Where a card would stand: its column, the key of the card after it, and the mark on the page."""
THICK = 4
"""Pixels of the mark."""
EDGE = 28
"""Pixels from an edge of the board within which it scrolls."""
STEP = 14
"""Pixels it scrolls at a time, every `PAUSE` milliseconds."""
PAUSE = 30
SEEN_THROUGH = 0.75


class Mark(QWidget):
    """A line where a carried card would stand; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour("accent")))
        painter.drawRoundedRect(self.rect(), 2, 2)
        painter.end()


class BoardCarrier(QObject):
    """Carries one card at a time over the page of a board.

    `aim` finds the spot for a place of the screen; `drop` hears the key of the card that is put
    down, its column and the card before which it stands, if any.
    """

    def __init__(
        self,
        board: QScrollArea,
        page: QWidget,
        aim: Callable[[QPoint, BoardCard], Spot | None],
        drop: Callable[[str, int, str], object],
    ) -> None:
        super().__init__(board)
        self._board = board
        self._page = page
        self._find = aim
        self._tell = drop
        self._card: BoardCard | None = None
        self._hold = QPoint()
        self._at = QPoint()
        self._target: tuple[int, str] | None = None
        self._picture: QLabel | None = None
        self.mark: Mark | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(PAUSE)
        self._scrolling.timeout.connect(self._scroll)

    @property
    def card(self) -> BoardCard | None:
        """The card that is carried, if one is."""
        return self._card

    def begin(self, card: BoardCard) -> None:
        """Take a card up; its picture goes with the mouse."""
        self._card = card
        self.mark = self.mark or Mark(self._page)
        self._picture = QLabel(self._board.viewport())
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture.setPixmap(_faint(card.grab()))
        self._picture.adjustSize()
        self._hold = QPoint(card.width() // 2, min(card.height() // 2, 20))
        card.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Escape is heard
        card.setCursor(Qt.CursorShape.ClosedHandCursor)
        card.installEventFilter(self)
        self._picture.show()
        self._scrolling.start()

    def move_to(self, at: QPoint) -> None:
        """Carry the card to a place of the screen, and mark where it would stand."""
        self._at = at
        if self._picture is not None:
            self._picture.move(self._board.viewport().mapFromGlobal(at) - self._hold)
        self._aim()

    def drop(self) -> None:
        """Put the card down where the mark is; without a mark it goes back."""
        card, target = self._card, self._target
        self._end()
        if card is not None and target is not None:
            self._tell(card.key, *target)

    def cancel(self) -> None:
        """Put the card back where it was."""
        self._end()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Put the card back when the window goes away or the card is hidden."""
        if event.type() in {QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self.cancel()
        return False

    def _end(self) -> None:
        card, self._card = self._card, None
        self._target = None
        self._scrolling.stop()
        if self.mark is not None:
            self.mark.hide()
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None
        if card is not None:
            card.removeEventFilter(self)
            card.unsetCursor()
            card.put_down()

    def _aim(self) -> None:
        """Find where the card would stand, and mark it where it may."""
        card, mark = self._card, self.mark
        if card is None or mark is None:
            return
        found = self._find(self._at, card)
        self._target = (found[0], found[1]) if found is not None else None
        mark.setVisible(found is not None)
        if found is not None:
            mark.setGeometry(found[2])
            mark.raise_()

    def _scroll(self) -> None:
        """Scroll while the card is held near an edge."""
        view = self._board.viewport()
        at = view.mapFromGlobal(self._at)
        _scroll_near(self._board.horizontalScrollBar(), at.x(), view.width())
        _scroll_near(self._board.verticalScrollBar(), at.y(), view.height())
        self._aim()


def _scroll_near(bar: QScrollBar, at: int, length: int) -> None:
    by = -STEP if at < EDGE else STEP if at > length - EDGE else 0
    if by:
        bar.setValue(bar.value() + by)


def _faint(picture: QPixmap) -> QPixmap:
    """Return a picture through which one sees what is below."""
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(SEEN_THROUGH)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return made
