"""One field of a form: its label, who reads it, the editor, and what there is to say about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model.field import Field
from slaeditor.model.readers import Readers
from slaeditor.rules.fixes import Fix, fix
from slaeditor.rules.found import GRAVITIES
from slaeditor.session.session import Session
from slaeditor.ui import reader_words, theme
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.make import editor
from slaeditor.ui.labels import muted
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.note_line import NoteLine

LONGEST_SAID = 80


class FieldRow(QWidget):
    """A field in a form; `edited` brings the name of the field and its new value.

    It is made where it will stand: a widget that changes its parent is dressed once more.
    """

    edited = Signal(str, object)
    left = Signal()
    wanted = Signal(object)
    reset_wanted = Signal(str)

    def __init__(
        self, spec: Field, session: Session, label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._findings: tuple[Any, ...] = ()
        self._help = _help(spec)
        self._note: NoteLine | None = None
        self._origin: NoteLine | None = None
        self._tools: QWidget | None = None
        self.label = QLabel(label, self)
        self.badge = QLabel(self)
        self.badge.setProperty("role", "muted")
        theme.enlarge(self.badge, 0.85)
        self.editor: Editor = editor(spec, session, self)
        self.editor.edited.connect(self._edited)
        self.editor.left.connect(self.left)
        self.editor.wanted.connect(self.wanted)
        self.editor.troubled.connect(self._say)
        self.label.setBuddy(self.editor.control)
        self.label.setMinimumWidth(self.label.fontMetrics().horizontalAdvance("n") * 6)
        self._lay_out(label)

    def _lay_out(self, label: str) -> None:
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._above(label))
        if not self.editor.names_itself:
            layout.addWidget(self.editor)
        self._said_at = layout.count()
        if self._help:
            layout.addWidget(muted(self._help, self))
        layout.addStretch(1)
        self.editor.describe(self._help)

    @property
    def note(self) -> NoteLine:
        """The line that says what is wrong, made when there is first something to say."""
        if self._note is None:
            self._note = NoteLine(self, about=self.editor.control)
            self._column.insertWidget(self._said_at, self._note)
        return self._note

    @property
    def origin(self) -> NoteLine:
        """The line that says what would hold, made when there is first something to say."""
        if self._origin is None:
            self._origin = NoteLine(self, about=self.editor.control, plain=True)
            self._column.insertWidget(self._said_at + (self._note is not None), self._origin)
        return self._origin

    def _above(self, label: str) -> QHBoxLayout:
        above = self._line = QHBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        if self.editor.names_itself:
            self.label.hide()
            box: Any = self.editor.control
            box.setText(label)
            above.addWidget(self.editor)
        else:
            above.addWidget(self.label)
        above.addStretch(1)
        above.addWidget(self.badge)
        if self.editor.has_tools:
            self.label.setMinimumHeight(self.fontMetrics().height() + ROOM_OF_TOOLS)
            self.editor.entered.connect(self._show_tools)
            self.editor.left.connect(self._hide_tools)
        return above

    @property
    def wide(self) -> bool:
        """Whether the field needs the whole width of the form."""
        return self.editor.wide

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show a value; `hint` is what holds while there is none."""
        self.editor.show_value(value, hint)

    def show_replaced(self, words: str, teller: str) -> None:
        """Show what would hold if the record said nothing, with the way back to it."""
        if not words and self._origin is None:
            return
        said = words if len(words) <= LONGEST_SAID else f"{words[:LONGEST_SAID]}…"
        ended = said if said.endswith("…") else said.rstrip(".")
        sentence = f"{teller} says “{ended}”." if words else ""
        self.origin.say("muted", sentence, "Use it", self._reset if words else None)

    def _reset(self) -> None:
        self.reset_wanted.emit(self.spec.name)

    def show_readers(self, readers: Readers) -> None:
        """Show who reads the field in this record."""
        self.badge.setText(reader_words.short(readers))
        sentence = reader_words.sentence(readers)
        self.badge.setToolTip(sentence)
        self.badge.setAccessibleName(sentence)

    def show_findings(self, findings: tuple[Any, ...]) -> None:
        """Show what is wrong with the field in this record."""
        if findings != self._findings:
            self._findings = findings
            self._say()

    def _edited(self, value: Any) -> None:
        self.edited.emit(self.spec.name, value)

    def _say(self, _sentence: str = "") -> None:
        """Show the worst of what there is to say: words that cannot be read, then findings."""
        severity, sentence = self._worst()
        if sentence or self._note is not None:
            self._tell(severity, sentence)
        wrong = bool(self.editor.trouble) or severity == "error"
        self.editor.look_wrong(wrong=wrong and not self._being_typed())
        self.editor.describe(sentence or self._help)

    def _tell(self, severity: str, sentence: str) -> None:
        made = None if self.editor.trouble or not self._findings else self._offered()
        if made is None:
            self.note.say(severity, sentence)
        else:
            self.note.say(severity, sentence, made.label, self._fix)

    def _worst(self) -> tuple[str, str]:
        if self.editor.trouble:
            return "error", self.editor.trouble
        if not self._findings:
            return "", ""
        first = self._first()
        return str(first.severity), LocaleWords().finding(first.sentence)

    def _offered(self) -> Fix | None:
        """The fix of the finding that is shown."""
        return fix(self.editor.session.project, self._first())

    def _first(self) -> Any:
        return min(self._findings, key=lambda one: GRAVITIES.index(str(one.severity)))

    def _fix(self) -> None:
        self.editor.session.mend(self._first())

    def _being_typed(self) -> bool:
        return self.editor.control.hasFocus() and not self.editor.trouble

    def take_focus(self) -> None:
        """Put the keyboard into the editor."""
        self.editor.take_focus()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the small buttons of the field, where it has any."""
        super().enterEvent(event)
        if self.editor.has_tools:
            self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the small buttons again."""
        super().leaveEvent(event)
        self._hide_tools()

    def _show_tools(self) -> None:
        """Show the small buttons, which are made when they are first wanted."""
        if self._tools is None:
            self._tools = self.editor.make_tools(self)
            if self._tools is None:
                return
            self._line.insertWidget(self._line.count() - 1, self._tools)
        self._tools.show()

    def _hide_tools(self) -> None:
        """Hide the small buttons unless keyboard or pointer are still at the field."""
        if self._tools is not None:
            self._tools.setVisible(self.editor.control.hasFocus() or self.underMouse())


def _help(spec: Field) -> str:
    """What stands below the field, with its unit."""
    unit = f"In {spec.unit}." if spec.unit else ""
    return " ".join(words for words in (spec.help, unit) if words)


ROOM_OF_TOOLS = 8
"""Pixels that small buttons are higher than a line, so that nothing moves when they come."""
