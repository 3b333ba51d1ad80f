"""Pages about the team say how far it is, with what is open one press away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from slaeditor.model.backing import Person, Skill, SkillNeed, Training
from slaeditor.model.document import Revision
from slaeditor.model.project import Project
from slaeditor.ui.place import Place
from slaeditor.ui.today import today
from tests.ui.hands import click, press

PEOPLE = (Person(name="A. M."), Person(name="B. N."))


@pytest.fixture
def page(editing):
    """What shows a page of a project and returns the window and the page."""

    def shown(table: str, *rows):
        window = editing(Project().add(*rows))
        window.workbench.go(Place(table))
        return window, window.workbench.pages.page

    return shown


def buttons(strip) -> dict[str, QPushButton]:
    return {one.text(): one for one in strip.findChildren(QPushButton) if not one.isHidden()}


def test_who_has_not_read_it_is_named(page):
    _, shown = page("acknowledgements", *PEOPLE, Revision(label="2.0"))
    assert list(buttons(shown.strip)) == ["A. M.", "B. N."]


def test_a_press_notes_that_somebody_has_read_it(page):
    window, shown = page("acknowledgements", *PEOPLE, Revision(label="2.0"))
    click(buttons(shown.strip)["A. M."])
    (made,) = window.session.project.acknowledgements
    assert (made.person, made.on) == (PEOPLE[0].id, today())
    assert shown.strip.words.text() == "1 of 2 people acknowledged version 2.0."
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not len(window.session.project.acknowledgements)


def test_a_training_that_is_due_is_gone_to(page):
    rows = (
        Training(name="Held", held_on=date(2026, 1, 1)),
        Training(name="Briefing", planned_on=date(2026, 1, 2)),
    )
    window, shown = page("trainings", *rows)
    (due,) = buttons(shown.strip).values()
    click(due)
    assert window.workbench.place == Place("trainings", rows[1].id)


def test_a_need_that_too_few_meet_stands_above_the_grid(page):
    skill = Skill(name="Reading logs")
    need = SkillNeed(skill=skill.id, people=2)
    window, shown = page("capabilities", *PEOPLE, skill, need)
    click(buttons(shown.strip)["Reading logs: 0 of 2"])
    assert window.workbench.place == Place("skill_needs", need.id)


def test_a_page_without_people_says_nothing(page):
    _, shown = page("acknowledgements")
    assert shown.strip.isHidden()
