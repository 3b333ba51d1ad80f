"""Widgets one below the other, of which those that would be the same again stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget


class KeptLines(QVBoxLayout):
    """Shows a widget for each value; a widget whose value stays where it was is not made again."""

    def __init__(self, make: Callable[[Any], QWidget], spacing: int) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self._make = make
        self._values: list[Any] = []
        self.lines: list[QWidget] = []

    def show_values(self, values: Iterable[Any]) -> None:
        """Show these values, in their order, and no others."""
        wanted = list(values)
        for at, value in enumerate(wanted):
            if at >= len(self.lines):
                self._put(at, value)
            elif self._values[at] != value:
                self._take(at)
                self._put(at, value)
        while len(self.lines) > len(wanted):
            self._take(len(wanted))

    def _put(self, at: int, value: Any) -> None:
        made = self._make(value)
        self._values.insert(at, value)
        self.lines.insert(at, made)
        self.insertWidget(at, made)

    def _take(self, at: int) -> None:
        del self._values[at]
        old = self.lines.pop(at)
        self.removeWidget(old)
        old.hide()
        old.deleteLater()
