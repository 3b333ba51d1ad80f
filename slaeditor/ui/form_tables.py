"""The tables below the fields of a form: what belongs to the record, made one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.session.session import Session
from slaeditor.ui.child_table import ChildTable
from slaeditor.ui.parts import children


class FormTables(QObject):
    """A table for each kind that belongs to a record of a kind, at the end of a column.

    `wanted` brings a place to go to.
    """

    wanted = Signal(object)

    def __init__(
        self, session: Session, kind: type[Entity], page: QWidget, column: QVBoxLayout
    ) -> None:
        super().__init__(page)
        self._session = session
        self._page = page
        self._column = column
        self._waiting = list(children(kind))
        self._made: list[ChildTable] = []
        self._new: ChildTable | None = None
        self._steps: deque[Callable[[], None]] = deque()
        self._owner: Entity | None = None

    def leave_out(self, kind: type[Entity]) -> None:
        """Make no table of a kind, which a page edits in a way of its own."""
        self._waiting.remove(kind)

    def make_next(self) -> bool:
        """Do what comes next for a table: make it, look up its records, or place and fill it.

        Return whether there is more to do. Each fits into a slice, which the three together do not.
        """
        if not self._steps and self._waiting:
            table = partial(self._make, self._waiting.pop(0))
            self._steps.extend((table, self._look_up, self._place))
        if self._steps:
            self._steps.popleft()()
        return self._has_more

    @property
    def _has_more(self) -> bool:
        return bool(self._waiting or self._steps)

    def _make(self, kind: type[Entity]) -> None:
        made = ChildTable(self._session, kind, self._page)
        made.hide()
        made.wanted.connect(self.wanted)
        self._new = made

    def _look_up(self) -> None:
        if self._new is not None and self._owner is not None:
            self._new.look_up(self._owner)

    def _place(self) -> None:
        if self._new is not None:
            table, self._new = self._new, None
            self._made.append(table)
            self._column.insertWidget(self._column.count() - 1, table)
            self._show(table)

    def show_owner(self, owner: Entity | None) -> bool:
        """Show what belongs to another record; return whether there are tables still to make."""
        self._owner = owner
        for table in self._made:
            self._show(table)
        return self._has_more

    def _show(self, table: ChildTable) -> None:
        table.setVisible(self._owner is not None)
        if self._owner is not None:
            table.show_owner(self._owner)
