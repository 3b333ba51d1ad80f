"""What a person does with keyboard and mouse, wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """The widget that has the keyboard, else the window in front."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert isinstance(found, QWidget), "No widget has the keyboard."
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key."""
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()


def type_words(words: str) -> None:
    """Type words of ASCII; the first letter may open an editor that gets the others."""
    for letter in words:
        QTest.keyClicks(focused(), letter)


def click(widget: QWidget) -> None:
    """Click into the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
