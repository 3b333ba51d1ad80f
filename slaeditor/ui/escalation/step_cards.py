"""The steps of a ladder as cards: when each fires, to whom it goes, what happens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from slaeditor.model.escalation import EscalationStep
from slaeditor.model.project import Project
from slaeditor.rules.found import Found
from slaeditor.rules.names import title
from slaeditor.ui import theme
from slaeditor.ui.escalation.step_words import fires
from slaeditor.ui.icons import severity_icon

Index = QModelIndex | QPersistentModelIndex
STEP = Qt.ItemDataRole.UserRole + 1
LINES = Qt.ItemDataRole.UserRole + 2
WORST = Qt.ItemDataRole.UserRole + 3
MOST = 5
"""Cards that are shown at once before the list scrolls."""


class StepModel(QAbstractListModel):
    """The steps of one ladder in order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[EscalationStep, ...] = ()
        self.faint: frozenset[str] = frozenset()
        self._project = Project()
        self._worst: Mapping[str, str] = {}

    def show_steps(
        self, project: Project, steps: tuple[EscalationStep, ...], faint: frozenset[str]
    ) -> None:
        """Show other steps; faint ones do not hold for the case that is looked at."""
        same = [row.id for row in steps] == [row.id for row in self.steps]
        self._project = project
        if not same:
            self.beginResetModel()
        self.steps, self.faint = steps, faint
        if not same:
            self.endResetModel()
        elif steps:
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def judge(self, found: Found) -> None:
        """Show which steps have findings."""
        before, self._worst = self._worst, found.gravest("escalation_steps")
        if self.steps and before != self._worst:
            self.dataChanged.emit(self.index(0), self.index(len(self.steps) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many steps there are."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a card."""
        if not index.isValid() or index.row() >= len(self.steps):
            return None
        step = self.steps[index.row()]
        if role == STEP:
            return step
        if role == LINES:
            return (self._name(index.row(), step), self._told(step))
        if role == WORST:
            return self._worst.get(step.id, "")
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{self._name(index.row(), step)}. {fires(step)}. {self._told(step)}"
        return None

    def _name(self, at: int, step: EscalationStep) -> str:
        return f"{at + 1}  {step.name or str(step.trigger.label)}"

    def _told(self, step: EscalationStep) -> str:
        roles = [self._project.roles.get(key) for key in step.to_roles]
        told = [title(self._project, role) for role in roles if role is not None]
        told += ["the client"] if step.to_client else []
        channel = self._project.channels.get(step.channel)
        by = f" by {title(self._project, channel)}" if channel else ""
        by += f" ({step.means})" if step.means else ""
        first = (step.action or step.staff_action).strip().split("\n")[0]
        return " · ".join(filter(None, (f"to {', '.join(told) or 'nobody yet'}{by}", first)))


class StepCards(QListView):
    """Shows the cards; `chosen` brings the id of a step, `opened` one to be seen in full."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName("Steps of the ladder")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)
        self.steps.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As high as the cards, up to five of them."""
        count = min(max(self.steps.rowCount(), 1), MOST)
        return QSize(300, count * card_height(self) + 8)

    def minimumSizeHint(self) -> QSize:
        """At least one card."""
        return QSize(160, card_height(self) + 8)

    def choose(self, key: str) -> None:
        """Choose the card of a step."""
        at = next((n for n, step in enumerate(self.steps.steps) if step.id == key), -1)
        if at >= 0 and self.currentIndex().row() != at:
            self.setCurrentIndex(self.steps.index(at))

    @property
    def key(self) -> str:
        """The id of the chosen step."""
        step = self.currentIndex().data(STEP)
        return step.id if step is not None else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which card is chosen now."""
        super().currentChanged(current, previous)
        step = current.data(STEP) if current.isValid() else None
        if step is not None:
            self.chosen.emit(step.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a step with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.opened.emit(self.key)


class CardDelegate(QStyledItemDelegate):
    """Draws a card: its name and time above, whom and what below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        step, (name, told) = index.data(STEP), index.data(LINES)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        model = index.model()
        faint = isinstance(model, StepModel) and step.id in model.faint
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(theme.colour("selected")))
        room = option.rect.adjusted(12, 5, -12, -5)
        worst = index.data(WORST)
        if worst:
            side = option.fontMetrics.height()
            severity_icon(worst).paint(painter, QRect(room.left(), room.top(), side, side))
            room.setLeft(room.left() + side + 6)
        ink = "on_selected" if chosen else "muted" if faint else "text"
        _draw(painter, room, (name, fires(step)), ink, bold=True)
        below = room.adjusted(0, option.fontMetrics.height() + 3, 0, 0)
        _draw(painter, below, (told, "does not hold here" if faint else ""), "muted", bold=False)
        painter.setPen(QColor(theme.colour("border")))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of words."""
        return QSize(160, option.fontMetrics.height() * 2 + 16)


def card_height(widget: QWidget) -> int:
    """Return the height of one card in the letters of a widget."""
    return widget.fontMetrics().height() * 2 + 16


def _draw(painter: QPainter, room: QRect, words: tuple[str, str], ink: str, *, bold: bool) -> None:
    """Draw words at the left, and others at the right of the same line."""
    font = QFont(painter.font())
    font.setBold(False)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    right = metrics.horizontalAdvance(words[1])
    painter.setPen(QColor(theme.colour("accent" if ink == "text" else ink)))
    top = Qt.AlignmentFlag.AlignTop
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | top, words[1])
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(theme.colour(ink)))
    left = room.adjusted(0, 0, -right - 16, 0)
    short = painter.fontMetrics().elidedText(words[0], Qt.TextElideMode.ElideRight, left.width())
    painter.drawText(left, Qt.AlignmentFlag.AlignLeft | top, short)
