"""Words of a panel can be marked once the pointer is over them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.ui.selectable import Selectable


@pytest.fixture
def words(qtbot, looks):
    made = Selectable("Positions that are missing")
    qtbot.addWidget(made)
    made.show()
    return made


def come(words):
    there = QPointF(2, 6)
    QApplication.sendEvent(words, QEnterEvent(there, there, there))


def test_words_are_marked_by_a_double_click_once_the_pointer_came(words):
    come(words)
    QTest.mouseDClick(words, Qt.MouseButton.LeftButton, pos=QPoint(4, words.height() // 2))
    assert words.selectedText() == "Positions"


def test_words_nobody_came_to_cost_no_document(qtbot):
    words = Selectable("Positions that are missing")
    qtbot.addWidget(words)
    assert words.textInteractionFlags() == Qt.TextInteractionFlag.LinksAccessibleByMouse


def test_the_pointer_changes_nothing_that_is_seen(words):
    before = words.grab().toImage()
    come(words)
    assert words.grab().toImage() == before
