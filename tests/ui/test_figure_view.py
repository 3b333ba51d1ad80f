"""Figures of the handbook are shown on the screen in the colours of the window."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from slaeditor.publish.figures import Curve, CurvePoint
from slaeditor.ui import theme
from slaeditor.ui.figure_view import FigureView, drawing

CURVE = Curve(
    "Credit",
    "The credit falls from 20 to 0",
    "Result",
    "Credit",
    (CurvePoint(90_000, 20_000), CurvePoint(100_000, 0)),
)


@pytest.fixture
def view(looks, qtbot):
    made = FigureView()
    qtbot.addWidget(made)
    made.show_figure(CURVE)
    return made


def test_a_screen_reader_is_told_what_a_figure_shows(view):
    assert view.accessibleName() == "The credit falls from 20 to 0"


def test_a_figure_keeps_its_shape_in_less_room(view):
    full = view.sizeHint()
    assert view.heightForWidth(full.width() // 2) == pytest.approx(full.height() / 2, abs=1)


def test_without_a_figure_there_is_nothing_to_see(view):
    view.show_figure(None)
    assert view.sizeHint().isEmpty()


def test_in_the_dark_no_ink_is_dark(looks):
    looks.want(theme.Wish.DARK)
    drawn = drawing(CURVE, "Inter").decode()
    looks.want(theme.Wish.LIGHT)
    ink = drawn.split("<text")[1].split('fill="')[1][:7]
    assert QColor(ink).lightnessF() > 0.5


def test_a_figure_is_drawn_with_something_on_it(view, qtbot):
    view.resize(view.sizeHint())
    view.show()
    picture = view.grab().toImage()
    seen = {
        picture.pixel(x, y) for x in range(0, view.width(), 3) for y in range(0, view.height(), 3)
    }
    assert len(seen) > 5
