"""A page hears of changes only while it is shown, and then of all it missed."""

from __future__ import annotations

import inspect

import pytest

from slaeditor.model.levels import Entitlement, LevelEntitlement, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.session.session import Session
from slaeditor.ui.page_session import PageSession
from slaeditor.ui.place import Place


@pytest.fixture
def whole(qtbot):
    session = Session(Project().add(Service(name="Mail"), Service(name="Print")))
    yield session
    session.close()


@pytest.fixture
def page(whole):
    return PageSession(whole)


@pytest.fixture
def heard(page):
    told: list[object] = []
    page.changed.connect(told.append)
    return told


def rename(whole, name: str) -> None:
    row = next(iter(whole.project.services))
    whole.edit(whole.project.put(row.but(name=name)), "Change name")


def test_a_page_that_is_shown_hears_of_each_change(whole, page, heard):
    rename(whole, "Post")
    rename(whole, "Letters")
    assert len(heard) == 2


def test_a_page_at_rest_hears_nothing(whole, page, heard):
    page.rest()
    rename(whole, "Post")
    assert heard == []


def test_what_was_missed_is_told_once(whole, page, heard):
    page.rest()
    rename(whole, "Post")
    rename(whole, "Letters")
    page.listen()
    (change,) = heard[0]
    assert (len(heard), change.before.name, change.after.name) == (1, "Mail", "Letters")


def test_what_was_undone_meanwhile_is_not_told(whole, page, heard):
    page.rest()
    rename(whole, "Post")
    whole.undo()
    page.listen()
    assert heard == []


def test_findings_that_came_meanwhile_are_told_once(whole, page, qtbot):
    page.rest()
    told: list[object] = []
    page.checked.connect(told.append)
    with qtbot.waitSignal(whole.checked):
        whole.check_now()
    assert told == []
    page.listen()
    page.listen()
    assert told == [whole.found]


def test_a_page_at_rest_edits_the_project_there_is(whole, page, heard):
    page.rest()
    rename(whole, "Post")
    page.edit(page.project.add(Service(name="Phone")), "Add service")
    assert [row.name for row in whole.project.services] == ["Post", "Print", "Phone"]


def test_trouble_of_a_page_reaches_the_window(whole, page):
    told: list[object] = []
    whole.troubled.connect(told.append)
    page.troubled.emit(OSError("full"))
    assert len(told) == 1


def test_a_reader_that_a_page_sets_is_set_for_the_window(whole, page):
    page.reader = Reader.SALES
    assert whole.reader is page.reader is Reader.SALES


def test_everything_a_session_does_is_given_on():
    of_session = {name for name in vars(Session) if not name.startswith("_")}
    signals = {"changed", "stepped", "checked", "troubled"}
    assert of_session - signals - {"staticMetaObject"} <= set(vars(PageSession))


@pytest.mark.parametrize("name", ["edit", "work_out", "replace", "mend"])
def test_it_is_asked_as_a_session_is(name):
    own = inspect.signature(getattr(PageSession, name))
    assert own == inspect.signature(getattr(Session, name))


def test_pages_rest_while_another_is_shown(editing):
    window = editing(Project().add(Service(name="Mail")))
    bench = window.workbench
    bench.go(Place("services"))
    services = bench.pages.page
    bench.go(Place("roles"))
    roles = bench.pages.page
    assert (services.session.listens, roles.session.listens) == (False, True)


def test_a_list_follows_a_record_that_went_meanwhile(editing):
    one, other = Service(name="Mail"), Service(name="Print")
    window = editing(Project().add(one, other))
    bench = window.workbench
    bench.go(Place("services", one.id))
    page = bench.pages.page
    bench.go(Place("roles"))
    window.session.edit(window.session.project.drop(one), "Delete Mail")
    bench.go(Place("services"))
    assert [row.name for row in page.form.rows] == ["Print"]


def test_a_form_follows_what_was_undone_elsewhere(editing):
    one = Service(name="Mail")
    window = editing(Project().add(one))
    bench = window.workbench
    bench.go(Place("services", one.id))
    page = bench.pages.page
    bench.go(Place("roles"))
    window.session.edit(window.session.project.put(one.but(name="Post")), "Change name")
    bench.go(Place("services"))
    assert page.form.fields["name"].editor.control.text() == "Post"


def test_a_list_behind_a_grid_rests(editing):
    level, entitlement = ServiceLevel(name="Gold"), Entitlement(name="Phone")
    cell = LevelEntitlement(level=level.id, entitlement=entitlement.id)
    window = editing(Project().add(level, entitlement, cell))
    window.workbench.go(Place("level_entitlements"))
    page = window.workbench.pages.page
    page.as_list.click()
    listed = page.records_page().session
    assert listed.listens
    page.as_grid.click()
    assert (listed.listens, page.session.listens) == (False, True)


def test_the_session_of_a_page_in_a_page_leads_to_that_of_the_window(whole, page):
    assert PageSession(page).whole is whole
