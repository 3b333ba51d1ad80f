"""The responsibility matrix is worked with keys, mouse and spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.letters import Letters
from slaeditor.model.work import Activity, ActivityGroup, Assignment, Role
from slaeditor.ui.place import Place
from slaeditor.ui.responsibilities.responsibilities_page import ResponsibilitiesPage
from tests.ui.hands import click, press, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DISPLAY = Qt.ItemDataRole.DisplayRole
VERTICAL, HORIZONTAL = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


@pytest.fixture
def matrix(editing):
    """Two sections with an activity each, two roles and a level; the first cell has the place."""
    groups = [ActivityGroup(name=name) for name in ("Incidents", "Requests")]
    tasks = [
        Activity(name=name, group=group.id)
        for name, group in zip(("Restore", "Deliver"), groups, strict=True)
    ]
    roles = [Role(name=name) for name in ("Agent", "Lead")]
    window = editing(Project().add(*groups, *tasks, *roles, ServiceLevel(name="Gold")))
    window.workbench.go(Place("assignments"))
    page = window.workbench.pages.page
    assert isinstance(page, ResponsibilitiesPage)
    page.take_focus()
    return window, page


def shown(page) -> list[list[str]]:
    model = page.model
    rows = [row for row in range(model.rowCount()) if not model.is_heading(row)]
    columns = range(model.columnCount())
    return [[model.index(row, one).data() or "" for one in columns] for row in rows]


def paste(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
    press(Qt.Key.Key_V, CONTROL)


def test_activities_stand_under_their_sections(matrix):
    _, page = matrix
    names = [page.model.headerData(row, VERTICAL) for row in range(page.model.rowCount())]
    assert names == ["Incidents", "Restore", "Requests", "Deliver", "Total"]
    assert [page.model.headerData(at, HORIZONTAL) for at in range(3)] == ["Agent", "Lead", "Check"]


def test_a_letter_is_given_and_taken_by_its_key(matrix):
    window, page = matrix
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_A)
    assert shown(page)[0] == ["R A", "", "✓"]
    assert window.session.history.undo_label == "Give A to Agent in Restore"
    press(Qt.Key.Key_R)
    assert shown(page)[0] == ["A", "", "no R"]
    assert len(window.session.history.done) == 3


def test_tab_goes_on_past_headings_checks_and_totals(matrix):
    _, page = matrix
    for key in (Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_I):
        press(key)
        press(Qt.Key.Key_Tab)
    assert [line[:2] for line in shown(page)[:2]] == [["R", "A"], ["C", "I"]]
    press(Qt.Key.Key_S)
    assert shown(page)[0][0] == "R S"
    press(Qt.Key.Key_Backtab, SHIFT)
    press(Qt.Key.Key_S)
    assert shown(page)[1][1] == "S I"


def test_a_key_answers_for_all_selected_cells_in_one_step(matrix):
    window, page = matrix
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_I)
    assert shown(page)[0][:2] == ["I", "I"]
    assert window.session.history.undo_label == "Give I to 2 cells"


def test_missing_and_double_accountability_are_marked(matrix):
    _, page = matrix
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_A)
    assert shown(page)[0][2] == "2 × A"
    assert page.model.headerData(1, VERTICAL, Qt.ItemDataRole.DecorationRole) is not None


def test_roles_have_totals(matrix, qtbot):
    _, page = matrix
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: shown(page)[-1][0] == "A 1 · R 0")


def test_letters_that_go_to_another_role_are_counted_there(matrix, qtbot):
    window, page = matrix
    press(Qt.Key.Key_A)
    qtbot.waitUntil(lambda: shown(page)[-1][0] == "A 1 · R 0")
    project = window.session.project
    (given,), lead = project.assignments, list(project.roles)[1]
    window.session.edit(project.put(given.but(role=lead.id)), "Give it to the lead")
    qtbot.waitUntil(lambda: shown(page)[-1][:2] == ["A 0 · R 0", "A 1 · R 0"])
    assert shown(page)[0][:2] == ["", "A"]


def test_words_are_typed_as_people_write_them(matrix):
    _, page = matrix
    press(Qt.Key.Key_Return)
    type_words("a/r")
    press(Qt.Key.Key_Return)
    assert shown(page)[0][0] == "R A"


def test_a_sheet_is_pasted_from_the_current_cell_past_headings(matrix):
    window, page = matrix
    paste("A/R\tR, C\nI\t\n")
    assert [line[:2] for line in shown(page)[:2]] == [["R A", "R C"], ["I", ""]]
    assert len(window.session.history.done) == 1


def test_letters_beyond_the_edge_are_counted(matrix):
    _, page = matrix
    paste("A\tR\tC\nI\nI\nI\n")
    assert page.messages.words.startswith("3 pasted cells reach beyond the edge")


def test_a_sheet_with_names_finds_its_places(matrix):
    _, page = matrix
    paste("\tLead\tNobody we know\tAgent\nDeliver\tA\tX\tR\nUnknown\tI\tI\tI\n")
    assert [line[:2] for line in shown(page)[:2]] == [["", ""], ["R", "A"]]


def test_names_that_nothing_has_are_told(matrix):
    _, page = matrix
    paste("\tLead\tNobody we know\tAgent\nDeliver\tA\tX\tR\nUnknown\tI\tI\tI\n")
    assert "“Nobody we know”, “Unknown”" in page.messages.words


def test_a_sheet_with_merged_parts_before_its_names_finds_its_places(matrix):
    _, page = matrix
    paste("Part\tActivity\tLead\tAgent\nWork\tDeliver\tA\tR\n\tRestore\tI\t\n")
    assert [line[:2] for line in shown(page)[:2]] == [["", "I"], ["R", "A"]]
    assert not page.messages.words


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "x" * 10_000, "25:00"])
def test_what_cannot_be_read_stays_in_its_cell_with_a_sentence(matrix, words):
    window, page = matrix
    paste(words)
    assert shown(page)[0][0] == words[:400]
    assert page.messages.words
    assert not len(window.session.project.assignments)
    press(Qt.Key.Key_Delete)
    assert shown(page)[0][0] == ""


def test_undo_takes_back_the_words_that_could_not_be_read_and_nothing_else(matrix):
    window, page = matrix
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_Tab)
    paste("25:00")
    assert window.actions_of.by_id["edit.undo"].text() == "&Undo: Words that were not read"
    press(Qt.Key.Key_Z, CONTROL)
    assert shown(page)[0][:2] == ["R", ""]
    assert not page.messages.words
    press(Qt.Key.Key_Z, CONTROL)
    assert shown(page)[0][:2] == ["", ""]


def test_unread_words_can_be_taken_back_where_nothing_else_was_done(matrix):
    window, page = matrix
    paste("25:00")
    assert window.actions_of.by_id["edit.undo"].isEnabled()
    press(Qt.Key.Key_Z, CONTROL)
    assert shown(page)[0][0] == ""
    assert not window.actions_of.by_id["edit.undo"].isEnabled()


def test_unread_words_pasted_with_others_are_undone_with_them(matrix):
    _, page = matrix
    paste("R\t25:00")
    assert shown(page)[0][:2] == ["R", "25:00"]
    press(Qt.Key.Key_Z, CONTROL)
    assert shown(page)[0][:2] == ["", ""]


def test_a_sentence_on_unread_words_goes_with_the_next_words_that_are_read(matrix):
    _, page = matrix
    paste("25:00")
    assert page.messages.words
    paste("R")
    assert not page.messages.words


def test_cells_are_copied_as_a_sheet_takes_them(matrix):
    _, _page = matrix
    paste("R A\tI")
    press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "R A\tI"


def test_a_level_shows_what_holds_for_all_and_differs_where_it_says_so(matrix):
    window, page = matrix
    press(Qt.Key.Key_R)
    level = next(iter(window.session.project.service_levels))
    page.tools.choose_level(level.id)
    page.view.go_to_first()
    assert "(from every level)" in page.model.cells.tip(page.strip.spot)
    page.take_focus()
    press(Qt.Key.Key_R)
    assert shown(page)[0][0] == ""
    page.view.reset_cells()
    assert shown(page)[0][0] == "R"


def test_roles_are_turned_off_at_one_level_only(matrix):
    window, page = matrix
    lead = list(window.session.project.roles)[1]
    page.tools.show_role(lead.id, shown=False)
    assert page.model.headerData(1, HORIZONTAL) == "Check"
    page.tools.choose_level(next(iter(window.session.project.service_levels)).id)
    assert page.model.headerData(1, HORIZONTAL) == "Lead"


def test_turned_over_roles_are_lines(matrix):
    _, page = matrix
    press(Qt.Key.Key_A)
    click(page.tools.turned)
    assert shown(page)[0][:2] == ["A", ""]
    assert page.model.headerData(0, VERTICAL) == "Agent"
    assert page.model.headerData(0, HORIZONTAL) == "Restore"


def test_the_current_cell_is_told_in_words_with_its_footnote(matrix):
    window, page = matrix
    press(Qt.Key.Key_A)
    assert page.strip.words.text().startswith("Agent, Restore: A Accountable")
    page.strip.footnote.setFocus()
    type_words("By day only")
    cell = next(iter(window.session.project.assignments))
    assert cell.footnote == "By day only"
    assert page.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("By day only")


def test_a_finding_leads_to_the_cell(matrix):
    window, page = matrix
    rows = list(window.session.project.activities)
    role = list(window.session.project.roles)[1]
    made = Assignment(activity=rows[1].id, role=role.id, letters=Letters.parse("I"))
    window.session.edit(window.session.project.add(made), "Add")
    window.workbench.go(Place("assignments", made.id, "letters"))
    assert page.strip.words.text().startswith("Lead, Deliver: I Informed")
    assert not page.in_list


def test_a_cell_opens_in_full_in_the_list(matrix):
    _, page = matrix
    press(Qt.Key.Key_A)
    press(Qt.Key.Key_Return, CONTROL)
    assert page.in_list
    assert page.place.row


def test_activities_move_within_their_section(matrix):
    window, page = matrix
    group = next(iter(window.session.project.activity_groups))
    window.session.edit(window.session.project.add(Activity(name="Confirm", group=group.id)), "Add")
    page.view.go_to_first()
    page.take_focus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    names = [page.model.headerData(row, VERTICAL) for row in range(3)]
    assert names == ["Incidents", "Confirm", "Restore"]


def test_an_example_is_one_step_from_an_empty_page(editing):
    window = editing()
    window.workbench.go(Place("assignments"))
    page = window.workbench.pages.page
    assert page.stack.currentWidget() is page.missing
    click(page.missing.example)
    assert page.stack.currentWidget() is page.shown
    assert [line[-1] for line in shown(page)[:-1]] == ["✓", "✓", "✓"]
    window.session.undo()
    assert window.session.project == Project()


def test_the_model_keeps_its_promises(matrix):
    _, page = matrix
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(Qt.Key.Key_A)
    click(page.tools.turned)
