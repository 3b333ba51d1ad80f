"""Pages of a PDF on the screen: kept in place when newer pages come, and searched for a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QElapsedTimer,
    QIODevice,
    QModelIndex,
    QPointF,
    QRectF,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QPalette, QShowEvent
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QWidget

from slaeditor.ui import theme

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.25, 4.0, 1.25
LONGEST_SEARCH = 60
"""Milliseconds a text is searched for at most; a page takes about one."""
NEAR = 240.0
"""Points to the side within which a line counts as meant."""
_NUMBERED = re.compile(r"(?:([\d.]+)\s+)?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the document: page from 0, distance from its top in points."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading of the document, its number apart; level 0 is a chapter."""

    number: str
    title: str
    level: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the document and the headings it stands under, the nearest first."""

    line: str
    headings: tuple[str, ...]


class Pages:
    """A PDF in memory, ready to be shown; raises ValueError when the bytes are none."""

    def __init__(self, content: bytes) -> None:
        """Read the bytes."""
        self.document = QPdfDocument()
        source = QBuffer(self.document)  # read from as long as the document lives
        source.setData(QByteArray(content))
        source.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(source)
        if self.document.status() != QPdfDocument.Status.Ready:
            raise ValueError("These bytes are no PDF.")

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.document.pageCount()

    @cached_property
    def bookmarks(self) -> list[Bookmark]:
        """All headings in order."""
        model = QPdfBookmarkModel()
        model.setDocument(self.document)
        found = _below(model, QModelIndex())
        model.setDocument(None)  # type: ignore[arg-type]  # lets go of the document
        return found

    def words(self, page: int) -> str:
        """Return what stands on a page, from 0; nothing on one that there is not."""
        return self.document.getAllText(page).text() if 0 <= page < self.count else ""

    def spot_of(self, titles: tuple[str, ...]) -> Spot | None:
        """Return where the first of some titles stands: as a heading, else in the text.

        The text is not searched for longer than the window can pause.
        """
        clock = QElapsedTimer()
        clock.start()
        for title in filter(None, titles):
            found = _heading(self.bookmarks, title) or self._text(title, clock)
            if found is not None:
                return found
        return None

    def _text(self, title: str, clock: QElapsedTimer) -> Spot | None:
        first = next((one.spot.page for one in self.bookmarks if one.number), 0)  # after contents
        wanted = title.casefold()
        for page in range(first, self.count):
            if clock.hasExpired(LONGEST_SEARCH):
                return None
            at = self.document.getAllText(page).text().casefold().find(wanted)
            if at >= 0:
                box = self.document.getSelectionAtIndex(page, at, len(title)).boundingRectangle()
                return Spot(page, box.top())
        return None

    def passage_at(self, page: int, across: float, down: float) -> Passage | None:
        """Return the line at a point of a page, in points from its top left, and its headings."""
        line = self._line_at(page, QPointF(across, down))
        return Passage(line, self._headings_above(page, down)) if line else None

    def _line_at(self, page: int, point: QPointF) -> str:
        start, nearest, found = 0, NEAR, ""
        for line in self.document.getAllText(page).text().splitlines(keepends=True):
            words = line.strip()
            if words:
                box = self.document.getSelectionAtIndex(page, start, len(words)).boundingRectangle()
                away = _distance(box, point)
                if away < nearest:
                    nearest, found = away, words
            start += len(line)
        return found

    def _headings_above(self, page: int, down: float) -> tuple[str, ...]:
        """The headings a place stands under, the nearest first."""
        found: list[Bookmark] = []
        above = (one for one in self.bookmarks if (one.spot.page, one.spot.top) <= (page, down + 4))
        for one in reversed(list(above)):
            if not found or one.level < found[-1].level:
                found.append(one)
        return tuple(one.title for one in found)


def _distance(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box, in points; 0 inside."""
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    down = max(box.top() - point.y(), 0.0, point.y() - box.bottom())
    return across + down * 12  # a line is missed to its side rather than above or below it


def _below(model: QPdfBookmarkModel, parent: QModelIndex) -> list[Bookmark]:
    found: list[Bookmark] = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [_bookmark(index), *_below(model, index)]
    return found


def _bookmark(index: QModelIndex) -> Bookmark:
    role = QPdfBookmarkModel.Role
    words = str(index.data(role.Title.value))
    found = _NUMBERED.fullmatch(words)
    number, title = found.groups("") if found else ("", words)
    top: QPointF = index.data(role.Location.value)
    spot = Spot(index.data(role.Page.value), top.y())
    return Bookmark(number, title, index.data(role.Level.value), spot)


def _heading(headings: list[Bookmark], title: str) -> Spot | None:
    wanted = title.casefold()
    return next((one.spot for one in headings if one.title.casefold() == wanted), None)


class PdfView(QPdfView):
    """Shows pages one below the other; newer pages take the place of the older ones at once."""

    place_changed = Signal()
    passage_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view that fits the width."""
        super().__init__(parent)  # type: ignore[arg-type]  # None is a parent too
        self._pages: Pages | None = None
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setAccessibleName(self.tr("Handbook preview"))
        self.setToolTip(self.tr("Double-click a passage to edit it"))
        self.pageNavigator().currentPageChanged.connect(self.place_changed)
        self.zoomFactorChanged.connect(self.place_changed)
        self.zoomModeChanged.connect(self.place_changed)
        self.pageNavigator().currentPageChanged.connect(self._say_page)
        self.wear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.of(application).changed.connect(self.wear)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._pages.count if self._pages else 0

    @property
    def page(self) -> int:
        """The page in view, from 0."""
        return self.pageNavigator().currentPage()

    def wear(self) -> None:
        """Take the colour of the canvas from the theme; the pages stay white."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Dark, QColor(theme.colour("page_bg")))
        self.setPalette(colours)

    def show_pages(self, pages: Pages) -> None:
        """Show other pages at the same place as before."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        place = across.value(), down.value()
        self.setUpdatesEnabled(False)
        self._put(pages.document)
        self._pages = pages
        across.setValue(place[0])
        down.setValue(place[1])
        self.setUpdatesEnabled(True)
        self._say_page()
        self.place_changed.emit()

    def clear(self) -> None:
        """Show no page."""
        self._put(QPdfDocument())
        self._pages = None
        self._say_page()
        self.place_changed.emit()

    def _say_page(self) -> None:
        """Let a screen reader read the page in view, which for it would be a picture."""
        words = self._pages.words(self.page) if self._pages is not None else ""
        self.setAccessibleDescription(words)

    def _put(self, document: QPdfDocument) -> None:
        """Show a document and let go of the one before; the view owns what it shows."""
        before = self.document()
        document.setParent(self)
        self.setDocument(document)
        if before is not None:
            before.deleteLater()

    def go_to(self, titles: tuple[str, ...]) -> bool:
        """Scroll to the first of some titles that is found; say whether one is."""
        spot = self._pages.spot_of(titles) if self._pages else None
        if spot is not None:
            self._scroll_to(spot)
        return spot is not None

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page, from 0."""
        if 0 <= page < self.page_count:
            self._scroll_to(Spot(page, 0))

    def _scroll_to(self, spot: Spot) -> None:
        self.pageNavigator().jump(spot.page, QPointF(0, max(0.0, spot.top - 12)), 0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Say which passage somebody wants to edit."""
        super().mouseDoubleClickEvent(event)
        event.accept()
        passage = self.passage_at(event.position())
        if passage is not None:
            self.passage_chosen.emit(passage)

    def passage_at(self, at: QPointF) -> Passage | None:
        """Return the passage shown at a point of the view, None beside the pages."""
        if self._pages is None:
            return None
        x = at.x() + self.horizontalScrollBar().value()
        y = at.y() + self.verticalScrollBar().value() - self.documentMargins().top()
        for page in range(self._pages.count):
            size = self._pages.document.pagePointSize(page) * self._dots(page)
            if 0 <= y < size.height():
                left = max(0.0, (self.viewport().width() - size.width()) / 2)
                dots = self._dots(page)
                return self._pages.passage_at(page, (x - left) / dots, y / dots)
            y -= size.height() + self.pageSpacing()
        return None

    def _dots(self, page: int) -> float:
        """How many dots of the screen a point of a page takes now."""
        if self._pages is None or self.zoomMode() is QPdfView.ZoomMode.Custom:
            return self.zoomFactor() * self.logicalDpiX() / 72
        margins = self.documentMargins()
        inside = self.viewport().width() - margins.left() - margins.right()
        return inside / max(self._pages.document.pagePointSize(page).width(), 1.0)

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom(1 / ZOOM_STEP)

    def fit_width(self) -> None:
        """Show the pages as wide as the view."""
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    @property
    def scale(self) -> float:
        """How large the pages are now, 1.0 being paper size."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom or not self._pages:
            return self.zoomFactor()
        points = max(self._pages.document.pagePointSize(self.page).width(), 1.0)
        inside = self.viewport().width() - self.documentMargins().left() * 2
        return inside / (points * self.logicalDpiX() / 72)

    def _zoom(self, factor: float) -> None:
        wanted = min(max(self.scale * factor, LEAST_ZOOM), MOST_ZOOM)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(wanted)
        self.place_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Come up with the canvas in the colour worn now."""
        self.wear()
        super().showEvent(event)
