"""The overview tells what there is, what is wrong and what runs out, and leads there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from slaeditor.exchange.revisions import frozen
from slaeditor.exchange.starters import starter
from slaeditor.model.clients import Client
from slaeditor.model.compensation import Compensation
from slaeditor.model.document import Document, Revision
from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project, entity_named
from slaeditor.model.promises import Measure
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.rules.checks.checking import check
from slaeditor.rules.checks.readerships import CLOSED_TO_CLIENTS
from slaeditor.rules.fixes import accepted
from slaeditor.session.session import Session
from slaeditor.ui.findings_panel import nothing_found
from slaeditor.ui.next_step import next_step, step_in_copy
from slaeditor.ui.overview_page import WAY
from slaeditor.ui.place import OVERVIEW, Place
from tests.ui.hands import click


@pytest.fixture
def overview(editing):
    """What shows a project's overview and returns the window and its lines."""

    def shown(project: Project):
        window = editing(project)
        page = window.workbench.pages.page

        def lines() -> dict[str, QPushButton]:
            QApplication.processEvents()
            found = [one for one in page.findChildren(QPushButton) if not one.isHidden()]
            return {one.accessibleName(): one for one in found}

        return window, lines

    return shown


def line(lines: dict[str, QPushButton], words: str) -> QPushButton:
    return next(button for name, button in lines.items() if words in name)


def test_every_part_named_exists():
    assert all(entity_named(one.name) for one in WAY)


def test_parts_are_counted_and_lead_to_their_page(overview):
    window, lines = overview(Project().add(Service(name="Hosting"), Service(name="Repair")))
    click(line(lines(), "Services (2)"))
    assert window.workbench.place.table == "services"


def test_the_name_of_the_document_stands_above(overview):
    window, _ = overview(Project().add(Document(name="What we promise")))
    assert window.workbench.pages.page.heading.text() == "What we promise"


def test_counts_follow_an_edit_made_elsewhere(overview):
    window, lines = overview(Project())
    window.workbench.go(Place("services"))
    window.session.edit(window.session.project.add(Service(name="Hosting")), "Add")
    window.workbench.go(OVERVIEW)
    assert line(lines(), "Services (1)").isEnabled()


def test_what_runs_out_leads_to_its_date(overview):
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011  the user's own day
    client = Client(name="Acme", contract_until=tomorrow)
    window, lines = overview(Project().add(client))
    click(line(lines(), "“Acme”: contract until"))
    assert window.workbench.place == Place("clients", client.id)
    form = window.workbench.pages.page.form
    assert window.focusWidget() is form.fields["contract_until"].editor.control


def test_findings_lead_to_their_place(overview, qtbot):
    window, lines = overview(Project().add(ServiceLevel(name="")))
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    click(line(lines(), "has no"))
    assert window.workbench.place.table == "service_levels"


def test_a_newcomer_is_led_to_the_first_part_that_is_missing(overview):
    window, _ = overview(Project().add(Document(name="What we promise")))
    page = window.workbench.pages.page
    assert page.next.words.text() == "Next, step 2 of 13: services"
    click(page.next.button)
    assert window.workbench.place.table == "services"


def test_the_next_part_is_marked_in_the_list(overview):
    _, lines = overview(Project().add(Document(name="What we promise")))
    assert line(lines(), "Services").accessibleName().endswith("Next")


def a_complete_project() -> Project:
    rows = (entity_named(one.name)() for one in WAY if one.name != "Document")
    return Project().add(Document(name="What we promise"), *rows)


def test_a_complete_project_is_led_to_whether_it_holds():
    project = a_complete_project()
    (level,) = project.service_levels
    project = project.put(level.but(readers=EVERYONE))
    assert next_step(project, WAY, ()).place == Place(panel="hold")


def test_a_project_of_which_clients_read_no_level_is_led_to_opening_one():
    project = a_complete_project()
    found = [one for one in check(project, date(2026, 1, 1)) if one.rule == CLOSED_TO_CLIENTS]
    advice = next_step(project, WAY, found)
    assert advice.place == Place("service_levels")
    assert "open to clients" in advice.words


def test_a_project_that_is_for_no_client_is_not_led_there_for_ever():
    project = a_complete_project()
    today = date(2026, 1, 1)
    [closed] = [one for one in check(project, today) if one.rule == CLOSED_TO_CLIENTS]
    kept = accepted(project, closed, "We work for our own house alone.")
    found = [one for one in check(kept, today) if one.rule == CLOSED_TO_CLIENTS]
    assert next_step(kept, WAY, found).place == Place(panel="hold")


@pytest.mark.parametrize("name", ["Service handbook", "Servicehandbuch"])
def test_the_title_of_a_blank_project_is_none_that_somebody_typed(name):
    project = Project().add(Document(name=name))
    assert next_step(project, WAY, ()).place == Place("document")


def test_an_error_comes_before_that(overview, qtbot):
    document = Document(name="What we promise")
    rows = (entity_named(one.name)() for one in WAY if one.name != "Document")
    measure = Measure(name="Answer")
    credit = Compensation(name="Credit", measure=measure.id)
    window, _ = overview(Project().add(document, *rows, measure, credit))
    page = window.workbench.pages.page
    qtbot.waitUntil(lambda: "mend" in page.next.words.text(), timeout=10_000)


def test_verdicts_lead_to_their_panel(overview, qtbot):
    window, lines = overview(Project())
    qtbot.waitUntil(lambda: any("Staffing" in name for name in lines()), timeout=10_000)
    click(line(lines(), "Staffing and cost"))
    assert window.workbench.place == Place(panel="staffing")


def test_what_changed_since_the_frozen_revision_is_counted(overview, qtbot):
    service = Service(name="Hosting")
    before = Project().add(service)
    project = before.add(frozen(before, Revision(label="1.0")), Service(name="Repair"))
    _, lines = overview(project)
    qtbot.waitUntil(lambda: any("1 record differs" in name for name in lines()), timeout=10_000)


def test_handbooks_that_differ_from_the_frozen_version_they_name_are_told(overview, qtbot):
    before = Project().add(Document(name="Handbook", version="1.0"))
    project = before.add(frozen(before, Revision(label="1.0")), Service(name="Repair"))
    window, lines = overview(project)
    said = "say version 1.0 as well"
    qtbot.waitUntil(lambda: any(said in name for name in lines()), timeout=10_000)
    click(line(lines(), said))
    assert window.workbench.place.table == "document"


def test_a_raised_version_is_told_no_more(overview, qtbot):
    before = Project().add(Document(name="Handbook", version="1.0"))
    project = before.add(frozen(before, Revision(label="1.0")), Service(name="Repair"))
    (document,) = project.document
    _, lines = overview(project.put(document.but(version="1.1")))
    qtbot.waitUntil(lambda: any("record" in name for name in lines()), timeout=10_000)
    assert not any("as well" in name for name in lines())


def test_without_a_frozen_revision_it_says_so(overview, qtbot):
    _, lines = overview(Project())
    qtbot.waitUntil(
        lambda: any("No revision is frozen" in name for name in lines()), timeout=10_000
    )


def test_the_title_of_a_blank_project_does_not_count_as_a_document_begun():
    blank = starter("blank").project()
    assert not WAY[0].is_done(blank)


def test_a_document_is_begun_with_a_title_of_its_own():
    assert WAY[0].is_done(Project().add(Document(name="What we promise")))


def test_a_document_is_begun_with_the_organisation():
    blank = starter("blank").project()
    ours = blank.the(Document).but(organisation="Acme")
    assert WAY[0].is_done(blank.put(ours))


def test_nothing_is_said_to_be_well_before_the_first_check(overview):
    window, _ = overview(starter("agency").project())
    assert window.workbench.pages.page.next.words.text() == "Checking…"


def test_no_findings_are_counted_before_the_first_check(overview):
    window, _ = overview(Project())
    assert window.finding_count.text() == "Checking…"


def test_after_the_first_check_all_is_well(qtbot):
    session = Session(Project())
    with qtbot.waitSignal(session.checked):
        session.check_now()
    assert nothing_found(session) == "Nothing to be found: all is well here."
    session.close()


def test_a_copy_says_what_to_do_with_it():
    assert step_in_copy(Reader.CLIENT).words == "This is a copy for clients"


def test_a_copy_is_never_said_to_be_well(qtbot):
    session = Session(Project())
    session.reader = Reader.SALES
    with qtbot.waitSignal(session.checked):
        session.check_now()
    assert nothing_found(session) == "Nothing to be found in what this copy holds."
    session.close()
