"""A board of cards: records side by side or in columns, each card leading to its record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from slaeditor.model.project import Project
from slaeditor.ui import labels
from slaeditor.ui.blocks import clear
from slaeditor.ui.board_card import BoardCard, Face
from slaeditor.ui.board_carrier import THICK, BoardCarrier, Spot
from slaeditor.ui.board_column import Column
from slaeditor.ui.board_spec import MOST, BoardSpec, Shown, shown_in
from slaeditor.ui.later import Later

AT_ONCE = 4
"""So many of them stand there at once, more than a window shows; others follow in slices."""
TOGETHER = 4
"""So many that follow are placed at once, since each time the whole column is laid out anew."""


class Board(QScrollArea):
    """Shows records as cards; `chosen` brings the id of the one that is pressed.

    `pushed` brings the id of one that keys move, and by how many columns; `dropped` that of one
    the mouse moved, its new column, and the id of the card it stands before, if any. `grown` says
    that cards out of sight were added.
    """

    chosen = Signal(str)
    pushed = Signal(str, int)
    dropped = Signal(str, int, str)
    grown = Signal()

    def __init__(self, spec: BoardSpec, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._cards: dict[str, BoardCard] = {}
        self._columns: list[Column] = []
        self._most = AT_ONCE
        self._later = Later(self)
        self._shown: list[Shown] = []
        self._worst: Mapping[str, str] = {}
        self.page = QWidget()
        self.page.setObjectName("page")
        self.setWidget(self.page)
        self._row = QHBoxLayout(self.page)
        self._row.setContentsMargins(24, 0, 24, 8)
        self._row.setSpacing(10)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.carrier = BoardCarrier(self, self.page, self.spot, self.dropped.emit)

    @property
    def cards(self) -> Mapping[str, BoardCard]:
        """Every card by the id of its record, made now where it was not yet."""
        self.complete()
        return self._cards

    def show_project(self, project: Project, selected: str) -> bool:
        """Show the cards of a project, one of them checked; return whether any is another now."""
        wanted = [shown_in(self.spec, project, *one) for one in self.spec.columns(project)]
        changed = wanted != self._shown
        if changed:
            self.carrier.cancel()
            if len(wanted) != len(self._shown):
                self._begin(len(wanted))
            self._shown = wanted
            self._show_cards()
            if not self._is_complete:
                self._later.add(self._show_more)
        self.mark(selected)
        return changed

    @property
    def _is_complete(self) -> bool:
        return all(len(cards) <= self._most for _, _, cards in self._shown)

    def complete(self) -> None:
        """Make now the cards that would be made when nothing else is to do."""
        if not self._is_complete:
            self._most = MOST
            self._show_cards()
            self.grown.emit()

    def _show_more(self) -> bool:
        """Make some of the cards that are still to be made; return whether there are more."""
        if self._most + TOGETHER >= MOST:
            self.complete()
            return False
        self._most += TOGETHER
        self._show_cards()
        return True

    def _show_cards(self) -> None:
        for column, shown in zip(self._columns, self._shown, strict=True):
            column.show_cards(shown, self._most)
        self._cards = {card.key: card for column in self._columns for card in column.cards}
        self.judge(self._worst)

    def _begin(self, count: int) -> None:
        """Make so many empty columns."""
        clear(self._row)
        self._columns = []
        for number in range(count):
            if number and self.spec.arrows:
                arrow = labels.muted("→", self.page)
                self._row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
            column = Column(self.make_card, self.page, self.page)
            self._columns.append(column)
            self._row.addWidget(column, 1)

    def make_card(self, key: str, face: Face) -> BoardCard:
        """Return a new card that says when it is pressed, pushed or dragged."""
        card = BoardCard(key, face, self.carrier)
        card.clicked.connect(partial(self._press, key))
        card.pushed.connect(partial(self.pushed.emit, key))
        way = "order" if self.spec.arrows else "columns"
        card.setToolTip(f"Drag it, or move it among the {way} with Ctrl+Left and Ctrl+Right")
        return card

    def _press(self, key: str) -> None:
        self.mark(key)
        self.chosen.emit(key)

    def mark(self, selected: str) -> None:
        """Check the card of a record, and no other."""
        if selected not in self._cards and self._waits(selected):
            self.complete()
        for key, card in self._cards.items():
            card.setChecked(key == selected)
        if selected in self._cards:
            self._bring(self._cards[selected])

    def _waits(self, key: str) -> bool:
        """Whether the card of a record is still to be made."""
        return any(one == key for _, _, cards in self._shown for one, _ in cards[self._most :])

    def _bring(self, card: BoardCard) -> None:
        """Scroll to a card; one at the top is seen below the head of its column."""
        self.ensureWidgetVisible(card, 40, 10)
        if card.y() < 3 * self.fontMetrics().height():
            self.verticalScrollBar().setValue(0)

    def judge(self, worst: Mapping[str, str]) -> None:
        """Sign each card with the severity of its worst finding."""
        self._worst = worst
        for key, card in self._cards.items():
            card.judge(worst.get(key, ""))

    def content_height(self) -> int:
        """Return how high the board is with every card seen."""
        plain = self._row.totalSizeHint().height()
        wrapped = self._row.totalHeightForWidth(self.viewport().width())
        return max(plain, wrapped) + 12

    def column_of(self, key: str) -> int:
        """Return the number of the column a card stands in, -1 where it stands in none."""
        self.complete()
        found = (at for at, one in enumerate(self._columns) if key in one.places)
        return next(found, -1)

    def column_at(self, x: int) -> int:
        """Return the number of the column nearest to a place of the page, -1 without columns."""
        places = [(_distance(x, one.geometry()), at) for at, one in enumerate(self._columns)]
        return min(places)[1] if places else -1

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands above each column."""
        return tuple(title for title, _, _ in self._shown)

    def spot(self, place: QPoint, card: BoardCard) -> Spot | None:
        """Return where a card would stand at a place of the screen; None outside."""
        self.complete()
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(place)):
            return None
        at = self.page.mapFromGlobal(place)
        number = self.column_at(at.x())
        if number < 0:
            return None
        if self.spec.arrows:
            return self._between(at.x(), number)
        column = self.column(number)
        after = column.card_after(column.mapFrom(self.page, at).y(), card.key)
        gap = column.gap_before(after)
        box = QRect(gap.left(), gap.top(), column.width(), THICK)
        return number, after.key if after is not None else "", box

    def _between(self, x: int, number: int) -> Spot:
        """Return a spot in a single row, left or right of its nearest card."""
        box = self.column(number).geometry()
        right = (x > box.center().x()) is not self.isRightToLeft()
        beside = number + 1 if right else number
        keys = self.column(beside).places if beside < self.count else []
        edge = box.right() + 1 if x > box.center().x() else box.left() - THICK
        return beside, keys[0] if keys else "", QRect(edge, box.top(), THICK, box.height())

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self._columns)

    def column(self, at: int) -> Column:
        """Return a column by its number."""
        return self._columns[at]


def _distance(x: int, box: QRect) -> int:
    return max(box.left() - x, x - box.right(), 0)
