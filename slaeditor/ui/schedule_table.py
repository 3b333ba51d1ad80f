"""A small table inside a record, worked like a spreadsheet, as high as its lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from slaeditor.rules.order import shifted
from slaeditor.rules.references import without
from slaeditor.session.session import Session
from slaeditor.ui.cells import TROUBLE, CellDelegate
from slaeditor.ui.labels import heading, muted, small_button
from slaeditor.ui.note_line import NoteLine
from slaeditor.ui.pasted_block import beyond, parsed, quoted
from slaeditor.ui.schedule_model import Schedule, ScheduleColumn, ScheduleModel
from slaeditor.ui.wrapped_header import WrappedHeader

MOST_LINES = 12
FEW = 2


class ScheduleTable(QWidget):
    """A heading, the table with an empty line at its end, and what is wrong with it."""

    def __init__(self, session: Session, schedule: Schedule, name: str, hint: str) -> None:
        super().__init__()
        self.session = session
        self.model = ScheduleModel(session, schedule, self)
        self.heading = heading(name)
        self.view = ScheduleView(self, name)
        self.view.setModel(self.model)
        delegate = CellDelegate(lambda: session.project, self.view)
        self.view.setItemDelegate(delegate)
        self.trouble = NoteLine()
        self.hint = muted(hint)
        self._lay_out()
        self.model.modelReset.connect(self._fit)
        self.model.rowsInserted.connect(self._fit)
        self.model.refused.connect(self._refuse)
        self.model.dataChanged.connect(self._say)
        self.view.selectionModel().currentChanged.connect(self._say)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(2)
        above.addWidget(self.heading, 1)
        what = self.model.schedule.kind.declaration.singular.lower()
        for words, picture, run in (
            (f"Move {what} up", "arrow-up", self._up),
            (f"Move {what} down", "arrow-down", self._down),
            (f"Delete {what}", "trash-2", self.delete_rows),
        ):
            made = small_button(words, picture)
            made.clicked.connect(run)
            above.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self.view)
        layout.addWidget(self.trouble)
        layout.addWidget(self.hint)

    def show_owner(self, key: str, columns: tuple[ScheduleColumn, ...] = ()) -> None:
        """Show what belongs to a record, in other columns where some are given."""
        if columns:
            self.model.show_columns(columns)
        self.model.show_owner(key)

    def _fit(self) -> None:
        self.view.share()
        self.fit_height()
        self._say()

    def fit_height(self) -> None:
        """Be as high as the heads, the lines up to some, and the bar below where there is one."""
        across = self.view.heads
        bar = self.view.horizontalScrollBar().sizeHint().height()
        below = bar if across.length() > self.view.viewport().width() else 0
        lines = min(self.model.rowCount(), MOST_LINES)
        header = across.sizeHint().height() + below
        self.view.setFixedHeight(
            lines * self.view.verticalHeader().defaultSectionSize() + header + 4
        )

    def _refuse(self, sentence: str) -> None:
        self.trouble.say("error", sentence)

    def _say(self) -> None:
        """Say why the words in the current cell, else in any cell, could not be read."""
        index = self.view.currentIndex()
        sentence = str(index.data(TROUBLE) or "") if index.isValid() else ""
        mine = {row.id for row in self.model.rows} | {""}
        kept = (why for (key, _), (_, why) in self.model.unread.items() if key in mine)
        told = sentence or next(kept, "")
        self.trouble.say("error", f"{told} {self.model.left_out}".strip())

    def lines(self) -> list[int]:
        """The lines in which something is selected, the empty one left out."""
        chosen = {index.row() for index in self.view.selectedIndexes()}
        return sorted(line for line in chosen if line < len(self.model.rows))

    def delete_rows(self) -> None:
        """Delete the records of the selected lines; undo brings them back."""
        rows = [self.model.rows[line] for line in self.lines()]
        if not rows:
            return
        project = self.session.project
        for row in rows:
            project = without(project, row)
        declared = self.model.schedule.kind.declaration
        what = declared.singular if len(rows) == 1 else f"{len(rows)} {declared.plural}"
        self.session.edit(project, f"Delete {what.lower()}")

    def _up(self) -> None:
        self.shift(-1)

    def _down(self) -> None:
        self.shift(1)

    def shift(self, by: int) -> None:
        """Move the selected lines up or down by one."""
        keys = [self.model.rows[line].id for line in self.lines()]
        if not keys:
            return
        column = self.view.currentIndex().column()
        project = shifted(self.session.project, self.model.rows, keys, by)
        what = self.model.schedule.kind.declaration.singular.lower()
        self.session.edit(project, f"Move {what}")
        line = next(n for n, row in enumerate(self.model.rows) if row.id == keys[0])
        self.view.setCurrentIndex(self.model.index(line, column))


class ScheduleView(QTableView):
    """The table; keys as in a spreadsheet."""

    def __init__(self, table: ScheduleTable, name: str) -> None:
        super().__init__()
        self._table = table
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setCornerButtonEnabled(False)
        self.heads = WrappedHeader(self)
        self.setHorizontalHeader(self.heads)
        across, down = self.heads, self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setDefaultSectionSize(self.fontMetrics().height() + 16)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def share(self) -> None:
        """Give each column what its heading and its cells need, and a part of what is left.

        Where there is too little, cells that hold something come before headings of empty ones.
        Of two columns, the first has what the second leaves.
        """
        across, modes = self.horizontalHeader(), QHeaderView.ResizeMode
        if across.count() == FEW:
            across.setSectionResizeMode(modes.Stretch)
            across.setSectionResizeMode(1, modes.Interactive)
            across.resizeSection(1, self.fontMetrics().horizontalAdvance("n") * 16)
            return
        across.setSectionResizeMode(modes.Interactive)
        for column, width in enumerate(self._widths()):
            across.resizeSection(column, width)
        self.updateGeometries()

    def _widths(self) -> list[int]:
        """The widths of all columns, which are as wide as the table together."""
        across = self.horizontalHeader()
        cells = [self._room(column) for column in range(across.count())]
        wanted = [max(across.sectionSizeHint(at), one) for at, one in enumerate(cells)]
        room = self.viewport().width()
        if sum(wanted) <= room:
            return [one + (room - sum(wanted)) // len(wanted) for one in wanted]
        wrapped = [max(self.heads.longest_word(at), one) for at, one in enumerate(cells)]
        if sum(wrapped) <= room or sum(cells) > room:
            cells = wrapped
        else:
            wanted = wrapped
        over = [most - least for most, least in zip(wanted, cells, strict=True)]
        spare = max(room - sum(cells), 0)
        return [
            least + spare * one // max(sum(over), 1) for least, one in zip(cells, over, strict=True)
        ]

    def _room(self, column: int) -> int:
        """What the cells of a column need to be read, at least a few letters."""
        return max(self.sizeHintForColumn(column), self.fontMetrics().horizontalAdvance("n") * 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share()
            self._table.fit_height()

    def event(self, event: QEvent) -> bool:
        """Keep Alt with the arrows and Ctrl+Delete for the lines of this table, not the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            moves = alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            if moves or event.key() == Qt.Key.Key_Delete:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Enter, Delete, copy and paste, Alt with the arrows, Ctrl+Delete."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor has answered already
            return
        key, held = event.key(), event.modifiers()
        up_or_down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if held & Qt.KeyboardModifier.AltModifier and up_or_down is not None:
            self._table.shift(up_or_down)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key == Qt.Key.Key_Delete:
            self._delete(whole=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _delete(self, *, whole: bool) -> None:
        """Delete the selected lines where they are selected as a whole, else empty the cells."""
        chosen = self.selectedIndexes()
        across = self._table.model.columnCount()
        full = len(chosen) == across * len({index.row() for index in chosen})
        if whole or full:
            self._table.delete_rows()
        else:
            self._table.model.take([(one.row(), one.column(), "") for one in chosen])

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as they are shown."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=QModelIndex.row):
            lines.setdefault(index.row(), []).append(quoted(str(index.data() or "")))
        words = "\n".join("\t".join(cells) for cells in lines.values())
        QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Take cells from the clipboard from the current one on; more lines are added."""
        pasted = parsed(QGuiApplication.clipboard().text())
        first = self.currentIndex()
        if not first.isValid() or not pasted:
            return
        pasted = self._table.model.laid(pasted, first.column())
        across = self._table.model.columnCount()
        cells = [
            (first.row() + down, first.column() + right, words)
            for down, line in enumerate(pasted)
            for right, words in enumerate(line)
            if first.column() + right < across and words.strip()
        ]
        self._table.model.take(cells, beyond(pasted, (words for *_, words in cells)))
