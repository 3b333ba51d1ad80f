"""The records that belong to one record, as a table in its form: steps, bands, holidays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model import kinds
from slaeditor.model.entity import Entity, fields, owner
from slaeditor.model.field import Field
from slaeditor.model.project import table_name
from slaeditor.rules.names import title
from slaeditor.rules.order import shifted
from slaeditor.rules.references import without
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.cells import CellDelegate
from slaeditor.ui.kept_widths import KeptWidths, shared
from slaeditor.ui.labels import button, heading, muted, small_button
from slaeditor.ui.place import Place
from slaeditor.ui.rows_model import RowsModel

MOST_COLUMNS = 5
MOST_LINES = 8


def columns(kind: type[Entity]) -> tuple[Field, ...]:
    """Return the fields of a kind worth a column under its owner, in the declared order."""
    above = owner(kind)
    able = [
        spec
        for spec in fields(kind)
        if spec.name not in {above.name if above else "", "note", "source"}
        and spec.kind not in {kinds.PROSE, kinds.CONTENT}
    ]
    first = [s for s in able if s.required or s.name in kind.declaration.title]
    rest = [s for s in able if s not in first and s.kind is not kinds.REFERENCES]
    chosen = (first + rest)[:MOST_COLUMNS]
    return tuple(spec for spec in able if spec in chosen)


class ChildTable(QWidget):
    """A table with buttons to add, remove and order; Enter opens a record in full.

    The lines and their buttons are made when there is first something to list.
    """

    wanted = Signal(object)

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self._owner: Entity | None = None
        self._link = owner(kind)
        declared = kind.declaration
        self.heading = heading(declared.plural, self)
        self.empty = muted(_sentence(kind), self)
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty("role", "error")
        self.trouble.hide()
        self.add = button(f"Add {declared.singular.lower()}", "plus", self)
        self.add.clicked.connect(self.add_row)
        self.model: RowsModel | None = None
        self._view: ChildView | None = None
        self._lay_out()

    @property
    def view(self) -> ChildView:
        """The lines, made with their buttons when first asked for."""
        if self._view is None:
            self._view = ChildView(self)
            self._view.hide()
            self._column.insertWidget(2, self._view)
            QWidget.setTabOrder(self.add, self._view)
            self._add_tools(self._view)
            if self.model is not None:
                self._view.take(self.model, CellDelegate(self._project, self._view))
        return self._view

    def _add_tools(self, before: QWidget) -> None:
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        what = self.kind.declaration.singular.lower()
        for words, picture, run in (
            (f"Move {what} up", "arrow-up", self._up),
            (f"Move {what} down", "arrow-down", self._down),
            (f"Open {what}", "arrow-up-right", self.open_row),
            (f"Delete {what}", "trash-2", self.delete_rows),
        ):
            made = small_button(words, picture, self._tools)
            made.clicked.connect(run)
            row.addWidget(made)
            QWidget.setTabOrder(before, made)
            before = made

    def _lay_out(self) -> None:
        self._tools = QWidget(self)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        below.addWidget(self._tools)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.empty)
        layout.addWidget(self.trouble)
        layout.addLayout(below)
        self._tools.hide()

    def show_owner(self, row: Entity) -> None:
        """Show what belongs to a record."""
        same = self._owner is not None and self._owner.id == row.id
        self._owner = row
        if self.model is None:
            self.model = RowsModel(self.session, self.kind, columns(self.kind), self._listed, self)
            self.model.modelReset.connect(self._fit)
            self.model.refused.connect(self._refuse)
            self.model.dataChanged.connect(self._calm)
        elif not same:
            self.model.refresh()
        self._fit()

    def _project(self) -> object:
        return self.session.project

    def look_up(self, row: Entity) -> tuple[Entity, ...]:
        """Return what belongs to a record; the first time all records of the kind are sorted."""
        if self._link is None:
            return ()
        return self.session.project.table(self.kind).where(self._link.name, row.id)

    def _listed(self) -> tuple[Entity, ...]:
        return self.look_up(self._owner) if self._owner is not None else ()

    def _fit(self) -> None:
        count = len(self.model.rows) if self.model is not None else 0
        if count or self._view is not None:
            self.view.setVisible(bool(count))
            self.view.fit(count)
        self._tools.setVisible(bool(count))
        self.empty.setVisible(not count)
        self._calm()

    def _refuse(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        theme.say(self.trouble, "role", "error")
        self.trouble.show()

    def _calm(self) -> None:
        self.trouble.hide()

    def add_row(self) -> None:
        """Add a record that belongs to the one shown, and begin to edit it."""
        if self._owner is None or self._link is None:
            return
        values: dict[str, Any] = {self._link.name: self._owner.id}
        made = self.kind(**values)
        what = self.kind.declaration.singular.lower()
        project = self.session.project.add(made)
        self.session.edit(project, f"Add {what} to {title(project, self._owner)}")
        self.session.seal()
        if self.model is not None:
            self.view.begin(self.model.line(made.id))

    def chosen(self) -> list[Entity]:
        """The records whose lines are selected."""
        if self.model is None:
            return []
        lines = sorted({index.row() for index in self.view.selectedIndexes()})
        return [self.model.rows[at] for at in lines]

    def delete_rows(self) -> None:
        """Delete the selected records; undo brings them back."""
        rows = self.chosen()
        if not rows:
            return
        project = self.session.project
        for row in rows:
            project = without(project, row)
        declared = self.kind.declaration
        what = declared.singular if len(rows) == 1 else f"{len(rows)} {declared.plural}"
        self.session.edit(project, f"Delete {what.lower()}")

    def open_row(self) -> None:
        """Show the current record in its own form."""
        rows = self.chosen()
        if rows:
            self.wanted.emit(Place(table_name(self.kind), rows[0].id))

    def _up(self) -> None:
        self.shift(-1)

    def _down(self) -> None:
        self.shift(1)

    def shift(self, by: int) -> None:
        """Move the selected records a line up or down."""
        rows = self.chosen()
        if self.model is None or not rows:
            return
        keys = [row.id for row in rows]
        column = self.view.currentIndex().column()
        project = shifted(self.session.project, self.model.rows, keys, by)
        self.session.edit(project, f"Move {self.kind.declaration.singular.lower()}")
        self.view.setCurrentIndex(self.model.index(self.model.line(keys[0]), column))


class ChildView(QTableView):
    """The table itself, as high as its lines."""

    def __init__(self, table: ChildTable) -> None:
        super().__init__(table)
        self._table = table
        self.setAccessibleName(table.kind.declaration.plural)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        self.setShowGrid(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._kept = KeptWidths(self, f"child-{table_name(table.kind)}")
        self.doubleClicked.connect(self._double)

    def take(self, model: RowsModel, delegate: CellDelegate) -> None:
        """Show a model through a delegate."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give each column the width chosen for it, or an equal share of what is left."""
        header = self.horizontalHeader()
        least = 9 * self.fontMetrics().horizontalAdvance("n")
        chosen = [self._kept.of(column) for column in range(header.count())]
        for column, width in enumerate(shared(self.viewport().width(), least, chosen)):
            header.resizeSection(column, width)

    def fit(self, count: int) -> None:
        """Be as high as so many lines, within limits."""
        shown = min(max(count, 1), MOST_LINES)
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(shown * self.verticalHeader().defaultSectionSize() + header + 4)

    def begin(self, line: int) -> None:
        """Begin to edit the first cell of a line."""
        index = self.model().index(line, 0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def _double(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._table.open_row()

    def event(self, event: QEvent) -> bool:
        """Keep Alt with the arrows for the lines of this table, not those of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter, Ctrl+Enter, Delete and Alt with the arrows."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor has answered already
            return
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        key = event.key()
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._table.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control or not self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self._table.open_row()
            else:
                self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self._table.delete_rows()
        else:
            super().keyPressEvent(event)


def _sentence(kind: type[Entity]) -> str:
    words = (kind.__doc__ or "").strip().split("\n")[0]
    return f"None yet. {words}"
