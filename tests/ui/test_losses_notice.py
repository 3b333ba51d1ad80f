"""A promise says in its form what it has cost already."""

from __future__ import annotations

import pytest

from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.prices import Promise
from slaeditor.model.project import Project
from slaeditor.ui.place import Place
from tests.ui.hands import click


@pytest.fixture
def form(editing):
    """What shows the form of a promise after these interviews."""

    def shown(*interviews: LossInterview):
        promise = Promise(id="p", name="Texts in another language")
        window = editing(Project().add(promise, *interviews))
        window.workbench.go(Place("promises", "p"))
        return window, window.workbench.pages.page.form

    return shown


def lost(name: str, **values) -> LossInterview:
    return LossInterview(name=name, broken_promise="p", **values)


def test_lost_clients_who_named_it_are_counted(form):
    _, shown = form(lost("Acme"), lost("Bolt"))
    assert shown.losses.words.text() == "2 lost clients named this promise: “Acme”, “Bolt”."


def test_a_promise_nobody_named_is_silent(form):
    _, shown = form()
    assert shown.losses.isHidden()


def test_a_loss_that_could_not_be_helped_is_no_reproach(form):
    _, shown = form(lost("Acme", cause=LossCause.NOT_PREVENTABLE))
    assert shown.losses.isHidden()


def test_a_click_leads_to_the_interview(form):
    interview = lost("Acme")
    window, shown = form(interview)
    click(shown.losses.go)
    assert window.workbench.place == Place("loss_interviews", interview.id)


def test_an_interview_that_goes_takes_the_words_along(form):
    interview = lost("Acme")
    window, shown = form(interview)
    window.session.edit(window.session.project.drop(interview), "Delete Acme")
    assert shown.losses.isHidden()
