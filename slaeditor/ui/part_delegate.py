"""How a line of the navigator is drawn: a part with its count, an area as a heading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from slaeditor.model.project import kinds
from slaeditor.ui import theme
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.panels import PANELS

Index = QModelIndex | QPersistentModelIndex
TABLE = Qt.ItemDataRole.UserRole + 1
COUNT = Qt.ItemDataRole.UserRole + 2
SEVERITY = Qt.ItemDataRole.UserRole + 3
IS_AREA = Qt.ItemDataRole.UserRole + 4
PANEL = Qt.ItemDataRole.UserRole + 5
BESIDE_AREA = 6 + 19 + 22 + 8 + 2
"""Pixels before and behind the name of an area: edge, arrow, sign, edge, and one at each end."""


class PartDelegate(QStyledItemDelegate):
    """Draws a part with its icon, count and worst finding, and an area as a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a part; headings stand a little apart."""
        height = option.fontMetrics.height() + (18 if index.data(IS_AREA) else 13)
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line of the navigator."""
        painter.save()
        if index.data(IS_AREA):
            self._paint_area(painter, option, index)
        else:
            self._paint_part(painter, option, index)
        painter.restore()

    def _paint_area(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tree = option.widget
        opened = isinstance(tree, QTreeView) and tree.isExpanded(tree.model().index(index.row(), 0))
        rect = option.rect.adjusted(6, 5, -8, 0)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, option.rect.adjusted(3, 5, -3, -1))
        arrow = icon("chevron-down" if opened else "chevron-right", "muted")
        box = QRect(rect.left(), rect.center().y() - 6, 13, 13)
        _draw(painter, arrow, seen(option, box))
        painter.setFont(area_font(option.font))
        painter.setPen(QColor(theme.colour("muted")))
        words = seen(option, rect.adjusted(19, 0, -22, 0))
        shown = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if not opened and index.data(SEVERITY):
            box = QRect(rect.right() - 17, rect.center().y() - 7, 15, 15)
            _draw(painter, severity_icon(index.data(SEVERITY)), seen(option, box))

    def _paint_part(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = option.rect.adjusted(3, 1, -3, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colour("selected" if selected else "hover")))
            painter.drawRoundedRect(row, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _ring(painter, row)
        ink = theme.colour("on_selected" if selected else "text")
        token = "on_selected" if selected else ""
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        picture = icon(_icon_name(index), token) if token else picture
        box = QRect(row.left() + 7, row.center().y() - 8, 17, 17)
        _draw(painter, picture, seen(option, box))
        right = self._paint_right(painter, option, index, selected=selected)
        painter.setPen(QColor(ink))
        words = seen(option, row.adjusted(32, 0, right, 0))
        shown = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_right(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, selected: bool
    ) -> int:
        """Draw count and badge; return how far the words must stay from the end of the line."""
        row = option.rect.adjusted(3, 1, -3, -1)
        count, severity = index.data(COUNT), index.data(SEVERITY)
        right = seen(option, row.adjusted(0, 0, -8, 0))
        taken = 8
        if count:
            painter.setPen(QColor(theme.colour("on_selected" if selected else "muted")))
            alignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(right, alignment, str(count))
            taken += painter.fontMetrics().horizontalAdvance(str(count)) + 8
        if severity:
            box = QRect(row.right() - taken - 15, row.center().y() - 7, 15, 15)
            _draw(painter, severity_icon(severity), seen(option, box))
            taken += 20
        return -taken


def area_font(font: QFont) -> QFont:
    """Return the letters of an area: heavier and a little smaller than those of a part."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    made.setPointSizeF(made.pointSizeF() * 0.92)
    return made


def seen(option: QStyleOptionViewItem, box: QRect) -> QRect:
    """Return where a box of a line stands, mirrored where one reads from right to left."""
    return QStyle.visualRect(option.direction, option.rect, box)


def _icon_name(index: Index) -> str:
    table, panel = index.data(TABLE), index.data(PANEL)
    if panel:
        return PANELS[panel].icon
    return kinds()[table].declaration.icon if table else "layout-dashboard"


def _draw(painter: QPainter, picture: QIcon, box: QRect) -> None:
    picture.paint(painter, box)


def _ring(painter: QPainter, box: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(theme.colour("accent")))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
