"""A part of a form under a heading that opens and closes; its fields are made when first seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.ui.columns import Columns, reachable
from slaeditor.ui.field_row import FieldRow
from slaeditor.ui.icons import icon
from slaeditor.ui.sections import MAIN, Section

AT_ONCE = 6
"""So many fields stand there at once, about what a window shows; others follow in slices."""


TOGETHER = 5
"""So many fields that follow are placed at once."""


class Rows(Protocol):
    """What a section asks of its form."""

    def make_row(self, spec: Field, parent: QWidget) -> FieldRow:
        """Make the row of a field."""

    def fill(self, rows: Sequence[FieldRow]) -> None:
        """Show in these rows what the records hold."""

    def is_default(self, spec: Field) -> bool:
        """Whether the records say nothing in a field."""

    def make_later(self, make: Callable[[], bool]) -> None:
        """Call this again and again when nothing else is to do, until it says False."""


class FormSection(QWidget):
    """Fields under a heading; one in which nothing is said begins closed."""

    def __init__(self, section: Section, form: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self._form = form
        self._columns: Columns | None = None
        self._waiting = list(section.fields)
        self._asked: bool | None = None
        self._head: QPushButton | None = None
        self._new = True
        self._is_open = False  # not asked of the fields: they count as hidden until they are drawn
        self._named: tuple[bool, int] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        if section.heading == MAIN:
            self.open(at_once=AT_ONCE)
        else:
            self._name(opened=False)

    @property
    def head(self) -> QPushButton:
        """The heading that opens and closes; the first section of a form shows none."""
        if self._head is None:
            made = self._head = QPushButton(self.section.heading, self)
            made.setProperty("kind", "heading")
            made.setIconSize(QSize(14, 14))
            made.setAutoDefault(False)
            made.clicked.connect(self._toggle)
            self._layout.insertWidget(0, made)
            made.setVisible(self.section.heading != MAIN)
        return self._head

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self._is_open

    def holds(self, name: str) -> bool:
        """Whether a field is in this section."""
        return any(spec.name == name for spec in self.section.fields)

    def open(self, at_once: int = 0) -> None:
        """Show the fields: so many at once, the others when nothing else is to do."""
        if self._columns is not None:
            self._columns.show()
        else:
            self._columns = Columns(self)
            self._layout.addWidget(self._columns)
            for _ in self._waiting[:at_once]:
                self._make_row(self._columns)
            self._new = False
            if self._waiting:
                self._form.make_later(self.make_next)
        self._is_open = True
        self._name(opened=True)

    def make_next(self) -> bool:
        """Make the row of the next field, or place those made; return whether there is more to do.

        To place rows lays out and draws the whole form, so that it is done for some at once.
        """
        if self._columns is None:
            return False
        if self._columns.hidden >= TOGETHER or not self._waiting:
            self._columns.place_all()
        else:
            self._make_row(self._columns)
        return bool(self._waiting or self._columns.hidden)

    def _make_row(self, columns: Columns) -> None:
        before = None if self._new else columns.last_reached or self._head
        row = self._form.make_row(self._waiting.pop(0), columns)
        columns.add(row, at_once=self._new)
        if before is not None:
            _reach_after(before, row)
        self._form.fill([row])

    def make_up_to(self, name: str) -> None:
        """Make the rows of all fields up to the one of a name, now."""
        if self._columns is None:
            return
        while any(one.name == name for one in self._waiting):
            self._make_row(self._columns)
        self._columns.place_all()

    def close_up(self) -> None:
        """Hide the fields."""
        if self._columns is not None:
            self._columns.hide()
        self._is_open = False
        self._name(opened=False)

    def show_rows(self, rows: Sequence[Entity]) -> None:
        """Open where something is said, unless somebody opened or closed it by hand."""
        if self.section.heading == MAIN or not rows:
            return
        said = sum(not self._form.is_default(spec) for spec in self.section.fields)
        if self._asked is None and said and not self.is_open:
            self.open()
        elif not said and self._asked is None and self.is_open and not self.has_focus():
            self.close_up()
        self._name(opened=self.is_open, said=said)

    def show_findings(self, names: set[str]) -> None:
        """Open where something is wrong."""
        wrong = any(spec.name in names for spec in self.section.fields)
        if wrong and not self.is_open and self._asked is None:
            self.open()

    def has_focus(self) -> bool:
        """Whether the keyboard is in one of its fields."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _toggle(self) -> None:
        self._asked = not self.is_open
        if self._asked:
            self.open()
        else:
            self.close_up()

    def _name(self, *, opened: bool, said: int = 0) -> None:
        if self.section.heading == MAIN:
            return
        if (opened, said) == self._named:
            return
        self._named = (opened, said)
        self.head.setIcon(icon("chevron-down" if opened else "chevron-right", "muted"))
        count = f"  ({said})" if said and not opened else ""
        self.head.setText(f" {self.section.heading}{count}".replace("&", "&&"))
        state = "open" if opened else "closed"
        self.head.setAccessibleName(f"{self.section.heading}, {state}")


def _reach_after(before: QWidget, row: FieldRow) -> None:
    """Let Tab reach what is in a row after a widget, since Qt reaches last what is made last."""
    for one in reachable(row):
        QWidget.setTabOrder(before, one)
        before = one
