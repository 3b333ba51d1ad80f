"""One column of a board: its heading and its cards, kept while they can show the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.ui import labels, theme
from slaeditor.ui.board_card import BoardCard, Face
from slaeditor.ui.board_spec import MOST, Shown


class Column(QWidget):
    """The cards under one title, on a page that all columns share; `make_card` makes new ones."""

    def __init__(
        self, make_card: Callable[[str, Face], BoardCard], page: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make_card, self._page = make_card, page
        self.cards: list[BoardCard] = []
        self._heading = QLabel(self)
        theme.enlarge(self._heading, 0.95)
        self._more = labels.muted("", self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._more)
        self._layout.addStretch()
        letter = page.fontMetrics().horizontalAdvance("n")
        self.setMinimumWidth(18 * letter)
        self.setMaximumWidth(46 * letter)

    def show_cards(self, shown: Shown, most: int) -> None:
        """Show the first of these cards; one of a record that has one is the same widget."""
        title, count, faces = shown
        wanted = faces[:most]
        self._heading.setText(f"{title} ({count})")
        self._heading.setVisible(bool(title))
        self._more.setText(f"{count - MOST} more in the list below.")
        self._more.setVisible(count > MOST)
        known = {card.key: card for card in self.cards}
        kept = [_kept(known, key, face) for key, face in wanted]
        for card in known.values():
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for at, (key, face) in enumerate(wanted):
            card = kept[at] or self._make_card(key, face)
            if self._layout.indexOf(card) != at + 1:
                self._layout.insertWidget(at + 1, card)
            if at and not kept[at]:
                QWidget.setTabOrder(self.cards[-1], card)
            self.cards.append(card)

    @property
    def places(self) -> list[str]:
        """The ids of the records that have a card here, from top to bottom."""
        return [card.key for card in self.cards]

    def key_after_all(self, rows: Sequence[Entity], carried: str) -> str | None:
        """Return the id of the row that follows the last card here, None where none does."""
        last = next((key for key in reversed(self.places) if key != carried), None)
        staying = [row.id for row in rows if row.id != carried]
        at = staying.index(last) + 1 if last in staying else len(staying)
        return staying[at] if at < len(staying) else None

    def card_after(self, y: int, carried: str) -> BoardCard | None:
        """Return the card that comes after a height of the column, passing over a carried one."""
        staying = (card for card in self.cards if card.key != carried)
        return next((card for card in staying if card.geometry().center().y() > y), None)

    def gap_before(self, card: BoardCard | None) -> QRect:
        """Return the thin line between a card and the one before it; under the last for None."""
        last = self.cards[-1].geometry().bottom() if self.cards else self._heading.height()
        y = card.geometry().top() - 5 if card is not None else last + 2
        return QRect(self.mapTo(self._page, QPoint(0, y)), QSize(self.width(), 1))


def _kept(known: dict[str, BoardCard], key: str, face: Face) -> BoardCard | None:
    """Take the card of a record out of those known, saying what it has to; None for a new one."""
    card = known.get(key)
    if card is None or not card.can_show(face):
        return None
    if card.face != face:
        card.show_face(face)
    return known.pop(key)
