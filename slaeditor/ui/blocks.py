"""The blocks a page of answers is built from: cards, tables of words, passages of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from slaeditor.rules.passages import Passage
from slaeditor.ui import labels, theme
from slaeditor.ui.kept_lines import KeptLines
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.selectable import Selectable

WIDEST = 1040
"""Wider lines are hard to read."""


def card(words: str, content: QLayout, *beside: QWidget) -> QFrame:
    """Return a card with a heading, widgets beside it, and content below."""
    made = QFrame()
    made.setObjectName("card")
    above = QHBoxLayout()
    above.addWidget(labels.heading(words), 1)
    for one in beside:
        above.addWidget(one)
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(8)
    column.addLayout(above)
    column.addLayout(content)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inside = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inside is not None:
            clear(inside)
            inside.deleteLater()


class Tall(QWidget):
    """A page that is as high as its words need at its width, so that a scroll area scrolls."""

    def event(self, event: QEvent) -> bool:
        """Follow what is laid out, and the width."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._grow()
        return super().event(event)

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        least = layout.totalMinimumSize().height()
        if layout.hasHeightForWidth():
            least = max(least, layout.totalHeightForWidth(self.width()))
        if self.minimumHeight() != least:
            self.setMinimumHeight(least)


def scrolled(page: Tall) -> QScrollArea:
    """Return a page that can be scrolled and is never wider than can be read."""
    page.setObjectName("page")
    page.setMaximumWidth(WIDEST)
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def sentence(words: str, *, muted: bool = False) -> QLabel:
    """Return a sentence that wraps and can be copied."""
    made = Selectable(words)
    if muted:
        made.setProperty("role", "muted")
    made.setWordWrap(True)
    return made


def word_table(rows: Sequence[Sequence[str]], name: str) -> QWidget:
    """Return rows as a table; the first is its head, figures stand at the right.

    The first column takes the room that is left.
    """
    made = QWidget()
    made.setAccessibleName(name)
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(5)
    for at, words in enumerate(rows[0]):
        grid.addWidget(_head(words), 0, at, _side(at))
    for number, row in enumerate(rows[1:], 1):
        grid.addWidget(labels.line(), number * 2 - 1, 0, 1, len(rows[0]))
        for at, words in enumerate(row):
            grid.addWidget(_cell(words, first=at == 0), number * 2, at, _side(at))
    grid.setColumnStretch(0, 1)
    return made


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag(0) if column == 0 else Qt.AlignmentFlag.AlignRight


def _head(words: str) -> QLabel:
    made = labels.muted(words)
    theme.enlarge(made, 0.95, QFont.Weight.DemiBold)
    made.setWordWrap(False)
    return made


def _cell(words: str, *, first: bool) -> QLabel:
    made = Selectable(LocaleWords().sentence(words) or "–")
    made.setWordWrap(first)
    if first:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


class PassageCards(KeptLines):
    """Passages of an answer as cards; those that say the same as before stay as they are."""

    def __init__(self) -> None:
        super().__init__(passage_card, spacing=12)


def passage_card(passage: Passage) -> QFrame:
    """Return a passage of an answer as a card: its heading, its table, its sentences."""
    content = QVBoxLayout()
    content.setSpacing(6)
    if len(passage.rows) > 1:
        content.addWidget(word_table(passage.rows, passage.heading))
    for words in passage.sentences:
        content.addWidget(sentence(LocaleWords().sentence(words)))
    return card(passage.heading, content)
