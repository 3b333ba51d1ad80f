"""Printing a PDF page by page, so that the window goes on while the printer is fed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from slaeditor.ui.pdf_pages import Pages

MOST_DOTS = 300
"""Dots an inch at which pages are drawn; more costs time and shows on no office printer."""


class Printing(QObject):
    """Feeds a printer one page at a time; `fed` counts them, `finished` says how many there were.

    `failed` says in a sentence that the printer takes nothing.
    """

    fed = Signal(int, int)
    finished = Signal(int)
    failed = Signal(str)

    def __init__(self, pages: Pages, printer: QPrinter, parent: QObject | None = None) -> None:
        """Print what the printer's dialog has chosen: all pages, or a range."""
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._wanted = wanted_pages(printer, pages.count)
        self._done = 0
        self._painter = QPainter()
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._feed)

    def start(self) -> None:
        """Begin; the pages follow by themselves."""
        if not self._wanted or not self._painter.begin(self._printer):
            self.failed.emit("The printer takes nothing at the moment. Choose another one.")
            return
        self._next.start()

    def stop(self) -> None:
        """Stop after the page being drawn; what the printer has, it prints."""
        self._next.stop()
        if self._painter.isActive():
            self._painter.end()
        self.finished.emit(self._done)

    def _feed(self) -> None:
        if self._done and not self._printer.newPage():
            self.stop()
            return
        self._draw(self._wanted[self._done])
        self._done += 1
        self.fed.emit(self._done, len(self._wanted))
        if self._done == len(self._wanted):
            self.stop()

    def _draw(self, page: int) -> None:
        points = self._pages.document.pagePointSize(page)
        dots = min(self._printer.resolution(), MOST_DOTS)
        pixels = QSize(round(points.width() * dots / 72), round(points.height() * dots / 72))
        picture = self._pages.document.render(page, pixels)
        layout, resolution = self._printer.pageLayout(), self._printer.resolution()
        place = placed(picture, layout.fullRectPixels(resolution).size())
        if not self._printer.fullPage():  # then the painter begins inside the margins
            margins = layout.marginsPixels(resolution)
            place.translate(-margins.left(), -margins.top())
        self._painter.drawImage(place, picture)


def wanted_pages(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages to print, from 0, in the order of printing."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = tuple(range(max(first, 1) - 1, min(last, count)))
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


def placed(picture: QImage, sheet: QSize) -> QRectF:
    """Return where a page goes on a sheet, in dots: as large as fits, in the middle."""
    size = QSizeF(picture.size()).scaled(QSizeF(sheet), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
