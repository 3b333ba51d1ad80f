"""The methodology is an outline of steps in phases, moved by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.work import MethodStep, Phase, Role
from slaeditor.ui.methodology.methodology_page import MethodologyPage
from slaeditor.ui.place import Place
from tests.ui.hands import click, press, type_words

ALT = Qt.KeyboardModifier.AltModifier
INK = Qt.ItemDataRole.ForegroundRole


@pytest.fixture
def outline(editing):
    """Two phases, the first with two steps; the first step is chosen."""
    gold, desk = ServiceLevel(name="Gold", id="Gold"), Role(name="Desk", id="Desk")
    phases = [Phase(name=name, id=name) for name in ("Taking on", "Delivering")]
    steps = [
        MethodStep(
            name="Answer", id="a", phase="Taking on", when="At once", who="Desk", why="Nobody waits"
        ),
        MethodStep(name="Sort", id="b", phase="Taking on"),
        MethodStep(name="Restore", id="c", phase="Delivering", levels=("Gold",)),
    ]
    silver = ServiceLevel(name="Silver", id="Silver")
    window = editing(Project().add(gold, silver, desk, *phases, *steps))
    window.workbench.go(Place("method_steps"))
    page = window.workbench.pages.page
    assert isinstance(page, MethodologyPage)
    page.take_focus()
    return window, page


def shown(page) -> list[str]:
    return [page.model.index(at, 0).data() for at in range(page.model.rowCount())]


def test_steps_stand_under_their_phases_with_what_tells_them_apart(outline):
    _, page = outline
    assert shown(page) == ["Taking on", "Answer", "Sort", "Delivering", "Restore"]
    line = [page.model.index(1, column).data() for column in range(5)]
    assert line == ["Answer", "At once", "Desk", "Nobody waits", ""]
    assert page.model.index(4, 4).data() == "Gold"


def test_the_first_step_is_in_the_form(outline):
    _, page = outline
    assert page.record_title.text() == "Answer"
    assert page.place == Place("method_steps", "a")


def test_alt_and_arrows_move_a_step_within_and_between_phases(outline):
    window, page = outline
    press(Qt.Key.Key_Down, ALT)
    assert shown(page)[1:3] == ["Sort", "Answer"]
    press(Qt.Key.Key_Down, ALT)
    assert shown(page) == ["Taking on", "Sort", "Delivering", "Answer", "Restore"]
    assert page.view.keys() == ["a"]
    assert window.session.history.undo_label == "Move Answer"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(page)[1:3] == ["Sort", "Answer"]


def drop(page, keys: list[str], at: int) -> None:
    indexes = [page.model.index(page.model.line(key), 0) for key in keys]
    mime = page.model.mimeData(indexes)
    page.model.dropMimeData(mime, Qt.DropAction.MoveAction, at, 0, QModelIndex())


def test_a_step_is_dropped_before_another(outline):
    window, page = outline
    drop(page, ["c"], 1)
    assert shown(page) == ["Taking on", "Restore", "Answer", "Sort", "Delivering"]
    assert window.session.history.undo_label == "Move Restore"
    assert page.view.keys() == ["c"]


def test_a_step_dropped_at_the_end_of_a_phase_stays_in_it(outline):
    _, page = outline
    drop(page, ["c"], 3)
    assert shown(page) == ["Taking on", "Answer", "Sort", "Restore", "Delivering"]


def test_a_phase_is_dropped_with_its_steps(outline):
    _, page = outline
    drop(page, ["Delivering"], 0)
    assert shown(page) == ["Delivering", "Restore", "Taking on", "Answer", "Sort"]


def test_a_phase_is_folded_by_keys_and_by_its_sign(outline):
    _, page = outline
    page.view.select(["Taking on"])
    press(Qt.Key.Key_Left)
    assert shown(page) == ["Taking on", "Delivering", "Restore"]
    box = page.view.visualRect(page.model.index(0, 0))
    point = QPoint(box.left() + 10, box.center().y())
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert len(shown(page)) == 5


def test_steps_that_are_not_done_at_a_level_are_quiet(outline):
    _, page = outline
    page.levels.setCurrentIndex(page.levels.findText("Silver"))
    page.levels.activated.emit(page.levels.currentIndex())
    assert page.model.index(4, 0).data(INK) is not None
    assert page.model.index(1, 0).data(INK) is None


def test_levels_of_a_phase_stand_in_brackets(outline):
    window, page = outline
    phase = window.session.project.phases["Taking on"].but(levels=("Gold",))
    window.session.edit(window.session.project.put(phase), "Limit")
    assert page.model.index(1, 4).data() == "(Gold)"
    assert page.model.index(0, 4).data() == "Gold"


def test_a_step_is_added_after_the_chosen_one_and_named_at_once(outline):
    window, page = outline
    click(page.add)
    type_words("Thank")
    assert shown(page)[:4] == ["Taking on", "Answer", "Thank", "Sort"]
    assert len(window.session.history.done) == 2


def test_a_phase_is_added_and_edited_in_its_own_form(outline):
    _, page = outline
    click(page.add_phase_button)
    type_words("Reviewing")
    assert shown(page)[-1] == "Reviewing"
    assert page.right.currentWidget() is page.phase_form


def test_delete_takes_a_phase_with_its_steps(outline):
    window, page = outline
    page.view.select(["Taking on"])
    press(Qt.Key.Key_Delete)
    assert shown(page) == ["Delivering", "Restore"]
    window.session.undo()
    assert len(shown(page)) == 5


def test_a_finding_in_a_folded_phase_is_shown(outline):
    window, page = outline
    page.model.fold("Delivering", closed=True)
    window.workbench.go(Place("method_steps", "c", "client_does"))
    assert page.view.keys() == ["c"]
    assert page.form.fields["client_does"].editor.control.hasFocus()


def test_tabs_lead_to_the_texts_of_a_reader(outline):
    _, page = outline
    button = next(one for one in page.tabs.buttons if one.toolTip() == "For sales")
    click(button)
    assert page.form.fields["sales_note"].editor.control.hasFocus()


def test_several_steps_are_edited_at_once(outline):
    window, page = outline
    page.view.select(["a", "b"])
    assert page.record_title.text() == "2 records"
    line = page.form.fields["when"].editor.line
    line.setFocus()
    type_words("Soon")
    assert {row.when for row in window.session.project.method_steps} == {"Soon", ""}


def test_an_example_is_one_step_from_an_empty_page(editing):
    window = editing()
    window.workbench.go(Place("method_steps"))
    page = window.workbench.pages.page
    click(page.empty.example)
    assert len(shown(page)) == 6
    window.session.undo()
    assert window.session.project == Project()


def test_the_model_keeps_its_promises(outline):
    _, page = outline
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(Qt.Key.Key_Down, ALT)
    page.model.fold("Taking on", closed=True)
