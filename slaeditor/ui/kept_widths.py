"""Widths that somebody gave to the columns of a table, kept from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QTableView

from slaeditor.ui.settings import settings


class KeptWidths(QObject):
    """Knows the widths chosen by hand, by the words at the head of the columns.

    Only what a hand has dragged is kept; a double click on the edge lets go of it.
    """

    def __init__(self, view: QTableView, key: str) -> None:
        """Watch the columns of a table; `key` tells it apart from others."""
        super().__init__(view)
        self._view = view
        self._key = f"widths/{key}"
        self._before: list[int] = []
        self._known = {str(words): int(width) for words, width in self._read().items()}
        view.horizontalHeader().viewport().installEventFilter(self)
        view.horizontalHeader().sectionHandleDoubleClicked.connect(self._forget)

    def _read(self) -> dict[str, int]:
        kept = settings().value(self._key)
        return kept if isinstance(kept, dict) else {}

    def of(self, column: int) -> int | None:
        """The width somebody gave to a column, in dots, None where nobody did."""
        return self._known.get(self._words(column))

    def _words(self, column: int) -> str:
        return str(self._view.model().headerData(column, Qt.Orientation.Horizontal))

    def _widths(self) -> list[int]:
        header = self._view.horizontalHeader()
        return [header.sectionSize(column) for column in range(header.count())]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep what changed between the press and the release of the mouse on the head."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._before = self._widths()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._before:
            pairs = enumerate(zip(self._before, self._widths(), strict=False))
            self._keep({self._words(at): now for at, (was, now) in pairs if was != now})
        return False

    def _keep(self, changed: dict[str, int]) -> None:
        if changed:
            self._known |= changed
            settings().setValue(self._key, self._known)

    def _forget(self, column: int) -> None:
        if self._known.pop(self._words(column), None) is not None:
            settings().setValue(self._key, self._known)
        self._view.resizeColumnToContents(column)


def shared(room: int, least: int, chosen: list[int | None]) -> list[int]:
    """Return widths that fill the room: those chosen, and equal shares for the others.

    >>> shared(300, 50, [None, 100, None])
    [100, 100, 100]
    >>> shared(100, 50, [None, 100, None])
    [50, 100, 50]
    """
    free = chosen.count(None)
    left = room - sum(width for width in chosen if width is not None)
    share = max(least, left // free) if free else 0
    return [share if width is None else width for width in chosen]
