"""A list takes the room that what stands beside it does not need."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.ui.place import Place
from slaeditor.ui.record_lines import shortened
from slaeditor.ui.records_page import ROOM
from slaeditor.ui.side_by_side import list_letters

WORDS = "Nobody has answered · Duty Manager assigns"
ABOVE = "Nobody has answered"


@given(st.integers(0, 1000))
def test_a_list_is_never_narrower_or_wider_than_it_may_be(width):
    assert ROOM.least <= list_letters(width, ROOM) <= ROOM.most


@given(st.integers(ROOM.right + ROOM.least, 1000))
def test_a_form_has_what_it_needs_where_there_is_enough(width):
    assert width - list_letters(width, ROOM) >= ROOM.right


def shown_services(editing):
    window = editing(Project().add(Service(name="Hosting"), Service(name="Repair")))
    window.workbench.go(Place("services"))
    window.resize(1800, 900)
    QApplication.processEvents()
    return window, window.workbench.pages.page.split


def test_a_list_is_wider_in_a_wider_window(editing):
    window, split = shown_services(editing)
    wide = split.sizes()[0]
    window.resize(1200, 900)
    QApplication.processEvents()
    assert split.sizes()[0] < wide


def test_a_handle_somebody_dragged_stays(editing):
    window, split = shown_services(editing)
    split.moveSplitter(500, 1)
    window.resize(1810, 900)
    QApplication.processEvents()
    assert split.orientation() == Qt.Orientation.Horizontal
    assert abs(split.sizes()[0] - 500) < 10


def metrics(qapp) -> QFontMetrics:
    font = QFont(qapp.font())
    font.setPointSizeF(10)
    return QFontMetrics(font)


def test_words_that_fit_are_shown_whole(qapp):
    assert shortened(WORDS, ABOVE, metrics(qapp), 1000) == WORDS


def test_what_a_record_stands_under_gives_way_first(qapp):
    letters = metrics(qapp)
    shown = shortened(WORDS, ABOVE, letters, letters.horizontalAdvance(WORDS) - 20)
    assert shown.startswith("Nobody")
    assert shown.endswith("… · Duty Manager assigns")


def test_where_room_is_scarce_both_names_are_cut_at_their_ends(qapp):
    letters = metrics(qapp)
    shown = shortened(WORDS, ABOVE, letters, letters.horizontalAdvance(WORDS) // 2)
    assert shown.startswith("No")
    assert "… · Du" in shown
    assert shown.endswith("…")
    assert letters.horizontalAdvance(shown) <= letters.horizontalAdvance(WORDS) // 2


def test_a_name_of_its_own_is_cut_at_its_end(qapp):
    letters = metrics(qapp)
    shown = shortened(WORDS, "", letters, letters.horizontalAdvance("Nobody has ans"))
    assert shown.startswith("Nobody h")
    assert shown.endswith("…")


def test_targets_that_differ_in_one_part_are_told_apart_where_they_are_cut(qapp):
    letters = metrics(qapp)
    named = [
        f"Availability of rented machines · {severity} · Growth and partners in one"
        for severity in ("Standstill", "Serious fault", "Request")
    ]
    room = letters.horizontalAdvance(named[0]) // 2
    shown = [shortened(words, "", letters, room) for words in named]
    assert len(set(shown)) == len(named)
    assert all(words.count(" · ") == 2 for words in shown)
    assert all(letters.horizontalAdvance(words) <= room for words in shown)
