"""Taking in the tables of a Word or Excel file: what its rows and columns mean, and what comes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.project import Project, kinds
from slaeditor.session.background import Lane, Ticket
from slaeditor.ui.dialog import Role
from slaeditor.ui.found_rows import FoundRows, meanings
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button, muted
from slaeditor.ui.parts import plural
from slaeditor.ui.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from slaeditor.exchange.office_files import FoundTable
    from slaeditor.exchange.table_plans import Plan
    from slaeditor.exchange.taken import Taken


class TakeInDialog(ReadingDialog):
    """Shows the tables of a file with what is made of them; `taken` brings the project.

    The plan of each table is guessed; another kind of record is chosen above the table, another
    meaning of a column at its head. A table that is not ticked is left out.
    """

    taken = Signal(object, str)

    def __init__(self, parent: QWidget, project: Project) -> None:
        """Take tables into a project."""
        super().__init__(
            parent,
            "Take in a Word or Excel file",
            "Each ticked table becomes records of the project, as one step that can be undone. "
            "Words that cannot be read stay as remarks of their record.",
            Lane("take in", newest_wins=True),
        )
        self._project = project
        self._found: tuple[FoundTable, ...] = ()
        self._plans: list[Plan] = []
        self._taken: Taken | None = None
        self._add_tables()
        self.column.addWidget(self.state)
        self.told = self._list_of_sentences()
        self.column.addWidget(self.told)
        self.emptying = QCheckBox(
            self.tr("Let cells that are e&mpty or say n/a take away what stands there")
        )
        self.emptying.hide()
        self.emptying.toggled.connect(lambda _on: self._count())
        self.column.addWidget(self.emptying)
        self._add_buttons()
        self.resize(self.fontMetrics().horizontalAdvance("n") * 118, 620)

    def _add_tables(self) -> None:
        self.tables = self._table_list()
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What each row is"))
        self.kind.activated.connect(self._choose_kind)
        self.measure = self._measure_line()
        self.rows = FoundRows()
        self.rows.horizontalHeader().sectionClicked.connect(self._ask_column)
        self.meaning = button(self.tr("What the &column holds…"), "columns-3")
        self.meaning.clicked.connect(lambda: self._ask_column(max(self.rows.currentColumn(), 0)))
        column = QVBoxLayout()
        column.addWidget(muted(self.tr("Each row becomes")))
        column.addWidget(self.kind)
        column.addWidget(self.measure_caption)
        column.addWidget(self.measure)
        column.addWidget(self.rows, 1)
        column.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.tables)
        line.addLayout(column, 1)
        self.column.addLayout(line, 1)

    def _table_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.tr("Tables of the file"))
        made.setMaximumWidth(self.fontMetrics().horizontalAdvance("n") * 34)
        made.currentRowChanged.connect(self._show_table)
        made.itemChanged.connect(lambda _item: self._count())
        return made

    def _measure_line(self) -> QComboBox:
        self.measure_caption = muted(self.tr("Its times are of the measure"))
        made = QComboBox()
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.setAccessibleName(self.tr("Measure of the times"))
        line = made.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Choose a measure, or type a new one"))
            line.textEdited.connect(self._name_measure)
        made.textActivated.connect(self._name_measure)
        self.measure_caption.setBuddy(made)
        self.measure_caption.hide()
        made.hide()
        return made

    def _list_of_sentences(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.tr("What could not be read, what stays and what changes"))
        made.setWordWrap(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        made.setMaximumHeight(made.fontMetrics().lineSpacing() * 7)
        made.hide()
        return made

    def _add_buttons(self) -> None:
        self.go = button(self.tr("&Take in"), "file-up", primary=True)
        self.go.setEnabled(False)
        self.go.clicked.connect(self._take)
        closing = button(self.tr("Cancel"))
        closing.clicked.connect(self.close)
        self.add_buttons((closing, Role.RejectRole), (self.go, Role.AcceptRole))

    def read(self, path: Path) -> None:
        """Read a file and show what it holds."""
        self.state.setText(self.tr("Reading {name}…").format(name=path.name))
        project = self._project

        def work(_: Ticket) -> tuple[tuple[FoundTable, ...], list[Plan]]:
            from slaeditor.exchange.office_files import MOST_BYTES, found_tables
            from slaeditor.exchange.table_plans import guessed
            from slaeditor.storage.files import FileSystem, read_file
            from slaeditor.storage.trouble import read_trouble

            try:
                content = read_file(FileSystem(), path, MOST_BYTES)
            except OSError as error:
                raise read_trouble(error, path) from error
            found = found_tables(content, path.name)
            return found, [guessed(one, project) for one in found]

        self.reading.ask(work, self._show, self.complain)

    def _show(self, read: tuple[tuple[FoundTable, ...], list[Plan]]) -> None:
        self._found, self._plans = read
        self.tables.blockSignals(True)
        for found, plan in zip(self._found, self._plans, strict=True):
            item = QListWidgetItem(found.title or self.tr("Table"))
            item.setToolTip(self._tip(found, plan))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if plan.is_likely else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self.tables.addItem(item)
        self.tables.blockSignals(False)
        self._fill_kinds()
        self.tables.setCurrentRow(0)
        self._count()

    def _tip(self, found: FoundTable, plan: Plan) -> str:
        rows = f"{len(found.rows) - 1} rows"
        if plan.is_likely:
            return rows
        return self.tr("{rows}; not recognised. Choose what each row becomes.").format(rows=rows)

    def _fill_kinds(self) -> None:
        from slaeditor.exchange.table_plans import SUGGESTED

        rest = sorted(set(kinds()) - set(SUGGESTED), key=plural)
        for at, name in enumerate((*SUGGESTED, *rest)):
            if at == len(SUGGESTED):
                self.kind.insertSeparator(at)
            self.kind.addItem(icon(kinds()[name].declaration.icon), plural(name), name)

    def _show_table(self, at: int) -> None:
        if not 0 <= at < len(self._found):
            return
        found, plan = self._found[at], self._plans[at]
        self.kind.setCurrentIndex(self.kind.findData(plan.table))
        self._show_measure(plan)
        self.rows.show_table(found, plan)

    def _show_measure(self, plan: Plan) -> None:
        from slaeditor.exchange.names_meant import measures_offered

        self.measure_caption.setVisible(plan.asks_measure)
        self.measure.setVisible(plan.asks_measure)
        if plan.asks_measure and self.measure.currentText() != plan.measure:
            self.measure.clear()
            self.measure.addItems(list(measures_offered(self._project)))
            self.measure.setCurrentIndex(-1)
            self.measure.setEditText(plan.measure)

    def _name_measure(self, words: str) -> None:
        """Let all times of the table shown be of a measure."""
        at = self.tables.currentRow()
        if at >= 0:
            self._plans[at] = replace(self._plans[at], measure=words)
            self._count()

    def _choose_kind(self) -> None:
        from slaeditor.exchange.table_plans import plan_for

        at, table = self.tables.currentRow(), self.kind.currentData()
        if at >= 0 and table:
            self._plans[at] = plan_for(table, self._found[at], self._project)
            self._changed(at)

    def _ask_column(self, column: int) -> None:
        """Offer what a column may become, below its head."""
        at = self.tables.currentRow()
        if at < 0:
            return
        menu = QMenu(self)
        for words, held in meanings(self._plans[at]):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._plans[at].columns[column] == held)
            action.triggered.connect(
                lambda _on, held=held: self.choose_column(column, held)  # each action its own
            )
        place = QPoint(self.rows.columnViewportPosition(column), 0)
        menu.popup(self.rows.viewport().mapToGlobal(place))

    def choose_column(self, column: int, held: str) -> None:
        """Let a column of the table shown become a field, stand across or be left out."""
        at = self.tables.currentRow()
        self._plans[at] = self._plans[at].with_column(column, held)
        self._changed(at)

    def _changed(self, at: int) -> None:
        column = self.rows.currentColumn()
        self.tables.item(at).setCheckState(Qt.CheckState.Checked)
        self._show_table(at)
        self.rows.setCurrentCell(0, max(column, 0))
        self._count()

    def _ticked(self) -> list[tuple[FoundTable, Plan]]:
        pairs = zip(self._found, self._plans, strict=True)
        checked = Qt.CheckState.Checked
        return [
            pair for at, pair in enumerate(pairs) if self.tables.item(at).checkState() == checked
        ]

    def _count(self) -> None:
        """Say what would come of the tables that are ticked."""
        project, wanted, emptying = self._project, self._ticked(), self.emptying.isChecked()
        self._taken = None
        self.go.setEnabled(False)

        def work(_: Ticket) -> tuple[Taken, tuple[str, ...]]:
            from slaeditor.exchange.taken import Taken, changed_sentences
            from slaeditor.exchange.taking_in import taken_in

            whole = Taken(project)
            for found, plan in wanted:
                whole = whole.then(taken_in(whole.project, found, plan, emptying=emptying))
            return whole, changed_sentences(project, whole.project)

        self.reading.ask(work, lambda made: self._counted(wanted, *made), self.complain)

    def _counted(
        self, wanted: list[tuple[FoundTable, Plan]], taken: Taken, changed: tuple[str, ...]
    ) -> None:
        if wanted != self._ticked():
            return  # something else has been chosen meanwhile
        self._taken = taken
        told = taken.sentence if taken.made or taken.changed else self.tr("Nothing is taken in.")
        lacking = self._without_measure()
        asked = self.tr("Say which measure the times of “{title}” are of.").format(title=lacking)
        self.state.setText(asked if lacking else told)
        self._tell([*map(str, taken.unread), *map(str, taken.kept), *changed])
        self.emptying.setVisible(bool(taken.kept) or self.emptying.isChecked())
        self.go.setEnabled(taken.made + taken.changed > 0 and not lacking)

    def _tell(self, sentences: list[str]) -> None:
        """List what could not be read, what stays, and what changes of what was there."""
        self.told.clear()
        self.told.addItems(sentences)
        self.told.setVisible(bool(sentences))

    def _without_measure(self) -> str:
        """The title of the first ticked table whose times are of no measure yet."""
        lacking = (
            found.title or self.tr("Table")
            for found, plan in self._ticked()
            if plan.asks_measure and not plan.measure.strip()
        )
        return next(lacking, "")

    def _take(self) -> None:
        if self._taken is not None:
            self.taken.emit(self._taken.project, self._taken.sentence)
            self.close()
