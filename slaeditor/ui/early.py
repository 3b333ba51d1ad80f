"""Values of Qt's enumerations for properties that are set before the first picture of the window.

The first name that is taken from `Qt` makes all of its enumerations, which costs as much as a
tenth of a start. Properties also take the numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton, QWidget

NO_FOCUS = 0
TAB_FOCUS = 1
TEXT_BESIDE_ICON = 2


def focus(widget: QWidget, policy: int) -> None:
    """Let a widget take the keyboard as `NO_FOCUS` or `TAB_FOCUS` says."""
    widget.setProperty("focusPolicy", policy)


def show_words(button: QToolButton) -> None:
    """Let a button of a toolbar show its words beside its icon."""
    button.setProperty("toolButtonStyle", TEXT_BESIDE_ICON)
