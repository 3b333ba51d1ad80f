"""Small pieces all pages are built from: headings, muted lines, buttons."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget

from slaeditor.ui import theme
from slaeditor.ui.early import TAB_FOCUS, focus
from slaeditor.ui.icons import icon


def title(words: str, parent: QWidget | None = None) -> QLabel:
    """Return the heading of a page."""
    made = QLabel(words, parent)
    theme.enlarge(made, 1.7, QFont.Weight.DemiBold)
    made.setWordWrap(True)
    return made


def heading(words: str, parent: QWidget | None = None) -> QLabel:
    """Return the heading of a part of a page."""
    made = QLabel(words, parent)
    theme.enlarge(made, 1.1, QFont.Weight.DemiBold)
    return made


def muted(words: str, parent: QWidget | None = None) -> QLabel:
    """Return a line of explanation that steps back."""
    made = QLabel(words, parent)
    made.setProperty("role", "muted")
    made.setWordWrap(True)
    return made


def button(
    words: str, picture: str = "", parent: QWidget | None = None, *, primary: bool = False
) -> QPushButton:
    """Return a button; the space after its icon is kept by the style sheet only if it is typed."""
    made = QPushButton(f" {words}" if picture else words, parent)
    made.setAccessibleName(words.replace("&", ""))
    if picture:
        made.setIcon(icon(picture, "on_accent" if primary else ""))
    if primary:
        made.setProperty("kind", "primary")
    made.setAutoDefault(False)
    return made


def small_button(words: str, picture: str, parent: QWidget | None = None) -> QToolButton:
    """Return a button that shows only its icon; its words are the tip and the accessible name."""
    made = QToolButton(parent)
    made.setIcon(icon(picture))
    made.setText(words)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setProperty("kind", "small")
    focus(made, TAB_FOCUS)
    return made


def segment(
    words: str, parent: QWidget | None = None, *, spoken: str = "", on: bool = False
) -> QToolButton:
    """Return a switch that stands in a row with others; `spoken` is its accessible name."""
    made = QToolButton(parent)
    made.setText(words)
    made.setAccessibleName(spoken or words)
    made.setCheckable(True)
    made.setChecked(on)
    made.setProperty("kind", "segment")
    made.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    return made


def line() -> QFrame:
    """Return a thin line."""
    made = QFrame()
    made.setObjectName("line")
    made.setFixedHeight(1)
    return made
