"""Manners that all editors share: undo belongs to the window, the wheel to the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Manners(QObject):
    """Lets Ctrl+Z of a focused editor through, and keeps the wheel from changing one without focus.

    Qt's editors swallow the keys for undo even where their own undo is off, and its boxes take the
    wheel while the page is scrolled over them.
    """

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


def teach(widget: QWidget) -> None:
    """Give a widget our manners."""
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("There is no application yet.")
    manners = application.findChild(Manners) or Manners(application)
    widget.installEventFilter(manners)
