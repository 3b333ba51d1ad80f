"""Icons are drawn in every size, also in none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from slaeditor.ui.icons import icon


@pytest.mark.parametrize("size", [QSize(16, 16), QSize(64, 64)])
def test_an_icon_has_the_size_that_is_asked_for(qapp, size):
    assert icon("image").pixmap(size).size() == size * icon("image").pixmap(size).devicePixelRatio()


@pytest.mark.parametrize("size", [QSize(0, 0), QSize(16, 0), QSize(-1, 4)])
def test_a_place_that_has_shrunk_to_nothing_gets_none(qapp, size):
    assert icon("image").pixmap(size).isNull()
