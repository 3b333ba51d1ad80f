"""The rows of a table that is taken in, under heads that say what each column becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

if TYPE_CHECKING:
    from slaeditor.exchange.office_files import FoundTable
    from slaeditor.exchange.table_plans import Plan

MOST_SHOWN = 200
"""Rows of a table that are shown; all of them are taken in."""
_NOT_TAKEN = "Leave out"


class FoundRows(QTableWidget):
    """Shows a table to be read; words in columns that are left out are pale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The table; the heads say what each column becomes"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(True)

    def show_table(self, found: FoundTable, plan: Plan) -> None:
        """Show the rows of a table after a plan of what its columns hold."""
        heads, *rows = found.rows
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels([_head(plan, at) for at in range(len(heads))])
        self.setRowCount(min(len(rows), MOST_SHOWN) + 1)
        for line, row in enumerate((heads, *rows[:MOST_SHOWN])):
            for column, words in enumerate(row):
                self.setItem(line, column, self._cell(words, plan, column, head=line == 0))
        self.resizeColumnsToContents()

    def _cell(self, words: str, plan: Plan, column: int, *, head: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(words)
        if head:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        if not plan.columns[column]:
            item.setForeground(self.palette().placeholderText())
        return item


def meanings(plan: Plan) -> list[tuple[str, str]]:
    """Return what a column of a plan may become: the words to choose by, and what it holds."""
    from slaeditor.exchange.crossings import CROSSINGS, LEFT_OUT, across
    from slaeditor.exchange.table_plans import choices

    crossing = CROSSINGS.get(plan.table)
    heads = [(_across(plan, one), across(one)) for one in crossing.across] if crossing else []
    fields = [(one.label, one.name) for one in choices(plan.table)]
    return [(_NOT_TAKEN, LEFT_OUT), *heads, *fields]


def _head(plan: Plan, column: int) -> str:
    """What a column becomes, with a sign that it can be chosen."""
    from slaeditor.exchange.crossings import stands_across
    from slaeditor.model.entity import field

    held = plan.columns[column]
    if stands_across(held):
        return f"{_across(plan, stands_across(held))} ▾"
    return f"{field(plan.kind, held).label if held else _NOT_TAKEN} ▾"


def _across(plan: Plan, name: str) -> str:
    """Say of which kind the record is that the head of a column names."""
    from slaeditor.model.entity import field

    return f"Head: {field(plan.kind, name).label.lower()}"
