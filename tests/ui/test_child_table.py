"""The table of what belongs to a record makes its lines when there is something to list."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.project import Project
from slaeditor.session.session import Session
from slaeditor.ui.child_table import ChildTable, ChildView
from slaeditor.ui.columns import reachable

CREDIT = Compensation(name="Credit")


@pytest.fixture
def table(qtbot, editing):
    window = editing(Project().add(CREDIT))
    made = ChildTable(window.session, CompensationBand)
    qtbot.addWidget(made)
    made.show()
    made.show_owner(CREDIT)
    return made


def has_lines(table):
    return bool(table.findChildren(ChildView))


def reached(table):
    """What Tab reaches one after the other from the button that adds."""
    found, able = [table.add], reachable(table)
    while (following := found[-1].nextInFocusChain()) is not table.add:
        found.append(following)
    return [one.accessibleName() for one in found if one in able]


def test_an_empty_table_says_so_without_lines(table):
    assert table.empty.isVisible()
    assert not has_lines(table)


def test_lines_come_with_the_first_record(table):
    table.add_row()
    QApplication.processEvents()
    assert table.view.isVisible()
    assert table.view.model().rowCount() == 1
    assert not table.empty.isVisible()


def test_lines_go_with_the_last_record(table):
    session: Session = table.session
    table.add_row()
    session.undo()
    assert (table.view.isVisible(), table.empty.isVisible()) == (False, True)


def test_tab_goes_from_adding_to_the_lines_and_then_to_their_buttons(table):
    session: Session = table.session
    band = CompensationBand(compensation=CREDIT.id)
    session.edit(session.project.add(band), "Add band")
    assert reached(table)[:3] == ["Add band", table.view.accessibleName(), "Move band up"]


def test_tab_reaches_whatever_takes_the_keyboard_by_it(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    line, words, passed = QLineEdit(page), QPlainTextEdit(page), QLabel("Words", page)
    box, button = QComboBox(page), QPushButton(page)
    found = reachable(page)
    assert all(one in found for one in (line, words, box, button))
    assert passed not in found
