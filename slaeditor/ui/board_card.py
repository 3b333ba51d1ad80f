"""The card of a record on a board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from slaeditor.ui import theme
from slaeditor.ui.card import Card, line
from slaeditor.ui.icons import severity_icon


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says: its title, quiet lines below, and a token of the colour at its edge."""

    title: str
    lines: tuple[str, ...] = ()
    token: str = "border"
    before: str = ""


class Carrier(Protocol):
    """What carries a card while somebody drags it."""

    def begin(self, card: BoardCard) -> None:
        """Take a card up."""

    def move_to(self, at: QPoint) -> None:
        """Carry the card to a place of the screen."""

    def drop(self) -> None:
        """Put the card down where it is."""

    def cancel(self) -> None:
        """Put the card back where it was."""


class BoardCard(Card):
    """A card with a coloured edge; it is checked while its record is the one in the form.

    `pushed` brings by how many columns the keys move it. The mouse drags it where there is
    somebody to carry it.
    """

    pushed = Signal(int)

    def __init__(self, key: str, face: Face, carrier: Carrier | None = None) -> None:
        self.key = key
        self.face = face
        self._carrier = carrier
        self._pressed_at: QPoint | None = None
        self.carried = False
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 8, 26, 8)
        inside.setSpacing(2)
        self._labels = [line(face.before, muted=True)] if face.before else []
        self._labels.append(line(face.title, strong=True, wrap=True))
        self._labels += [line(words, muted=True, wrap=True) for words in face.lines]
        for label in self._labels:
            inside.addWidget(label)
        self._severity = ""
        super().__init__(self._words, inside)
        self.setProperty("kind", "choice")
        self.setCheckable(True)

    @property
    def _words(self) -> str:
        """What a screen reader calls the card, beside what is found to be wrong."""
        return ", ".join(one for one in (self.face.title, *self.face.lines) if one)

    def can_show(self, face: Face) -> bool:
        """Whether the card has as many lines as another face."""
        return bool(face.before) is bool(self.face.before) and len(face.lines) == len(
            self.face.lines
        )

    def show_face(self, face: Face) -> None:
        """Say something else in the same lines; whoever has the keyboard keeps it."""
        self.face = face
        before = (face.before,) if face.before else ()
        for label, words in zip(self._labels, (*before, face.title, *face.lines), strict=True):
            label.setText(words)
        self._tell()
        self.update()

    def _tell(self) -> None:
        told = f"{self._words}, {self._severity}" if self._severity else self._words
        self.setAccessibleName(told)

    def judge(self, severity: str) -> None:
        """Wear the sign of the worst finding, or none."""
        if severity != self._severity:
            self._severity = severity
            self._tell()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Left and Ctrl+Right push the card; Escape puts a carried one back."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = steps.get(Qt.Key(event.key()), 0)
        if self.carried and self._carrier is not None:
            if event.key() == Qt.Key.Key_Escape:
                self._carrier.cancel()
        elif by and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pushed.emit(by)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed_at = event.position().toPoint() if left else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the card up once the mouse has gone far enough, and carry it."""
        if self._carrier is None or self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed_at
        if not self.carried and way.manhattanLength() >= QApplication.startDragDistance():
            self.carried = True
            self.setDown(False)
            self._carrier.begin(self)
        if self.carried:
            self._carrier.move_to(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a carried card down; one that was not carried is pressed."""
        self._pressed_at = None
        if self.carried and self._carrier is not None:
            self._carrier.drop()
        else:
            super().mouseReleaseEvent(event)

    def put_down(self) -> None:
        """Be carried no more; what the mouse does until it is released means nothing."""
        self.carried = False
        self._pressed_at = None
        self.setDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, then its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour(self.face.token)))
        painter.drawRoundedRect(4, 6, 4, self.height() - 12, 2, 2)
        if self._severity:
            severity_icon(self._severity).paint(painter, QRect(self.width() - 22, 8, 15, 15))
        painter.end()
