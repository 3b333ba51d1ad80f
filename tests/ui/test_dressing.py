"""Other looks and other letters reach what is shown at once, and the rest as it is shown."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from slaeditor.ui import theme
from slaeditor.ui.labels import muted, title
from slaeditor.ui.text_size import wear_text_size
from slaeditor.ui.tokens import DARK, LIGHT

MANY = 1_000


@pytest.fixture
def window(qtbot, looks):
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    yield made
    looks.want(theme.Wish.LIGHT)
    wear_text_size(100)


def put(window, widget):
    window.layout().addWidget(widget)
    widget.show()
    QApplication.processEvents()
    return widget


def ink(widget):
    return widget.palette().color(QPalette.ColorRole.WindowText).name().upper()


def test_what_is_shown_changes_at_once(window, looks):
    words = put(window, muted("Words"))
    looks.want(theme.Wish.DARK)
    assert ink(words) == DARK.muted


def test_what_is_hidden_is_dressed_when_it_is_shown(window, looks):
    words = put(window, muted("Words"))
    words.hide()
    looks.want(theme.Wish.DARK)
    hidden = ink(words)
    words.show()
    assert (hidden, ink(words)) == (LIGHT.muted, DARK.muted)


def test_what_stands_in_something_hidden_is_dressed_with_it(window, looks):
    box = QWidget()
    words = muted("Words", box)
    put(window, box).hide()
    looks.want(theme.Wish.DARK)
    box.show()
    assert ink(words) == DARK.muted


def test_what_stays_hidden_in_something_shown_waits_for_its_own_turn(window, looks):
    box = QWidget()
    words = muted("Words", box)
    put(window, box).hide()
    words.hide()
    looks.want(theme.Wish.DARK)
    box.show()
    waiting = ink(words)
    words.show()
    assert (waiting, ink(words)) == (LIGHT.muted, DARK.muted)


def test_a_window_that_is_hidden_is_dressed_when_it_is_shown(window, looks, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    words = muted("Words", other)
    other.show()
    other.hide()
    looks.want(theme.Wish.DARK)
    other.show()
    assert ink(words) == DARK.muted


def test_looks_that_came_and_went_while_hidden_leave_nothing(window, looks):
    words = put(window, muted("Words"))
    words.hide()
    looks.want(theme.Wish.DARK)
    looks.want(theme.Wish.LIGHT)
    words.show()
    assert ink(words) == LIGHT.muted


def test_words_that_mean_something_else_meanwhile_are_shown_in_its_colour(window, looks):
    words = put(window, muted("Words"))
    words.hide()
    looks.want(theme.Wish.DARK)
    theme.say(words, "role", "error")
    words.show()
    assert ink(words) == DARK.error


def test_words_without_a_colour_of_their_own_take_that_of_the_window(window, looks):
    words = put(window, muted("Words"))
    words.hide()
    looks.want(theme.Wish.DARK)
    words.show()
    theme.say(words, "role", "")
    assert ink(words) == DARK.text


def test_a_menu_opens_in_the_looks_worn_now(window, looks):
    menu = QMenu(window)
    menu.addAction("Copy")
    menu.popup(window.pos())
    menu.close()
    looks.want(theme.Wish.DARK)
    menu.popup(window.pos())
    drawn = menu.grab().toImage().pixelColor(menu.width() // 2, 3).name().upper()
    menu.close()
    assert drawn == DARK.surface


def test_hidden_letters_grow_as_they_are_shown(window):
    button = put(window, QPushButton("Words"))
    theme.say(button, "kind", "primary")
    before = button.font().pointSizeF()
    button.hide()
    wear_text_size(150)
    button.show()
    assert button.font().pointSizeF() == pytest.approx(before * 1.5)


def test_enlarged_letters_keep_their_size_when_the_looks_change(window, looks):
    heading = put(window, title("Heading"))
    wear_text_size(150)
    grown = heading.font().pointSizeF()
    looks.want(theme.Wish.DARK)
    assert heading.font().pointSizeF() == grown


def seconds_to_change(looks):
    began = time.thread_time()
    looks.want(theme.Wish.DARK)
    looks.want(theme.Wish.LIGHT)
    return time.thread_time() - began


def test_what_nobody_sees_hardly_costs(window, looks):
    shown = put(window, QWidget())
    QVBoxLayout(shown)
    for _ in range(MANY):
        shown.layout().addWidget(QLabel("Words"))
    QApplication.processEvents()
    seen = seconds_to_change(looks)
    shown.hide()
    unseen = seconds_to_change(looks)
    assert unseen < seen / 2


def test_what_stays_hidden_is_dressed_when_nothing_else_is_to_do(window, looks, qtbot):
    box = QWidget()
    words = muted("Words", box)
    put(window, box).hide()
    looks.want(theme.Wish.DARK)
    qtbot.waitUntil(lambda: ink(words) == DARK.muted)
    assert box.isHidden()


def test_what_dies_while_it_waits_is_left_alone(window, looks):
    box = put(window, muted("Words"))
    other = put(window, muted("Words"))
    box.hide()
    other.hide()
    looks.want(theme.Wish.DARK)
    delete(box)
    looks.dressing.dress_hidden()
    assert ink(other) == DARK.muted


def test_a_part_that_dies_while_its_whole_waits_is_left_alone(window, looks):
    box = QWidget()
    parts = [muted("Words", box) for _ in range(3)]
    put(window, box).hide()
    looks.want(theme.Wish.DARK)
    delete(parts[1])
    looks.dressing.dress_hidden()
    assert ink(parts[2]) == DARK.muted


def test_a_whole_that_dies_while_its_parts_wait_is_left_alone(window, looks):
    box = QWidget()
    put(window, box).hide()
    muted("Words", box)
    other = put(window, muted("Words"))
    other.hide()
    looks.want(theme.Wish.DARK)
    looks.dressing.dress_one_hidden()
    delete(box)
    looks.dressing.dress_hidden()
    assert ink(other) == DARK.muted
