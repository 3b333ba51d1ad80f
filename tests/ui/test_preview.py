"""The preview: made again after edits, the newest wins, the old pages stay meanwhile."""

from __future__ import annotations

import threading
from typing import Any

import pypdfium2
import pytest

from slaeditor.model.clients import Client
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.trouble import ProseTrouble
from slaeditor.session.audience import Audience
from slaeditor.ui.following_preview import FollowingPreview
from slaeditor.ui.pdf_pages import Passage
from slaeditor.ui.place import Place
from slaeditor.ui.preview import PreviewPane
from slaeditor.ui.program import Program
from tests.builders import a_level, open_to_all
from tests.ui.handbooks import small_handbook


class Press:
    """Makes small handbooks and remembers for what it was asked."""

    def __init__(self):
        self.asked: list[Any] = []
        self.gate = threading.Event()
        self.gate.set()
        self.trouble: Exception | None = None

    def __call__(self, wish, ticket):
        self.asked.append(wish)
        while not self.gate.wait(0.01):
            if ticket.cancelled:
                break
        if self.trouble is not None:
            raise self.trouble
        return small_handbook()


@pytest.fixture
def press():
    return Press()


@pytest.fixture
def pane(qtbot, press):
    made = PreviewPane(maker=press)
    qtbot.addWidget(made)
    made.resize(520, 640)
    made.show()
    yield made
    press.gate.set()
    made.close_down()


def shown(qtbot, pane, project=None):
    with qtbot.waitSignal(pane.pages_shown, timeout=30_000):
        pane.show_project(project or Project(), at_once=True)


def test_a_project_is_shown_page_by_page(qtbot, pane):
    shown(qtbot, pane)
    assert pane.page.text().startswith("Page 1 of ")
    assert pane.page.maximum() > 3


def test_edits_are_shown_after_a_quiet_moment(qtbot, pane, press):
    shown(qtbot, pane)
    project = Project()
    for name in ("G", "Go", "Gold"):
        project = project.add(a_level(name))
        pane.show_project(project)
    assert len(press.asked) == 1
    qtbot.waitUntil(lambda: len(press.asked) == 2)
    assert press.asked[1].project is project


def test_old_pages_stay_while_new_ones_are_made(qtbot, pane, press):
    shown(qtbot, pane)
    press.gate.clear()
    pane.refresh()
    qtbot.waitUntil(lambda: len(press.asked) == 2)
    assert pane.updating
    assert pane.page.maximum() > 3
    press.gate.set()
    qtbot.waitUntil(lambda: not pane.updating)


def test_the_newest_project_wins(qtbot, pane, press):
    shown(qtbot, pane)
    press.gate.clear()
    pane.show_project(Project().add(a_level("Old")), at_once=True)
    qtbot.waitUntil(lambda: len(press.asked) == 2)
    newest = Project().add(a_level("New"))
    with qtbot.waitSignal(pane.pages_shown, timeout=10_000):
        pane.show_project(newest, at_once=True)
        qtbot.waitUntil(lambda: len(press.asked) == 3)
        press.gate.set()
    assert press.asked[-1].project is newest


def test_choosing_another_edition_makes_it(qtbot, pane, press):
    shown(qtbot, pane)
    pane.head.reader.setCurrentIndex(pane.head.reader.findData("client"))
    qtbot.waitUntil(lambda: press.asked[-1].audience == Audience(Reader.CLIENT))


def test_clients_are_offered_for_the_client_edition_only(qtbot, pane):
    shown(qtbot, pane, Project().add(open_to_all(Client, name="Northwind")))
    assert not pane.head.client.isVisible()
    pane.head.show_audience(Audience(Reader.CLIENT))
    assert pane.head.client.isVisible()
    assert [pane.head.client.itemText(at) for at in range(2)] == ["Clients in general", "Northwind"]


def test_a_client_that_is_renamed_stays_chosen(qtbot, pane, press):
    client = open_to_all(Client, name="Northwind")
    project = Project().add(client)
    shown(qtbot, pane, project)
    pane.head.show_audience(Audience(Reader.CLIENT, client.id))
    pane.show_project(project.put(client.but(name="Southwind")))
    assert pane.head.client.currentText() == "Southwind"


def test_trouble_is_told_in_a_sentence_and_can_be_followed(qtbot, pane, press):
    shown(qtbot, pane)
    press.trouble = ProseTrouble("The text of “Gold” holds a mark.", "Take it away.")
    pane.refresh()
    qtbot.waitUntil(lambda: pane.bar.words == "The text of “Gold” holds a mark. Take it away.")
    assert pane.page.maximum() > 3
    with qtbot.waitSignal(pane.trouble_followed):
        pane.bar.button("Go there").click()


def test_trouble_that_is_over_is_no_longer_told(qtbot, pane, press):
    press.trouble = ProseTrouble("The text of “Gold” holds a mark.")
    pane.show_project(Project(), at_once=True)
    qtbot.waitUntil(lambda: bool(pane.bar.words))
    press.trouble = None
    shown(qtbot, pane)
    assert pane.bar.words == ""


def test_nothing_is_made_while_the_pane_is_hidden(qtbot, pane, press):
    pane.hide()
    pane.show_project(Project(), at_once=True)
    qtbot.wait(700)
    assert press.asked == []
    pane.show()
    qtbot.waitUntil(lambda: len(press.asked) == 1)


def test_the_place_being_edited_is_followed(qtbot, pane):
    shown(qtbot, pane)
    pane.follow("Gold")
    assert pane.page.value() > 3


def test_a_place_in_another_chapter_is_asked_for(qtbot, pane, press):
    shown(qtbot, pane)
    pane.follow("Platinum", "Service levels")
    qtbot.waitUntil(lambda: len(press.asked) == 2)
    assert press.asked[1].titles == ("Platinum", "Service levels")
    assert not press.asked[1].whole


def test_the_whole_handbook_can_be_asked_for(qtbot, pane, press):
    shown(qtbot, pane)
    pane.head.whole.click()
    qtbot.waitUntil(lambda: len(press.asked) == 2)
    assert press.asked[1].whole


def test_a_place_without_pages_is_followed_once_they_are_there(qtbot, pane):
    pane.follow("Gold")
    shown(qtbot, pane)
    assert pane.page.value() > 3


def test_a_page_number_that_is_typed_is_gone_to(qtbot, pane):
    shown(qtbot, pane)
    pane.page.setValue(4)
    qtbot.waitUntil(lambda: pane.page.value() == 4)


def test_every_control_has_a_name(pane):
    for button in (pane.out, pane.fit, pane.closer, pane.outside):
        assert button.text()
        assert button.toolTip()
    assert pane.head.reader.accessibleName() != pane.head.client.accessibleName()


@pytest.fixture
def previewed(qapp, qtbot, gold):
    """A window with a file and its real preview, wide enough for both."""
    program = Program(qapp)
    window = program.open_window()
    window.resize(1600, 900)
    program.documents.open(window, gold)
    qtbot.waitUntil(lambda: window.session is not None)
    yield window
    document, window.document = window.document, None
    document.close()
    window.close()
    program.close_down()
    program.deleteLater()


def words_of(content):
    with pypdfium2.PdfDocument(content) as document:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_real_pages_show_what_was_just_typed(previewed, qtbot):
    pane: Any = previewed.findChild(FollowingPreview)
    qtbot.waitUntil(lambda: bool(pane.content), timeout=120_000)
    project = previewed.session.project
    level = next(iter(project.table(ServiceLevel)))
    previewed.workbench.go(Place("service_levels", level.id))
    with qtbot.waitSignal(pane.pages_shown, timeout=120_000):
        previewed.session.edit(project.put(level.but(name="Wolframite")), "Rename")
    qtbot.waitUntil(lambda: "Wolframite" in words_of(pane.content), timeout=120_000)


def test_a_place_that_is_renamed_is_still_the_place(qtbot, pane, press):
    pane.follow("Gold", "Service levels")
    shown(qtbot, pane)
    pane.call_place("Golden", "Service levels")
    pane.refresh()
    qtbot.waitUntil(lambda: press.asked[-1].titles == ("Golden", "Service levels"))


def test_a_passage_chosen_in_the_preview_leads_to_its_field(previewed, qtbot):
    pane: Any = previewed.findChild(FollowingPreview)
    level = next(iter(previewed.session.project.table(ServiceLevel)))
    pane.passage_chosen.emit(Passage(level.name, ("Service levels",)))
    assert previewed.workbench.place.table == "service_levels"
    assert previewed.workbench.place.row == level.id


def test_a_passage_of_the_program_is_said_to_be_its_own(previewed, qtbot):
    pane: Any = previewed.findChild(FollowingPreview)
    before = previewed.workbench.place
    pane.passage_chosen.emit(Passage("Page 3 of 17", ()))
    assert previewed.workbench.place == before
    assert "cannot be edited" in previewed.statusBar().currentMessage()
