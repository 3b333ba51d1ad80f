"""From an empty project to three levels with prices, targets and duties, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.model.readers import CLIENT, Reader
from slaeditor.rules.visible import visible
from slaeditor.ui.palette import Palette
from slaeditor.ui.readers_row import OpeningDialog
from tests.ui.hands import NONE, focused, press, type_words

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOST_INPUTS = 400


class Person:
    """Somebody without a mouse; each key and each typed word is one input."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.inputs = 0

    @property
    def project(self) -> Any:
        return self.window.session.project

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        press(key, modifiers)
        self.inputs += 1

    def type(self, words: str) -> None:
        type_words(words)
        self.inputs += 1

    def go(self, part: str) -> None:
        """Go to a part through the palette."""
        self.press(Qt.Key.Key_K, CONTROL)
        palettes = self.window.findChildren(Palette)
        palette = next(one for one in palettes if one.isVisible())
        palette.line.setFocus()
        self.type(part)
        self.press(Qt.Key.Key_Return)
        self.window.activateWindow()
        QApplication.processEvents()

    def add(self, *names: str) -> None:
        """Add records to the list that is shown and name them."""
        for name in names:
            self.press(Qt.Key.Key_A, CONTROL | SHIFT)
            self.type(name)

    def tab_to(self, label: str) -> None:
        """Go on with Tab until the field of this label has the keyboard."""
        for _ in range(40):
            if label in focused().accessibleName():
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not reach “{label}”.")

    def fill_grid(self, lines: list[list[str]]) -> None:
        """Type into a grid cell after cell; Tab goes on to the next line by itself."""
        self.press(Qt.Key.Key_2, CONTROL)
        for words in (words for line in lines for words in line):
            self.type(words)
            self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Escape)


@pytest.fixture
def person(editing):
    return Person(editing())


def define_levels(person: Person) -> None:
    person.go("service levels")
    person.add("Bronze", "Silver", "Gold")
    person.go("price plans")
    for level, price in (("Bronze", "10"), ("Silver", "20"), ("Gold", "40")):
        person.press(Qt.Key.Key_A, CONTROL | SHIFT)
        person.tab_to("Service level")
        person.press(getattr(Qt.Key, f"Key_{level[0]}"))
        person.tab_to("Price")
        person.type(f"{price} EUR per month")


def promise(person: Person) -> None:
    person.go("severities")
    person.add("High", "Low")
    person.go("measures")
    person.add("First response")
    person.go("targets")
    days = ["3 calendar days", "2 calendar days", "1 calendar day"]
    person.fill_grid([["8 h", "4 h", "1 h"], days])


def share_the_work(person: Person) -> None:
    person.go("roles")
    person.add("Agent", "Manager")
    person.go("parts of the matrix")
    person.add("Support")
    person.go("activities")
    person.add("Answer")
    person.go("responsibilities")
    person.fill_grid([["R", "A"]])
    person.go("escalation policies")
    person.add("Late answers")


def test_three_levels_by_keyboard_alone(person):
    define_levels(person)
    promise(person)
    share_the_work(person)
    project = person.project
    assert [level.name for level in project.service_levels] == ["Bronze", "Silver", "Gold"]
    assert [str(one.price) for one in project.price_plans] == [
        f"{price}.00 EUR per month" for price in (10, 20, 40)
    ]
    assert [str(one.value) for one in project.targets] == [
        *("8 h", "4 h", "1 h", "3 calendar days", "2 calendar days", "1 calendar day")
    ]
    assert [str(one.letters) for one in project.assignments] == ["R", "A"]
    assert len(project.escalation_policies) == 1
    assert person.inputs <= MOST_INPUTS


def test_a_level_reaches_the_clients_once_it_is_opened_to_them(person):
    person.go("service levels")
    person.add("Gold")
    assert visible(person.project, Reader.CLIENT).service_levels.rows == {}
    form = person.window.workbench.pages.page.form
    form.readers.switches[Reader.CLIENT].setFocus()
    person.press(Qt.Key.Key_Space)
    dialog = next(one for one in person.window.findChildren(OpeningDialog) if one.isVisible())
    dialog.open_button.setFocus()
    person.press(Qt.Key.Key_Space)
    (level,) = person.project.service_levels
    assert level.readers & CLIENT
    assert list(visible(person.project, Reader.CLIENT).service_levels.rows) == [level.id]
