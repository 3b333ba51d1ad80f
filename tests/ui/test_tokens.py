"""Colours that can be read, in both looks."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from slaeditor.bundled import bundled
from slaeditor.ui import early, theme
from slaeditor.ui.tokens import DARK, LIGHT, PAIRS, contrast

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda one: one.name)


@BOTH
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} on {pair[1]}")
def test_words_and_outlines_stand_out(tokens, pair):
    ink, behind, least = pair
    assert contrast(getattr(tokens, ink), getattr(tokens, behind)) >= least


def test_a_faint_colour_would_be_noticed():
    assert contrast("#999999", "#FFFFFF") < 4.5


@BOTH
def test_the_style_sheet_has_no_colour_left_to_fill_in(tokens):
    assert not re.search(r"@\w", theme.style_sheet(tokens).split("*/", 1)[1])


@BOTH
def test_every_picture_of_the_style_sheet_is_there(tokens):
    named = re.findall(r"url\(([^)]+)\)", theme.style_sheet(tokens))
    assert named
    assert all(bundled("window", tokens.name, path.rsplit("/", 1)[1]) for path in named)


@BOTH
@pytest.mark.parametrize(
    ("picture", "token"),
    [("chevron-down", "muted"), ("check", "on_accent"), ("minus", "on_accent")],
)
def test_a_picture_of_the_style_sheet_has_the_colour_of_its_token(tokens, picture, token):
    drawn = bundled("window", tokens.name, f"{picture}.svg").read_text(encoding="utf-8")
    assert f'stroke="{getattr(tokens, token)}"' in drawn


def test_letters_are_never_sized_by_the_style_sheet():
    sheet = bundled("window", "window.qss").read_text(encoding="utf-8")
    assert "font-size" not in sheet


def test_dark_looks_darken_the_palette_and_light_ones_bring_it_back(looks, qapp):
    looks.want(theme.Wish.DARK)
    dark = qapp.palette().color(QPalette.ColorRole.Window).lightness()
    looks.want(theme.Wish.LIGHT)
    light = qapp.palette().color(QPalette.ColorRole.Window).lightness()
    assert (dark < 60, light > 200) == (True, True)


def test_whoever_draws_is_told_of_other_looks(looks, qtbot):
    with qtbot.waitSignal(looks.changed):
        looks.want(theme.Wish.DARK)
    looks.want(theme.Wish.LIGHT)


def test_our_colours_step_aside_where_the_system_asks_for_high_contrast(looks, qapp):
    asked = qapp.styleHints().accessibility()
    looks.follow_system()
    asked.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    worn, kept = qapp.styleSheet(), theme.contrast_kept()
    asked.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert (worn, kept) == ("", True)
    assert qapp.styleSheet()
    assert not theme.contrast_kept()


def test_looks_begin_dark_where_the_palette_of_the_system_is(looks, qapp):
    looks.want(theme.Wish.DARK)
    begun = theme.Theme(qapp)
    looks.want(theme.Wish.LIGHT)
    begun.deleteLater()
    assert begun.tokens is DARK


def test_numbers_of_early_properties_are_those_of_qt():
    assert Qt.FocusPolicy.NoFocus.value == early.NO_FOCUS
    assert Qt.FocusPolicy.TabFocus.value == early.TAB_FOCUS
    assert Qt.ToolButtonStyle.ToolButtonTextBesideIcon.value == early.TEXT_BESIDE_ICON
