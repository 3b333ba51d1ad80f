"""A list of sentences under headings, each as high as its words need at the width there is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

PICTURE = 16
AROUND = 28
"""Pixels of a line that its words cannot use: the picture's gap and what the style keeps free."""
ABOVE_AND_BELOW = 10


class SentenceTree(QTreeWidget):
    """Shows whole sentences: a tree of Qt's own would cut them at its edge."""

    def __init__(self, name: str) -> None:
        """Make an empty list; `name` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIconSize(QSize(PICTURE, PICTURE))
        self.setItemDelegate(_WholeSentence(self))
        self.header().sectionResized.connect(lambda *_sizes: self.scheduleDelayedItemsLayout())

    def room(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how many pixels the words of a line have."""
        depth = 1
        above = index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return self.columnWidth(0) - depth * self.indentation() - PICTURE - AROUND


class _WholeSentence(QStyledItemDelegate):
    """Asks for the height that the words of a line need."""

    def __init__(self, tree: SentenceTree) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the usual size, higher where the words stand on more than one line."""
        usual = super().sizeHint(option, index)
        room = QRect(0, 0, max(1, self._tree.room(index)), 1 << 20)
        words = str(index.data() or "")
        taken = self._tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        height = max(usual.height(), taken.height() + ABOVE_AND_BELOW)
        return QSize(min(usual.width(), room.width()), height)
