"""How the lines of a list of records are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from slaeditor.ui import reader_words, theme
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.record_list_model import Look, RecordListModel

Index = QModelIndex | QPersistentModelIndex
_BETWEEN = " · "
_SHORTEST_PART = "Mmm…"
"""A part that is cut shows as much as this at the least."""


class RecordDelegate(QStyledItemDelegate):
    """Draws a title with the worst finding and, where clients do not read it, who does.

    `drawn` keeps what was drawn last of each line.
    """

    def __init__(self, records: RecordListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._records = records
        self.drawn: dict[int, Look] = {}

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(60, option.fontMetrics.height() + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one record."""
        look = self.drawn[index.row()] = self._records.look(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colour("selected" if selected else "hover")))
            painter.drawRoundedRect(row, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, row)
        right = _signs(painter, option, row, look)
        ink = "on_selected" if selected else "text"
        painter.setPen(QColor(theme.colour(ink)))
        words = _seen(option, row.adjusted(8, 0, -right, 0))
        shown = shortened(look.words, look.above, option.fontMetrics, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def shortened(words: str, above: str, metrics: QFontMetrics, room: int) -> str:
    """Return words that fit into so many pixels, with dots where some are left out.

    Where they begin with the name of what they stand under, that name gives way first, down to a
    third of the room, since it is the rest that tells the lines of a list apart. Of several parts
    the longest give way, so that each part is still there.
    """
    if not above or not words.startswith(f"{above}{_BETWEEN}"):
        return _parts_shortened(words, metrics, room)
    own = words.removeprefix(above)
    kept = max(room // 3, room - metrics.horizontalAdvance(own))
    first = metrics.elidedText(above, Qt.TextElideMode.ElideRight, kept)
    return first + _parts_shortened(own, metrics, room - metrics.horizontalAdvance(first))


def _parts_shortened(words: str, metrics: QFontMetrics, room: int) -> str:
    """Return words whose longest parts were cut until all parts fit; cut at the end if none do."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    parts = words.split(_BETWEEN)
    left = room - (len(parts) - 1) * metrics.horizontalAdvance(_BETWEEN)
    longest = _even_share([metrics.horizontalAdvance(part) for part in parts], left)
    right = Qt.TextElideMode.ElideRight
    if len(parts) == 1 or longest < metrics.horizontalAdvance(_SHORTEST_PART):
        return metrics.elidedText(words, right, room)
    return _BETWEEN.join(metrics.elidedText(part, right, longest) for part in parts)


def _even_share(widths: Sequence[int], room: int) -> int:
    """Return the most that each may take so that all together fit into the room.

    >>> _even_share([10, 50, 70], 100)
    45
    """
    left = room
    for at, width in enumerate(sorted(widths)):
        share = left // (len(widths) - at)
        if width > share:
            return share
        left -= width
    return max(widths)


def _seen(option: QStyleOptionViewItem, box: QRect) -> QRect:
    """Return where a box of a line stands, mirrored where one reads from right to left."""
    return QStyle.visualRect(option.direction, option.rect, box)


def _signs(painter: QPainter, option: QStyleOptionViewItem, row: QRect, look: Look) -> int:
    """Draw the signs at the end of the line; return how much room they take."""
    taken = 8
    box = QRect(row.right() - taken - 13, row.center().y() - 6, 13, 13)
    icon(reader_words.picture(look.readers), "muted").paint(painter, _seen(option, box))
    taken += 20
    if look.severity:
        box = QRect(row.right() - taken - 15, row.center().y() - 7, 15, 15)
        severity_icon(look.severity).paint(painter, _seen(option, box))
        taken += 20
    return taken


def _ring(painter: QPainter, box: QRect) -> None:
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(QColor(theme.colour("accent")))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
