"""The list to choose from in a form."""

from __future__ import annotations

import functools

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QListView, QStyle, QStyleOptionComboBox

from slaeditor.ui.editors.editor import Editor

MOST_LINES = 16


class Box(QComboBox):
    """A list to choose from that takes no more room than the page has, and leaves it the wheel.

    It gets its lines when somebody comes to it, at once where a screen reader listens or begins to
    (`ui/screen_reader.py`). Until then it says the words of the line that is chosen: with lines, Qt
    makes a window, a list and bars, nine widgets, which most boxes of a form never need.
    """

    leaves_wheel = True

    def __init__(self, editor: Editor, lines: QAbstractItemModel) -> None:
        super().__init__(editor)
        self._editor = editor
        self._waiting: QAbstractItemModel | None = lines
        self._at = -1
        self._lines: QListView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(MOST_LINES)
        if QAccessible.isActive():
            self.fill()

    @property
    def waits(self) -> bool:
        """Whether its lines have not been wanted so far."""
        return self._waiting is not None

    def fill(self) -> None:
        """Take the lines, if they still wait."""
        lines, self._waiting = self._waiting, None
        if lines is not None:
            self.setModel(lines)
            super().setCurrentIndex(self._at)

    def setCurrentIndex(self, at: int) -> None:
        """Choose a line, none with -1."""
        if self._waiting is None:
            super().setCurrentIndex(at)
        else:
            self._at = at if 0 <= at < self._waiting.rowCount() else -1
            self.update()

    def currentIndex(self) -> int:
        """The line that is chosen, -1 where none is."""
        return super().currentIndex() if self._waiting is None else self._at

    def currentText(self) -> str:
        """The words of the line that is chosen."""
        if self._waiting is None or self._at < 0:
            return super().currentText()
        return str(self._waiting.index(self._at, 0).data() or "")

    def count(self) -> int:
        """How many lines there are."""
        return super().count() if self._waiting is None else self._waiting.rowCount()

    def itemText(self, at: int) -> str:
        """The words of a line."""
        self.fill()
        return super().itemText(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is chosen, or the hint; Qt's own drawing makes the list first."""
        if self._waiting is None:
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.currentText()
        if self._at < 0 and self.placeholderText():
            option.currentText = self.placeholderText()
            colours = option.palette
            colours.setBrush(QPalette.ColorRole.ButtonText, colours.placeholderText())
            option.palette = colours
        self._draw(option)

    def _draw(self, option: QStyleOptionComboBox) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        style = self.style()
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        style.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)
        painter.end()

    def showPopup(self) -> None:
        """Open the list, which is made when it is first wanted."""
        self.make_lines()
        super().showPopup()

    def make_lines(self) -> None:
        """Make the list, which measures one line for all.

        A box of thousands has it made early: Qt makes one with the lines, and that would measure
        every line.
        """
        if self._lines is None:
            self._lines = QListView()
            self._lines.setUniformItemSizes(True)
            self._lines.setLayoutMode(QListView.LayoutMode.Batched)
            self.setView(self._lines)
        self.fill()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn to another choice only while somebody is at it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer keys with the lines that are there."""
        self.fill()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the lines ready for whoever comes."""
        self.fill()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left, unless its own list opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._editor.left.emit()

    def sizeHint(self) -> QSize:
        """As large as a box without lines: Qt would ask each of thousands for an icon."""
        return _plain_size(self.font().toString(), editable=self.isEditable())

    def minimumSizeHint(self) -> QSize:
        """As large as a box without lines."""
        return self.sizeHint()


@functools.lru_cache(maxsize=32)
def _plain_size(font: str, *, editable: bool) -> QSize:
    """The size of an empty box in a font, as the style sheet dresses it."""
    wanted = QFont()
    wanted.fromString(font)
    plain = QComboBox()
    plain.setFont(wanted)
    plain.setEditable(editable)
    plain.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    plain.setMinimumContentsLength(8)
    plain.ensurePolished()
    size = plain.sizeHint()
    plain.deleteLater()
    return size
