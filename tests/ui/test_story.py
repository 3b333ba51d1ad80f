"""From an empty project to three levels and the handbook of their clients, by mouse and by keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from slaeditor.model.project import Project
from slaeditor.model.readers import CLIENT, Reader
from slaeditor.rules.visible import visible
from slaeditor.session.opening import fresh
from slaeditor.ui.opening_dialog import OpeningDialog
from tests.ui.people import Clicker, Typist

MOST_INPUTS = 400
PRICES = {"Bronze": "10", "Silver": "20", "Gold": "40"}
TARGETS = ("8 h", "4 h", "1 h", "3 calendar days", "2 calendar days", "1 calendar day")
TO_OPEN = (
    *("service levels", "severities", "measures", "roles", "parts of the matrix"),
    *("activities", "escalation policies"),
)


@pytest.fixture
def typist(editing):
    return Typist(editing())


@pytest.fixture
def patient(qapp):
    """Lists that take a quick hand for a new one, as they take that of a person."""
    before = qapp.doubleClickInterval(), qapp.keyboardInputInterval()
    qapp.setDoubleClickInterval(0)
    qapp.setKeyboardInputInterval(0)
    yield
    qapp.setDoubleClickInterval(before[0])
    qapp.setKeyboardInputInterval(before[1])


@pytest.fixture
def begun(program, window, patient):
    """A window of the whole program with an empty project."""
    window.resize(1280, 800)
    program.documents.show(window, fresh(Project()))
    return window


def name_the_document(person: Any) -> None:
    person.go("document")
    person.fill_field("Title", "Northwind support")


def define_levels(person: Any) -> None:
    person.go("service levels")
    person.add(*PRICES)
    person.picture("levels")
    person.go("price plans")
    for level, price in PRICES.items():
        person.add("")
        person.choose("Service level", level)
        person.fill_field("Price", f"{price} EUR per month")
    person.picture("prices")


def promise(person: Any) -> None:
    person.go("severities")
    person.add("High", "Low")
    person.go("measures")
    person.add("First response")
    person.go("targets")
    person.fill_grid(*TARGETS)
    person.picture("targets")


def share_the_work(person: Any) -> None:
    person.go("roles")
    person.add("Agent", "Manager")
    person.go("parts of the matrix")
    person.add("Support")
    person.go("activities")
    person.add("Answer")
    person.go("responsibilities")
    person.fill_grid("R", "A")
    person.picture("responsibilities")


def escalate(person: Any) -> None:
    person.go("escalation policies")
    person.add("Late answers")
    person.begin_row("Add step")
    person.enter("Ask the manager")
    for _ in range(2):
        person.press(Qt.Key.Key_Tab)
    person.enter("2 h")
    person.press(Qt.Key.Key_Return)
    person.picture("escalation")


def hand_out(person: Any, folder: Path, qtbot: Any) -> str:
    """Open everything to clients, export their edition and return its words."""
    for part in TO_OPEN:
        person.open_to_clients(part)
    dialog = person.ask_for_export(folder)
    person.picture("export", dialog)
    with qtbot.waitSignal(dialog.made, timeout=50_000) as made:
        person.export()
    person.picture("exported", dialog)
    person.press(Qt.Key.Key_Escape)
    [one] = made.args[0]
    assert one.path == folder / "northwind-support-client.pdf"
    with pypdfium2.PdfDocument(one.path) as document:
        words = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(words).split())


def assert_all_is_there(project: Any) -> None:
    assert [level.name for level in project.service_levels] == [*PRICES]
    assert [str(one.price) for one in project.price_plans] == [
        f"{price}.00 EUR per month" for price in PRICES.values()
    ]
    assert [one.level for one in project.price_plans] == [one.id for one in project.service_levels]
    assert [str(one.value) for one in project.targets] == [*TARGETS]
    assert [str(one.letters) for one in project.assignments] == ["R", "A"]
    [policy] = project.escalation_policies
    [step] = project.escalation_steps
    assert (policy.name, step.policy) == ("Late answers", policy.id)
    assert (step.name, str(step.after)) == ("Ask the manager", "2 h")


def assert_a_client_can_read_it(words: str) -> None:
    wanted = [
        "Northwind support",
        *(f"{level} €{price} per month Monthly" for level, price in PRICES.items()),
        "High within 8 hours within 4 hours within 1 hour",
        "Low within 3 calendar days within 2 calendar days within 1 calendar day",
        "First response",
        "Activity Agent Manager Answer R A",
        *("Late answers", "Ask the manager"),
    ]
    assert [one for one in wanted if one not in words] == []


@pytest.mark.slow
@pytest.mark.parametrize("hands", [Clicker, Typist])
def test_three_levels_become_the_handbook_of_their_clients(hands, begun, tmp_path, qtbot):
    person = hands(begun, hands.__name__.lower())
    person.picture("begun")
    for chapter in (name_the_document, define_levels, promise, share_the_work, escalate):
        chapter(person)
    words = hand_out(person, tmp_path, qtbot)
    assert_all_is_there(person.project)
    assert_a_client_can_read_it(words)
    assert person.inputs <= MOST_INPUTS


def test_a_level_reaches_the_clients_once_it_is_opened_to_them(typist):
    typist.go("service levels")
    typist.add("Gold")
    assert visible(typist.project, Reader.CLIENT).service_levels.rows == {}
    typist.page.form.readers.switches[Reader.CLIENT].setFocus()
    typist.press(Qt.Key.Key_Space)
    typist.open_dialog(OpeningDialog).open_button.setFocus()
    typist.press(Qt.Key.Key_Space)
    (level,) = typist.project.service_levels
    assert level.readers & CLIENT
    assert list(visible(typist.project, Reader.CLIENT).service_levels.rows) == [level.id]
