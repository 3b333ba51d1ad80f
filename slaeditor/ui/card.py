"""Buttons as large as what they stand for: a card of a starter, a row of a recent file."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from slaeditor.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

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

    def sizeHint(self) -> QSize:
        """As large as the labels want to be."""
        return self._inside().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as the labels have to be."""
        return self._inside().minimumSize()

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
        self._colour = colour
        self._sign = drawing
        self.setFixedSize(PAGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw page, cover and icon; the paper is white in the dark too."""
        painter = QPainter(self)
        drawn = _cover(self._colour, self._sign, theme.colour("border"))
        QSvgRenderer(QByteArray(drawn)).render(painter)
        painter.end()


COVER = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 66 90">
<rect x=".5" y=".5" width="65" height="89" rx="3" fill="#FFFFFF" stroke="@border"/>
<rect x=".5" y=".5" width="65" height="55.2" rx="3" fill="@colour"/>
<path d="M9.5 65h33v2h-33zM9.5 72h23.5v2h-23.5zM9.5 79h28v2h-28z" fill="#C9CED6"/>
@sign</svg>"""
SIGN = b'<g transform="translate(19.4 14.4) scale(1.1375)"'


@functools.cache
def _cover(colour: str, sign: bytes, border: str) -> bytes:
    """Return the SVG of a cover in a brand colour, with an icon, on paper with a border."""
    white = sign.replace(b"currentColor", b"#FFFFFF")
    inside = white[white.index(b"<svg") :].replace(b"<svg", SIGN).replace(b"</svg>", b"</g>")
    drawn = COVER.replace(b"@sign", inside).replace(b"@border", border.encode())
    return drawn.replace(b"@colour", colour.encode())


def line(words: str, *, strong: bool = False, muted: bool = False, wrap: bool = False) -> QLabel:
    """Return words for a card."""
    label = QLabel(words)
    label.setWordWrap(wrap)
    if strong:
        theme.enlarge(label, 1.0, QFont.Weight.DemiBold)
    if muted:
        label.setProperty("role", "muted")
    return label
