"""Editors of everything that is written on one line."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QCalendarWidget, QColorDialog, QCompleter, QLineEdit, QWidget

from slaeditor.model import kinds
from slaeditor.model.field import Field
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.session.session import Session
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.labels import small_button
from slaeditor.ui.locale_words import LocaleWords

WIDE = frozenset({"text", "week", "target", "price"})


class Line(QLineEdit):
    """A line that says when it is left and lets Escape and arrows be answered."""

    def __init__(self, editor: WordsEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Judge the words when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._editor.leave()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go on with Tab; a list of suggestions closes first, or it would keep that from us."""
        offered = self.completer().popup() if self.completer() is not None else None
        if offered is not None:
            offered.hide()
        return super().focusNextPrevChild(following)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take words back with Escape, step whole numbers with the arrows."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._editor.revert():
            return
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._editor.step(
            1 if key == Qt.Key.Key_Up else -1
        ):
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._editor.leave()
        super().keyPressEvent(event)


class WordsEditor(Editor):
    """A line in which the words of any kind are typed, read as the locale writes them.

    Each letter that leaves words which can be read brings their value; once they cannot be read
    any more, the value from before the typing is brought back: half a word means nothing.
    """

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.wide = spec.kind.name in WIDE
        self.local = LocaleWords()
        self._value: Any = spec.kind.absent
        self._entered: Any = spec.kind.absent
        self._bringing = False
        self.line = Line(self)
        self.line.textEdited.connect(self._typed)
        self.lay_out(self.line, *self.companions())
        if spec.suggestions:
            self.suggest(spec.suggestions)

    def companions(self) -> tuple[QWidget, ...]:
        """Small buttons that stand after the line."""
        return ()

    def suggest(self, words: tuple[str, ...]) -> None:
        """Offer words while somebody types; nobody has to take them."""
        completer = QCompleter(QStringListModel(list(words), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._typed)
        self.line.setCompleter(completer)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show a value, leaving the words alone that somebody is typing for just this value."""
        self._value = value
        self.line.setPlaceholderText(hint or self._example())
        if self.line.hasFocus() and (self._bringing or self._reads_as(value)):
            return
        self._entered = value
        self._set_words(self.local.words(self.spec.kind, value))
        self.look_wrong(wrong=False)
        self.say_trouble("")

    def _example(self) -> str:
        kind = self.spec.kind
        if kind in {kinds.TEXT, kinds.WHOLE, kinds.COLOUR} or not kind.example:
            return ""
        if kind is kinds.DATE:
            return self.local.words(kind, date(2027, 1, 31))
        canonical = kind.example
        return self.local.words(kind, kind.parse(canonical))

    def _reads_as(self, value: Any) -> bool:
        try:
            return bool(self.local.parse(self.spec, self.line.text()) == value)
        except Unreadable:
            return False

    def _set_words(self, words: str) -> None:
        if self.line.text() != words:
            cursor = self.line.cursorPosition()
            self.line.setText(words)
            self.line.setCursorPosition(min(cursor, len(words)) if self.line.hasFocus() else 0)

    def _typed(self) -> None:
        self.look_wrong(wrong=False)
        self.say_trouble("")
        try:
            value = self.local.parse(self.spec, self.line.text())
        except Unreadable:
            value = self._entered
        self._bring(value)

    def _bring(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self._bringing = True
            self.edited.emit(value)
            self._bringing = False

    def leave(self) -> None:
        """Judge the words, show them in their one form, and say that the field is left."""
        try:
            value = self.local.parse(self.spec, self.line.text())
        except Unreadable as unreadable:
            self.look_wrong(wrong=True)
            self.say_trouble(unreadable.sentence)
        else:
            self._entered = value
            self._set_words(self.local.words(self.spec.kind, value))
        self.left.emit()

    def revert(self) -> bool:
        """Show the value again in place of words that cannot be read; False when all is well."""
        words = self.local.words(self.spec.kind, self._value)
        if self.line.text() == words:
            return False
        self._set_words(words)
        self.look_wrong(wrong=False)
        self.say_trouble("")
        return True

    def step(self, by: int) -> bool:
        """Count a whole number up or down; False for any other kind."""
        if self.spec.kind is not kinds.WHOLE:
            return False
        value = int(self._value) + by
        least, most = self.spec.least, self.spec.most
        if (least is not None and value < least) or (most is not None and value > most):
            return True
        self._set_words(self.local.words(self.spec.kind, value))
        self._typed()
        return True

    def unread_words(self) -> str:
        """The words that cannot be read."""
        return "" if self._reads_as(self._value) else self.line.text()

    def show_words(self, words: str) -> None:
        """Show words that could not be read before, and what is wrong with them."""
        self._set_words(words)
        self.leave()


class DateEditor(WordsEditor):
    """A date to be typed or picked in a calendar."""

    def companions(self) -> tuple[QWidget, ...]:
        """The button that opens the calendar."""
        self.button = small_button(f"Pick {self.spec.label}", "calendar", self)
        self.button.clicked.connect(self._open)
        return (self.button,)

    def _open(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setAccessibleName(f"Calendar for {self.spec.label}")
        if isinstance(self._value, date):
            calendar.setSelectedDate(QDate(self._value.year, self._value.month, self._value.day))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        calendar.show()
        calendar.setFocus()

    def _picked(self, picked: QDate) -> None:
        self._set_words(
            self.local.words(kinds.DATE, date(picked.year(), picked.month(), picked.day()))
        )
        self._typed()
        self.left.emit()
        for calendar in self.findChildren(QCalendarWidget):
            calendar.close()
        self.take_focus()


class ZoneEditor(WordsEditor):
    """A time zone; all names are offered once somebody begins to type."""

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fetch the names of all zones when the line is first entered."""
        if event.type() == QEvent.Type.FocusIn and self.line.completer() is None:
            import zoneinfo

            self.suggest(tuple(sorted(zoneinfo.available_timezones())))
        return super().eventFilter(watched, event)


class ColourEditor(WordsEditor):
    """A colour to be typed or picked, with a patch that shows it."""

    def companions(self) -> tuple[QWidget, ...]:
        """The patch, which opens the picker."""
        self.patch = small_button(f"Pick {self.spec.label}", "highlighter", self)
        self.patch.clicked.connect(self._open)
        return (self.patch,)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show a colour in words and in the patch."""
        super().show_value(value, hint)
        self._paint(value)

    def _paint(self, value: str) -> None:
        patch = QPixmap(18, 18)
        patch.fill(QColor(value) if value else QColor(0, 0, 0, 0))
        self.patch.setIcon(QIcon(patch))

    def _typed(self) -> None:
        super()._typed()
        self._paint(self._value)

    def _open(self) -> None:
        dialog = QColorDialog(QColor(self._value or "#1f5fbf"), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._picked)
        dialog.open()

    def _picked(self, colour: QColor) -> None:
        self._set_words(colour.name())
        self._typed()
        self.left.emit()
