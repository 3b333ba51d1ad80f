"""Icons: one file each, drawn in the colour of the theme at the size asked for."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from slaeditor.bundled import bundled
from slaeditor.ui import theme

CLEAR = QColor(0, 0, 0, 0)
"""What lets everything behind it through."""


@functools.cache
def drawing(name: str) -> bytes:
    """Return the SVG of an icon with the stroke of our lines; a missing one is an error."""
    drawn = bundled("icons", f"{name}.svg").read_bytes()
    return drawn.replace(b'stroke-width="2"', b'stroke-width="1.75"')


class LineIcon(QIconEngine):
    """Draws an icon in a colour of the theme or of words: light, dark, greyed, any size."""

    def __init__(self, name: str, token: str = "") -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        """A second engine of the same icon."""
        return LineIcon(self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        scale = painter.deviceTransform().m11()
        size = rect.size() * scale
        drawn = _drawn(self._name, self._colour(mode), size.width(), size.height())
        painter.drawPixmap(rect, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """The icon as a picture; each size and colour is drawn once."""
        return _drawn(self._name, self._colour(mode), size.width(), size.height())

    def _colour(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            group = QPalette.ColorGroup.Disabled
            return QApplication.palette().color(group, QPalette.ColorRole.Text).name()
        if self._token:
            return theme.colour(self._token)
        return QApplication.palette().color(QPalette.ColorRole.WindowText).name()


@functools.lru_cache(maxsize=2048)
def _drawn(name: str, colour: str, width: int, height: int) -> QPixmap:
    if width <= 0 or height <= 0:  # a place that has shrunk to nothing
        return QPixmap()
    picture = QPixmap(width, height)
    picture.fill(CLEAR)
    painter = QPainter(picture)
    svg = drawing(name).replace(b"currentColor", QColor(colour).name().encode())
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


@functools.cache
def icon(name: str, token: str = "") -> QIcon:
    """Return an icon by its file name, in a colour of the theme if one is named.

    The file is read when the icon is first drawn.
    """
    return QIcon(LineIcon(name, token))


SEVERITY_ICONS = {
    "error": ("circle-x", "error"),
    "warning": ("triangle-alert", "warning"),
    "hint": ("info", "accent"),
}


CHANGE_ICONS = {
    "added": ("plus", "ok"),
    "removed": ("minus", "error"),
    "changed": ("pencil", "accent"),
    "moved": ("arrow-up-down", "muted"),
}


def change_icon(way: str) -> QIcon:
    """Return the icon of what became of a record: added, removed, changed or moved."""
    return icon(*CHANGE_ICONS[way])


def severity_icon(severity: str) -> QIcon:
    """Return the icon of a finding's severity; its shape tells it apart without the colour."""
    return icon(*SEVERITY_ICONS[severity])
