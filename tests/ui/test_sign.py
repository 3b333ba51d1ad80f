"""An icon beside words wears the colours worn now."""

from __future__ import annotations

from slaeditor.ui import theme
from slaeditor.ui.icons import icon
from slaeditor.ui.sign import Sign
from slaeditor.ui.tokens import DARK, LIGHT

SIDE = 64


def colours(sign):
    drawn = sign.grab().toImage()
    return {drawn.pixelColor(x, y).name().upper() for x in range(SIDE) for y in range(SIDE)}


def test_a_sign_follows_the_looks(qtbot, looks):
    sign = Sign(SIDE, icon("square", "error"))
    qtbot.addWidget(sign)
    light = colours(sign)
    looks.want(theme.Wish.DARK)
    dark = colours(sign)
    looks.want(theme.Wish.LIGHT)
    assert (LIGHT.error in light, DARK.error in light) == (True, False)
    assert (LIGHT.error in dark, DARK.error in dark) == (False, True)


def test_a_sign_shows_another_picture(qtbot, looks):
    sign = Sign(SIDE)
    qtbot.addWidget(sign)
    assert LIGHT.ok not in colours(sign)
    sign.show_picture(icon("square", "ok"))
    assert LIGHT.ok in colours(sign)
