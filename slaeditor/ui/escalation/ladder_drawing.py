"""A ladder drawn as a line from the start to beyond the due time, with its steps by name."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from slaeditor.model.values.duration import Clock
from slaeditor.rules.ladder import Course, Rung, snap_of
from slaeditor.ui import theme
from slaeditor.ui.escalation.step_words import fires

NEAR = 12
"""Pixels from a mark within which a press is meant for it."""
LETTERS_OF_A_NAME = 28
EDGE = 16
ROWS = 3
SHORTEST = 30
"""Minutes that the line reaches at least."""


class LadderDrawing(QWidget):
    """Draws a course, the step of a key as the chosen one; a tip tells what is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.course = Course(())
        self.key = ""
        self.reach = SHORTEST
        self._names: dict[str, QRectF] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("Ladder on the line of time")

    def sizeHint(self) -> QSize:
        """Room for the line, three rows of names above it and the scale below."""
        line = self.fontMetrics().height()
        return QSize(60 * self.fontMetrics().horizontalAdvance("n"), line * (ROWS + 3) + 26)

    def minimumSizeHint(self) -> QSize:
        """A third as wide as it likes to be."""
        return QSize(self.sizeHint().width() // 3, self.sizeHint().height())

    def x_of(self, at: int) -> float:
        """Where a place of the line is drawn: a square-root scale, as in the handbook."""
        room = self.width() - 2 * EDGE
        return EDGE + room * sqrt(min(max(at, 0), self.reach) / self.reach)

    def at_of(self, x: float) -> int:
        """The place in minutes that is drawn there, rounded as people say times."""
        share = min(max((x - EDGE) / max(self.width() - 2 * EDGE, 1), 0), 1)
        at = round(share * share * self.reach)
        snap = snap_of(at)
        return round(at / snap) * snap

    def line_y(self) -> int:
        """How far below its upper edge the line is drawn."""
        return self.fontMetrics().height() * ROWS + 16

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its scale, the due time and the steps with their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter)
        self._draw_due(painter)
        self._draw_rungs(painter)
        painter.end()

    def _draw_scale(self, painter: QPainter) -> None:
        y = self.line_y()
        painter.setPen(QPen(QColor(theme.colour("strong_border")), 2))
        painter.drawLine(QPointF(EDGE, y), QPointF(self.width() - EDGE, y))
        painter.setPen(QColor(theme.colour("muted")))
        right = -1.0
        for at in ticks(self.reach):
            words = short(at, self.course.clock)
            x, width = self.x_of(at), self.fontMetrics().horizontalAdvance(words) + 12
            if x - width / 2 < right and at:
                continue
            right = x + width / 2
            painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
            box = QRectF(x - width / 2, y + 8, width, self.fontMetrics().height())
            box.moveLeft(min(max(box.left(), 0), self.width() - width))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_due(self, painter: QPainter) -> None:
        due = self.course.due
        if due is None:
            return
        x, y = self.x_of(due), self.line_y()
        late = QRectF(x, y - 3, self.width() - EDGE - x, 6)
        painter.fillRect(late, QColor(theme.colour("error_bg")))
        painter.setPen(QPen(QColor(theme.colour("error")), 2))
        painter.drawLine(QPointF(x, y - 10), QPointF(x, y + 10))
        words = f"due: {self.course.value}"
        width = self.fontMetrics().horizontalAdvance(words) + 8
        box = QRectF(x - width / 2, y + 10 + self.fontMetrics().height(), width, 0)
        box.setHeight(self.fontMetrics().height() + 2)
        box.moveLeft(min(max(box.left(), 0), self.width() - width))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_rungs(self, painter: QPainter) -> None:
        self._names.clear()
        ends = [-1.0] * ROWS
        placed = [rung for rung in self.course.rungs if rung.at is not None]
        for rung in sorted(placed, key=lambda one: one.at or 0):
            self._draw_rung(painter, rung, ends)

    def _draw_rung(self, painter: QPainter, rung: Rung, ends: list[float]) -> None:
        at, y = rung.at or 0, self.line_y()
        x = self.x_of(at)
        chosen = rung.step.id == self.key
        late = self.course.due is not None and at > self.course.due
        shade = QColor(theme.colour("error" if late else "warning"))
        name = rung.step.name or fires(rung.step)
        room = LETTERS_OF_A_NAME * self.fontMetrics().horizontalAdvance("n")
        words = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        width = self.fontMetrics().horizontalAdvance(words) + 10
        left = min(max(x - width / 2, 0), self.width() - width)
        row = next((n for n, end in enumerate(ends) if left > end), ROWS - 1)
        ends[row] = max(ends[row], left + width)
        top = y - 14 - (row + 1) * self.fontMetrics().height()
        painter.setPen(QPen(QColor(theme.colour("border")), 1))
        painter.drawLine(QPointF(x, y - 8), QPointF(x, top + self.fontMetrics().height()))
        box = QRectF(left, top, width, self.fontMetrics().height())
        self._names[rung.step.id] = box
        if chosen:
            painter.fillRect(box, QColor(theme.colour("selected")))
        painter.setPen(QColor(theme.colour("on_selected" if chosen else "text")))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        self._draw_mark(painter, QPointF(x, y), shade, chosen=chosen)

    def _draw_mark(self, painter: QPainter, at: QPointF, shade: QColor, *, chosen: bool) -> None:
        side = 8 if chosen else 6
        painter.setBrush(shade)
        ring = theme.colour("accent" if chosen and self.hasFocus() else "surface")
        painter.setPen(QPen(QColor(ring), 2))
        corners = ((0, -side), (side, 0), (0, side), (-side, 0))
        painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def nearest(self, point: QPoint) -> Rung | None:
        """Return the step whose mark is under a point."""
        if abs(point.y() - self.line_y()) > 2 * NEAR:
            return None
        placed = [rung for rung in self.course.rungs if rung.at is not None]
        near = [rung for rung in placed if abs(self.x_of(rung.at or 0) - point.x()) <= NEAR]
        return min(near, key=lambda one: abs(self.x_of(one.at or 0) - point.x()), default=None)

    def told_at(self, point: QPoint) -> str:
        """Return the whole name of the step whose mark or name is under a point, and when it is."""
        rung = self.nearest(point) or next(
            (
                one
                for one in reversed(self.course.rungs)
                if self._names.get(one.step.id, QRectF()).contains(QPointF(point))
            ),
            None,
        )
        if rung is None:
            return ""
        return ": ".join(filter(None, (rung.step.name, fires(rung.step))))

    def event(self, event: QEvent) -> bool:
        """Tell in a tip what may be cut on the line."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = self.told_at(event.pos())
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()


def ticks(reach: int) -> list[int]:
    """Return the places of a scale, closer together near the start as the line is stretched."""
    steps = (0, 5, 15, 30, 60, 120, 240, 480, 960, 1440, 2880, 5760, 10_080, 20_160, 43_200)
    return [one for one in steps if one <= reach]


def short(at: int, clock: Clock) -> str:
    """Return a place of the line in few words, in the clock the promise is counted by.

    >>> short(0, Clock.SERVICE), short(240, Clock.SERVICE), short(2880, Clock.CALENDAR)
    ('start', '4 service h', '2 days')
    """
    if not at:
        return "start"
    service = clock is Clock.SERVICE
    if at < 60:  # noqa: PLR2004  minutes of an hour
        return f"{at} min"
    if service or at % 1440:
        return f"{at // 60} service h" if service else f"{at // 60} h"
    return f"{at // 1440} days" if at > 1440 else "1 day"  # noqa: PLR2004  minutes of a day
