"""Grids are worked like a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from slaeditor.model.entity import field
from slaeditor.model.levels import Entitlement, LevelEntitlement, Service, ServiceLevel
from slaeditor.model.project import Project, entity_named
from slaeditor.model.promises import Measure, MeasureKind, PriorityRule, Severity, Target
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.target_value import TargetValue
from slaeditor.ui.grid_page import GridPage
from slaeditor.ui.grid_spec import GRIDS
from slaeditor.ui.pasted_block import parsed
from slaeditor.ui.place import Place
from tests.ui.hands import press, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def entitlements(editing):
    """Two entitlements by two levels, the second based on the first; and the grid of them."""
    base = ServiceLevel(name="Base")
    gold = ServiceLevel(name="Gold", based_on=base.id)
    listed = [Entitlement(name=name) for name in ("Calls", "Visits")]
    window = editing(Project().add(base, gold, *listed))
    window.workbench.go(Place("level_entitlements"))
    page = window.workbench.pages.page
    assert isinstance(page, GridPage)
    page.take_focus()
    return window, page


def shown(page: GridPage) -> list[list[str]]:
    model = page.model
    lines, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(line, column).data() for column in columns] for line in lines]


@pytest.mark.parametrize("name", GRIDS)
def test_a_grid_names_fields_that_exist(name):
    spec, kind = GRIDS[name], entity_named(name)
    assert all(field(kind, one) for one in (*spec.lines, spec.column, spec.value))


def test_lines_and_columns_are_named(entitlements):
    _, page = entitlements
    vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    assert [page.model.headerData(at, vertical) for at in (0, 1)] == ["Calls", "Visits"]
    assert [page.model.headerData(at, horizontal) for at in (0, 1)] == ["Base", "Gold"]


def test_typing_into_an_empty_cell_makes_a_record_and_tab_goes_on(entitlements):
    window, page = entitlements
    QTest.keyClicks(page.grid, "6")
    assert QApplication.focusWidget() is not page.grid
    type_words(" per year")
    press(Qt.Key.Key_Tab)
    record = next(iter(window.session.project.level_entitlements))
    assert str(record.value) == "6 per year"
    assert page.grid.currentIndex().column() == 1


def test_enter_edits_and_escape_takes_it_back(entitlements):
    window, _ = entitlements
    press(Qt.Key.Key_Return)
    type_words("yes")
    press(Qt.Key.Key_Escape)
    assert len(window.session.project.level_entitlements) == 0


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, CONTROL])
def test_enter_without_a_cell_does_nothing(entitlements, qtlog, held):
    window, page = entitlements
    page.grid.selectionModel().clear()
    press(Qt.Key.Key_Return, held)
    assert [record.message for record in qtlog.records] == []
    assert page.grid.state() is not page.grid.State.EditingState
    assert not window.session.history.done


def test_what_a_level_takes_from_its_base_is_shown(entitlements):
    _, page = entitlements
    page.model.setData(page.model.index(0, 0), "yes")
    assert shown(page)[0] == ["yes", "yes"]
    assert page.model.index(0, 1).data(Qt.ItemDataRole.EditRole) == ""
    assert page.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "yes, from Base"


def test_words_that_cannot_be_read_are_refused_with_a_sentence(editing):
    level, measure = ServiceLevel(name="Gold"), Measure(name="Response")
    window = editing(Project().add(level, measure))
    window.workbench.go(Place("targets"))
    page = window.workbench.pages.page
    assert not page.model.setData(page.model.index(0, 0), "4 hous")
    assert "4 hous" in page.messages.words
    assert len(window.session.project.targets) == 0


def test_a_block_is_copied_and_pasted_as_one_step(entitlements):
    window, page = entitlements
    QGuiApplication.clipboard().setText("yes\t6 per year\nno\tunlimited\n")
    page.grid.setCurrentIndex(page.model.index(0, 0))
    press(Qt.Key.Key_V, CONTROL)
    assert shown(page) == [["yes", "6 per year"], ["no", "unlimited"]]
    assert len(window.session.history.done) == 1
    page.grid.selectAll()
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "yes\t6 per year\nno\tunlimited"
    press(Qt.Key.Key_Z, CONTROL)
    assert len(window.session.project.level_entitlements) == 0


def test_one_cell_is_pasted_into_all_that_are_selected(entitlements):
    _, page = entitlements
    QGuiApplication.clipboard().setText("yes")
    page.grid.selectAll()
    press(Qt.Key.Key_V, CONTROL)
    assert shown(page) == [["yes", "yes"], ["yes", "yes"]]


def test_cells_beyond_the_edge_are_left_out(entitlements):
    window, page = entitlements
    QGuiApplication.clipboard().setText("yes\tno\nno\tyes")
    page.grid.setCurrentIndex(page.model.index(1, 1))
    press(Qt.Key.Key_V, CONTROL)
    assert len(window.session.project.level_entitlements) == 1


def test_cells_beyond_the_edge_are_counted_and_stay_in_the_clipboard(entitlements):
    _, page = entitlements
    QGuiApplication.clipboard().setText("yes\tno\nno\tyes")
    page.grid.setCurrentIndex(page.model.index(1, 1))
    press(Qt.Key.Key_V, CONTROL)
    assert page.messages.words == (
        "3 pasted cells reach beyond the edge and were left out; the clipboard still has them."
    )
    assert QGuiApplication.clipboard().text() == "yes\tno\nno\tyes"


def test_unread_cells_and_cells_beyond_the_edge_are_both_told(editing):
    level = ServiceLevel(name="Gold")
    window = editing(Project().add(level, Measure(name="Repair", kind=MeasureKind.TIME)))
    window.workbench.go(Place("targets"))
    page = window.workbench.pages.page
    page.take_focus()
    page.grid.setCurrentIndex(page.model.index(0, 0))
    QGuiApplication.clipboard().setText("4 hous\t8 h")
    press(Qt.Key.Key_V, CONTROL)
    assert "4 hous" in page.messages.words
    assert page.messages.words.endswith(
        "1 pasted cell reaches beyond the edge and was left out; the clipboard still has it."
    )


def test_a_block_that_fits_is_pasted_without_a_word(entitlements):
    _, page = entitlements
    QGuiApplication.clipboard().setText("yes\t\n\tno")
    page.grid.setCurrentIndex(page.model.index(0, 0))
    press(Qt.Key.Key_V, CONTROL)
    assert not page.messages.words


def test_pasting_takes_what_can_be_read_and_says_what_not(editing):
    levels = [ServiceLevel(name=name) for name in ("Gold", "Silver")]
    window = editing(Project().add(*levels, Measure(name="Response")))
    window.workbench.go(Place("targets"))
    page = window.workbench.pages.page
    page.take_focus()
    QGuiApplication.clipboard().setText("4 h\tsoonish-ish 4")
    press(Qt.Key.Key_V, CONTROL)
    assert [str(one.value) for one in window.session.project.targets] == ["4 h"]
    assert page.messages.words.startswith("1 of 2 cells could not be read")


def test_emptying_a_cell_drops_a_record_that_says_nothing_else(entitlements):
    window, page = entitlements
    page.model.setData(page.model.index(0, 0), "yes")
    page.grid.setCurrentIndex(page.model.index(0, 0))
    press(Qt.Key.Key_Delete)
    assert len(window.session.project.level_entitlements) == 0


def test_emptying_a_cell_keeps_a_record_that_says_more(editing):
    level, what = ServiceLevel(name="Gold"), Entitlement(name="Calls")
    cell = LevelEntitlement(
        level=level.id, entitlement=what.id, value=Grant.parse("yes"), footnote="By phone."
    )
    window = editing(Project().add(level, what, cell))
    window.workbench.go(Place("level_entitlements"))
    page = window.workbench.pages.page
    page.model.setData(page.model.index(0, 0), "")
    assert window.session.project.level_entitlements[cell.id].value is None


def test_a_line_is_a_measure_with_a_severity(editing):
    level, measure = ServiceLevel(name="Gold"), Measure(name="Response")
    severities = [Severity(name=name) for name in ("High", "Low")]
    target = Target(
        level=level.id,
        measure=measure.id,
        severity=severities[1].id,
        value=TargetValue.parse("4 h"),
    )
    window = editing(Project().add(level, measure, *severities, target))
    window.workbench.go(Place("targets"))
    page = window.workbench.pages.page
    lines = [page.model.headerData(at, Qt.Orientation.Vertical) for at in (0, 1)]
    assert lines == ["Response · High", "Response · Low"]
    assert shown(page) == [[""], ["4 h"]]


def test_a_cell_with_several_records_says_so_and_edits_the_plain_one(editing):
    level, measure = ServiceLevel(name="Gold"), Measure(name="Response")
    plain = Target(level=level.id, measure=measure.id, value=TargetValue.parse("4 h"))
    special = plain.but(id=Target().id, applies_when="at night", value=TargetValue.parse("8 h"))
    window = editing(Project().add(level, measure, plain, special))
    window.workbench.go(Place("targets"))
    page = window.workbench.pages.page
    assert shown(page) == [["4 h (+1)"]]
    page.model.setData(page.model.index(0, 0), "2 h")
    assert str(window.session.project.targets[plain.id].value) == "2 h"
    assert str(window.session.project.targets[special.id].value) == "8 h"


def test_a_side_of_texts_grows_by_a_word(editing, monkeypatch):
    window = editing(Project().add(Severity(name="High")))
    window.workbench.go(Place("priority_rules"))
    monkeypatch.setattr("slaeditor.ui.asking.words", lambda *_: "Everybody")
    page = window.workbench.pages.page
    page.missing.wanted.emit()
    assert [rule.impact for rule in window.session.project.priority_rules] == ["Everybody"]
    assert page.model.rowCount() == 1


def test_a_cell_of_references_offers_the_records(editing):
    severity = Severity(name="High")
    rule = PriorityRule(impact="All", urgency="Now")
    window = editing(Project().add(severity, rule))
    window.workbench.go(Place("priority_rules"))
    page = window.workbench.pages.page
    assert page.model.setData(page.model.index(0, 0), "high")
    assert window.session.project.priority_rules[rule.id].severity == severity.id
    assert not page.model.setData(page.model.index(0, 0), "low")


def test_ctrl_enter_shows_all_fields_beside_the_grid(entitlements):
    window, page = entitlements
    page.model.setData(page.model.index(0, 0), "yes")
    page.grid.setCurrentIndex(page.model.index(0, 0))
    page.grid.setFocus()
    press(Qt.Key.Key_Return, CONTROL)
    assert not page.in_list
    assert page.form.isVisible()
    record = next(iter(window.session.project.level_entitlements))
    assert window.workbench.place == Place("level_entitlements", record.id)


def test_the_model_keeps_the_rules_of_qt(entitlements, qtmodeltester):
    window, page = entitlements
    tester = QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.model.setData(page.model.index(0, 0), "yes")
    window.session.edit(window.session.project.add(Entitlement(name="Third")), "Add")
    window.session.undo()
    assert tester.model() is page.model


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb', [["two\nlines", "b"]]),
        ("a\t\n\t", [["a", ""], ["", ""]]),
    ],
)
def test_words_of_a_spreadsheet_are_cells(words, cells):
    assert parsed(words) == cells


def test_columns_of_a_grid_that_nobody_sees_are_measured_when_it_is_shown(
    entitlements, monkeypatch
):
    window, page = entitlements
    QApplication.processEvents()
    measured: list[tuple[int, ...]] = []
    measure = page.grid.widths_of_words

    def noted() -> tuple[int, ...]:
        measured.append(measure())
        return measured[-1]

    monkeypatch.setattr(page.grid, "widths_of_words", noted)
    window.workbench.go(Place("service_levels"))
    level = next(iter(window.session.project.service_levels))
    window.session.edit(window.session.project.put(level.but(name="Renamed")), "Rename")
    QApplication.processEvents()
    assert measured == []
    window.workbench.go(Place("level_entitlements"))
    QApplication.processEvents()
    assert len(measured) == 1


def test_columns_are_not_measured_again_for_what_the_grid_does_not_show(entitlements, monkeypatch):
    window, page = entitlements
    QApplication.processEvents()
    monkeypatch.setattr(page.grid, "widths_of_words", lambda: pytest.fail("measured again"))
    project = window.session.project
    window.session.edit(project.add(Service(name="Another")), "Add service")
    QApplication.processEvents()
