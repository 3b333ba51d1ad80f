"""The tables below the fields of a form: what belongs to the record, made one after the other."""

from __future__ import annotations

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
        self._owner: Entity | None = None

    def leave_out(self, kind: type[Entity]) -> None:
        """Make no table of a kind, which a page edits in a way of its own."""
        self._waiting.remove(kind)

    def make_next(self) -> bool:
        """Make the next table, or show the one made last; return whether there is more to do.

        To make a table and to fill it are two slices.
        """
        if self._new is not None:
            table, self._new = self._new, None
            self._made.append(table)
            self._column.insertWidget(self._column.count() - 1, table)
            self._show(table)
        elif self._waiting:
            self._new = ChildTable(self._session, self._waiting.pop(0), self._page)
            self._new.hide()
            self._new.wanted.connect(self.wanted)
        return self._has_more

    @property
    def _has_more(self) -> bool:
        return bool(self._waiting) or self._new is not None

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
