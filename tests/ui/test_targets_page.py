"""Targets are typed as people say them, and what was understood stands under the grid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from slaeditor.model.calendars import Calendar
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, MeasureKind, Severity, Target
from slaeditor.model.readers import Reader
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.ui.cell_bar import described
from slaeditor.ui.grid_spec import GRIDS, line_keys
from slaeditor.ui.place import Place
from tests.builders import open_to_all
from tests.ui.hands import click, press, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier


def a_project(measures: int = 1, severities: int = 2) -> Project:
    office = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
    core = open_to_all(ServiceLevel, name="Core", calendar=office.id)
    gold = open_to_all(ServiceLevel, name="Gold", based_on=core.id)
    listed = [Measure(name=f"Measure {n}") for n in range(1, measures + 1)]
    grades = [Severity(name=f"Severity {n}") for n in range(1, severities + 1)]
    return Project().add(office, core, gold, *listed, *grades)


@pytest.fixture
def opened_page(editing):
    def open_(project: Project | None = None):
        window = editing(project if project is not None else a_project())
        window.workbench.go(Place("targets"))
        page = window.workbench.pages.page
        page.take_focus()
        return window, page

    return open_


def at(page, line: int, column: int) -> None:
    page.grid.setCurrentIndex(page.model.index(line, column))
    page.grid.setFocus()


def test_what_is_typed_is_explained_while_it_is_typed(opened_page):
    window, page = opened_page()
    type_words("95% in 4")
    assert "Say the unit" in described(page.bench.bar)
    type_words(" business h")
    assert "95 % of the cases: at most 4 hours. Counted only in “Office”" in described(
        page.bench.bar
    )
    press(Qt.Key.Key_Return)
    assert [str(one.value) for one in window.session.project.targets] == ["95 % within 4 service h"]


def test_what_is_inherited_is_grey_and_can_be_had_back(opened_page):
    window, page = opened_page()
    page.model.setData(page.model.index(0, 0), "4 h")
    page.model.setData(page.model.index(0, 1), "2 h")
    at(page, 0, 1)
    assert "Differs from “4 h”, which Core says." in described(page.bench.bar)
    click(page.bench.bar.reset_button)
    index = page.model.index(0, 1)
    assert (index.data(), index.data(Qt.ItemDataRole.FontRole).italic()) == ("4 h", True)
    assert "Inherited: Core says it." in described(page.bench.bar)
    assert len(window.session.project.targets) == 1


def test_what_holds_for_all_severities_is_inherited_by_each(opened_page):
    project = a_project()
    core, measure = next(iter(project.service_levels)), next(iter(project.measures))
    wide = Target(level=core.id, measure=measure.id, value=TargetValue.parse("8 h"))
    _, severity = project.severities
    narrow = wide.but(id=Target().id, severity=severity.id, value=TargetValue.parse("9 h"))
    _, page = opened_page(project.add(wide, narrow))
    assert page.model.index(0, 1).data() == "8 h"
    assert page.model.inherited(page.model.index(0, 1)) == ("8 h", "Core, all severities")


@pytest.mark.parametrize("typed", ["4", "next day", "=cmd|' /C calc'!A0", "1.234,50"])
def test_words_that_cannot_be_read_stay_in_their_cell_with_a_sentence(opened_page, typed):
    window, page = opened_page()
    page.model.setData(page.model.index(0, 0), typed)
    at(page, 0, 0)
    assert page.model.index(0, 0).data() == typed
    assert "read" in described(page.bench.bar) or "not a target" in described(page.bench.bar)
    assert len(window.session.project.targets) == 0


def test_ten_thousand_letters_are_kept_too(opened_page):
    _, page = opened_page()
    page.model.setData(page.model.index(0, 0), "x" * 10_000)
    assert page.model.index(0, 0).data(Qt.ItemDataRole.EditRole) == "x" * 10_000


def test_unread_words_are_edited_where_they_stand(opened_page):
    window, page = opened_page()
    page.model.setData(page.model.index(0, 0), "4")
    at(page, 0, 0)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_End)
    type_words(" h")
    press(Qt.Key.Key_Return)
    assert [str(one.value) for one in window.session.project.targets] == ["4 h"]
    assert page.model.unread == {}


def test_a_check_that_ends_leaves_the_place_in_an_open_cell_alone(opened_page):
    window, page = opened_page()
    page.model.setData(page.model.index(0, 0), "4")
    at(page, 0, 0)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_End)
    page.model.redraw()
    type_words(" h")
    press(Qt.Key.Key_Return)
    assert [str(one.value) for one in window.session.project.targets] == ["4 h"]


def test_a_table_with_names_is_pasted_by_them_in_one_step(opened_page):
    window, page = opened_page()
    page.measures.choose(next(iter(window.session.project.measures)).id)
    QGuiApplication.clipboard().setText(
        "\tGold\tCore\nSeverity 2\t1 h\tNBD\nSeverity 1\t30 min\t\n"
    )
    at(page, 0, 0)
    press(Qt.Key.Key_V, CONTROL)
    cells = [[page.model.index(line, column).data() for column in (0, 1)] for line in (0, 1)]
    assert cells == [["", "30 min"], ["next service day", "1 h"]]
    assert [step.label for step in window.session.history.done] == ["Paste 3 cells"]


def test_what_was_copied_changes_nothing_when_it_is_pasted_back(opened_page):
    window, page = opened_page()
    page.model.setData(page.model.index(0, 0), "4 h")
    before = window.session.project
    page.grid.selectAll()
    press(Qt.Key.Key_C, CONTROL)
    press(Qt.Key.Key_V, CONTROL)
    assert window.session.project == before


def test_many_targets_begin_with_one_measure(opened_page):
    window, page = opened_page(a_project(measures=9))
    first, *_, last = window.session.project.measures
    assert page.model.only == first.id
    assert page.model.headerData(0, Qt.Orientation.Vertical) == "Severity 1"
    page.measures.choose(last.id)
    assert {line[0] for line in page.model.lines} == {last.id}


def test_a_finding_leads_to_the_cell_of_another_measure(opened_page):
    project = a_project(measures=9)
    last = list(project.measures)[-1]
    level, severity = list(project.service_levels)[1], list(project.severities)[1]
    target = Target(level=level.id, measure=last.id, severity=severity.id)
    window, page = opened_page(project.add(target))
    window.workbench.go(Place("targets", target.id, "value"))
    assert page.model.only == last.id
    assert page.grid.currentIndex() == page.model.index(1, 1)
    assert window.workbench.place == Place("targets", target.id)


def test_all_fields_of_an_empty_cell_make_its_record(opened_page):
    window, page = opened_page()
    at(page, 1, 1)
    press(Qt.Key.Key_Return, CONTROL)
    line = page.form.fields["value"].editor.control
    line.setFocus()
    type_words("2 h")
    assert page.model.index(1, 1).data() == "2 h"
    press(Qt.Key.Key_Escape)
    assert len(window.session.project.targets) <= 1


def test_several_cells_are_closed_to_a_reader_at_once(opened_page):
    window, page = opened_page()
    page.model.setData(page.model.index(0, 0), "4 h")
    page.model.setData(page.model.index(1, 0), "8 h")
    page.grid.selectAll()
    before = {one.readers for one in window.session.project.targets}
    click(page.bench.bar.readers.switches[Reader.SALES])
    after = {one.readers for one in window.session.project.targets}
    assert len(before) == len(after) == 1
    assert before != after
    assert window.session.history.undo_label.endswith("2 records to sales")


def test_an_example_begins_an_empty_page_in_one_step(editing):
    window = editing()
    window.workbench.go(Place("targets"))
    page = window.workbench.pages.page
    click(page.missing.example)
    assert page.model.index(0, 0).data() == "4 service h"
    assert len(window.session.history.done) == 1
    press(Qt.Key.Key_Z, CONTROL)
    assert window.session.project.count == 0


def test_figures_are_those_of_the_locale(opened_page):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        _, page = opened_page()
        page.model.setData(page.model.index(0, 0), "99,95 %")
        at(page, 0, 0)
        assert page.model.index(0, 0).data() == "99,95 %"
        assert "99,95 %" in described(page.bench.bar)
    finally:
        QLocale.setDefault(before)


def test_a_check_that_ends_while_somebody_types_takes_nothing_away(opened_page):
    window, page = opened_page()
    type_words("30 mi")
    page.model.redraw()
    type_words("n")
    press(Qt.Key.Key_Return)
    assert [str(one.value) for one in window.session.project.targets] == ["30 min"]


def test_availability_is_promised_as_a_whole_and_not_by_severity():
    measure = Measure(name="Availability", kind=MeasureKind.AVAILABILITY)
    level, urgent = ServiceLevel(name="Gold"), Severity(name="Urgent")
    project = Project().add(measure, level, urgent)
    assert line_keys(project, Target, GRIDS["Target"]) == ((measure.id, ""),)


def test_an_availability_that_was_promised_by_severity_keeps_its_line():
    measure = Measure(name="Availability", kind=MeasureKind.AVAILABILITY)
    level, urgent = ServiceLevel(name="Gold"), Severity(name="Urgent")
    target = Target(level=level.id, measure=measure.id, severity=urgent.id)
    project = Project().add(measure, level, urgent, target)
    lines = line_keys(project, Target, GRIDS["Target"])
    assert lines == ((measure.id, ""), (measure.id, urgent.id))
