"""One line with a sign: what is wrong with something, and a button that mends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from slaeditor.ui import theme
from slaeditor.ui.icons import SEVERITY_ICONS, severity_icon
from slaeditor.ui.labels import button
from slaeditor.ui.sign import Sign


class NoteLine(QWidget):
    """A sentence in the colour of its severity; hidden while there is nothing to say.

    A plain one has no sign, for what is not wrong. Tab reaches its button after the widget it is
    about, where one is named. Its parts are made when there is first
    something to say, since most lines of a form never say anything.
    """

    def __init__(
        self, parent: QWidget | None = None, *, about: QWidget | None = None, plain: bool = False
    ) -> None:
        super().__init__(parent)
        self._plain = plain
        self._about = about
        self._run: Callable[[], None] | None = None
        self._parts: tuple[Sign, QLabel, QPushButton] | None = None
        self.hide()

    def _made(self) -> tuple[Sign, QLabel, QPushButton]:
        """The sign, the words and the button, made when first asked for."""
        if self._parts is None:
            self._parts = Sign(16, parent=self), QLabel(self), button("", "", self)
            self._lay_out(*self._parts)
        return self._parts

    def _lay_out(self, sign: Sign, words: QLabel, act: QPushButton) -> None:
        sign.setVisible(not self._plain)
        words.setWordWrap(True)
        act.setProperty("kind", "quiet")
        act.clicked.connect(self._act)
        if self._about is not None:
            QWidget.setTabOrder(self._about, act)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def button(self) -> QPushButton:
        """The button that mends what is wrong."""
        return self._made()[2]

    @property
    def words(self) -> str:
        """What is said now, nothing while hidden."""
        return "" if self.isHidden() else self._made()[1].text()

    def say(
        self, severity: str, sentence: str, label: str = "", run: Callable[[], None] | None = None
    ) -> None:
        """Say a sentence, with a button where something can be done; an empty one hides it."""
        self._run = run
        if not sentence and self._parts is None:
            return
        sign, words, act = self._made()
        words.setText(sentence)
        if sentence:
            theme.say(words, "role", severity)
            if severity in SEVERITY_ICONS:
                sign.show_picture(severity_icon(severity))
        act.setText(label)
        act.setAccessibleName(label or "Mend")
        act.setVisible(run is not None)
        self.setVisible(bool(sentence))

    def _act(self) -> None:
        if self._run is not None:
            self._run()
