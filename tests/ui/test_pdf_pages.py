"""Pages of a PDF: found by heading and text, kept in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from slaeditor.ui.pdf_pages import Pages, PdfView
from tests.ui.handbooks import small_handbook


def spot(*titles):
    found = Pages(small_handbook()).spot_of(titles)
    assert found is not None
    return found


@pytest.fixture
def view(qtbot):
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    made.show_pages(Pages(small_handbook()))
    yield made
    made.clear()


def test_a_heading_is_found_without_its_number(qapp):
    [page] = {one.spot.page for one in Pages(small_handbook()).bookmarks if one.title == "Gold"}
    assert spot("Gold").page == page


def test_words_in_the_text_are_found_behind_the_contents(qapp):
    assert spot("better than silver").page == spot("Gold").page


def test_the_first_title_that_is_found_counts(qapp):
    assert spot("Platinum", "Gold") == spot("Gold")


def test_what_stands_nowhere_is_not_found(qapp):
    assert Pages(small_handbook()).spot_of(("Platinum", "")) is None


def test_bytes_that_are_no_pdf_are_refused(qapp):
    with pytest.raises(ValueError, match="no PDF"):
        Pages(b"Dear Sir or Madam")


def test_the_view_goes_to_a_heading(view):
    assert view.go_to(("Gold",))
    assert view.page == spot("Gold").page


def test_a_screen_reader_reads_the_page_in_view(view):
    view.go_to(("Gold",))
    assert "better than silver" in view.accessibleDescription().casefold()
    view.clear()
    assert view.accessibleDescription() == ""


def test_newer_pages_come_up_at_the_same_place(view):
    view.go_to(("Gold",))
    place = view.verticalScrollBar().value()
    assert place > 0
    view.show_pages(Pages(small_handbook()))
    assert view.verticalScrollBar().value() == place


def test_zooming_starts_from_what_is_shown(view):
    fitting = view.scale
    view.zoom_in()
    assert view.scale == pytest.approx(fitting * 1.25)
    view.zoom_out()
    assert view.scale == pytest.approx(fitting)
    view.fit_width()
    assert view.scale == pytest.approx(fitting)


def test_a_page_that_is_not_there_is_not_gone_to(view):
    view.go_to_page(0)
    view.go_to_page(999)
    assert view.page == 0


def test_a_point_of_a_page_leads_to_its_line_and_headings(qapp):
    pages, there = Pages(small_handbook()), spot("better than silver")
    found = pages.passage_at(there.page, 120, there.top + 4)
    assert found is not None
    assert found.line.startswith("Better than Silver")
    assert found.headings[:2] == ("Gold", "Part 3")


def test_a_point_far_from_all_words_leads_nowhere(qapp):
    pages = Pages(small_handbook())
    assert pages.passage_at(spot("Gold").page, 300, 700) is None


def test_a_double_click_says_which_passage_is_meant(view, qtbot):
    view.go_to(("Gold",))
    points = [QPointF(200, y) for y in range(0, 400, 4)]
    meant = next(p for p in points if (found := view.passage_at(p)) and "Better" in found.line)
    with qtbot.waitSignal(view.passage_chosen) as chosen:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=meant.toPoint())
    assert chosen.args[0].headings[0] == "Gold"


@pytest.mark.parametrize("zooms", [0, 2])
def test_passages_are_found_at_any_zoom(view, zooms):
    for _ in range(zooms):
        view.zoom_in()
    view.go_to(("Gold",))
    middle = view.viewport().width() / 2
    found = [view.passage_at(QPointF(middle, y)) for y in range(0, 400, 4)]
    assert any(one is not None and one.line.startswith("Better") for one in found)
