"""A bar above the page for what a person should know now: trouble with a remedy, a passing note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from slaeditor.ui import theme
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.sign import Sign

NOTE_MILLISECONDS = 8000


class MessageBar(QFrame):
    """Shows one sentence with at most one button; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._run: Callable[[], None] | None = None
        self._picture = Sign(18)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setText("Close message")
        close.setToolTip("Close message")
        close.setProperty("kind", "small")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(close)

    @property
    def words(self) -> str:
        """What is said now, nothing while hidden."""
        return "" if self.isHidden() else self._words.text()

    def note(self, words: str, label: str = "", run: Callable[[], None] | None = None) -> None:
        """Say something that passes by itself, such as “3 records deleted.” with Undo."""
        self._say("hint", words, label, run)
        self._timer.start()

    def trouble(
        self, words: str, label: str = "", run: Callable[[], None] | None = None, *, grave: bool
    ) -> None:
        """Say what went wrong and what to do; it stays until closed."""
        self._say("error" if grave else "warning", words, label, run)

    def _say(self, severity: str, words: str, label: str, run: Callable[[], None] | None) -> None:
        self._timer.stop()
        theme.say(self, "severity", severity)
        self._picture.show_picture(severity_icon(severity))
        self._words.setText(words)
        self.setAccessibleName(words)
        self._run = run
        self._button.setText(label)
        self._button.setVisible(run is not None)
        self.show()

    def _act(self) -> None:
        run = self._run
        self.hide()
        if run is not None:
            run()
