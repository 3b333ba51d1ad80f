"""A board of cards: records side by side or in columns, each card leading to its record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.ui import labels, theme
from slaeditor.ui.blocks import clear
from slaeditor.ui.card import Card, line
from slaeditor.ui.icons import severity_icon

MOST = 40
"""So many cards stand in a column; a list shows more of them better."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says: its title, quiet lines below, and a token of the colour at its edge."""

    title: str
    lines: tuple[str, ...] = ()
    token: str = "border"
    before: str = ""


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """How the records of a kind stand on a board.

    `columns` gives the titles with the rows under each; `face` what a card says; `arrows` draws
    one between neighbours of a single row. `field` is the choice that tells the columns apart,
    where a card can be moved from one to another.
    """

    columns: Callable[[Project], Sequence[tuple[str, Sequence[Entity]]]]
    face: Callable[[Project, Entity], Face]
    arrows: bool = False
    field: str = ""


class BoardCard(Card):
    """A card with a coloured edge; it is checked while its record is the one in the form.

    `pushed` brings by how many columns the keys move it.
    """

    pushed = Signal(int)

    def __init__(self, key: str, face: Face) -> None:
        self.key = key
        self._token = face.token
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 8, 26, 8)
        inside.setSpacing(2)
        if face.before:
            inside.addWidget(line(face.before, muted=True))
        inside.addWidget(line(face.title, strong=True, wrap=True))
        for words in face.lines:
            inside.addWidget(line(words, muted=True, wrap=True))
        self._words = ", ".join(one for one in (face.title, *face.lines) if one)
        self._severity = ""
        super().__init__(self._words, inside)
        self.setProperty("kind", "choice")
        self.setCheckable(True)

    def judge(self, severity: str) -> None:
        """Wear the sign of the worst finding, or none."""
        if severity != self._severity:
            self._severity = severity
            told = f"{self._words}, {severity}" if severity else self._words
            self.setAccessibleName(told)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Ctrl+Left and Ctrl+Right push the card into the next column."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        by = steps.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pushed.emit(by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, then its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour(self._token)))
        painter.drawRoundedRect(4, 6, 4, self.height() - 12, 2, 2)
        if self._severity:
            severity_icon(self._severity).paint(painter, QRect(self.width() - 22, 8, 15, 15))
        painter.end()


class Board(QScrollArea):
    """Shows records as cards; `chosen` brings the id of the one that is pressed.

    `pushed` brings the id of one that is moved, and by how many columns.
    """

    chosen = Signal(str)
    pushed = Signal(str, int)

    def __init__(self, spec: BoardSpec, name: str) -> None:
        super().__init__()
        self._spec = spec
        self.cards: dict[str, BoardCard] = {}
        self._row = QHBoxLayout()
        self._row.setContentsMargins(24, 0, 24, 8)
        self._row.setSpacing(10)
        page = QWidget()
        page.setObjectName("page")
        page.setLayout(self._row)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)

    def show_project(self, project: Project, selected: str) -> None:
        """Show the cards of a project, one of them checked."""
        clear(self._row)
        self.cards = {}
        for number, (title, rows) in enumerate(self._spec.columns(project)):
            if number and self._spec.arrows:
                self._row.addWidget(labels.muted("→"), 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(self._column(project, title, rows), 1)
        self.mark(selected)

    def _column(self, project: Project, title: str, rows: Sequence[Entity]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if title:
            heading = QLabel(f"{title} ({len(rows)})")
            theme.enlarge(heading, 0.95)
            column.addWidget(heading)
        for row in rows[:MOST]:
            card = BoardCard(row.id, self._spec.face(project, row))
            card.clicked.connect(_Pressed(self, row.id))
            if self._spec.field:
                card.setToolTip("Ctrl+Left and Ctrl+Right move it to another column")
                card.pushed.connect(_Pushed(self, row.id))
            self.cards[row.id] = card
            column.addWidget(card)
        if len(rows) > MOST:
            column.addWidget(labels.muted(f"{len(rows) - MOST} more in the list below."))
        column.addStretch()
        letter = self.fontMetrics().horizontalAdvance("n")
        made.setMinimumWidth(18 * letter)
        made.setMaximumWidth(46 * letter)
        return made

    def mark(self, selected: str) -> None:
        """Check the card of a record, and no other."""
        for key, card in self.cards.items():
            card.setChecked(key == selected)
        if selected in self.cards:
            self._bring(self.cards[selected])

    def _bring(self, card: BoardCard) -> None:
        """Scroll to a card; one at the top is seen below the head of its column."""
        self.ensureWidgetVisible(card, 40, 10)
        if card.y() < 3 * self.fontMetrics().height():
            self.verticalScrollBar().setValue(0)

    def judge(self, worst: Mapping[str, str]) -> None:
        """Sign each card with the severity of its worst finding."""
        for key, card in self.cards.items():
            card.judge(worst.get(key, ""))

    def content_height(self) -> int:
        """Return how high the board is with every card seen."""
        plain = self._row.totalSizeHint().height()
        wrapped = self._row.totalHeightForWidth(self.viewport().width())
        return max(plain, wrapped) + 12


class _Pushed:
    """What a card calls when keys move it."""

    def __init__(self, board: Board, key: str) -> None:
        self._board = board
        self._key = key

    def __call__(self, by: int) -> None:
        self._board.pushed.emit(self._key, by)


class _Pressed:
    """What a card calls when it is pressed."""

    def __init__(self, board: Board, key: str) -> None:
        self._board = board
        self._key = key

    def __call__(self) -> None:
        self._board.mark(self._key)
        self._board.chosen.emit(self._key)
