"""Manners that all editors share: undo belongs to the window, the wheel to the page."""

from __future__ import annotations

from typing import cast
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
LEAVES_WHEEL = "leaves_wheel"
"""The attribute of a class of widgets that turn only while they have the keyboard."""


class Manners(QObject):
    """Lets Ctrl+Z of a focused editor through, and keeps the wheel from changing one without focus.

    Qt's editors swallow the keys for undo even where their own undo is off, and its boxes take the
    wheel while the page is scrolled over them. What leaves the wheel alone is listened to only
    while it has the keyboard: a form has hundreds of fields, and each hears dozens of events before
    it is seen.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._pupils: WeakSet[QWidget] = WeakSet()
        application.focusChanged.connect(self._follow)

    def teach(self, widget: QWidget) -> None:
        """Give a widget our manners."""
        if isinstance(widget, QLineEdit) or hasattr(widget, LEAVES_WHEEL):
            self._pupils.add(widget)
            if widget.hasFocus():
                widget.installEventFilter(self)
        elif not isinstance(widget, QAbstractButton):
            widget.installEventFilter(self)

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if left is not None and left in self._pupils and isValid(left):
            left.removeEventFilter(self)
        if entered is not None and entered in self._pupils:
            entered.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop the two kinds of event that Qt would give to the editor."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in UNDOING):
                event.ignore()
                return True
        elif (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return False


_teachers: list[Manners] = []
"""The manners of the application; looking for them among its children costs with each field."""


def teach(widget: QWidget) -> None:
    """Give a widget our manners."""
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("There is no application yet.")
    if not any(isValid(one) and one.parent() is application for one in _teachers):
        _teachers[:] = [Manners(cast("QApplication", application))]
    _teachers[0].teach(widget)
