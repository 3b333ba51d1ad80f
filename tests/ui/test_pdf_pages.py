"""Pages of a PDF: found by heading and text, kept in place."""

from __future__ import annotations

import pytest

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
