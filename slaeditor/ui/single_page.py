"""The page of a kind of which a project has just one record."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.project import table_name
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.form import Form
from slaeditor.ui.page import Page
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import describe


class SinglePage(Page):
    """The form of the one record; it comes to be with the first edit."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, table_name(kind), parent)
        self.kind = kind
        self.form = Form(session, kind, self)
        self.form.wanted.connect(self.wanted)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 4)
        head.setSpacing(4)
        head.addWidget(labels.title(kind.declaration.plural, self))
        head.addWidget(labels.muted(describe(kind), self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.form, 1)
        session.changed.connect(self._changed)
        self.form.show_rows([session.project.the(kind)])

    @property
    def place(self) -> Place:
        """The record, once there is one."""
        first = next(iter(self.session.project.table(self.kind)), None)
        return Place(self.table, first.id if first is not None else "")

    def show_place(self, place: Place) -> None:
        """Show a field of the record."""
        if place.field:
            self.form.show_field(place.field)

    def _changed(self, made: Changes) -> None:
        now = next(iter(self.session.project.table(self.kind)), None)
        shown = self.form.rows[0]
        if made.touch(self.table) and (now is None or now.id != shown.id):
            self.form.show_rows([now if now is not None else self.kind(id=shown.id)])

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self.form.take_focus()
