"""The place of the keyboard in a week that is painted on: half hours, from an anchor to an end."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

CELL = 30
"""Minutes of one cell."""
CELLS = 24 * 60 // CELL
DAYS = 7
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WeekPlace:
    """A cell (day 0 Monday, cell 0 midnight), and the cell from which a choice was begun."""

    day: int = 0
    cell: int = 9 * 60 // CELL
    from_day: int = 0
    from_cell: int = 9 * 60 // CELL

    @property
    def days(self) -> range:
        """The chosen days, 0 Monday."""
        low, high = sorted((self.day, self.from_day))
        return range(low, high + 1)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The chosen days, 1 Monday."""
        return tuple(day + 1 for day in self.days)

    @property
    def cells(self) -> Stretch:
        """The first and the last chosen cell."""
        low, high = sorted((self.cell, self.from_cell))
        return low, high

    @property
    def minutes(self) -> Stretch:
        """The chosen minutes of the day, half-open."""
        low, high = self.cells
        return low * CELL, (high + 1) * CELL

    def at(self, day: int, cell: int) -> WeekPlace:
        """Return the place of one cell alone."""
        return WeekPlace(day, cell, day, cell)

    def extended_to(self, day: int, cell: int) -> WeekPlace:
        """Return the choice from its beginning up to another cell."""
        return replace(self, day=day, cell=cell)

    def whole_day(self, day: int) -> WeekPlace:
        """Return the choice of a day."""
        return WeekPlace(day, CELLS - 1, day, 0)

    def whole_week(self) -> WeekPlace:
        """Return the choice of all days."""
        return WeekPlace(DAYS - 1, CELLS - 1, 0, 0)

    def moved(self, event: QKeyEvent) -> WeekPlace | None:
        """Return where a key leads, None for one that leads nowhere; Shift extends the choice."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = _steps(control=control).get(Qt.Key(event.key()))
        if step is None:
            return None
        day = min(max(self.day + step[0], 0), DAYS - 1)
        cell = min(max(self.cell + step[1], 0), CELLS - 1)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return self.extended_to(day, cell)
        return self.at(day, cell)


def _steps(*, control: bool) -> dict[Qt.Key, Stretch]:
    """How far keys lead, in days and cells; with Ctrl by whole hours and to the week's ends."""
    along = 2 if control else 1
    return {
        Qt.Key.Key_Left: (0, -along),
        Qt.Key.Key_Right: (0, along),
        Qt.Key.Key_Up: (-1, 0),
        Qt.Key.Key_Down: (1, 0),
        Qt.Key.Key_Home: (-DAYS if control else 0, -CELLS),
        Qt.Key.Key_End: (DAYS if control else 0, CELLS),
    }
