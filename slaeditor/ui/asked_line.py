"""A small labelled line for a figure that is only asked about, such as a quantity to try."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from slaeditor.model.kinds import Kind
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.ui import theme
from slaeditor.ui.locale_words import LocaleWords

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class AskedLine(QWidget):
    """Reads a value of a kind from a line; `changed` says that it may be another one.

    Words that cannot be read stay, and `trouble` is the sentence why. Nothing typed here becomes
    part of the project.
    """

    changed = Signal()

    def __init__(self, label: str, kind: Kind, unit: str = "") -> None:
        super().__init__()
        self.kind = kind
        self.trouble = ""
        self.local = LocaleWords()
        self.label = QLabel(label)
        self.line = _SteppingLine(self)
        self.line.setAccessibleName(label)
        self.line.setMaximumWidth(self.fontMetrics().horizontalAdvance("n") * 18)
        self.label.setBuddy(self.line)
        self.unit = QLabel(unit)
        self._value: Any = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.label, self.line, self.unit):
            row.addWidget(widget)
        row.addStretch(1)
        self.line.textEdited.connect(self._typed)

    @property
    def value(self) -> Any:
        """What the line holds; None while it is empty or cannot be read."""
        return self._value

    def show_value(self, value: Any, unit: str = "") -> None:
        """Put a value into the line."""
        self._value = value
        self.trouble = ""
        self.line.setText(self.local.words(self.kind, value))
        self.unit.setText(unit)
        theme.say(self.line, "state", "")

    def _typed(self, words: str) -> None:
        self.trouble, self._value = "", None
        try:
            typed = self.local.canonical(words.strip())
            self._value = self.kind.parse(typed) if typed else None
        except Unreadable as unreadable:
            self.trouble = unreadable.sentence
        theme.say(self.line, "state", "error" if self.trouble else "")
        self.changed.emit()

    def step(self, by: int) -> bool:
        """Count a number up or down, never below nothing; say whether it could be."""
        if self._value is None or not hasattr(self._value, "as_integer_ratio"):
            return False
        self.show_value(max(self._value + by, type(self._value)(0)), self.unit.text())
        self.changed.emit()
        return True


class _SteppingLine(QLineEdit):
    """A line whose number the arrows count up and down."""

    def __init__(self, asked: AskedLine) -> None:
        super().__init__()
        self._asked = asked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with the arrows."""
        by = STEPS.get(Qt.Key(event.key()))
        if by is None or not self._asked.step(by):
            super().keyPressEvent(event)
