"""How a cell of the matrix is drawn: letters as signs, words as words, and how it is typed in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from slaeditor.model.values.letters import ORDER
from slaeditor.ui import theme
from slaeditor.ui.responsibilities.matrix_lines import Look
from slaeditor.ui.responsibilities.matrix_model import WRONG, Index, MatrixModel


class LettersDelegate(QStyledItemDelegate):
    """Draws letters as signs: A filled, R in a frame, others plain; inherited ones quieter."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model = index.model()
        look = model.look(index) if isinstance(model, MatrixModel) else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, option, look)
        if look is None:
            _draw_total(painter, option, index)
        elif look.wrong or look.letters.text:
            _draw_words(painter, option, str(index.data() or ""), "error" if look.wrong else "text")
        else:
            _draw_letters(painter, option, look)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Room for three letters."""
        side = option.fontMetrics.height() + 7
        return QSize(4 * side, side + 6)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the line in which letters are typed."""
        del index
        line = QLineEdit(parent)
        line.setAccessibleName("Letters")
        line.setFrame(False)
        line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return line


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look | None) -> None:
    """Fill what is chosen, wrong or a total, and frame the cell that has the keyboard."""
    shade = "window" if look is None else "error_bg" if look.wrong else ""
    if option.state & QStyle.StateFlag.State_Selected:
        shade = "selected"
    if shade:
        painter.fillRect(option.rect, QColor(theme.colour(shade)))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.colour("accent")), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def _draw_total(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Write how often A and R stand in a line or column, or what is missing."""
    wrong = bool(index.data(WRONG))
    _draw_words(painter, option, str(index.data() or ""), "warning" if wrong else "muted")


def _draw_words(painter: QPainter, option: QStyleOptionViewItem, words: str, shade: str) -> None:
    if not words:
        return
    painter.setPen(QColor(theme.colour(shade)))
    room = option.rect.adjusted(4, 0, -4, 0)
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short)


def _draw_letters(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
    """Draw the signs of a cell in its middle, marks after them."""
    letters = look.letters.letters
    more = " ".join((*look.letters.marks, look.more)).strip()
    if not letters and not more:
        return
    side = option.fontMetrics.height() + 4
    extra = option.fontMetrics.horizontalAdvance(more) + 3 if more else 0
    total = len(letters) * (side + 3) - 3 + extra
    left = option.rect.center().x() - total / 2
    top = option.rect.center().y() - side / 2 + 1
    for letter in letters:
        _draw_sign(painter, QRectF(left, top, side, side), letter, faint=look.inherited)
        left += side + 3
    if more:
        painter.setPen(QColor(theme.colour("muted")))
        painter.drawText(QRectF(left, top - 3, extra, side), Qt.AlignmentFlag.AlignLeft, more)


def _draw_sign(painter: QPainter, box: QRectF, letter: str, *, faint: bool) -> None:
    """Draw one letter: A on the accent, R in a frame of it, the others in a thin one."""
    worn = theme.tokens()
    filled = letter == "A" and not faint
    framed = {"A": worn.accent, "R": worn.accent}.get(letter, worn.border)
    painter.setBrush(QColor(worn.accent if filled else worn.surface))
    painter.setPen(QPen(QColor(worn.border if faint else framed), 1.4))
    painter.drawRoundedRect(box, 4, 4)
    font = QFont(painter.font())
    font.setBold(letter in "AR" and not faint)
    painter.setFont(font)
    shade = worn.on_accent if filled else worn.muted if faint or letter not in "AR" else worn.accent
    painter.setPen(QColor(worn.text if not faint and letter not in ORDER else shade))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
