"""Service levels stand one by one or side by side; what they inherit is seen and had back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from slaeditor.model.levels import Entitlement, LevelEntitlement, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.ui.place import Place
from tests.ui.hands import click, press, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def a_project() -> Project:
    core = ServiceLevel(name="Core", notice=Duration.parse("3 months"))
    gold = ServiceLevel(name="Gold", based_on=core.id)
    calls = Entitlement(name="Calls", section="Help")
    cell = LevelEntitlement(level=core.id, entitlement=calls.id, value=Grant.parse("yes"))
    return Project().add(core, gold, calls, cell)


@pytest.fixture
def matrix(editing):
    window = editing(a_project())
    window.workbench.go(Place("service_levels"))
    page = window.workbench.pages.page
    click(page.side_by_side)
    return window, page, page.bench.grid


def line(grid, name: str) -> int:
    vertical = Qt.Orientation.Vertical
    names = [grid.grid.headerData(at, vertical) for at in range(grid.grid.rowCount())]
    return names.index(name)


def words(grid, name: str) -> list[str]:
    at = line(grid, name)
    return [grid.grid.index(at, column).data() for column in range(grid.grid.columnCount())]


def test_contract_and_entitlements_stand_side_by_side(matrix):
    _, _, grid = matrix
    assert words(grid, "Period of notice") == ["3 months", "3 months"]
    assert words(grid, "Calls") == ["yes", "yes"]
    assert line(grid, "Help") < line(grid, "Calls")


def test_what_is_inherited_is_slanted_until_a_level_says_its_own(matrix):
    window, _, grid = matrix
    index = grid.grid.index(line(grid, "Period of notice"), 1)
    assert index.data(Qt.ItemDataRole.FontRole).italic()
    grid.setCurrentIndex(index)
    type_words("6 months")
    press(Qt.Key.Key_Return)
    assert words(grid, "Period of notice") == ["3 months", "6 months"]
    assert window.session.history.undo_label == "Change period of notice of Period of notice · Gold"
    press(Qt.Key.Key_Delete)
    assert words(grid, "Period of notice") == ["3 months", "3 months"]


def test_a_block_is_pasted_over_fields_and_entitlements(matrix):
    window, _, grid = matrix
    QGuiApplication.clipboard().setText(
        "\tGold\tCore\nPeriod of notice\t1 month\t2 months\nCalls\tunlimited\tno"
    )
    grid.setCurrentIndex(grid.grid.index(1, 0))
    press(Qt.Key.Key_V, CONTROL)
    assert words(grid, "Period of notice") == ["2 months", "1 month"]
    assert words(grid, "Calls") == ["no", "unlimited"]
    assert len(window.session.history.done) == 1


def test_words_that_cannot_be_read_stay_in_their_cell(matrix):
    window, page, grid = matrix
    index = grid.grid.index(line(grid, "Minimum term"), 0)
    grid.setCurrentIndex(index)
    type_words("a while")
    press(Qt.Key.Key_Return)
    assert index.data() == "a while"
    assert "a while" in page.bench.bar.notes[0].words
    assert next(iter(window.session.project.service_levels)).minimum_term is None


def test_a_level_is_moved_by_its_heading_and_by_keys(matrix):
    window, page, grid = matrix
    grid.horizontalHeader().moveSection(1, 0)
    names = [level.name for level in window.session.project.service_levels]
    assert names == ["Gold", "Core"]
    grid.setCurrentIndex(grid.grid.index(1, 0))
    page.move_records(1)
    assert [level.name for level in window.session.project.service_levels] == ["Core", "Gold"]


def test_all_fields_of_a_level_open_in_its_form(matrix):
    _window, page, grid = matrix
    grid.setCurrentIndex(grid.grid.index(line(grid, "Period of notice"), 1))
    press(Qt.Key.Key_Return, CONTROL)
    assert not page.is_matrix
    assert page.form.rows[0].name == "Gold"


def test_the_form_offers_the_way_back_to_the_base_level(editing):
    project = a_project()
    gold = list(project.service_levels)[1].but(notice=Duration.parse("6 months"))
    window = editing(project.put(gold))
    window.workbench.go(Place("service_levels", gold.id, "notice"))
    row = window.workbench.pages.page.form.fields["notice"]
    assert row.origin.words == "Core says “3 months”."
    click(row.origin.button)
    assert window.session.project.service_levels[gold.id].notice is None
    assert row.origin.words == ""


def test_the_model_keeps_the_rules_of_qt(matrix):
    window, page, _grid = matrix
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(page.matrix, fatal)
    window.session.edit(window.session.project.add(ServiceLevel(name="New")), "Add")
    window.session.undo()
    assert tester.model() is page.matrix
