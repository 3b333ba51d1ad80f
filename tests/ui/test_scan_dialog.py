"""The window's way to check a finished handbook, and what an export shows that does not pass."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from slaeditor.model.document import Document, Release
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.ui import asking, document_dialogs
from slaeditor.ui.export_dialog import ExportDialog
from slaeditor.ui.place import Place
from slaeditor.ui.scan_dialog import ScanDialog
from tests.builders import a_level, open_to_all

GOLD = a_level("Gold", staff_note="Always look at the second page first.")


def a_project(**values):
    return Project().add(open_to_all(Document, name="Northwind support", **values), GOLD)


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.html"
    path.write_text("<!doctype html><p>Look at the second page first.</p>")
    return path


@pytest.fixture
def scanning(qtbot, window, old):
    dialog = ScanDialog(window, a_project(), old)
    dialog.open()
    qtbot.waitUntil(lambda: "found" in dialog.state.text(), timeout=20_000)
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_a_confidential_passage_is_listed(scanning):
    assert scanning.state.text() == "1 thing was found that this reader may not see:"
    assert "service level “Gold”" in scanning.list.item(0).text()


def test_a_click_leads_to_the_field(qtbot, scanning):
    with qtbot.waitSignal(scanning.chosen) as chosen:
        scanning.list.itemClicked.emit(scanning.list.item(0))
    assert chosen.args == [Place("service_levels", GOLD.id, "staff_note")]


def test_another_reader_may_see_it(qtbot, scanning):
    scanning.audience.setCurrentText("Staff edition")
    words = "Nothing was found that this reader may not see."
    qtbot.waitUntil(lambda: scanning.state.text() == words, timeout=20_000)
    assert not scanning.list.isVisible()


def test_a_file_that_cannot_be_read_is_said_to_be_so(qtbot, window, tmp_path):
    path = tmp_path / "old.pdf"
    path.write_bytes(b"nothing")
    dialog = ScanDialog(window, a_project(), path)
    qtbot.waitUntil(lambda: "no PDF" in dialog.state.text(), timeout=20_000)
    dialog.close()


def test_the_file_menu_asks_for_the_file(qtbot, opened, program, monkeypatch, old):
    monkeypatch.setattr(asking, "path_to_open", lambda *_: str(old))
    document_dialogs.scan(program.documents, opened)
    dialog = opened.findChild(ScanDialog)
    qtbot.waitUntil(lambda: "found" in dialog.state.text(), timeout=20_000)
    dialog.close()


def exporting(window, tmp_path, project):
    dialog = ExportDialog(window, project, tmp_path)
    for reader, box in dialog.choices.editions.items():
        box.setChecked(reader is Reader.CLIENT)
    for key, box in dialog.choices.forms.items():
        box.setChecked(key == "html")
    return dialog


def test_a_handbook_that_does_not_pass_is_not_saved_and_leads_to_the_field(qtbot, window, tmp_path):
    project = a_project(never_for_clients="gold")
    dialog = exporting(window, tmp_path, project)
    with qtbot.waitSignal(dialog.made, timeout=120_000):
        dialog.start()
    assert not list(tmp_path.glob("*.html"))
    assert "It was not saved; 1 thing in it" in dialog.results.item(0).text()
    hit = dialog.results.item(dialog.results.count() - 1)
    document = project.the(Document)
    assert hit.data(Qt.ItemDataRole.UserRole) == Place("document", document.id, "never_for_clients")
    with qtbot.waitSignal(dialog.chosen):
        dialog.results.itemClicked.emit(hit)


def test_a_handbook_that_passes_says_of_how_much_it_is_independent(qtbot, window, tmp_path):
    dialog = exporting(window, tmp_path, a_project())
    with qtbot.waitSignal(dialog.made, timeout=120_000) as made:
        dialog.start()
    [one] = made.args[0]
    assert f"Independent of {one.verdict.confidential} confidential item" in (
        dialog.results.item(0).text()
    )
    dialog.close()


def test_the_release_that_is_noted_holds_the_verdict(qtbot, opened, program):
    document_dialogs.export(program.documents, opened)
    dialog = opened.findChild(ExportDialog)
    for reader, box in dialog.choices.editions.items():
        box.setChecked(reader is Reader.CLIENT)
    for key, box in dialog.choices.forms.items():
        box.setChecked(key == "html")
    with qtbot.waitSignal(dialog.made, timeout=120_000) as made:
        dialog.start()
    [one] = made.args[0]
    [release] = opened.session.project.table(Release)
    assert (release.form, release.digest, release.confidential) == (
        "HTML",
        one.verdict.digest,
        one.verdict.confidential,
    )
    assert release.result.startswith("Independent of ")
    assert len(release.content_digest) == 64
    dialog.close()
