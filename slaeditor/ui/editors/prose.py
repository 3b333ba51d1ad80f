"""The editor of several paragraphs, with buttons for the few marks of Markdown people need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QPlainTextEdit, QWidget

from slaeditor.model.field import Field
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.session.session import Session
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.labels import small_button
from slaeditor.ui.prose_preview import ProsePreview
from slaeditor.ui.spelling import spelling_of
from slaeditor.ui.wavy_lines import SpellingMenu, WavyLines, units

FEWEST_LINES = 2
MOST_LINES = 14
LETTERS_FOR_TWO = 60
"""From so many letters of width on, the printed text stands beside the one that is written."""
TABLE = "| Column | Column |\n| --- | --- |\n| words | words |\n"


class Page(QPlainTextEdit):
    """A text that grows with its words, and gives Tab to the form."""

    leaves_wheel = True

    def __init__(self, editor: ProseEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self.fit)

    def fit(self) -> None:
        """Be as high as the words need, within limits."""
        lines = min(max(int(self.document().size().height()), FEWEST_LINES), MOST_LINES)
        wanted = lines * self.fontMetrics().lineSpacing() + 20
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again where lines are broken in other places."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look at the spelling when the text is first seen."""
        super().showEvent(event)
        self._editor.check_spelling()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer suggestions for a misspelled word before the usual entries."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self._editor.menu(event.pos(), by_key=by_key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the words only while somebody is at them, the page otherwise."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard came."""
        super().focusInEvent(event)
        self._editor.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Judge the words when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._editor.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys for bold, italic and links."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        action = self._editor.keys.get(Qt.Key(event.key())) if control else None
        if action is None:
            super().keyPressEvent(event)
        else:
            action()


class ProseEditor(Editor):
    """Paragraphs of Markdown."""

    wide = True
    has_tools = True

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._value = ""
        self.keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_B: self._bold,
            Qt.Key.Key_I: self._italic,
            Qt.Key.Key_M: self._toggle_preview,
        }
        self._lines: WavyLines | None = None
        self._shown = ""
        self.preview: ProsePreview | None = None
        self.page = Page(self)
        self.page.textChanged.connect(self._typed)
        self.control = self.page
        self.page.setAccessibleName(spec.label)
        teach(self.page)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self.page, 1, Qt.AlignmentFlag.AlignTop)

    def make_tools(self, parent: QWidget) -> QWidget:
        """Return the buttons for marks, which stand above the text while somebody is at it."""
        tools = QWidget(parent)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for words, picture, run in self._marks():
            made = small_button(f"{words}: {self.spec.label}", picture, tools)
            made.setToolTip(words)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(run)
            row.addWidget(made)
        return tools

    def _marks(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("Bold (Ctrl+B)", "bold", self._bold),
            ("Italic (Ctrl+I)", "italic", self._italic),
            ("Heading", "heading", self._heading),
            ("List", "list", self._list),
            ("Numbered list", "list-ordered", self._numbered),
            ("Quotation", "quote", self._quote),
            ("Link", "link", self._link),
            ("Table", "table", self._table),
            ("As it is printed (Ctrl+M)", "eye", self._toggle_preview),
        )

    def check_spelling(self) -> None:
        """Draw wavy lines from now on; not in the list of words that are right by themselves."""
        if self._lines is None and self.spec.name != "own_words":
            self._lines = WavyLines(self.page, spelling_of(self.session))

    def menu(self, point: QPoint, *, by_key: bool) -> QMenu:
        """Return the menu of the text at a point, or where the keyboard is."""
        self.check_spelling()
        if self._lines is None:
            return self.page.createStandardContextMenu()
        return SpellingMenu(self.page, self._lines).menu(point, by_key=by_key)

    def _toggle_preview(self) -> None:
        """Show the text as it is printed, beside it where there is room, or hide it again."""
        if self.preview is None:
            self.preview = ProsePreview(self.spec.label, self.session)
            self._row.addWidget(self.preview, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self.preview.setVisible(self.preview.isHidden())
        self._arrange()
        self.preview.show_words(self.page.toPlainText())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the printed text below where there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() > LETTERS_FOR_TWO * self.fontMetrics().horizontalAdvance("n")
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        if self.preview is not None:
            self.preview.setFixedHeight(max(self.page.height(), 7 * self.fontMetrics().height()))

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show other words, keeping the cursor where it is."""
        self._value = value
        self.page.setPlaceholderText(hint)
        if self.page.toPlainText() != value:
            self._replace_stretch(value)
        self.look_wrong(wrong=False)
        self.say_trouble("")

    def _replace_stretch(self, words: str) -> None:
        """Replace only what differs, since setting all words sends the cursor to the beginning."""
        shown = self.page.toPlainText()
        first = _common(shown, words)
        rest = min(len(shown), len(words)) - first
        last = min(_common(shown[::-1], words[::-1]), rest)
        cursor = QTextCursor(self.page.document())
        blocked = self.page.blockSignals(True)
        cursor.setPosition(units(shown[:first]))
        cursor.setPosition(units(shown[: len(shown) - last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words[first : len(words) - last])
        self.page.blockSignals(blocked)
        self._shown = self.page.toPlainText()
        if self.preview is not None:
            self.preview.show_words(self._shown)

    def _typed(self) -> None:
        if self.page.toPlainText() == self._shown:
            return  # a wavy line was drawn, nothing was typed
        self._shown = self.page.toPlainText()
        if self.preview is not None:
            self.preview.show_words(self._shown)
        self.look_wrong(wrong=False)
        self.say_trouble("")
        try:
            value = self.spec.kind.parse(self.page.toPlainText())
        except Unreadable:
            return
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def leave(self) -> None:
        """Judge the words and say that the field is left."""
        try:
            self.spec.kind.parse(self.page.toPlainText())
        except Unreadable as unreadable:
            self.look_wrong(wrong=True)
            self.say_trouble(unreadable.sentence)
        self.left.emit()

    def unread_words(self) -> str:
        """The words that cannot be read."""
        words = self.page.toPlainText()
        return "" if words == self._value else words

    def show_words(self, words: str) -> None:
        """Show words that could not be read before, and what is wrong with them."""
        self._replace_stretch(words)
        self.leave()

    def _bold(self) -> None:
        self._surround("**", "**", "words")

    def _italic(self) -> None:
        self._surround("*", "*", "words")

    def _link(self) -> None:
        self._surround("[", "](https://)", "words")

    def _table(self) -> None:
        """Put a table of two columns where the cursor is, on lines of its own."""
        cursor = self.page.textCursor()
        before = "\n\n" if cursor.block().text().strip() else ""
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        start = cursor.position() + len(before) + 2
        cursor.insertText(f"{before}{TABLE}")
        cursor.setPosition(start)
        cursor.setPosition(start + len("Column"), QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)
        self.take_focus()

    def _heading(self) -> None:
        self._begin_lines("### ")

    def _list(self) -> None:
        self._begin_lines("- ")

    def _numbered(self) -> None:
        self._begin_lines("1. ")

    def _quote(self) -> None:
        self._begin_lines("> ")

    def _surround(self, before: str, after: str, usual: str) -> None:
        cursor = self.page.textCursor()
        words = cursor.selectedText() or usual
        start = cursor.selectionStart() + len(before)
        cursor.insertText(f"{before}{words}{after}")
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)
        self.take_focus()

    def _begin_lines(self, mark: str) -> None:
        """Begin each chosen line with a mark, or take the mark away where all have it."""
        cursor = self.page.textCursor()
        document = self.page.document()
        first = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd())
        numbers = range(first.blockNumber(), last.blockNumber() + 1)
        blocks = [document.findBlockByNumber(number) for number in numbers]
        marked = all(block.text().startswith(mark) for block in blocks)
        cursor.beginEditBlock()
        for block in blocks:
            line = QTextCursor(block)
            if marked:
                right = QTextCursor.MoveOperation.Right
                line.movePosition(right, QTextCursor.MoveMode.KeepAnchor, len(mark))
                line.removeSelectedText()
            else:
                line.insertText(mark)
        cursor.endEditBlock()
        self.take_focus()


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    for at, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return at
    return min(len(one), len(other))
