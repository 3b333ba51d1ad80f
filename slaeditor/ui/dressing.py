"""Other looks for a running window: what is shown is dressed at once, the rest when it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

FACTOR = "enlarged"
"""The property of a widget that says by how much its letters are larger than others."""
_UNDRESSED = "_q_styleSheetWidgetFont"
"""The property in which Qt's sheets keep the font that a widget had before it was dressed."""
_POLISHED = Qt.WidgetAttribute.WA_WState_Polished


class Dressing(QObject):
    """Dresses the widgets of an application in a sheet, a palette and letters.

    Qt dresses every widget that there is, and a window keeps thousands that nobody looks at. Here
    only those that are shown are dressed; what is hidden is watched and dressed as it appears.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application

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

    def _forget(self) -> None:
        """Let the style forget what its rules say of each widget; nothing is dressed by that."""
        self._application.style().unpolish(self._application)

    def _dress_windows(self) -> None:
        style = self._application.style()
        for window in self._application.topLevelWidgets():
            self._dress_if_shown(window, style)

    def _dress_if_shown(self, widget: QWidget, style: QStyle) -> None:
        if widget.isHidden():
            widget.installEventFilter(self)
        else:
            self._dress(widget, style)

    def _dress(self, widget: QWidget, style: QStyle) -> None:
        if widget.testAttribute(_POLISHED):
            style.polish(widget)
            widget.update()
        for child in widget.children():
            if isinstance(child, QWidget):
                self._dress_if_shown(child, style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress a hidden widget, with all that is shown in it, as it appears."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._dress(watched, self._application.style())
        return False


def _enlarge_again(widget: QWidget, points: float) -> None:
    """Give a widget letters of its own in another size, which the sheet then starts from."""
    own = QFont(widget.font())
    own.setPointSizeF(points)
    widget.setProperty(_UNDRESSED, None)
    widget.setFont(own)
