"""The panels show what follows from the records, and lead to them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.project import Project, kinds
from slaeditor.rules.exposure import Happening
from slaeditor.rules.exposure_words import exposure_passages
from slaeditor.rules.inheritance import sold
from slaeditor.rules.staffing_case import case_for_staff
from slaeditor.ui import asking
from slaeditor.ui.figure_view import FigureView
from slaeditor.ui.icons import drawing
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.menus.tools import PANELS_SHOWN
from slaeditor.ui.panel_page import PanelPage
from slaeditor.ui.panels import PANELS
from slaeditor.ui.place import Place
from tests.rules.compensation_builders import compute
from tests.rules.staffing_builders import CALLS, GOLD, MAIL, TEAM, a_department
from tests.rules.test_exposure import sold_at
from tests.rules.test_feasibility import MEASURE, a_promise, owed, work
from tests.ui.hands import click, press, type_words


@pytest.fixture
def panel(editing, qtbot):
    """What shows a panel of a project and returns the window and the page with its answer."""

    def shown(key: str, project: Project | None = None):
        window = editing(project)
        window.workbench.go(Place(panel=key))
        page = window.workbench.pages.page
        assert isinstance(page, PanelPage)
        qtbot.waitUntil(lambda: page.answer is not None, timeout=10_000)
        QApplication.processEvents()
        return window, page

    return shown


def said(page) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisibleTo(page)]


def pressed(page: QWidget, words: str) -> QPushButton:
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)]
    return next(one for one in buttons if one.accessibleName().startswith(words))


@pytest.mark.parametrize("key", list(PANELS))
def test_a_panel_of_an_empty_project_says_what_it_needs(panel, key):
    _, page = panel(key)
    assert sum(len(words) for words in said(page)) > 100


def test_no_panel_is_named_like_a_table():
    assert not PANELS.keys() & kinds().keys()


def test_the_icon_of_every_panel_exists():
    assert all(drawing(one.icon) for one in PANELS.values())


def test_the_menu_names_every_panel():
    named = {key: picture for key, _, picture in PANELS_SHOWN}
    assert named == {one.key: one.icon for one in PANELS.values()}


def test_the_navigator_leads_to_a_panel(editing):
    window = editing(Project())
    window.workbench.navigator.setFocus()
    window.workbench.navigator.show_place(Place(panel="hold"))
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert window.workbench.place == Place(panel="chains")


def test_a_command_leads_to_a_panel_and_alt_left_back(editing):
    window = editing(Project())
    window.actions_of.by_id["tools.panel_losses"].trigger()
    assert window.workbench.place == Place(panel="losses")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.workbench.place == Place()


def chained():
    target = a_promise("4 h")
    agreement, part = owed(target, "6 h")
    return Project().add(MEASURE, target, agreement, part, work(target, "1 h", 2)), agreement


def test_a_chain_says_the_hole_and_whose_it_is(panel):
    project, _ = chained()
    _, page = panel("chains", project)
    assert any("3 h too long, most of it “Line”" in words for words in said(page))


def test_a_link_of_a_chain_leads_to_its_agreement(panel):
    project, agreement = chained()
    window, page = panel("chains", project)
    click(pressed(page, "“Line” ("))
    assert window.workbench.place == Place("support_agreements", agreement.id)


def test_the_figure_of_a_chain_is_read_aloud(panel):
    project, _ = chained()
    _, page = panel("chains", project)
    names = [one.accessibleName() for one in page.findChildren(FigureView)]
    assert any("Line" in name for name in names)


def test_staffing_says_what_the_verb_says(panel):
    project = a_department(TEAM, CALLS, MAIL)
    _, page = panel("staffing", project)
    told = set(said(page))
    sentences = {one for each in case_for_staff(project) for one in each.sentences}
    assert set(map(LocaleWords().sentence, sentences)) <= told


def test_more_clients_need_more_positions(panel, qtbot):
    _, page = panel("staffing", a_department(TEAM, CALLS, MAIL))
    page.supposing.clients.setFocus()
    type_words("20")
    qtbot.waitUntil(lambda: any("Supposed: 20 more" in one for one in said(page)))


def test_what_is_supposed_is_kept_as_a_scenario_in_one_step(panel, qtbot):
    window, page = panel("staffing", a_department(TEAM, CALLS, MAIL))
    page.supposing.clients.setFocus()
    type_words("20")
    qtbot.waitUntil(page.supposing.keep.isEnabled)
    click(page.supposing.keep)
    assert [(one.level, one.more_clients) for one in window.session.project.scenarios] == [
        (GOLD.id, Decimal(20))
    ]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not len(window.session.project.scenarios)


def test_words_that_are_no_number_stay_with_a_sentence(panel):
    _, page = panel("staffing", a_department(TEAM, CALLS, MAIL))
    page.supposing.clients.setFocus()
    type_words("many")
    assert page.supposing.clients.text() == "many"
    assert page.supposing.trouble.text() == "“many” is no number. Write 20, or 0.5."


def test_exposure_follows_the_result_that_is_typed(panel, qtbot):
    made, row = compute()
    project = sold_at(made)
    _, page = panel("exposure", project)
    page.results.fields[row.measure].setFocus()
    type_words("98")
    wanted = exposure_passages(project, sold(project), Happening({row.measure: Decimal(98)}))
    cells = set(map(LocaleWords().sentence, wanted[0].rows[1]))
    qtbot.waitUntil(lambda: cells <= set(said(page)))
    assert "600.00 EUR" in cells


def interviews():
    target = a_promise("4 h")
    rows = (
        LossInterview(name="Acme", cause=LossCause.FAILED_DELIVERY, broken_target=target.id),
        LossInterview(name="Bolt"),
    )
    return Project().add(MEASURE, target, *rows), target


def test_what_broke_leads_to_the_promise(panel):
    project, target = interviews()
    window, page = panel("losses", project)
    click(pressed(page, "Target: Restored"))
    assert window.workbench.place == Place("targets", target.id)


def test_a_loss_is_classed_in_place_by_one_step(panel, qtbot):
    project, _ = interviews()
    window, page = panel("losses", project)
    choice = next(c for c in page.findChildren(QComboBox) if c.accessibleName() == "Cause of Bolt")
    choice.setFocus()
    press(Qt.Key.Key_End)
    bolt = window.session.project.loss_interviews.rows
    assert LossCause.NOT_PREVENTABLE in {one.cause for one in bolt.values()}
    assert window.session.history.undo_label == "Class the loss Bolt"


@pytest.mark.timeout(60)
def test_the_counts_are_saved_as_a_document(panel, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "losses.pdf"
    monkeypatch.setattr(asking, "path_to_save", lambda *_words: str(path))
    _, page = panel("losses", interviews()[0])
    click(page.save)
    qtbot.waitUntil(path.exists, timeout=50_000)
    assert path.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: page.messages.words == "Saved losses.pdf.", timeout=5000)


def test_a_panel_nobody_sees_is_not_made_anew(panel, qtbot):
    window, page = panel("staffing", a_department(TEAM, CALLS))
    shown = said(page)
    window.workbench.go(Place("teams"))
    window.session.edit(Project(), "Empty the project")
    before, page.answer = page.answer, None
    page.ask()
    qtbot.waitUntil(lambda: page.answer is not None, timeout=10_000)
    assert page.answer != before
    assert said(page) == shown


def test_a_panel_that_was_not_seen_is_up_to_date_when_it_is_seen(panel, qtbot):
    window, page = panel("staffing", a_department(TEAM, CALLS))
    shown = said(page)
    window.workbench.go(Place("teams"))
    window.session.edit(Project(), "Empty the project")
    page.answer = None
    page.ask()
    qtbot.waitUntil(lambda: page.answer is not None, timeout=10_000)
    window.workbench.go(Place(panel="staffing"))
    assert said(page) != shown


def test_a_part_of_a_case_that_stays_the_same_is_not_made_anew(panel):
    _, page = panel("staffing", a_department(TEAM, CALLS))
    verdict, supposed, passages = page.answer
    kept = list(page._passages.lines)
    assert len(kept) > 1
    page.show_answer((verdict, supposed, passages[:-1]))
    assert page._passages.lines == kept[:-1]
