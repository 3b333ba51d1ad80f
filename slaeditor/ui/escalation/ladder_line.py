"""A ladder as a line from the start to beyond the due time, on which steps are dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from slaeditor.model.escalation import EscalationStep
from slaeditor.model.values.duration import Clock
from slaeditor.rules.ladder import Course, Rung, moved, stride
from slaeditor.ui.escalation.ladder_drawing import SHORTEST, LadderDrawing
from slaeditor.ui.escalation.step_words import fires


class LadderLine(LadderDrawing):
    """Shows a course; `chosen` brings a step, `moved` a step as it was dragged to another time.

    Left and Right move the chosen step, with Shift four times as far; Up and Down choose another
    one; Enter asks for its form by `opened`; Escape gives up a drag.
    """

    chosen = Signal(str)
    moved = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged: EscalationStep | None = None
        self._from = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_course(self, course: Course) -> None:
        """Show another course; the chosen step stays chosen where it is in it."""
        self.course = course
        if self._dragged is None:
            self.reach = max(round(course.last * 1.15), SHORTEST)
        keys = [rung.step.id for rung in course.rungs]
        if self.key not in keys:
            self.key = keys[0] if keys else ""
        self._describe()
        self.update()

    def choose(self, key: str) -> None:
        """Choose a step."""
        if key != self.key:
            self.key = key
            self._describe()
            self.update()
            self.chosen.emit(key)

    @property
    def rung(self) -> Rung | None:
        """The chosen step with its place, as it is dragged."""
        return next((one for one in self.course.rungs if one.step.id == self.key), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step under the pointer and begin to drag it."""
        rung = self.nearest(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or rung is None:
            return
        self.choose(rung.step.id)
        self._dragged = rung.step
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the step along the line and say where it is."""
        point = event.position().toPoint()
        if self._dragged is None:
            over = self.nearest(point) is not None
            shape = Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        if abs(point.x() - self._from.x()) > 2:  # noqa: PLR2004  a hand that trembles
            self._drag_to(self.at_of(point.x()))
            QToolTip.showText(event.globalPosition().toPoint(), fires(self._dragged), self)

    def _drag_to(self, at: int) -> None:
        rung = self.rung
        if rung is None or self._dragged is None:
            return
        self._dragged = moved(Rung(self._dragged, rung.at, rung.before), at, *self._clock())
        self._show_dragged(self._dragged, at)

    def _clock(self) -> tuple[int | None, Clock]:
        return self.course.due, self.course.clock

    def _show_dragged(self, step: EscalationStep, at: int) -> None:
        rungs = tuple(
            Rung(step, at, one.before) if one.step.id == step.id else one
            for one in self.course.rungs
        )
        self.course = Course(rungs, self.course.due, self.course.value)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep where the step was dragged to, as one gesture."""
        dragged, self._dragged = self._dragged, None
        moved_far = abs(event.position().toPoint().x() - self._from.x()) > 2  # noqa: PLR2004
        if dragged is not None and moved_far:
            self.moved.emit(dragged)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form of the step under the pointer."""
        rung = self.nearest(event.position().toPoint())
        if rung is not None:
            self.opened.emit(rung.step.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose and open steps by keys."""
        key = event.key()
        far = 4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.step(-far if key == Qt.Key.Key_Left else far)
        elif plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.choose_next(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Move the chosen step by so many of the times it is rounded to."""
        rung = self.rung
        if rung is None or rung.at is None:
            return
        at = rung.at + by * stride(rung, self.course.due)
        changed = moved(rung, max(at, 0), *self._clock())
        if changed != rung.step:
            self.moved.emit(changed)

    def choose_next(self, by: int) -> None:
        """Choose the step before or after the chosen one."""
        keys = [rung.step.id for rung in self.course.rungs]
        if keys:
            at = keys.index(self.key) if self.key in keys else -1
            self.choose(keys[min(max(at + by, 0), len(keys) - 1)])

    def _describe(self) -> None:
        told = [f"{rung.step.name}: {fires(rung.step)}" for rung in self.course.rungs]
        rung = self.rung
        first = f"{rung.step.name}, {fires(rung.step)}. " if rung is not None else ""
        self.setAccessibleDescription(first + "; ".join(told))
