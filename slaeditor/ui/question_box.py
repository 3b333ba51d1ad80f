"""The box in which a question stands; imported with the first question that is asked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

from slaeditor.ui.answer import Answer
from slaeditor.ui.icons import icon, severity_icon

Role = QMessageBox.ButtonRole


class QuestionBox(QMessageBox):
    """A sentence, what it means, and answers; the chosen one is done after the question closed."""

    def __init__(
        self,
        parent: QWidget,
        sentence: str,
        meaning: str,
        answers: Iterable[Answer],
        *,
        grave: bool = False,
    ) -> None:
        """Make the question; `ask` shows it."""
        super().__init__(parent)
        self.setWindowTitle("SLA Editor")
        sign = severity_icon("warning") if grave else icon("circle-help", "accent")
        self.setIconPixmap(sign.pixmap(QSize(32, 32)))
        self.setText(sentence)
        self.setInformativeText(meaning)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answers: list[tuple[QPushButton, Answer]] = []
        for answer in answers:
            self._add(answer)
        self.buttonClicked.connect(self._answer)

    def _add(self, answer: Answer) -> None:
        role = Role.DestructiveRole if answer.drastic else Role.ActionRole
        role = Role.RejectRole if answer.escape else role
        role = Role.AcceptRole if answer.usual else role
        button = self.addButton(answer.words, role)
        button.setProperty("kind", "primary" if answer.usual else "")
        self._answers.append((button, answer))
        if answer.usual:
            self.setDefaultButton(button)
        if answer.escape:
            self.setEscapeButton(button)

    def ask(self) -> None:
        """Show the question over its window; the rest of the program goes on."""
        self.open()

    def _answer(self, clicked: QAbstractButton) -> None:
        for button, answer in self._answers:
            if button is clicked:
                answer.run()
