"""Buttons as large as what they stand for: a card of a starter, a row of a recent file."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from slaeditor.ui import theme

PAGE = QSize(66, 90)


class Card(QPushButton):
    """A button that holds a layout of labels and is as high as they need at its width."""

    def __init__(self, name: str, inside: QLayout, kind: str = "card") -> None:
        """Fill the card; `name` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setLayout(inside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As large as the labels want to be."""
        return self._inside().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as the labels have to be."""
        return self._inside().minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so that a narrow card is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the card is at a width, in pixels."""
        inside = self._inside()
        return max(inside.totalHeightForWidth(width), inside.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never be lower than the words; the style sheet has put a smaller minimum in the way."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))
        # A card that grows while it is first shown is not told of it; its words are told here.
        self._inside().setGeometry(self.contentsRect())

    def _inside(self) -> QLayout:
        layout = self.layout()
        if layout is None:
            raise RuntimeError("A card holds a layout from the beginning.")
        return layout


class Cover(QWidget):
    """A small picture of a handbook's cover, in its brand colour and with its icon."""

    def __init__(self, colour: str, drawing: bytes) -> None:
        """Draw for a colour "#rrggbb" and the SVG of an icon."""
        super().__init__()
        self._colour = QColor(colour)
        self._sign = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", b"#ffffff")), self)
        self.setFixedSize(PAGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw page, cover and icon; the paper is white in the dark too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.colour("border")))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(page, 3, 3)
        self._paint_cover(painter, page)
        self._paint_lines(painter, page)
        painter.end()

    def _paint_cover(self, painter: QPainter, page: QRectF) -> None:
        cover = page.adjusted(0, 0, 0, -page.height() * 0.38)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(cover, 3, 3)
        side = cover.width() * 0.42
        middle = cover.center()
        self._sign.render(painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))

    def _paint_lines(self, painter: QPainter, page: QRectF) -> None:
        painter.setBrush(QColor("#C9CED6"))
        for number, share in enumerate((0.7, 0.5, 0.6)):
            top = page.top() + page.height() * 0.72 + number * 7
            painter.drawRect(QRectF(page.left() + 9, top, (page.width() - 18) * share, 2))


def line(words: str, *, strong: bool = False, muted: bool = False, wrap: bool = False) -> QLabel:
    """Return words for a card."""
    label = QLabel(words)
    label.setWordWrap(wrap)
    if strong:
        theme.enlarge(label, 1.0, QFont.Weight.DemiBold)
    if muted:
        label.setProperty("role", "muted")
    return label
