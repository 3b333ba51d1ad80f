"""Wavy lines under words that are spelled wrong, and what a menu offers for one."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from slaeditor.rules.spelled_words import Word, words_in
from slaeditor.ui import theme
from slaeditor.ui.later import Later
from slaeditor.ui.spelling import Spelling

LONGEST_BLOCK = 20_000
"""Characters of a paragraph that is looked at; a longer one cannot be printed anyway."""


class WavyLines(QSyntaxHighlighter):
    """Draws the lines in one text; the word that is being typed is left alone."""

    def __init__(self, page: QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(page.document())
        self._page = page
        self.spelling = spelling
        self._later = Later(page)
        spelling.judged.connect(self._again)
        page.cursorPositionChanged.connect(spelling.wait)
        self._typed = -1
        page.cursorPositionChanged.connect(self._look_behind)

    def _again(self) -> None:
        """Look at the whole text again, when nothing else is to do and somebody sees it."""
        if not self.document().isEmpty():
            self._later.add(self._look_again)

    def _look_again(self) -> bool:
        self.rehighlight()
        return False

    def _look_behind(self) -> None:
        """Look again at a paragraph once the word typed in it is left."""
        cursor = self._page.textCursor()
        left, self._typed = self._typed, -1
        if left >= 0 and abs(cursor.position() - left) > 1:
            block = self.document().findBlock(min(left, self.document().characterCount() - 1))
            self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        """Draw the lines of one paragraph."""
        if not self.spelling.on or len(text) > LONGEST_BLOCK:
            return
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wave.setUnderlineColor(QColor(theme.colour("error")))
        typed = self._end_of_typing()
        for word in words_in(text):
            end = word.start + len(word.letters)
            if end == typed:
                self._typed = self._page.textCursor().position()
            elif self.spelling.is_wrong(word.letters):
                start = units(text[: word.start])
                self.setFormat(start, units(word.letters), wave)

    def _end_of_typing(self) -> int:
        """Where in this paragraph somebody is typing, -1 where nobody is."""
        cursor = self._page.textCursor()
        if not self._page.hasFocus() or cursor.block() != self.currentBlock():
            return -1
        return cursor.positionInBlock()

    def wrong_word(self, cursor: QTextCursor) -> Word | None:
        """The misspelled word at a cursor, with its place in its paragraph; None elsewhere."""
        at = cursor.positionInBlock()
        for word in words_in(cursor.block().text()):
            inside = word.start <= at <= word.start + len(word.letters)
            if inside and self.spelling.is_wrong(word.letters):
                return word
        return None


class SpellingMenu:
    """Puts suggestions for the misspelled word at a place before the entries of a menu."""

    def __init__(self, page: QPlainTextEdit, lines: WavyLines) -> None:
        self._page = page
        self._lines = lines

    def menu(self, point: QPoint, *, by_key: bool) -> QMenu:
        """Return the usual menu of a text, with suggestions first where a word is wrong."""
        page = self._page
        cursor = page.textCursor() if by_key else page.cursorForPosition(point)
        made = page.createStandardContextMenu()
        word = self._lines.wrong_word(cursor)
        if word is not None:
            self._offer(made, cursor, word)
        return made

    def _offer(self, menu: QMenu, cursor: QTextCursor, word: Word) -> None:
        first = menu.actions()[0]
        spelling = self._lines.spelling
        offered = spelling.suggestions(word.letters)
        if not offered:
            nothing = menu.addAction("No suggestions")
            nothing.setEnabled(False)
            menu.insertAction(first, nothing)
        for suggestion in offered:
            entry = menu.addAction(suggestion.replace("&", "&&"))
            font = entry.font()
            font.setBold(True)
            entry.setFont(font)
            entry.triggered.connect(_Replace(self._page, cursor, word, suggestion))
            menu.insertAction(first, entry)
        learn = menu.addAction(f"&Add “{word.letters}” to the project's words")
        learn.triggered.connect(_Learn(spelling, word.letters))
        menu.insertAction(first, learn)
        menu.insertSeparator(first)


class _Replace:
    """Writes a suggestion in place of a word."""

    def __init__(self, page: QPlainTextEdit, cursor: QTextCursor, word: Word, words: str) -> None:
        self._page = page
        self._start = cursor.block().position() + units(cursor.block().text()[: word.start])
        self._length = units(word.letters)
        self._words = words

    def __call__(self) -> None:
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(self._start)
        cursor.setPosition(self._start + self._length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(self._words)


class _Learn:
    """Adds a word to those of the project."""

    def __init__(self, spelling: Spelling, word: str) -> None:
        self._spelling = spelling
        self._word = word

    def __call__(self) -> None:
        self._spelling.learn(self._word)


def units(words: str) -> int:
    """The length as Qt counts it, in units of UTF-16."""
    return len(words.encode("utf-16-le")) // 2
