"""Credits are typed as bands; curve, example and sentence follow at once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from slaeditor.model.compensation import Compensation, Method
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Better, Measure, MeasureKind, Target
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.edition.credit_words import credit_words
from slaeditor.ui.place import Place
from tests.ui.hands import click, press, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def a_credit(**values: object) -> Project:
    measure = Measure(name="Availability", kind=MeasureKind.AVAILABILITY, better=Better.HIGHER)
    level = ServiceLevel(name="Gold")
    target = Target(level=level.id, measure=measure.id, value=TargetValue.parse("99.5 %"))
    credit = Compensation(name="Credit", measure=measure.id).but(**values)
    return Project().add(measure, level, target, credit)


@pytest.fixture
def opened_page(editing):
    def open_(project: Project | None = None):
        window = editing(project if project is not None else a_credit())
        window.workbench.go(Place("compensations"))
        page = window.workbench.pages.page
        return window, page, page.consequences

    return open_


def fill(window, panel, words: str) -> None:
    """Paste lines of results and amounts into the empty line."""
    view = panel.bands.view
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
    view.setFocus()
    QGuiApplication.clipboard().setText(words)
    press(Qt.Key.Key_V, CONTROL)


BANDS = "99 to below 99.5\t10 %\n95-99\t20 %\nbelow 95\t30 %"


def test_bands_are_pasted_in_one_step_and_drawn(opened_page, qtbot):
    window, _, panel = opened_page()
    fill(window, panel, BANDS)
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    assert max(y for _, y in panel.curve.plot.corners) == 30
    assert [step.label for step in window.session.history.done] == ["Add bands of Credit"]


def test_the_sentence_is_that_of_the_handbook(opened_page, qtbot):
    window, _, panel = opened_page()
    fill(window, panel, BANDS)
    credit = next(iter(window.session.project.compensations))
    level = next(iter(window.session.project.service_levels))
    wanted = credit_words(window.session.project, credit, level)
    qtbot.waitUntil(lambda: panel.words.text() == wanted)


def test_the_example_follows_what_is_typed(opened_page, qtbot):
    window, _, panel = opened_page()
    fill(window, panel, BANDS)
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    panel.result.line.setFocus()
    panel.result.line.selectAll()
    type_words("97")
    assert "20 % of 1,000.00" in panel.worked.text()
    panel.result.line.selectAll()
    type_words("many")
    assert "many" in panel.worked.text()


def test_a_gap_and_an_overlap_are_marked_where_they_are(opened_page, qtbot):
    window, _, panel = opened_page()
    fill(window, panel, "99 to below 99.5\t10 %\n95-98\t20 %\nbelow 96\t30 %")
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    marked = {(one.start, one.end, one.words) for one in panel.curve.plot.stretches}
    assert (Decimal(98), Decimal(99), "no answer") in marked
    assert (Decimal(95), Decimal(96), "two answers") in marked


def test_a_limit_that_is_never_reached_says_so(opened_page, qtbot):
    window, _, panel = opened_page(a_credit(cap_share=Percentage.parse("50 %")))
    fill(window, panel, BANDS)
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    assert "limit, never reached" in {mark.words for mark in panel.curve.plot.marks}


def test_words_that_are_no_range_stay_with_a_sentence(opened_page):
    window, _, panel = opened_page()
    view = panel.bands.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    type_words("lots")
    press(Qt.Key.Key_Return)
    assert view.model().index(0, 0).data() == "lots"
    assert "range of results" in panel.bands.trouble.words
    assert len(window.session.project.compensation_bands) == 0


def test_a_new_band_begins_where_the_one_before_ends(opened_page):
    _window, _, panel = opened_page()
    panel.bands.model.take([(0, 0, "95 to below 99")])
    panel.bands.model.take([(1, 1, "5 %")])
    assert panel.bands.model.index(1, 0).data() == "from 99 and more"


def test_bands_are_moved_and_deleted_by_keys(opened_page):
    window, _, panel = opened_page()
    fill(window, panel, BANDS)
    view = panel.bands.view
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up, ALT)
    assert view.model().index(1, 0).data() == "below 95"
    press(Qt.Key.Key_Delete, CONTROL)
    assert len(window.session.project.compensation_bands) == 2
    press(Qt.Key.Key_Z, CONTROL)
    assert len(window.session.project.compensation_bands) == 3


def test_only_what_the_method_needs_is_shown(opened_page):
    _, page, panel = opened_page(a_credit(method=Method.STEP))
    shown = {one.section.heading for one in page.form.sections if not one.isHidden()}
    assert "Per step" in shown
    assert "Per case" not in shown
    assert not panel.bands.isVisible()


def test_the_curve_is_read_by_keys_and_picked_into_the_example(opened_page, qtbot):
    window, _, panel = opened_page()
    fill(window, panel, BANDS)
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    panel.curve.setFocus()
    press(Qt.Key.Key_Right)
    assert "30 %" in panel.curve.accessibleName()
    press(Qt.Key.Key_Space)
    assert "30 %" in panel.worked.text()


def test_an_example_begins_an_empty_page(editing, qtbot):
    window = editing()
    window.workbench.go(Place("compensations"))
    page = window.workbench.pages.page
    click(page.empty.example)
    qtbot.waitUntil(lambda: page.consequences.curve.plot is not None)
    assert "limit" in {mark.words for mark in page.consequences.curve.plot.marks}
    assert len(window.session.history.done) == 1
