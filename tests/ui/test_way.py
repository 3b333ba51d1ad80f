"""Lines that lead to places are made anew only where they say something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from slaeditor.ui.icons import icon
from slaeditor.ui.place import Place
from slaeditor.ui.way import Lead, Ways

FIRST, SECOND, THIRD = (
    Lead(icon("circle", "muted"), words, "", Place(table))
    for words, table in (("Services", "services"), ("Targets", "targets"), ("Clients", "clients"))
)


@pytest.fixture
def page(qtbot, looks):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def ways(page):
    made = Ways()
    page.setLayout(made)
    page.show()
    return made


def said(ways):
    return [way.sentence.text() for way in ways.lines]


def test_lines_stand_in_the_order_in_which_they_are_given(ways):
    ways.show_leads([SECOND, FIRST])
    assert said(ways) == ["Targets", "Services"]


def test_a_line_that_says_the_same_stays(ways):
    ways.show_leads([FIRST, SECOND])
    kept = ways.lines[0]
    ways.show_leads([FIRST, THIRD])
    assert ways.lines[0] is kept
    assert said(ways) == ["Services", "Clients"]


def test_lines_that_are_no_more_go(ways):
    ways.show_leads([FIRST, SECOND, THIRD])
    ways.show_leads([FIRST])
    assert said(ways) == ["Services"]


def test_words_that_lead_nowhere_come_last(ways):
    ways.show_leads([FIRST], "And 3 more.")
    last = ways.itemAt(ways.count() - 1).widget()
    assert (last.text(), last.isVisible()) == ("And 3 more.", True)


def test_words_that_lead_nowhere_go_again(ways):
    ways.show_leads([], "Nothing yet.")
    ways.show_leads([FIRST])
    assert not ways.itemAt(ways.count() - 1).widget().isVisible()


def test_a_line_leads_to_its_place(ways, qtbot):
    ways.show_leads([FIRST])
    with qtbot.waitSignal(ways.chosen) as chosen:
        QTest.mouseClick(ways.lines[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [Place("services")]
