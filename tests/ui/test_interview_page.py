"""The expectation interview is asked question by question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from slaeditor.model.project import Project
from slaeditor.model.selling import Expectation
from slaeditor.rules.interview_questions import QUESTIONS
from slaeditor.ui.place import Place
from tests.ui.hands import click, focused, press, type_words


@pytest.fixture
def page(editing):
    """What shows the interview of a project and returns the window and the page."""

    def shown(*rows):
        window = editing(Project().add(*rows))
        window.workbench.go(Place("expectations"))
        return window, window.workbench.pages.page

    return shown


def test_one_press_asks_all_questions(page):
    window, shown = page()
    click(shown.begin)
    assert len(window.session.project.expectations) == len(QUESTIONS)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.project.count


def test_the_answer_is_typed_at_once(page):
    window, shown = page()
    click(shown.begin)
    type_words("Who decides")
    first = next(iter(window.session.project.expectations))
    assert first.answer == "Who decides"
    assert shown.words.text().startswith("1 of 17 questions answered")


def test_next_leads_to_the_next_question(page):
    _, shown = page()
    click(shown.begin)
    click(shown.next)
    assert shown.state.text().startswith("Question 2 of 17 · Asked of Service")
    assert shown.form.fields["answer"].editor.control is focused()


def test_what_is_open_is_found(page):
    done = Expectation(name="First?", answer="Yes", agreed="Yes")
    _, shown = page(done, Expectation(name="Second?"))
    click(shown.next_open)
    assert shown.record_title.text() == "Second?"


def test_when_all_is_agreed_nothing_is_open(page):
    _, shown = page(Expectation(name="First?", answer="Yes", agreed="Yes"))
    assert not shown.next_open.isEnabled()
