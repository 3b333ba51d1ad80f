"""Other looks for a running window: what is shown is dressed at once, the rest when it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from slaeditor.ui.later import Later

FACTOR = "enlarged"
"""The property of a widget that says by how much its letters are larger than others."""
_UNDRESSED = "_q_styleSheetWidgetFont"
"""The property in which Qt's sheets keep the font that a widget had before it was dressed."""


class Dressing(QObject):
    """Dresses the widgets of an application in a sheet, a palette and letters.

    Qt dresses every widget that there is, and a window keeps thousands that nobody looks at. Here
    only those that are shown are dressed at once; what is hidden is dressed when nothing else is to
    do, or as it appears.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._hidden: dict[QWidget, Iterator[QWidget]] = {}
        self._later = Later(self)

    def wear(self, sheet: str, colours: QPalette) -> None:
        """Dress the application in a style sheet and a palette."""
        first = not self._application.styleSheet()
        if not first:
            self._forget()
        self._application.setStyleSheet(sheet)
        self._application.setPalette(colours)
        if not first:
            self._dress_windows()

    def wear_letters(self, font: QFont) -> None:
        """Give the application another font."""
        self._forget()
        self._application.setFont(font)
        for widget in self._application.allWidgets():
            factor = widget.property(FACTOR)
            if factor:
                _enlarge_again(widget, font.pointSizeF() * float(factor))
        self._dress_windows()

    def dress_hidden(self) -> None:
        """Dress now what would be dressed when nothing else is to do."""
        self._later.finish()

    def dress_one_hidden(self) -> bool:
        """Dress the next widget that is hidden, and say whether more of them wait."""
        for hidden, inside in self._hidden.items():
            following = next(inside, None) if isValid(hidden) else None
            if following is None:
                self._leave_alone(hidden)
            else:
                _dress(following)
            return True
        return False

    def _forget(self) -> None:
        """Let the style forget what its rules say of each widget; nothing is dressed by that."""
        self._application.style().unpolish(self._application)

    def _dress_windows(self) -> None:
        self._hidden.clear()
        for window in self._application.topLevelWidgets():
            self._dress_if_shown(window)
        self._later.add(self.dress_one_hidden)

    def _dress_if_shown(self, widget: QWidget) -> None:
        if widget.isHidden():
            widget.installEventFilter(self)
            self._hidden[widget] = _with_all_inside(widget)
        else:
            self._dress_shown(widget)

    def _dress_shown(self, widget: QWidget) -> None:
        _dress(widget)
        for child in widget.children():
            if isinstance(child, QWidget):
                self._dress_if_shown(child)

    def _leave_alone(self, widget: QWidget) -> None:
        self._hidden.pop(widget, None)
        if isValid(widget):
            widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress a hidden widget, with all that is shown in it, as it appears."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._leave_alone(watched)
            self._dress_shown(watched)
            self._later.add(self.dress_one_hidden)
        return False


def _dress(widget: QWidget) -> None:
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().polish(widget)
        widget.update()


def _with_all_inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and those in it, as they are when each one's turn comes."""
    children = widget.children()
    yield widget
    for child in children:
        if isinstance(child, QWidget) and isValid(child):
            yield from _with_all_inside(child)


def _enlarge_again(widget: QWidget, points: float) -> None:
    """Give a widget letters of its own in another size, which the sheet then starts from."""
    own = QFont(widget.font())
    own.setPointSizeF(points)
    widget.setProperty(_UNDRESSED, None)
    widget.setFont(own)
