"""The heads of a small table, which go on in a second line where their column is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

WRAPPED = Qt.TextFlag.TextWordWrap.value
BOLDER = 1.07
"""How much wider the letters of a head may be than those of the widget."""
_HIGH = 1000


class WrappedHeader(QHeaderView):
    """Heads side by side; none is cut as long as its longest word has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setDefaultAlignment(left | WRAPPED)

    def longest_word(self, section: int) -> int:
        """Return the width that a head needs when each of its words stands in a line of its own."""
        words = self._words(section).split()
        widest = max((self._width(word) for word in words), default=0)
        return min(self._beside(section) + widest, self.sectionSizeHint(section))

    def sizeHint(self) -> QSize:
        """The size of the heads with as many lines as the widest wrapped one has."""
        hint = super().sizeHint()
        lines = max((self._lines(at) for at in range(self.count())), default=1)
        return QSize(hint.width(), hint.height() + (lines - 1) * self.fontMetrics().lineSpacing())

    def _lines(self, section: int) -> int:
        metrics = self.fontMetrics()
        room = max(self.sectionSize(section) - self._beside(section), 1)
        box = QRect(0, 0, int(room / BOLDER), _HIGH)
        height = metrics.boundingRect(box, WRAPPED, self._words(section)).height()
        fits = self.sectionSize(section) >= self.sectionSizeHint(section)
        return 1 if fits else max(round(height / metrics.lineSpacing()), 1)

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()) or "")

    def _width(self, words: str) -> int:
        return int(self.fontMetrics().horizontalAdvance(words) * BOLDER)

    def _beside(self, section: int) -> int:
        """What a head needs beside its words."""
        words = self.fontMetrics().horizontalAdvance(self._words(section))
        return max(self.sectionSizeHint(section) - words, 0)
