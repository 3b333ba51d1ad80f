"""Editors of what points at other records: at one, or at several."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.rules.names import Titles, title
from slaeditor.session.session import Session
from slaeditor.ui.editors.box import Box
from slaeditor.ui.editors.choices import NOTHING
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.find_popup import FindPopup
from slaeditor.ui.labels import button, small_button
from slaeditor.ui.place import Place

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
MANY = 25
"""From so many records on, words can be typed to find one."""


class RecordsModel(QAbstractListModel):
    """All records of a kind by name, read from the project when they are drawn."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget, *, empty: bool):
        super().__init__(parent)
        self._session = session
        self._kind = kind
        self._empty = empty
        self.ticked: set[str] | None = None
        self._rows = self._read()
        self._titles = Titles(session.project)
        session.changed.connect(self._changed)

    def _read(self) -> tuple[Entity, ...]:
        return tuple(self._session.project.table(self._kind))

    def _changed(self, made: Any) -> None:
        if made.touch(table_name(self._kind)):
            self.refresh()

    def refresh(self) -> None:
        """Read the records again."""
        self.beginResetModel()
        self._rows = self._read()
        self.endResetModel()

    @property
    def project(self) -> Project:
        """The project the records are in."""
        return self._session.project

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The records, after a line for none where that can be."""
        return 0 if parent.isValid() else len(self._rows) + self._empty

    def key(self, at: int) -> str:
        """The id of the record in a line, "" for none."""
        at -= self._empty
        return self._rows[at].id if 0 <= at < len(self._rows) else ""

    def line(self, key: str) -> int:
        """The line of a record, -1 when it is not there."""
        if not key:
            return 0 if self._empty else -1
        found = (at for at, row in enumerate(self._rows) if row.id == key)
        return next(found, -1 - self._empty) + self._empty

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of a record, its id, and whether it is ticked."""
        key = self.key(index.row())
        if role == KEY:
            return key
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._title(key) if key else NOTHING
        if role == Qt.ItemDataRole.CheckStateRole and self.ticked is not None:
            return Qt.CheckState.Checked if key in self.ticked else Qt.CheckState.Unchecked
        return None

    def _title(self, key: str) -> str:
        """Return the name of a record, kept as long as nothing is changed: words look in all."""
        if self._titles.project is not self.project:
            self._titles = Titles(self.project)
        row = self.project.find(self._kind, key)
        return self._titles.of_named(row) if row is not None else NOTHING


class ReferenceEditor(Editor):
    """One record of a kind, chosen by name, with a way to go there."""

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._kind = entity_named(spec.to)
        self._value = ""
        self._finder: QCompleter | None = None
        self.records = RecordsModel(session, self._kind, self, empty=True)
        self.box = Box(self, self.records)
        self.box.activated.connect(self._chosen)
        self.open = small_button(f"Go to {spec.label}", "arrow-up-right", self)
        self.open.clicked.connect(self._open)
        self.lay_out(self.box, self.open)
        self.records.modelReset.connect(self._shown_again)
        if len(self.records.project.table(self._kind)) >= MANY:
            self._let_type()

    def _let_type(self) -> None:
        self.box.make_lines()
        self.box.setEditable(True)
        self.box.setInsertPolicy(Box.InsertPolicy.NoInsert)
        self._finder, self._blind = QCompleter(self.records, self), QCompleter(self)
        self._finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.box.setCompleter(self._finder)
        line = self.box.lineEdit()
        if line is not None:
            line.setAccessibleName(self.spec.label)
            line.editingFinished.connect(self._typed)

    def _typed(self) -> None:
        at = self.box.findText(self.box.currentText(), Qt.MatchFlag.MatchFixedString)
        if at < 0:
            self._shown_again()
        elif self.records.key(at) != self._value:
            self.box.setCurrentIndex(at)
            self._chosen(at)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show the record; a hint stands where there is none."""
        self._value = value or ""
        at = self.records.line(self._value)
        self.box.setPlaceholderText(hint)
        self._show_line(-1 if hint and not self._value else at)
        self.open.setEnabled(bool(self._value) and at >= 0)

    def _show_line(self, at: int) -> None:
        """Show a line; where nobody types, the words of all lines are not looked through for it."""
        if self._finder is None or self.box.hasFocus():
            self.box.setCurrentIndex(at)
        else:
            self.box.setCompleter(self._blind)
            self.box.setCurrentIndex(at)
            self.box.setCompleter(self._finder)

    def _shown_again(self) -> None:
        self.show_value(self._value, self.box.placeholderText())

    def _chosen(self, at: int) -> None:
        self._value = self.records.key(at)
        self.open.setEnabled(bool(self._value))
        self.edited.emit(self._value)
        self.left.emit()

    def _open(self) -> None:
        self.wanted.emit(Place(table_name(self._kind), self._value))


class ReferencesEditor(Editor):
    """Several records of a kind, ticked in a list that opens below the field."""

    wide = True

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._kind = entity_named(spec.to)
        self._value: tuple[str, ...] = ()
        self._none = "All" if "all" in spec.help.casefold() else NOTHING
        self.button = QPushButton(self)
        self.button.setProperty("kind", "field")
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._open)
        self.popup: Ticks | None = None
        self.lay_out(self.button)
        session.changed.connect(self._changed)

    def _changed(self, made: Any) -> None:
        if made.touch(table_name(self._kind)):
            self._name(self.button.property("hint") or "")

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show the records by name."""
        self._value = tuple(value or ())
        self.button.setProperty("hint", hint)
        self._name(hint)

    def _name(self, hint: str) -> None:
        project = self.session.project
        found = [project.find(self._kind, key) for key in self._value]
        names = ", ".join(title(project, row) for row in found if row is not None)
        words = names or hint or self._none
        shown = self.button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 1200)
        self.button.setText(shown.replace("&", "&&"))
        self.button.setToolTip(names)
        self.button.setAccessibleName(f"{self.spec.label}: {words}")

    def _open(self) -> None:
        self.popup = Ticks(self, set(self._value), self._kind)
        self.popup.open_below(self.button, min(max(self.popup.model.rowCount(), 3), 10))

    def tick(self, keys: set[str]) -> None:
        """Take the records that are ticked now, in the order of their table."""
        table = self.session.project.table(self._kind)
        self._value = tuple(row.id for row in table if row.id in keys)
        self.edited.emit(self._value)
        self._name("")

    def closed(self) -> None:
        """The list below has closed."""
        self.popup = None
        self.left.emit()
        self.take_focus()


class Ticks(FindPopup):
    """The list below a field: type to filter, Space ticks, Escape closes."""

    def __init__(self, editor: ReferencesEditor, ticked: set[str], kind: type[Entity]) -> None:
        super().__init__(editor.window(), kind.declaration.plural)
        self._editor = editor
        self.model = RecordsModel(editor.session, kind, self, empty=False)
        self.model.ticked = ticked
        self.show_lines(self.model)
        self.list.clicked.connect(self._toggle)
        self.list.installEventFilter(self)
        self._add_buttons(kind)

    def _add_buttons(self, kind: type[Entity]) -> None:
        row = QHBoxLayout()
        none = button("None")
        none.setAccessibleName(f"No {kind.declaration.plural}")
        none.clicked.connect(self._tick_none)
        done = button("Done", primary=True)
        done.clicked.connect(self.close)
        row.addWidget(none)
        row.addStretch()
        row.addWidget(done)
        self.column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list with the arrows, close with Escape or Enter."""
        key = event.key()
        if key == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus()
        elif key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        elif key == Qt.Key.Key_Space:
            self._toggle(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: Any, event: Any) -> bool:
        """Give the list's Space, Enter and Escape to the popup."""
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        pressed = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        if pressed and event.key() in keys:
            self.keyPressEvent(event)
            return True
        return False

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.ticked is not None:
            self._tick(self.model.ticked ^ {index.data(KEY)})

    def _tick_none(self) -> None:
        self._tick(set())

    def _tick(self, keys: set[str]) -> None:
        self.model.ticked = keys
        last = self.model.index(max(self.model.rowCount() - 1, 0))
        self.model.dataChanged.emit(self.model.index(0), last)
        self._editor.tick(keys)

    def closeEvent(self, event: Any) -> None:
        """Say that the list is closed."""
        super().closeEvent(event)
        self._editor.closed()
