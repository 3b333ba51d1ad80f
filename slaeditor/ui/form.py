"""The form of a record, derived from its declaration; several records at once share one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity, default, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import Changes
from slaeditor.rules.names import title
from slaeditor.rules.openings import changed
from slaeditor.session.session import Session
from slaeditor.ui import reader_words
from slaeditor.ui.child_table import ChildTable
from slaeditor.ui.comments_notice import CommentsNotice
from slaeditor.ui.field_row import FieldRow
from slaeditor.ui.form_section import FormSection
from slaeditor.ui.inherited import have_one_base, hint, replaced
from slaeditor.ui.later import Later
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.losses_notice import LossesNotice, can_break, named
from slaeditor.ui.mnemonics import with_mnemonics
from slaeditor.ui.parts import children
from slaeditor.ui.reader_switching import ReaderSwitching
from slaeditor.ui.readers_row import ReadersRow
from slaeditor.ui.sections import Section, sections

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
        self.rows: tuple[Entity, ...] = ()
        self.fields: dict[str, FieldRow] = _MadeWhenAsked(self._make_field)
        self._table = table_name(kind)
        self._unread: dict[tuple[str, str], str] = {}
        self._local = LocaleWords()
        self._findings = session.findings
        self._losses: LossesNotice | None = None
        self._comments: CommentsNotice | None = None
        self.page = QWidget()
        self.setWidget(self.page)  # while it is empty: to be measured costs with what it holds
        self.readers = ReadersRow(self.page)
        ReaderSwitching(self.readers, session, self._current)
        self._later = Later(self)
        grouped = sections(kind)
        self._labels, self._twice = _labels(grouped), _twice(grouped)
        self.sections: list[FormSection] = []
        for group in grouped:
            self.sections.append(FormSection(group, self, self.page))
        self._kinds_below = list(children(kind))
        self._tables: list[ChildTable] = []
        self._lay_out()
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
        self._top = QVBoxLayout()
        self._top.setSpacing(16)
        self._top.addWidget(self.readers)
        layout.addLayout(self._top)
        for section in self.sections:
            layout.addWidget(section)
        layout.addStretch()
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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

    def _make_table(self) -> bool:
        """Make the next table of what belongs to the records; return whether there are more."""
        if self._kinds_below:
            table = ChildTable(self.session, self._kinds_below.pop(0), self.page)
            table.wanted.connect(self.wanted)
            self._tables.append(table)
            self._column.insertWidget(self._column.count() - 1, table)
            self._show_table(table)
        return bool(self._kinds_below)

    @property
    def children_tables(self) -> list[ChildTable]:
        """The tables of what belongs to the records, made now where they were not yet."""
        while self._make_table():
            pass
        return self._tables

    @property
    def losses(self) -> LossesNotice:
        """What the records have cost already, made when there is something to say."""
        if self._losses is None:
            self._losses = LossesNotice(self.page)
            self._losses.wanted.connect(self.wanted)
            self._top.insertWidget(0, self._losses)
        return self._losses

    @property
    def comments(self) -> CommentsNotice:
        """What colleagues ask about the record, made when there is something to say."""
        if self._comments is None:
            self._comments = CommentsNotice(self.session, self.page)
            self._comments.wanted.connect(self.wanted)
            self._top.insertWidget(0, self._comments)
        return self._comments

    def make_row(self, spec: Field, parent: QWidget) -> FieldRow:
        """Make the row of a field; sections ask for it when they are first opened."""
        row = FieldRow(spec, self.session, self._labels[spec.name], parent)
        row.edited.connect(self._edited)
        row.left.connect(self.session.seal)
        row.wanted.connect(self.wanted)
        row.reset_wanted.connect(self._reset)
        self.fields[spec.name] = row
        if spec.name in self._twice:
            heading = next(one.section.heading for one in self.sections if one.holds(spec.name))
            row.editor.control.setAccessibleName(f"{spec.label}, {heading}")
        return row

    def fill(self, rows: Sequence[FieldRow]) -> None:
        """Show in these rows what the records hold."""
        for row in rows:
            self._show_value(row)
            self._show_findings(row)
            self._bring_unread_of(row)

    def show_rows(self, rows: Sequence[Entity]) -> None:
        """Show these records instead of those shown until now."""
        self._keep_unread()
        self.rows = tuple(rows)
        self._refresh()
        self._bring_unread()
        self._show_findings_everywhere()
        self.shown.emit()

    def add_panel(self, panel: QWidget, after: int = 1) -> None:
        """Put a panel after the first sections; 0 puts it before all of them."""
        self._column.insertWidget(1 + after, panel)

    def leave_out(self, kind: type[Entity]) -> None:
        """Leave out the table of a kind, which a page edits in a way of its own."""
        self._kinds_below.remove(kind)

    def _refresh(self) -> None:
        project = self.session.project
        self.readers.show_rows(project, self.rows)
        self._show_losses()
        self._show_comments()
        for row in self.fields.values():
            self._show_value(row)
        for section in self.sections:
            section.show_rows(self.rows)
        for table in self._tables:
            self._show_table(table)
        if self._kinds_below:
            self.make_later(self._make_table)

    def _show_table(self, table: ChildTable) -> None:
        one = self.rows[0] if len(self.rows) == 1 else None
        table.setVisible(one is not None)
        if one is not None:
            table.show_owner(one)

    def _show_losses(self) -> None:
        if can_break(self.kind) and (self._losses is not None or named(self.session.project)):
            self.losses.show_rows(self.session.project, self.rows)

    def _show_comments(self) -> None:
        if self._comments is not None or len(self.session.project.comments):
            self.comments.show_rows(self.session.project, self.rows)

    def _show_value(self, row: FieldRow) -> None:
        if not self.rows:
            return
        name = row.spec.name
        values = [getattr(one, name) for one in self.rows]
        same = all(value == values[0] for value in values)
        if same and have_one_base(self.rows):
            first = self.rows[0]
            row.show_value(values[0], hint(self.session.project, first, row.spec, self._local))
            row.show_replaced(*replaced(self.session.project, first, row.spec, self._local))
        else:
            row.show_value(*((values[0], "") if same else (row.spec.kind.absent, DIFFERENT)))
            row.show_replaced("", "")
        effective = reader_words.effective(self.session.project, self.rows[0])
        row.show_readers(effective & row.spec.readers)

    def _edited(self, name: str, value: Any) -> None:
        if not self.rows:
            return
        spec = self.fields[name].spec
        before = self.rows
        self.rows = tuple(changed(row, name, value) for row in self._current())
        project = self._put(self.rows)
        key = (self._table, tuple(row.id for row in before), name)
        self.session.edit(project, self._step_name(spec, before), key)

    def _reset(self, name: str) -> None:
        """Let a field say nothing, so that what it inherits holds again."""
        self.session.seal()
        self._edited(name, default(self.kind, name))
        self.session.seal()
        self.fields[name].take_focus()

    def _step_name(self, spec: Field, before: Sequence[Entity]) -> str:
        label = spec.label[0].lower() + spec.label[1:]
        if len(before) > 1:
            return f"Change {label} of {len(before)} {self.kind.declaration.plural.lower()}"
        if self.kind.declaration.single:
            return f"Change {label}"
        return f"Change {label} of {title(self.session.project, before[0])}"

    def _current(self) -> tuple[Entity, ...]:
        """The records as the project holds them now, or as shown where it has none yet."""
        project = self.session.project
        return tuple(project.find(self.kind, row.id) or row for row in self.rows)

    def _put(self, rows: Sequence[Entity]) -> Project:
        project = self.session.project
        for row in rows:
            known = project.find(self.kind, row.id) is not None
            project = project.put(row) if known else project.add(row)
        return project

    def _changed(self, made: Changes) -> None:
        if not self.rows:
            return
        mine = {row.id for row in self.rows}
        touched = {name for c in made if c.row.id in mine for name in c.fields}
        self.rows = self._current()
        if touched:
            for name in touched & self.fields.keys():
                self._show_value(self.fields[name])
        if made.touch("loss_interviews"):
            self._show_losses()
        if made.touch("comments"):
            self._show_comments()
        if "readers" in touched or made.touch(*_above(self.kind)):
            self._refresh_readers()
        for section in self.sections:
            section.show_rows(self.rows)

    def _refresh_readers(self) -> None:
        self.readers.show_rows(self.session.project, self.rows)
        for row in self.fields.values():
            if not row.editor.control.hasFocus():
                self._show_value(row)

    def show_findings(self, findings: tuple[Any, ...]) -> None:
        """Show beside each field what is wrong with it."""
        self._findings = findings
        self._show_findings_everywhere()

    def _show_findings_everywhere(self) -> None:
        for row in self.fields.values():
            self._show_findings(row)
        mine = [f for f in self._findings if self._is_mine(f) and f.is_open]
        for section in self.sections:
            section.show_findings({f.field for f in mine})

    def _show_findings(self, row: FieldRow) -> None:
        name = row.spec.name
        found = (f for f in self._findings if f.field == name and self._is_mine(f) and f.is_open)
        row.show_findings(tuple(found))

    def _is_mine(self, finding: Any) -> bool:
        return len(self.rows) == 1 and finding.row == self.rows[0].id

    def show_field(self, name: str) -> None:
        """Open the section of a field, scroll to it and put the keyboard there."""
        for section in self.sections:
            if section.holds(name):
                section.show()
                section.open()
        row = self._make_field(name)
        if row is not None:
            row.take_focus()
            QTimer.singleShot(0, self, _Shower(self, row))
        elif name == "readers":
            self.readers.switches[Reader.STAFF].setFocus()

    def take_focus(self) -> None:
        """Put the keyboard into the first field, which is scrolled to and selected whole."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.take_focus()
            if isinstance(first.editor.control, QLineEdit):
                first.editor.control.selectAll()
            QTimer.singleShot(0, self, _Shower(self, first))

    @property
    def holds_unread_words(self) -> bool:
        """Whether somebody typed words here that could not be read."""
        return bool(self._unread) or any(row.editor.trouble for row in self.fields.values())

    def _keep_unread(self) -> None:
        if len(self.rows) != 1:
            return
        for name, row in self.fields.items():
            words = row.editor.unread_words()
            self._unread.pop((self.rows[0].id, name), None)
            if words:
                self._unread[self.rows[0].id, name] = words

    def _bring_unread(self) -> None:
        for row in self.fields.values():
            self._bring_unread_of(row)

    def _bring_unread_of(self, row: FieldRow) -> None:
        words = self._unread.get((self.rows[0].id, row.spec.name)) if len(self.rows) == 1 else None
        if words:
            row.editor.show_words(words)

    def is_default(self, spec: Field) -> bool:
        """Whether all records shown hold in a field what a new record would."""
        usual = default(self.kind, spec.name)
        return all(getattr(row, spec.name) == usual for row in self.rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is shown up to date."""
        super().showEvent(event)
        self.verticalScrollBar().setSingleStep(24)
        self._again.start()

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


def _above(kind: type[Entity]) -> tuple[str, ...]:
    """The tables of what records of a kind belong to, all the way up; levels inherit as well."""
    found: list[str] = ["service_levels"] if kind.__name__ == "ServiceLevel" else []
    spec = owner(kind)
    while spec is not None and (name := table_name(entity_named(spec.to))) not in found:
        found.append(name)
        spec = owner(entity_named(spec.to))
    return tuple(found)


def _labels(grouped: Sequence[Section]) -> dict[str, str]:
    """The label of each field by its name, with the letter that reaches it."""
    specs = [spec for section in grouped for spec in section.fields]
    labels = with_mnemonics(spec.label for spec in specs)
    return dict(zip((spec.name for spec in specs), labels, strict=True))


def _twice(grouped: Sequence[Section]) -> frozenset[str]:
    """The names of fields outside the first section whose label stands in the form twice."""
    listed = [spec.label for section in grouped for spec in section.fields]
    return frozenset(
        spec.name
        for section in grouped
        if section.heading
        for spec in section.fields
        if listed.count(spec.label) > 1
    )
