"""The page of the document: covers, colours, typefaces, chapters and revisions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from slaeditor.exchange.revisions import thawed
from slaeditor.exchange.starters import starter
from slaeditor.model.document import Document, Language, Look
from slaeditor.model.handbook_chapters import HandbookChapter
from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.render.colour import contrast
from slaeditor.ui.document.chapters_panel import HEADS_EVERY
from slaeditor.ui.document.document_page import DocumentPage
from slaeditor.ui.document.looks_panel import COLOURS, ENOUGH, contrast_words
from slaeditor.ui.place import Place
from slaeditor.ui.window import Window
from tests.ui.hands import click, press


@pytest.fixture
def page(editing):
    """What shows the page of a document and returns the window and the page."""

    def shown(**values):
        document = Document(name="What we promise", version="2.0", **values)
        window = editing(Project().add(document, Service(name="Hosting")))
        window.workbench.go(Place("document"))
        return window, window.workbench.pages.page

    return shown


def the_document(window: Window) -> Document:
    assert window.session is not None
    return window.session.project.the(Document)


def cover_says(shown: DocumentPage, reader: Reader) -> str:
    return shown.looks.covers[reader].accessibleName()


def test_the_covers_say_title_and_line(page, qtbot):
    _, shown = page()
    told = "Cover: Staff edition, What we promise, Internal. Do not pass on."
    qtbot.waitUntil(lambda: cover_says(shown, Reader.STAFF) == told, timeout=10_000)


def test_a_cover_follows_the_title_that_is_typed(page, qtbot):
    _, shown = page()
    control = shown.form.fields["name"].editor.control
    control.setFocus()
    control.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_X)
    told = "Cover: Client edition, x"
    qtbot.waitUntil(lambda: cover_says(shown, Reader.CLIENT) == told, timeout=10_000)


def test_a_swatch_changes_the_colour_in_one_step(page):
    window, shown = page()
    click(shown.looks.swatches["Plum"])
    assert the_document(window).accent == COLOURS["Plum"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert the_document(window).accent == Document().accent
    assert not shown.looks.swatches["Plum"].isChecked()


@pytest.mark.parametrize("shade", COLOURS.values())
def test_every_colour_offered_can_be_read(shade):
    assert contrast(shade, "#ffffff") >= ENOUGH


def test_a_colour_that_cannot_be_read_is_said_to_be_changed():
    assert "too little to read" in contrast_words("#8a8a8a") or "printed darker" in contrast_words(
        "#ffd400"
    )


def test_a_sample_changes_the_typefaces(page):
    window, shown = page()
    shown.looks.samples[Look.MODERN].setFocus()
    press(Qt.Key.Key_Space)
    assert the_document(window).look is Look.MODERN


def test_a_chapter_is_switched_off_for_one_edition(page):
    window, shown = page()
    click(shown.chapters.switches[HandbookChapter.GLOSSARY, Reader.CLIENT])
    assert the_document(window).client_left_out == "glossary"
    assert the_document(window).staff_left_out == ""


def test_a_chapter_is_switched_on_again(page):
    window, shown = page(client_left_out="charter, glossary")
    click(shown.chapters.switches[HandbookChapter.GLOSSARY, Reader.CLIENT])
    assert the_document(window).client_left_out == "charter"


def test_the_switches_follow_an_undo(page):
    _, shown = page()
    switch = shown.chapters.switches[HandbookChapter.GLOSSARY, Reader.CLIENT]
    click(switch)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert switch.isChecked()


def test_freezing_keeps_the_state_as_it_is(page, qtbot):
    window, shown = page()
    click(shown.revisions.freeze)
    qtbot.waitUntil(lambda: bool(len(window.session.project.revisions)), timeout=10_000)
    (revision,) = window.session.project.revisions
    assert revision.label == "2.0"
    assert [one.name for one in thawed(revision).services] == ["Hosting"]


def test_freezing_again_raises_the_version(page, qtbot):
    window, shown = page()
    for count in (1, 2):
        click(shown.revisions.freeze)
        qtbot.waitUntil(lambda n=count: len(window.session.project.revisions) == n, timeout=10_000)
    last = window.session.project.revisions
    assert [one.label for one in last] == ["2.0", "2.1"]
    assert the_document(window).version == "2.1"
    assert thawed(tuple(last)[1]).the(Document).version == "2.1"


def test_the_first_colour_makes_the_document(editing):
    window = editing(Project())
    window.workbench.go(Place("document"))
    click(window.workbench.pages.page.looks.swatches["Teal"])
    assert [one.accent for one in window.session.project.document] == [COLOURS["Teal"]]


def test_a_chapter_clients_never_have_is_not_offered_for_them(page):
    _, shown = page()
    assert (HandbookChapter.ROLE_CARDS, Reader.STAFF) in shown.chapters.switches
    assert (HandbookChapter.ROLE_CARDS, Reader.CLIENT) not in shown.chapters.switches


def test_the_first_field_is_seen_and_selected_when_one_comes_here(page, qtbot):
    window, shown = page()
    bar = shown.form.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.workbench.pages.page.take_focus()
    title = shown.form.fields["name"].editor.control
    qtbot.waitUntil(lambda: not title.visibleRegion().isEmpty())
    assert title.selectedText() == "What we promise"


def test_the_readers_of_the_chapters_are_named_wherever_one_scrolls(page):
    _, shown = page()
    heads = [one.text() for one in shown.chapters.findChildren(QLabel)].count("Clients")
    assert heads == -(-len(HandbookChapter) // HEADS_EVERY)


def test_the_page_fits_beside_the_preview_without_scrolling_sideways(page):
    _, shown = page()
    assert shown.looks.minimumSizeHint().width() <= 560


def test_a_beginning_in_another_language_is_offered_in_that_of_the_handbooks(editing, qtbot):
    window = editing(starter("blank").project())
    window.workbench.go(Place("document"))
    shown = window.workbench.pages.page
    shown.change("language", Language.GERMAN)
    qtbot.waitUntil(lambda: not shown.beginning.isHidden(), timeout=10_000)
    assert "unchanged in English, while the handbooks are in German" in shown.beginning.words.text()
    click(shown.beginning.bring)
    assert the_document(window).name == "Servicehandbuch"
    assert window.session.history.undo_label == "Bring the beginning over to German"
    qtbot.waitUntil(shown.beginning.isHidden, timeout=10_000)
