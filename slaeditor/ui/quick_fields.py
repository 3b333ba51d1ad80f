"""A few fields of one record, to be edited where the record is seen among others."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.found import Found
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import reader_words
from slaeditor.ui.columns import Columns
from slaeditor.ui.field_row import FieldRow
from slaeditor.ui.mnemonics import with_mnemonics
from slaeditor.ui.unread_words import UnreadWords


class QuickFields(QWidget):
    """Shows and edits some fields of a record; `wanted` brings a place to go to."""

    wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        kind: type[Entity],
        names: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.row: Entity | None = None
        self._unread = UnreadWords()
        specs = [field(kind, name) for name in names]
        labels = with_mnemonics(spec.label for spec in specs)
        self.fields: dict[str, FieldRow] = {}
        columns = Columns(self)
        for spec, label in zip(specs, labels, strict=True):
            row = self.fields[spec.name] = FieldRow(spec, session, label, columns)
            columns.add(row)
            row.edited.connect(self._edited)
            row.left.connect(session.seal)
            row.wanted.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
        session.changed.connect(self._changed)
        session.checked.connect(self.show_findings)

    def show_row(self, row: Entity | None) -> None:
        """Show another record; words that could not be read are kept for when it comes back."""
        shown = tuple(self.fields.values())
        if self.row is not None:
            self._unread.keep(self.row.id, shown)
        self.row = row
        self.setEnabled(row is not None)
        self._show_values(tuple(self.fields))
        self.show_findings(self.session.found)
        if row is not None:
            self._unread.bring(row.id, shown)

    def _show_values(self, names: tuple[str, ...]) -> None:
        row = self.row
        if row is None:
            return
        effective = reader_words.effective(self.session.project, row)
        for name in names:
            shown = self.fields[name]
            shown.show_value(getattr(row, name))
            shown.show_readers(effective & shown.spec.readers)

    def _changed(self, made: Changes) -> None:
        if self.row is None or not made.touch(table_name(self.kind)):
            return
        self.row = self.session.project.find(self.kind, self.row.id)
        mine = self.row.id if self.row is not None else ""
        touched = {name for c in made if c.row.id == mine for name in c.fields}
        self._show_values(tuple(name for name in self.fields if name in touched))

    def _edited(self, name: str, value: Any) -> None:
        if self.row is None:
            return
        row = self.session.project.find(self.kind, self.row.id)
        if row is None:
            return
        label = self.fields[name].spec.label
        words = f"Change {label[0].lower()}{label[1:]} of {title(self.session.project, row)}"
        project = self.session.project.put(row.but(**{name: value}))
        self.session.edit(project, words, (table_name(self.kind), (row.id,), name))

    def show_findings(self, now: Found) -> None:
        """Show beside each field what is wrong with it."""
        mine = self.row.id if self.row is not None else ""
        found = now.of_row.get(mine, ())
        for name, shown in self.fields.items():
            shown.show_findings(tuple(one for one in found if one.field == name))

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self.fields.values())).take_focus()
