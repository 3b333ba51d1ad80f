"""A strip that says how far the team is, with what is open one press away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.rules.team_standing import Open, Standing
from slaeditor.ui import labels
from slaeditor.ui.blocks import clear
from slaeditor.ui.locale_words import LocaleWords

MOST = 6
"""So many things that are open are named."""


class StandingStrip(QWidget):
    """Shows a standing; `chosen` brings what is open and was pressed."""

    chosen = Signal(object)

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self._shown: Standing | None = None
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setProperty("kind", "thin")
        self.bar.setFixedWidth(self.fontMetrics().horizontalAdvance("n") * 20)
        self.words = labels.muted("", self)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.bar)
        above.addWidget(self.words, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 8)
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(self._row)
        self.hide()

    def show_standing(self, shown: Standing | None) -> None:
        """Show how far the team is; nothing where nothing is told."""
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(shown is not None)
        clear(self._row)
        if shown is None:
            return
        self.words.setText(shown.sentence)
        self.bar.setMaximum(max(shown.asked, 1))
        self.bar.setValue(shown.done)
        self.bar.setAccessibleName(shown.sentence)
        if shown.open:
            self._show_open(shown.open)

    def _show_open(self, listed: tuple[Open, ...]) -> None:
        self._row.addWidget(labels.muted(f"{self._what}:", self))
        for one in listed[:MOST]:
            words = _words(one)
            made = labels.button(words, "", self)
            made.setProperty("kind", "quiet")
            made.setAccessibleName(f"{self._what}: {words}")
            made.clicked.connect(partial(self._press, one))
            self._row.addWidget(made)
        if len(listed) > MOST:
            self._row.addWidget(labels.muted(f"and {len(listed) - MOST} more", self))
        self._row.addStretch(1)

    def _press(self, one: Open) -> None:
        self.chosen.emit(one)


def _words(one: Open) -> str:
    day = f" ({LocaleWords().words(kinds.DATE, one.on)})" if one.on is not None else ""
    return f"{one.words}{day}".replace("&", "&&")
