"""The editor of what names a record of any kind: its title, a list to choose from, a way there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QListView,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.project import Project, table_name
from slaeditor.rules.names import record_named, title
from slaeditor.session.session import Session
from slaeditor.ui.editors.choices import NOTHING
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.find_popup import FindPopup
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import small_button
from slaeditor.ui.place import Place

KEY = Qt.ItemDataRole.UserRole
LINES = 12


def called(project: Project, row: Entity) -> str:
    """Return a record in words that tell its kind, such as "Target: First response · Gold"."""
    return f"{row.declaration.singular}: {title(project, row)}"


class AnyRecordEditor(Editor):
    """One record of any kind, shown by kind and title; words that mean none are shown as such."""

    wide = True

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._value = ""
        self.button = QPushButton(self)
        self.button.setProperty("kind", "field")
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._choose)
        self.open = small_button(f"Go to {spec.label}", "arrow-up-right", self)
        self.open.clicked.connect(self._go)
        self.popup: RecordChoice | None = None
        self.lay_out(self.button, self.open)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show the record by its title; a hint stands where there is none."""
        self._value = value or ""
        row = self._meant()
        missing = f"“{self._value}”, which is not here" if self._value else hint or NOTHING
        words = called(self.session.project, row) if row is not None else missing
        self.button.setText(words.replace("&", "&&"))
        self.button.setToolTip(words)
        self.button.setAccessibleName(f"{self.spec.label}: {words}")
        self.open.setEnabled(row is not None)

    def _meant(self) -> Entity | None:
        return record_named(self.session.project, self._value) if self._value else None

    def _choose(self) -> None:
        self.popup = RecordChoice(self)
        self.popup.open_below(self.button, LINES)

    def take(self, key: str) -> None:
        """Take another record, or none."""
        self.show_value(key)
        self.edited.emit(key)
        self.left.emit()
        self.take_focus()

    def _go(self) -> None:
        row = self._meant()
        if row is not None:
            self.wanted.emit(Place(table_name(type(row)), row.id))


class RecordChoice(FindPopup):
    """All records of a project in a list: type to find one, Enter takes it, Escape closes."""

    def __init__(self, editor: AnyRecordEditor) -> None:
        super().__init__(editor.window(), "Records")
        self._editor = editor
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setIconSize(QSize(16, 16))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_lines(_listed(editor.session.project, self))
        self.filter.textChanged.connect(self.choose_first)
        self.filter.returnPressed.connect(self._take)
        self.list.clicked.connect(self._take)

    def _take(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.close()
            self._editor.take(str(index.data(KEY)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list with the arrows while words are typed."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.proxy.rowCount():
            at = (self.list.currentIndex().row() + step) % self.proxy.rowCount()
            self.list.setCurrentIndex(self.proxy.index(at, 0))
        else:
            super().keyPressEvent(event)


def _listed(project: Project, parent: QWidget) -> QStandardItemModel:
    """A line for none, then every record but comments by kind and title."""
    made = QStandardItemModel(parent)
    none = QStandardItem(NOTHING)
    none.setData("", KEY)
    made.appendRow(none)
    for name, kind, table in project.tables():
        if name in {"comments", "waivers"}:
            continue
        picture = icon(kind.declaration.icon)
        for row in table:
            line = QStandardItem(picture, called(project, row))
            line.setData(row.id, KEY)
            made.appendRow(line)
    return made
