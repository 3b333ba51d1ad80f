"""What every editor of a value promises the form it stands in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from slaeditor.model.field import Field
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.editors.manners import teach


class Editor(QWidget):
    """Shows the value of one field and brings another one when somebody types or chooses.

    `edited` brings each value that can be read, `entered` says that the keyboard came to one with
    tools, `left` that somebody is done with it; `troubled` brings the sentence about words that
    cannot be read, or nothing when they can, `wanted` a place to go to. `control` is the widget
    that has the focus.
    """

    edited = Signal(object)
    left = Signal()
    entered = Signal()
    troubled = Signal(str)
    wanted = Signal(object)
    wide = False
    has_tools = False
    names_itself = False

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.session = session
        self.trouble = ""
        self.control: QWidget = self

    def lay_out(self, control: QWidget, *others: QWidget) -> None:
        """Put the control, and small buttons after it, into a row."""
        self.control = control
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(control, 1)
        for other in others:
            row.addWidget(other)
        control.setAccessibleName(self.spec.label)
        teach(control)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show a value; `hint` is what stands there while there is none."""
        raise NotImplementedError

    def unread_words(self) -> str:
        """The words that cannot be read, to be kept when another record is shown."""
        return ""

    def show_words(self, words: str) -> None:
        """Show words that could not be read before."""

    def describe(self, words: str) -> None:
        """Tell a screen reader more about the field: its hint, or what is wrong."""
        self.control.setAccessibleDescription(words)

    def look_wrong(self, *, wrong: bool) -> None:
        """Wear the red border, or take it off."""
        theme.say(self.control, "state", "error" if wrong else "")

    def say_trouble(self, sentence: str) -> None:
        """Remember and tell what is wrong with the words; nothing when all is well."""
        if sentence != self.trouble:
            self.trouble = sentence
            self.troubled.emit(sentence)

    def make_tools(self, parent: QWidget) -> QWidget | None:
        """Return small buttons for while somebody is at the field, where it has any."""
        del parent
        return None

    def take_focus(self) -> None:
        """Put the keyboard into the control."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
