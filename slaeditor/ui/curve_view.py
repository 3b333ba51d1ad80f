"""A curve on the screen, drawn in the letters of the window; a pointer or arrow keys read it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.ui import theme
from slaeditor.ui.axis import Axis, axis, close_axis
from slaeditor.ui.plot import Mark, Plot, Stretch, height_at, middle

ROWS_OF_LETTERS = 15
STEPS_OF_KEYS = 100


class CurveView(QWidget):
    """Shows a plot; `picked` brings the number on the axis below that somebody clicked."""

    picked = Signal(float)

    def __init__(self, name: str, reading: Callable[[float], str]) -> None:
        super().__init__()
        self._name = name
        self._reading = reading
        self._plot: Plot | None = None
        self._across = axis(0, 1)
        self._up = axis(0, 1)
        self._at: float | None = None
        self._locale = QLocale()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def plot(self) -> Plot | None:
        """What is drawn."""
        return self._plot

    @property
    def at(self) -> float | None:
        """The number that is read now, if any."""
        return self._at

    def show_plot(self, plot: Plot | None) -> None:
        """Draw another curve; a plot without corners is not shown."""
        shown = plot if plot is not None and len(plot.corners) > 1 else None
        if shown is not None and shown == self._plot and not self.isHidden():
            return
        self._plot = shown
        self.setVisible(self._plot is not None)
        if self._plot is None:
            return
        marks = [float(mark.at) for mark in self._plot.marks if not mark.level]
        xs = [float(x) for x, _ in self._plot.corners] + marks
        ys = [float(y) for _, y in self._plot.corners]
        ys += [float(mark.at) for mark in self._plot.marks if mark.level]
        self._across = close_axis(min(xs), max(xs))
        self._up = axis(min(0.0, *ys), max(ys))
        self.setAccessibleDescription(self._plot.told)
        self.update()

    def sizeHint(self) -> QSize:
        """About fifteen lines of letters high."""
        line = self.fontMetrics().height()
        return QSize(30 * line, ROWS_OF_LETTERS * line)

    def minimumSizeHint(self) -> QSize:
        """As high, but narrower."""
        line = self.fontMetrics().height()
        return QSize(14 * line, ROWS_OF_LETTERS * line)

    def _box(self) -> QRectF:
        """The area within the axes."""
        metrics = self.fontMetrics()
        line = metrics.height()
        rows = max(self._rows().values(), default=0) + 1
        widest = max(metrics.horizontalAdvance(self._tick(t, self._up)) for t in self._up.ticks)
        right = metrics.horizontalAdvance(self._tick(self._across.last, self._across)) / 2
        top = (1.6 + rows) * line
        left = widest + 10
        return QRectF(left, top, self.width() - left - right - 6, self.height() - top - 2.8 * line)

    def _labels(self) -> list[tuple[float, str]]:
        """What stands above the curve: the middle of each label as a share, and its words."""
        if self._plot is None:
            return []
        marked = [(float(m.at), m.words) for m in self._plot.marks if not m.level]
        ends = self._across.first, self._across.last
        stretched = [(middle(one, *ends), one.words) for one in self._plot.stretches]
        return [(self._across.share(at), words) for at, words in sorted(marked + stretched)]

    def _rows(self) -> dict[tuple[float, str], int]:
        """The row in which each label stands, so that none meet."""
        taken: list[float] = []
        rows: dict[tuple[float, str], int] = {}
        for share, words in self._labels():
            half = self.fontMetrics().horizontalAdvance(words) / 2 + 4
            left = share * self.width() * 0.85 - half
            row = next((n for n, end in enumerate(taken) if end <= left), len(taken))
            taken[row : row + 1] = [left + 2 * half]
            rows[share, words] = row
        return rows

    def _tick(self, number: float, scale: Axis) -> str:
        return self._locale.toString(number, "f", scale.digits)

    def _spot(self, x: float, y: float, box: QRectF) -> QPointF:
        across = box.left() + box.width() * self._across.share(x)
        return QPointF(across, box.bottom() - box.height() * self._up.share(y))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axes, the curve, what is marked and what is read."""
        if self._plot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        self._draw_axes(painter, box)
        for stretch in self._plot.stretches:
            self._draw_stretch(painter, box, stretch)
        self._draw_curve(painter, box, self._plot)
        for mark in self._plot.marks:
            self._draw_mark(painter, box, mark)
        self._draw_reading(painter, box, self._plot)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colour("accent")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _draw_axes(self, painter: QPainter, box: QRectF) -> None:
        line, muted = QColor(theme.colour("border")), QColor(theme.colour("muted"))
        letters = self.fontMetrics().height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in self._up.ticks:
            y = self._spot(self._across.first, tick, box).y()
            painter.setPen(line)
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            painter.setPen(muted)
            place = QRectF(0, y - letters / 2, box.left() - 8, letters)
            painter.drawText(place, right, self._tick(tick, self._up))
        for tick in self._across.ticks:
            x = self._spot(tick, 0, box).x()
            place = QRectF(x - 60, box.bottom() + 4, 120, letters)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, self._tick(tick, self._across))
        self._draw_titles(painter, box)

    def _draw_titles(self, painter: QPainter, box: QRectF) -> None:
        if self._plot is None:
            return
        letters = self.fontMetrics().height()
        wide = QRectF(0, 2, self.width(), letters)
        painter.setPen(QColor(theme.colour("text")))
        painter.drawText(wide, Qt.AlignmentFlag.AlignLeft, self._plot.y_title)
        below = QRectF(0, box.bottom() + letters + 8, box.right(), letters)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._plot.x_title)

    def _draw_curve(self, painter: QPainter, box: QRectF, plot: Plot) -> None:
        spots = [self._spot(float(x), float(y), box) for x, y in plot.corners]
        accent = QColor(theme.colour("accent"))
        soft = QColor(accent)
        soft.setAlphaF(0.14)
        area = [QPointF(spots[0].x(), box.bottom()), *spots, QPointF(spots[-1].x(), box.bottom())]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawPolygon(QPolygonF(area))
        painter.setPen(QPen(accent, 2))
        painter.drawPolyline(QPolygonF(spots))

    def _draw_stretch(self, painter: QPainter, box: QRectF, stretch: Stretch) -> None:
        start = float(stretch.start) if stretch.start is not None else self._across.first
        end = float(stretch.end) if stretch.end is not None else self._across.last
        left = max(self._spot(start, 0, box).x(), box.left())
        right = min(self._spot(end, 0, box).x(), box.right())
        place = QRectF(left - 1, box.top(), max(right - left, 0) + 2, box.height())
        error = QColor(theme.colour("error"))
        paper = QColor(error)
        paper.setAlphaF(0.18)
        painter.fillRect(place, paper)
        painter.setPen(error)
        at = middle(stretch, self._across.first, self._across.last)
        self._write_above(painter, box, at, stretch.words)

    def _draw_mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        colour = QColor(theme.colour(mark.tone))
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
        if mark.level:
            y = self._spot(self._across.first, float(mark.at), box).y()
            painter.drawLine(QLineF(box.left(), y, box.right(), y))
            place = QRectF(box.left() + 6, y - self.fontMetrics().height() - 1, box.width(), 40)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, mark.words)
            return
        x = self._spot(float(mark.at), 0, box).x()
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
        self._write_above(painter, box, float(mark.at), mark.words)

    def _write_above(self, painter: QPainter, box: QRectF, at: float, words: str) -> None:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(words)
        row = self._rows().get((self._across.share(at), words), 0)
        left = min(max(self._spot(at, 0, box).x() - wide / 2, 0.0), self.width() - wide - 2)
        top = box.top() - (row + 1) * metrics.height() - 2
        place = QRectF(left, top, wide + 2, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)

    def _draw_reading(self, painter: QPainter, box: QRectF, plot: Plot) -> None:
        if self._at is None:
            return
        height = height_at(plot.corners, self._at)
        words = self._reading(self._at)
        if height is None or not words:
            return
        spot = self._spot(self._at, height, box)
        painter.setPen(QPen(QColor(theme.colour("muted")), 1))
        painter.drawLine(QLineF(spot.x(), box.top(), spot.x(), box.bottom()))
        painter.setBrush(QColor(theme.colour("accent")))
        painter.setPen(QPen(QColor(theme.colour("surface")), 1.5))
        painter.drawEllipse(spot, 4.5, 4.5)
        self._draw_note(painter, box, spot, words)

    def _draw_note(self, painter: QPainter, box: QRectF, spot: QPointF, words: str) -> None:
        metrics = self.fontMetrics()
        wide, high = metrics.horizontalAdvance(words) + 16, metrics.height() + 8
        left = min(max(spot.x() + 8, box.left()), self.width() - wide - 2)
        top = max(spot.y() - high - 8, box.top())
        note = QRectF(left, top, wide, high)
        painter.setPen(QColor(theme.colour("strong_border")))
        painter.setBrush(QColor(theme.colour("surface")))
        painter.drawRoundedRect(note, 5, 5)
        painter.setPen(QColor(theme.colour("text")))
        painter.drawText(note, Qt.AlignmentFlag.AlignCenter, words)

    def _read_at(self, x: float) -> None:
        box = self._box()
        share = (x - box.left()) / max(box.width(), 1)
        self.read(self._across.number(min(max(share, 0.0), 1.0)))

    def read(self, number: float | None) -> None:
        """Read the curve at a number; nothing reads it at None."""
        self._at = number
        words = self._reading(number) if number is not None and self._plot else ""
        self.setAccessibleName(f"{self._name}. {words}" if words else self._name)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the curve under the pointer."""
        self._read_at(event.position().x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the number under the pointer."""
        self._read_at(event.position().x())
        if self._at is not None:
            self.picked.emit(self._at)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading when the pointer leaves."""
        if not self.hasFocus():
            self.read(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on with the arrows, pick with Space or Enter."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None:
            step = (self._across.last - self._across.first) / STEPS_OF_KEYS
            now = self._at if self._at is not None else self._across.first
            self.read(min(max(now + by * step, self._across.first), self._across.last))
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return} and self._at is not None:
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)
