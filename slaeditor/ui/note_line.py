"""One line with a sign: what is wrong with something, and a button that mends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from slaeditor.ui import theme
from slaeditor.ui.icons import SEVERITY_ICONS, severity_icon
from slaeditor.ui.labels import button


class NoteLine(QWidget):
    """A sentence in the colour of its severity; hidden while there is nothing to say.

    A plain one has no sign, for what is not wrong.
    """

    def __init__(self, parent: QWidget | None = None, *, plain: bool = False) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        if plain:
            self._sign.hide()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self.button = button("")
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self._act)
        self._run: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now, nothing while hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(
        self, severity: str, sentence: str, label: str = "", run: Callable[[], None] | None = None
    ) -> None:
        """Say a sentence, with a button where something can be done; an empty one hides it."""
        self._run = run
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            theme.say(self._words, "role", severity)
            if severity in SEVERITY_ICONS:
                self._sign.setPixmap(severity_icon(severity).pixmap(QSize(16, 16)))
        self.button.setText(label)
        self.button.setAccessibleName(label or "Mend")
        self.button.setVisible(run is not None)

    def _act(self) -> None:
        if self._run is not None:
            self._run()
