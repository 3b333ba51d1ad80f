"""The parts of a long form in a row, each one click away: the texts of each reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from slaeditor.ui.form import Form

FIRST = "What and when"
SHORT = {
    FIRST: "What",
    "For the client": "Client",
    "For staff": "Staff",
    "For sales": "Sales",
    "Where it holds": "Where",
    "Only for you": "Yours",
}
"""Headings of sections as they fit into a row."""


class SectionTabs(QWidget):
    """A button for each section of a form; it opens the section and brings it into view."""

    def __init__(self, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 2)
        row.setSpacing(4)
        self.buttons: list[QToolButton] = []
        for section in form.sections:
            words = section.section.heading or FIRST
            made = QToolButton(self)
            made.setText(SHORT.get(words, words))
            made.setToolTip(words)
            made.setAccessibleName(f"Go to {words}")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(_Goes(form, section.section.fields[0].name))
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch()


class _Goes:
    """Goes to the first field of a section."""

    def __init__(self, form: Form, name: str) -> None:
        self._form = form
        self._name = name

    def __call__(self) -> None:
        self._form.show_field(self._name)
