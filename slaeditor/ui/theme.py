"""The looks of the window: Fusion, a palette and a style sheet from the tokens, light or dark."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from slaeditor.bundled import bundled
from slaeditor.ui.dressing import FACTOR, Dressing
from slaeditor.ui.settings import settings
from slaeditor.ui.tokens import DARK, LIGHT, Tokens

Role = QPalette.ColorRole
STYLE = ("-style", "fusion")
"""The words of a command line that make Qt begin in the style which the sheet is written for."""
_CONTRAST = "looks/contrast"


class Wish(StrEnum):
    """Which looks somebody wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The looks of the running program; `changed` says that colours are others now."""

    changed = Signal()

    def __init__(self, application: QApplication, wish: Wish = Wish.SYSTEM) -> None:
        """Wear the looks wished for, those of the system by default, until told otherwise."""
        super().__init__(application)
        self.tokens = LIGHT
        self.wish = wish
        self._application = application
        self.dressing = Dressing(application)
        self._high_contrast = contrast_kept()
        if wish is Wish.SYSTEM:
            self._put_on(DARK if _is_dark(application.palette()) else LIGHT)
        else:
            self.want(wish)

    def follow_system(self) -> None:
        """Look at what the system asks for, now and whenever it asks for something else.

        It loads all names of Qt, for which the first picture of the window need not wait.
        """
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        wishes = hints.accessibility()
        wishes.contrastPreferenceChanged.connect(self._heed)
        self._heed(wishes.contrastPreference())

    def want(self, wish: Wish) -> None:
        """Wear light or dark looks, or follow the system."""
        self.wish = wish
        hints = self._application.styleHints()
        if wish is Wish.SYSTEM:
            hints.unsetColorScheme()
        else:
            scheme = QtCore.Qt.ColorScheme
            hints.setColorScheme(scheme.Dark if wish is Wish.DARK else scheme.Light)
        self._put_on(self._wanted())

    def _follow(self) -> None:
        if self.wish is Wish.SYSTEM:
            self._put_on(self._wanted())

    def _heed(self, contrast: QtCore.Qt.ContrastPreference) -> None:
        high = contrast == QtCore.Qt.ContrastPreference.HighContrast
        if high is not self._high_contrast:
            self._high_contrast = high
            settings().setValue(_CONTRAST, high)
            self._put_on(self._wanted())

    def _put_on(self, tokens: Tokens) -> None:
        self.tokens = tokens
        _remember(tokens)
        if self._high_contrast:
            self._application.setStyleSheet("")
            self._application.setPalette(self._application.style().standardPalette())
        else:
            self.dressing.wear(style_sheet(tokens), palette(tokens))
        self.changed.emit()

    def _wanted(self) -> Tokens:
        if self.wish is not Wish.SYSTEM:
            return DARK if self.wish is Wish.DARK else LIGHT
        scheme = self._application.styleHints().colorScheme()
        return DARK if scheme == QtCore.Qt.ColorScheme.Dark else LIGHT


_worn: list[Tokens] = [LIGHT]
_put_on: list[Theme] = []
"""The theme of the application; looking for it among its children would wake all of Qt's styles."""


def _remember(tokens: Tokens) -> None:
    _worn[0] = tokens


def tokens() -> Tokens:
    """The colours that are worn now."""
    return _worn[0]


def colour(token: str) -> str:
    """The colour of a use now, such as `colour("accent")`."""
    return cast("str", getattr(_worn[0], token))


def of(application: QApplication, wish: Wish = Wish.SYSTEM) -> Theme:
    """The theme of the application, put on as wished if there is none yet."""
    for there in _put_on:
        if isValid(there) and there.parent() is application:
            return there
    _put_on[:] = [Theme(application, wish)]
    return _put_on[0]


def contrast_kept() -> bool:
    """Whether the system asked for high contrast when the program ran last."""
    return str(settings().value(_CONTRAST, "false")).lower() == "true"


def _is_dark(palette: QPalette) -> bool:
    """Whether a palette, such as the system's, is made for the dark."""
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def palette(worn: Tokens) -> QPalette:
    """Return Qt's palette for the tokens."""
    roles = {
        **dict.fromkeys((Role.Window, Role.AlternateBase), worn.window),
        **dict.fromkeys((Role.WindowText, Role.Text, Role.ButtonText, Role.ToolTipText), worn.text),
        **dict.fromkeys((Role.Base, Role.Button, Role.ToolTipBase, Role.Light), worn.surface),
        **dict.fromkeys((Role.Highlight, Role.Accent, Role.Link, Role.LinkVisited), worn.accent),
        **dict.fromkeys((Role.Mid, Role.Dark), worn.border),
        Role.BrightText: worn.error,
        Role.HighlightedText: worn.on_accent,
        Role.PlaceholderText: worn.muted,
        Role.Midlight: worn.hover,
        Role.Shadow: worn.sunken,
    }
    made = QPalette()
    for role, shade in roles.items():
        made.setColor(role, QColor(shade))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(worn.strong_border))
    return made


def style_sheet(worn: Tokens) -> str:
    """Return the style sheet of the window in the colours of the tokens."""
    sheet = bundled("window", "window.qss").read_text(encoding="utf-8")
    pictures = bundled("window", worn.name).as_posix()
    colours = worn._asdict()
    coloured = re.sub(r"@(\w+)", lambda found: colours.get(found[1], found[0]), sheet)
    return coloured.replace("@pictures", pictures)


def enlarge(widget: QWidget, factor: float, weight: QFont.Weight | None = None) -> None:
    """Give a widget the font of the application in another size and weight."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    widget.setProperty(FACTOR, factor)
    if weight is not None:
        font.setWeight(weight)
    widget.setFont(font)


def say(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and let the widget look accordingly."""
    worn = widget.property(name)
    if worn == value or (worn is None and value == ""):
        return
    widget.setProperty(name, value)
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def worn() -> Wish:
    """Which looks are wanted now."""
    application = QApplication.instance()
    return of(application).wish if isinstance(application, QApplication) else Wish.SYSTEM


def wear(wish: Wish) -> None:
    """Give the whole program other looks."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        of(application).want(wish)
