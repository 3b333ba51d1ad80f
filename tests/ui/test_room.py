"""Nothing is cut, whatever the size of letters and window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from slaeditor.model.areas import Area
from slaeditor.model.project import Project, kinds
from slaeditor.ui.form import Form
from slaeditor.ui.part_delegate import BESIDE_AREA, area_font
from slaeditor.ui.place import Place


@pytest.fixture(params=[9.0, 10.0, 14.0])
def points(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The letters of the whole program in another size."""
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(request.param)
    qapp.setFont(font)
    yield request.param
    qapp.setFont(before)


def test_no_form_has_to_be_scrolled_sideways(points, editing):
    window = editing(Project().add(*(kind() for kind in kinds().values())))
    window.resize(1280, 800)
    wide = []
    for table in kinds():
        row = next(iter(getattr(window.session.project, table)))
        window.workbench.go(Place(table, row.id))
        for form in window.workbench.pages.page.findChildren(Form):
            for section in form.sections:
                section.open()
            QApplication.processEvents()
            if form.isVisible() and form.horizontalScrollBar().maximum() > 0:
                wide.append(table)
    assert wide == []


def test_where_there_is_little_room_the_list_stands_above_the_form(editing):
    window = editing(Project().add(*(kind() for kind in kinds().values())))
    window.workbench.go(Place("services"))
    page = window.workbench.pages.page
    beside = page.split.orientation()
    window.workbench.across.setSizes([600, 380, 0])
    window.resize(960, 700)
    QApplication.processEvents()
    assert (beside, page.split.orientation()) == (
        Qt.Orientation.Horizontal,
        Qt.Orientation.Vertical,
    )


def test_the_names_of_all_areas_are_whole(points, editing):
    navigator = editing().workbench.navigator
    metrics = QFontMetrics(area_font(navigator.font()))
    room = navigator.minimumWidth() - BESIDE_AREA - navigator.verticalScrollBar().width()
    assert [area.label for area in Area if metrics.horizontalAdvance(area.label) > room] == []


def test_the_navigator_never_scrolls_sideways(points, editing):
    window = editing()
    navigator = window.workbench.navigator
    assert navigator.horizontalScrollBar().maximum() == 0


def test_the_words_of_the_search_field_fit(points, editing):
    field = editing().search
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) < field.width() - 40


def test_the_preview_gives_way_where_there_is_no_room(editing):
    window = editing(Project())
    window.workbench.set_preview(QWidget())
    window.resize(800, 700)
    QApplication.processEvents()
    assert window.workbench.preview_area.isHidden()


def test_the_preview_comes_back_with_the_room(editing):
    window = editing(Project())
    window.workbench.set_preview(QWidget())
    window.resize(800, 700)
    QApplication.processEvents()
    window.resize(1280, 700)
    QApplication.processEvents()
    assert not window.workbench.preview_area.isHidden()


def test_a_preview_somebody_opens_in_a_narrow_window_stays(editing):
    window = editing(Project())
    window.workbench.set_preview(QWidget())
    window.resize(800, 700)
    QApplication.processEvents()
    window.actions_of.by_id["view.preview"].trigger()
    window.resize(810, 700)
    QApplication.processEvents()
    assert not window.workbench.preview_area.isHidden()


def test_a_preview_that_comes_to_a_narrow_window_gives_way(editing):
    window = editing(Project())
    window.resize(800, 700)
    QApplication.processEvents()
    window.workbench.set_preview(QWidget())
    assert window.workbench.preview_area.isHidden()
