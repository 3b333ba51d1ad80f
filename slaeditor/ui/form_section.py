"""A part of a form under a heading that opens and closes; its fields are made when first seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.ui.columns import Columns
from slaeditor.ui.field_row import FieldRow
from slaeditor.ui.icons import icon
from slaeditor.ui.sections import MAIN, Section


class Rows(Protocol):
    """What a section asks of its form."""

    def make_row(self, spec: Field) -> FieldRow:
        """Make the row of a field."""

    def fill(self, rows: Sequence[FieldRow]) -> None:
        """Show in these rows what the records hold."""

    def is_default(self, spec: Field) -> bool:
        """Whether the records say nothing in a field."""


class FormSection(QWidget):
    """Fields under a heading; one in which nothing is said begins closed."""

    def __init__(self, section: Section, form: Rows) -> None:
        super().__init__()
        self.section = section
        self._form = form
        self._columns: Columns | None = None
        self._asked: bool | None = None
        self.head = QPushButton(section.heading)
        self.head.setProperty("kind", "heading")
        self.head.setIconSize(QSize(14, 14))
        self.head.setAutoDefault(False)
        self.head.clicked.connect(self._toggle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.head)
        self.head.setVisible(section.heading != MAIN)
        if section.heading == MAIN:
            self.open()
        else:
            self._name(opened=False)

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return self._columns is not None and not self._columns.isHidden()

    def holds(self, name: str) -> bool:
        """Whether a field is in this section."""
        return any(spec.name == name for spec in self.section.fields)

    def open(self) -> None:
        """Show the fields."""
        if self._columns is None:
            rows = [self._form.make_row(spec) for spec in self.section.fields]
            self._columns = Columns(rows)
            self._layout.addWidget(self._columns)
            self._form.fill(rows)
        self._columns.show()
        self._name(opened=True)

    def close_up(self) -> None:
        """Hide the fields."""
        if self._columns is not None:
            self._columns.hide()
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
        self.head.setIcon(icon("chevron-down" if opened else "chevron-right", "muted"))
        count = f"  ({said})" if said and not opened else ""
        self.head.setText(f" {self.section.heading}{count}".replace("&", "&&"))
        state = "open" if opened else "closed"
        self.head.setAccessibleName(f"{self.section.heading}, {state}")
