"""A box of a form says what is chosen and gets its lines when somebody comes to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QVBoxLayout, QWidget

from slaeditor.model.entity import field
from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.ui.editors.box import Box
from slaeditor.ui.editors.editor import Editor

LINES = ["—", "Offered", "Retired"]


class APage(QWidget):
    """A page with a line that takes the keyboard first, and the session of a project."""

    def __init__(self, session) -> None:
        super().__init__()
        self.session = session
        self.column = QVBoxLayout(self)
        self.line = QLineEdit(self)
        self.column.addWidget(self.line)


@pytest.fixture
def page(qtbot, editing):
    made = APage(editing(Project()).session)
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.line.setFocus()
    yield made
    made.close()


def a_box(page):
    editor = Editor(field(Service, "offer"), page.session, page)
    box = Box(editor, QStringListModel(LINES, editor))
    editor.lay_out(box)
    page.column.addWidget(editor)
    return box


@pytest.fixture
def box(page):
    made = a_box(page)
    page.show()
    return made


def has_list(box):
    return bool(box.findChildren(QAbstractItemView))


def test_a_box_says_what_is_chosen_without_a_list(box):
    box.setCurrentIndex(1)
    assert (box.currentText(), box.currentIndex(), box.count()) == ("Offered", 1, 3)
    assert not has_list(box)


def test_a_box_looks_the_same_with_and_without_a_list(box):
    box.setCurrentIndex(2)
    before = box.grab().toImage()
    box.fill()
    assert has_list(box)
    assert box.grab().toImage() == before


def test_a_hint_looks_the_same_with_and_without_a_list(box):
    box.setPlaceholderText("Different values")
    box.setCurrentIndex(-1)
    before = box.grab().toImage()
    box.fill()
    assert box.grab().toImage() == before


def test_what_was_chosen_stays_chosen_once_there_is_a_list(box):
    box.setCurrentIndex(2)
    box.fill()
    assert (box.currentIndex(), box.currentText()) == (2, "Retired")
    assert [box.itemText(at) for at in range(box.count())] == LINES


def test_nothing_chosen_stays_nothing_once_there_is_a_list(box):
    box.setCurrentIndex(7)
    box.fill()
    assert box.currentIndex() == -1


def test_the_list_is_there_when_the_keyboard_comes(box):
    box.setFocus()
    assert has_list(box)


def test_arrows_choose_from_where_the_box_is(box, qtbot):
    box.setCurrentIndex(1)
    with qtbot.waitSignal(box.activated) as chosen:
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert chosen.args == [2]


def test_a_click_opens_the_list(box, qtbot):
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: has_list(box) and box.view().isVisible())
    box.hidePopup()


def test_a_screen_reader_finds_all_lines_at_once(page):
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    made = a_box(page)
    QAccessible.setActive(was)
    assert QComboBox.count(made) == len(LINES)
