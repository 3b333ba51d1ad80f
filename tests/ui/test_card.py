"""Cards are as high as their words, from the first moment they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.ui.place import OVERVIEW
from slaeditor.ui.way import Lead, Way

LONG = "A promise was broken before and cost a client, who said so when we asked afterwards. " * 3


@pytest.fixture
def page(qtbot):
    """A narrow page that is on the screen before anything stands on it."""
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addStretch()
    made.resize(320, 700)
    made.show()
    return made


def test_words_are_not_squeezed_in_a_card_that_comes_later(page, qtbot):
    way = Way(Lead(QIcon(), LONG, "Targets › First response", OVERVIEW))
    page.layout().insertWidget(0, way)
    way.show()
    qtbot.wait(1)
    needed = way.sentence.heightForWidth(way.sentence.width())
    assert way.sentence.height() >= needed


def test_a_card_that_becomes_narrower_becomes_higher(page, qtbot):
    way = Way(Lead(QIcon(), LONG, "", OVERVIEW))
    page.layout().insertWidget(0, way)
    qtbot.wait(1)
    before = way.height()
    page.resize(200, 700)
    qtbot.wait(1)
    assert way.height() > before
    assert way.sentence.height() >= way.sentence.heightForWidth(way.sentence.width())
