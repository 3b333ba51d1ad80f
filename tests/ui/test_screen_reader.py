"""A screen reader that begins to listen finds the lines of boxes that are there already."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.ui.editors.box import Box
from slaeditor.ui.place import Place
from slaeditor.ui.screen_reader import ScreenReaderWatch


@pytest.fixture
def listening(qapp):
    """Starts and stops a screen reader."""
    was = QAccessible.isActive()
    QAccessible.setActive(False)
    yield QAccessible.setActive
    QAccessible.setActive(was)


@pytest.fixture
def watch(listening, qapp):
    made = ScreenReaderWatch(qapp, every=10)
    yield made
    made.setParent(None)
    made.deleteLater()


def boxes_of_a_form(editing) -> list[Box]:
    level = ServiceLevel(name="Gold")
    window = editing(Project().add(level))
    window.workbench.go(Place("service_levels", level.id))
    found: list[Box] = window.workbench.pages.page.findChildren(Box)
    return found


def test_boxes_that_are_there_get_their_lines_when_one_begins(editing, listening, watch, qtbot):
    boxes = boxes_of_a_form(editing)
    assert any(one.waits for one in boxes)
    listening(True)
    qtbot.waitUntil(lambda: not any(one.waits for one in boxes))
    assert all(QComboBox.count(one) > 0 for one in boxes)


def test_what_is_chosen_stays(editing, listening, watch, qtbot):
    boxes = boxes_of_a_form(editing)
    chosen = [one.currentText() for one in boxes]
    listening(True)
    qtbot.waitUntil(lambda: not any(one.waits for one in boxes))
    assert [one.currentText() for one in boxes] == chosen


def test_it_is_looked_for_no_more_once_one_listens(listening, watch, qtbot):
    assert watch.watches
    listening(True)
    qtbot.waitUntil(lambda: not watch.watches)


def test_none_is_looked_for_where_one_listens_from_the_start(listening, qapp):
    listening(True)
    made = ScreenReaderWatch(qapp)
    assert not made.watches
    made.setParent(None)
    made.deleteLater()
