"""Pages are kept as they were left, but not all of them for ever."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.ui.form import Form
from slaeditor.ui.place import Place
from tests.ui.hands import type_words

ONE, TWO = Service(name="Hosting"), Service(name="Mail")
OTHERS = ("feedback", "failure_costs", "departments")
FEW = 2


@pytest.fixture
def bench(editing, monkeypatch):
    monkeypatch.setattr("slaeditor.ui.pages.MOST_KEPT", FEW)
    level = ServiceLevel(name="Gold")
    return editing(Project().add(ONE, TWO, level)).workbench


def wander(bench):
    """Go to more pages than are kept."""
    for table in OTHERS:
        bench.go(Place(table))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_only_the_pages_used_last_are_kept(bench):
    wander(bench)
    there = [bench.pages.widget(at) for at in range(bench.pages.count())]
    assert sum(page.is_told_by_place for page in there) == FEW


def test_a_list_that_is_filtered_is_kept(bench):
    bench.go(Place("services"))
    bench.pages.page.filter.setText("Host")
    wander(bench)
    bench.go(Place("services"))
    assert bench.pages.page.filter.text() == "Host"


def test_what_was_asked_beside_a_form_is_kept(bench):
    bench.go(Place("price_plans"))
    asked = bench.pages.page
    wander(bench)
    bench.go(Place("price_plans"))
    assert bench.pages.page is asked


def test_a_page_made_again_shows_what_it_showed(bench):
    bench.go(Place("services", TWO.id))
    wander(bench)
    bench.go(Place("services"))
    assert bench.place == Place("services", TWO.id)


def test_a_page_asked_for_a_record_shows_that(bench):
    bench.go(Place("services", TWO.id))
    wander(bench)
    bench.go(Place("services", ONE.id))
    assert bench.place == Place("services", ONE.id)


def test_a_page_with_words_that_could_not_be_read_is_kept(bench):
    bench.go(Place("service_levels"))
    bench.pages.page.take_form_focus()
    form = bench.pages.page.form
    form.show_field("minimum_term")
    editor = form.fields["minimum_term"].editor
    editor.take_focus()
    type_words("as long as you like")
    wander(bench)
    assert form.holds_unread_words
    bench.go(Place("service_levels"))
    assert bench.pages.page.findChild(Form) is form


def test_a_page_let_go_of_at_a_record_that_went_shows_another(bench):
    bench.go(Place("services", TWO.id))
    wander(bench)
    session = bench.session
    session.edit(session.project.drop(TWO), "Delete Mail")
    bench.go(Place("services"))
    assert bench.place == Place("services", ONE.id)


def test_where_a_page_was_left_before_is_forgotten_once_another_record_is_gone_to(bench):
    bench.go(Place("services", TWO.id))
    wander(bench)
    bench.go(Place("services", ONE.id))
    bench.go(Place("feedback"))
    bench.go(Place("services"))
    assert bench.place == Place("services", ONE.id)
