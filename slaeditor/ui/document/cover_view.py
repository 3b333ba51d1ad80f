"""A small picture of a cover as the handbook prints it: colour, logo, title, edition, line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.model.picture_bytes import media_type
from slaeditor.publish.document import Brand
from slaeditor.publish.document import Cover as Words
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.themes import families
from slaeditor.ui import theme
from slaeditor.ui.document.typefaces import load_typefaces

PAGE = QSize(156, 221)
"""A sheet of A4 in pixels at letters of ten points."""


class CoverView(QWidget):
    """Draws the cover of one edition; what it says is its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._brand = Brand()
        self._logo = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_cover(self, words: Words, brand: Brand, logo: bytes) -> None:
        """Draw another cover."""
        load_typefaces(brand.theme)
        self._words, self._brand = words, brand
        self._logo = QPixmap()
        if media_type(logo):  # a stranger's drawing may lead to a file, or to no end
            self._logo.loadFromData(logo)
        said = (words.edition_name, words.title, words.subtitle, words.confidentiality)
        self.setAccessibleName("Cover: " + ", ".join(one for one in said if one))
        self.update()

    def sizeHint(self) -> QSize:
        """A sheet of paper, larger with larger letters."""
        return PAGE * max(self.fontMetrics().height() / 16, 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sheet, logo, title and foot; paper is white in the dark too."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(theme.colour("strong_border")))
        colours = palette(self._brand.accent, self._words.reader if self._words else "staff")
        painter.setBrush(QColor(colours.cover))
        painter.drawRect(sheet)
        if self._words is not None:
            self._paint_words(painter, sheet, self._words)
        painter.end()

    def _paint_words(self, painter: QPainter, sheet: QRectF, words: Words) -> None:
        colours = palette(self._brand.accent, words.reader)
        unit = sheet.width() / 100
        left, wide = sheet.left() + 9 * unit, 82 * unit
        painter.setPen(QColor(colours.cover_ink))
        top = sheet.top() + 9 * unit
        if not self._logo.isNull():
            top = self._paint_logo(painter, left, top, unit)
        self._say(painter, QRectF(left, top, wide, 14 * unit), words.organisation, 4.6 * unit)
        middle = sheet.top() + sheet.height() * 0.36
        box = QRectF(left, middle, wide, 44 * unit)
        used = self._say(painter, box, words.title, 9.4 * unit, strong=True)
        painter.setPen(QColor(colours.cover_soft))
        under = QRectF(left, middle + used + 2 * unit, wide, 18 * unit)
        self._say(painter, under, words.subtitle, 4.8 * unit)
        painter.setPen(QColor(colours.cover_ink))
        foot = sheet.bottom() - 34 * unit
        name = QRectF(left, foot, wide, 8 * unit)
        self._say(painter, name, words.edition_name, 5.2 * unit, strong=True)
        issue = " · ".join(one for one in (words.version, words.date) if one)
        self._say(painter, QRectF(left, foot + 8 * unit, wide, 7 * unit), issue, 4 * unit)
        line = QRectF(left, foot + 16 * unit, wide, 14 * unit)
        self._say(painter, line, words.confidentiality, 4 * unit)

    def _paint_logo(self, painter: QPainter, left: float, top: float, unit: float) -> float:
        size = self._logo.size().scaled(
            round(40 * unit), round(14 * unit), Qt.AspectRatioMode.KeepAspectRatio
        )
        target = QRectF(left, top, size.width(), size.height())
        painter.drawPixmap(target, self._logo, QRectF(self._logo.rect()))
        return top + size.height() + 3 * unit

    def _say(
        self, painter: QPainter, box: QRectF, words: str, height: float, *, strong: bool = False
    ) -> float:
        """Draw words into a box; return how high they are, never higher than the box."""
        family = families(self._brand.theme)
        font = QFont(family.text if strong else family.sans)
        font.setPixelSize(max(round(height), 5))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        needed = painter.boundingRect(box, int(flags), words)
        painter.save()
        painter.setClipRect(box)
        painter.drawText(box, int(flags), words)
        painter.restore()
        return min(needed.height(), box.height()) if words else 0.0
