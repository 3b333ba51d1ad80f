"""A figure of the handbook on the screen: the same drawing, in the colours of the window."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.publish.figures import Figure
from slaeditor.ui import theme

LETTERS = 8.0
"""The size of the letters in a drawing, in points of the drawing."""
LEAST = 0.62
"""How far a drawing may shrink below letters of the window's size before it is cut off."""
FAINT = 0.4
"""How far the colours are kept of a drawing that does not hold just now."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class FigureView(QWidget):
    """Shows a figure as wide as there is room, with letters no larger than those of the window.

    A screen reader is told what the figure shows in words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None
        self._drawn: QSvgRenderer | None = None
        self._worn = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figure(self, figure: Figure | None) -> None:
        """Show another figure, or nothing; one that is equal to the one shown costs nothing."""
        if figure == self.figure:
            return
        self.figure = figure
        self._drawn = None
        self.setAccessibleName(figure.alternative if figure is not None else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The drawing with letters of the window's size."""
        if self._drawing() is None:
            return QSize(0, 0)
        full = self._full()
        return QSize(round(full.width()), round(full.height()))

    def minimumSizeHint(self) -> QSize:
        """The drawing with the smallest letters."""
        return self.sizeHint() * LEAST

    def heightForWidth(self, width: int) -> int:
        """As high as the drawing is when it is this wide."""
        full = self.sizeHint()
        return round(full.height() * min(width / full.width(), 1.0)) if full.width() else 0

    def _full(self) -> QRectF:
        """The drawing with letters of the window's size, in pixels."""
        drawn = self._drawing()
        box = drawn.viewBoxF() if drawn is not None else QRectF()
        scale = QFontInfo(self.font()).pixelSize() / LETTERS
        return QRectF(0, 0, box.width() * scale, box.height() * scale)

    def _drawing(self) -> QSvgRenderer | None:
        """The drawing in the colours that are worn, made anew when they are others."""
        if self.figure is None:
            return None
        if self._drawn is None or self._worn != theme.tokens().name:
            self._worn = theme.tokens().name
            self._drawn = QSvgRenderer(QByteArray(drawing(self.figure, self.font().family())), self)
            self._drawn.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        return self._drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figure from the upper left corner."""
        drawn = self._drawing()
        if drawn is None:
            return
        full = self._full()
        share = min(self.width() / full.width(), 1.0) if full.width() else 1.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else FAINT)
        drawn.render(painter, QRectF(0, 0, full.width() * share, full.height() * share))
        painter.end()


def drawing(figure: Figure, family: str) -> bytes:
    """Return the handbook's drawing of a figure as SVG in the colours of the window."""
    from slaeditor.publish.render.figures.figure import svg

    drawn = svg(figure, theme.tokens().accent, family)
    return _COLOUR.sub(lambda found: _worn(found[0]), drawn).encode()


def _worn(colour: str) -> str:
    """A colour of the handbook's white page as it looks on the window's surface."""
    worn = theme.tokens()
    if worn.name == "light":
        return colour
    shade = QColor(colour)
    white = shade.lightnessF() == 1.0
    return worn.surface if white else _turned(shade)


def _turned(shade: QColor) -> str:
    """A colour of the same hue whose lightness is turned over, as dark ink becomes light.

    What made it colourful stays, so that a pale tint becomes a dark one and not a bright one.
    """
    surface = QColor(theme.colour("surface")).lightnessF()
    ink = QColor(theme.colour("text")).lightnessF()
    turned = min(max(ink - (ink - surface) * shade.lightnessF(), 0.0), 1.0)
    colourful = shade.hslSaturationF() * (1 - abs(2 * shade.lightnessF() - 1))
    saturation = min(colourful / max(1 - abs(2 * turned - 1), 0.05), 1.0)
    return QColor.fromHslF(max(shade.hslHueF(), 0.0), saturation, turned).name()
