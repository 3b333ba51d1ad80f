"""A bar that says one thing across the width, with the choices there are at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.sign import Sign
from slaeditor.ui.theme import say


@dataclass(frozen=True)
class Choice:
    """A button of the bar: its words and what it does; the bar goes away when it is pressed."""

    words: str
    run: Callable[[], None]


class NoticeBar(QFrame):
    """Shows the newest notice until its choice is made, it is closed or it is taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar that is hidden until there is something to say."""
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = Sign(18)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[QPushButton] = []
        self._key = ""
        self._close = QToolButton()
        self._close.setText(self.tr("Close notice"))
        self._close.setToolTip(self.tr("Close notice"))
        self._close.setProperty("kind", "small")
        self._close.setIcon(icon("x"))
        self._close.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(8)
        for widget in (self._sign, self._words, self._close):
            self._row.addWidget(widget)
        self._row.setStretchFactor(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What the bar says now; empty when it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str, *choices: Choice, severity: str = "hint", key: str = "") -> None:
        """Say something in place of what was said; `key` lets `take_back` find it again.

        `severity` is "hint", "warning" or "error".
        """
        self._key = key
        self._words.setText(words)
        self.setAccessibleName(words)
        self._sign.show_picture(severity_icon(severity))
        say(self, "severity", severity)
        self._offer(choices)
        self.show()

    def take_back(self, key: str) -> None:
        """Hide what was said under a key, if it is still there."""
        if key and self._key == key:
            self.clear()

    def clear(self) -> None:
        """Hide the bar."""
        self._key = ""
        self._offer(())
        self.hide()

    def button(self, words: str) -> QPushButton:
        """Return the button with these words; `KeyError` when the bar does not offer it."""
        return {button.text(): button for button in self._buttons}[words]

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(choice) for choice in choices]

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.words)
        button.setAutoDefault(False)

        def chosen() -> None:
            self.clear()
            choice.run()

        button.clicked.connect(chosen)
        self._row.insertWidget(self._row.indexOf(self._close), button)
        return button
