"""The form of a record, derived from its declaration; several records at once share one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui import reader_words
from slaeditor.ui.comments_notice import CommentsNotice
from slaeditor.ui.field_row import FieldRow
from slaeditor.ui.form_labels import labels_of, named_twice, tables_above
from slaeditor.ui.form_notices import FormNotices
from slaeditor.ui.form_section import FormSection
from slaeditor.ui.form_tables import FormTables
from slaeditor.ui.inherited import have_one_base, hint, replaced
from slaeditor.ui.later import Later
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.losses_notice import LossesNotice
from slaeditor.ui.reader_switching import ReaderSwitching
from slaeditor.ui.readers_row import ReadersRow
from slaeditor.ui.records_in_hand import RecordsInHand
from slaeditor.ui.sections import sections
from slaeditor.ui.unread_words import UnreadWords

WIDEST = 760
DIFFERENT = "Different values"
MEASURED_AGAIN = 40
"""Milliseconds after which a form that is shown is measured again, its widgets being dressed."""


class Form(QScrollArea):
    """Shows and edits records of one kind.

    `wanted` brings a place to go to, `entered` the name of the field that has the keyboard;
    `shown` says that other records are shown.
    """

    wanted = Signal(object)
    entered = Signal(str)
    shown = Signal()

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.records = RecordsInHand(session, kind)
        self.fields: dict[str, FieldRow] = _MadeWhenAsked(self._make_field)
        self._unread = UnreadWords()
        self._local = LocaleWords()
        self._above = tables_above(kind)
        self.page = QWidget()
        self.setWidget(self.page)  # while it is empty: to be measured costs with what it holds
        self.readers = ReadersRow(self.page)
        ReaderSwitching(self.readers, session, self.records.current)
        self._later = Later(self)
        grouped = sections(kind)
        self._labels, self._twice = labels_of(grouped), named_twice(grouped)
        self.sections = [FormSection(group, self, self.page) for group in grouped]
        self._lay_out()
        self._tables = FormTables(session, kind, self.page, self._column)
        for part in (self._tables, self._notices):
            part.wanted.connect(self.wanted)
        session.changed.connect(self._changed)
        session.checked.connect(self.show_findings)

    def _lay_out(self) -> None:
        page = self.page
        page.setObjectName("page")
        page.setMaximumWidth(WIDEST)
        layout = self._column = QVBoxLayout(page)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.setSpacing(16)
        self.setWidgetResizable(True)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(MEASURED_AGAIN)
        self._again.timeout.connect(page.updateGeometry)
        self._notices = FormNotices(self.session, self.kind, page)
        self._notices.addWidget(self.readers)
        layout.addLayout(self._notices)
        for section in self.sections:
            layout.addWidget(section)
        layout.addStretch()
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def rows(self) -> tuple[Entity, ...]:
        """The records that are shown."""
        return self.records.rows

    @property
    def losses(self) -> LossesNotice:
        """What the records have cost already."""
        return self._notices.losses

    @property
    def comments(self) -> CommentsNotice:
        """What colleagues ask about the record."""
        return self._notices.comments

    def make_later(self, make: Callable[[], bool]) -> None:
        """Call this again and again when nothing else is to do, until it says False."""
        self._later.add(make)

    def make_all(self) -> None:
        """Make everything now that would be made when nothing else is to do."""
        self._later.finish()

    def _make_field(self, name: str) -> FieldRow | None:
        """Make the row of a field in an open section now, if there is one of the name."""
        for section in self.sections:
            if section.holds(name):
                section.make_up_to(name)
        return self.fields.get(name)

    def make_row(self, spec: Field, parent: QWidget) -> FieldRow:
        """Make the row of a field; sections ask for it when they are first opened."""
        row = FieldRow(spec, self.session, self._labels[spec.name], parent)
        row.edited.connect(self._edited)
        row.left.connect(self.session.seal)
        row.wanted.connect(self.wanted)
        row.reset_wanted.connect(self._reset)
        self.fields[spec.name] = row
        if spec.name in self._twice:
            row.editor.control.setAccessibleName(self._twice[spec.name])
        return row

    def fill(self, rows: Sequence[FieldRow]) -> None:
        """Show in these rows what the records hold."""
        for row in rows:
            self._show_value(row)
            self._show_findings_of(row)
        self._bring_unread(rows)

    def add_panel(self, panel: QWidget, after: int = 1) -> None:
        """Put a panel after the first sections; 0 puts it before all of them."""
        self._column.insertWidget(1 + after, panel)

    def leave_out(self, kind: type[Entity]) -> None:
        """Leave out the table of a kind, which a page edits in a way of its own."""
        self._tables.leave_out(kind)

    def is_default(self, spec: Field) -> bool:
        """Whether all records shown hold in a field what a new record would."""
        return self.records.is_default(spec)

    def show_rows(self, rows: Sequence[Entity]) -> None:
        """Show these records instead of those shown until now."""
        one = self.records.one
        if one is not None:
            self._unread.keep(one.id, self.fields.values())
        self.records.rows = tuple(rows)
        self._refresh()
        self._bring_unread(tuple(self.fields.values()))
        self.show_findings()
        self.shown.emit()

    def _bring_unread(self, rows: Sequence[FieldRow]) -> None:
        one = self.records.one
        if one is not None:
            self._unread.bring(one.id, rows)

    def _refresh(self) -> None:
        self.readers.show_rows(self.session.project, self.rows)
        self._notices.show_rows(self.rows)
        for row in self.fields.values():
            self._show_value(row)
        for section in self.sections:
            section.show_rows(self.rows)
        if self._tables.show_owner(self.records.one):
            self.make_later(self._tables.make_next)

    def _show_value(self, row: FieldRow) -> None:
        if not self.rows:
            return
        project, first = self.session.project, self.rows[0]
        held = self.records.held(row.spec.name)
        if held.same and have_one_base(self.rows):
            row.show_value(held.value, hint(project, first, row.spec, self._local))
            row.show_replaced(*replaced(project, first, row.spec, self._local))
        else:
            row.show_value(*((held.value, "") if held.same else (row.spec.kind.absent, DIFFERENT)))
            row.show_replaced("", "")
        row.show_readers(reader_words.effective(project, first) & row.spec.readers)

    def _edited(self, name: str, value: Any) -> None:
        if self.rows:
            self.records.edit(self.fields[name].spec, value)

    def _reset(self, name: str) -> None:
        """Let a field say nothing, so that what it inherits holds again."""
        if self.rows:
            self.records.reset(self.fields[name].spec)
        self.fields[name].take_focus()

    def _changed(self, made: Changes) -> None:
        if not self.rows:
            return
        touched = self.records.follow(made)
        for name in touched & self.fields.keys():
            self._show_value(self.fields[name])
        self._notices.follow(made, self.rows)
        if "readers" in touched or made.touch(*self._above):
            self._refresh_readers()
        if touched:
            for section in self.sections:
                section.show_rows(self.rows)

    def _refresh_readers(self) -> None:
        self.readers.show_rows(self.session.project, self.rows)
        for row in self.fields.values():
            if not row.editor.control.hasFocus():
                self._show_value(row)

    def show_findings(self, _found: object = None) -> None:
        """Show beside each field what is wrong with it."""
        for row in self.fields.values():
            self._show_findings_of(row)
        wrong = {one.field for one in self.records.findings()}
        for section in self.sections:
            section.show_findings(wrong)

    def _show_findings_of(self, row: FieldRow) -> None:
        found = (one for one in self.records.findings() if one.field == row.spec.name)
        row.show_findings(tuple(found))

    def show_field(self, name: str) -> None:
        """Open the section of a field, scroll to it and put the keyboard there."""
        for section in self.sections:
            if section.holds(name):
                section.show()
                section.open()
        row = self._make_field(name)
        if row is not None:
            self._enter(row)
        elif name == "readers":
            self.readers.switches[Reader.STAFF].setFocus()

    def take_focus(self) -> None:
        """Put the keyboard into the first field, which is scrolled to and selected whole."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            self._enter(first)
            if isinstance(first.editor.control, QLineEdit):
                first.editor.control.selectAll()

    def _enter(self, row: FieldRow) -> None:
        """Put the keyboard into a row and scroll to it once it has its place."""
        row.take_focus()
        QTimer.singleShot(0, self, _Shower(self, row))

    @property
    def holds_unread_words(self) -> bool:
        """Whether somebody typed words here that could not be read."""
        return bool(self._unread) or any(row.editor.trouble for row in self.fields.values())

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is shown up to date."""
        super().showEvent(event)
        self.verticalScrollBar().setSingleStep(24)
        self._again.start()
        self._later.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again what the other width makes of the fields."""
        super().resizeEvent(event)
        self._again.start()


class _MadeWhenAsked(dict[str, FieldRow]):
    """Rows by the names of their fields; one that is still to be made is made when asked for."""

    def __init__(self, make: Callable[[str], FieldRow | None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> FieldRow:
        made = self._make(name)
        if made is None:
            raise KeyError(name)
        return made


class _Shower:
    """Scrolls a form to a row once the row has its place."""

    def __init__(self, form: Form, row: FieldRow) -> None:
        self._form = form
        self._row = row

    def __call__(self) -> None:
        self._form.ensureWidgetVisible(self._row, 0, 60)
