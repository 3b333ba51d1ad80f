"""Comparing, sharing and earlier versions of a document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.exchange.revisions import frozen
from slaeditor.model.clients import Client
from slaeditor.model.document import Revision
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import CLIENT, EVERYONE, STAFF, Reader
from slaeditor.session import opening
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.state import state
from slaeditor.ui import asking, document_dialogs
from slaeditor.ui.compare_dialog import CompareDialog
from slaeditor.ui.share_dialog import ShareDialog
from slaeditor.ui.versions_dialog import VersionsDialog
from slaeditor.ui.window import windows
from tests.builders import a_level

CTRL = Qt.KeyboardModifier.ControlModifier


def add_level(window, name="Silver", **values):
    window.session.edit(window.session.project.add(a_level(name).but(**values)), f"Add {name}")


def lines(dialog):
    groups = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
    return [group.child(at).text(0) for group in groups for at in range(group.childCount())]


@pytest.fixture
def comparing(program, opened, gold, qtbot):
    add_level(opened)
    document_dialogs.compare(program.documents, opened, gold)
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(dialog.copy.isEnabled)
    yield dialog
    dialog.close()


def test_what_changed_since_a_file_is_told_in_sentences(comparing):
    assert comparing.state.text() == "From “Gold.sla” to “Gold.sla” one record differs."
    assert lines(comparing)[0].startswith("Service level Silver is new")


def test_the_differences_can_be_copied_as_text(comparing):
    comparing.copy.click()
    assert QApplication.clipboard().text().startswith("Service level Silver is new")


def test_a_bulletin_is_made_from_what_changed(comparing, tmp_path, qtbot):
    with qtbot.waitSignal(comparing.saved, timeout=60_000):
        comparing.make_bulletin(tmp_path / "News", Reader.STAFF)
    assert (tmp_path / "News.pdf").read_bytes().startswith(b"%PDF")
    assert comparing.state.text() == "Saved “News.pdf”."


def test_no_bulletin_is_made_for_somebody_who_sees_no_change(
    program, opened, gold, tmp_path, qtbot
):
    add_level(opened, "Only staff", readers=STAFF)
    document_dialogs.compare(program.documents, opened, gold)
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(dialog.copy.isEnabled)
    dialog.make_bulletin(tmp_path / "News", Reader.CLIENT)
    qtbot.waitUntil(lambda: "Nothing that this reader" in dialog.state.text())
    assert not (tmp_path / "News.pdf").exists()
    dialog.close()


def test_the_clients_whom_a_change_concerns_are_listed(program, opened, gold, qtbot):
    level = next(iter(opened.session.project.service_levels))
    client = Client(name="Acme", level=level.id, readers=EVERYONE)
    opened.session.edit(opened.session.project.add(client), "Add Acme")
    opened.session.edit(opened.session.project.put(level.but(readers=EVERYONE)), "Open Gold")
    document_dialogs.compare(program.documents, opened, gold)
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(dialog.copy.isEnabled)
    assert any(line.startswith("Acme: ") for line in lines(dialog))
    dialog.close()


def test_what_changed_since_a_frozen_revision_is_told(program, opened, qtbot):
    project = opened.session.project
    opened.session.edit(project.add(frozen(project, Revision(label="2.0"))), "Freeze")
    add_level(opened)
    document_dialogs.compare_revision(program.documents, opened)
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(dialog.copy.isEnabled)
    assert dialog.since.currentText() == "Since 2.0"
    assert any(line.startswith("Service level Silver is new") for line in lines(dialog))
    assert not any("Revision 2.0" in line for line in lines(dialog))
    dialog.close()


def test_the_state_is_frozen_from_the_menu_and_melts_with_one_undo(opened, qtbot):
    opened.actions_of.by_id["file.freeze"].trigger()
    qtbot.waitUntil(lambda: bool(len(opened.session.project.revisions)), timeout=10_000)
    assert opened.messages.words == "The state is kept as revision “Revision 1”."
    opened.actions_of.by_id["edit.undo"].trigger()
    assert not len(opened.session.project.revisions)


def test_without_a_frozen_revision_the_menu_says_what_to_do(opened):
    command = opened.actions_of.commands["file.compare_revision"]
    assert not command.enabled(opened)
    assert command.why_not == "Freeze a revision first."


def test_a_long_difference_is_shown_as_a_whole(program, opened, gold, qtbot):
    level = next(iter(opened.session.project.service_levels))
    long = "We answer within the hour and stay until it is mended. " * 6
    opened.session.edit(opened.session.project.put(level.but(promise=long)), "Promise")
    document_dialogs.compare(program.documents, opened, gold)
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(dialog.copy.isEnabled)
    group = dialog.list.topLevelItem(0)
    heights = [dialog.list.visualItemRect(one).height() for one in (group, group.child(0))]
    assert heights[1] >= heights[0] + dialog.fontMetrics().lineSpacing()
    dialog.close()


def test_equal_content_is_said_to_be_equal(program, opened, gold, qtbot):
    document_dialogs.compare(program.documents, opened, gold)
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(lambda: "say the same" in dialog.state.text())
    dialog.close()


def test_a_file_that_cannot_be_read_is_told(program, opened, tmp_path, qtbot):
    document_dialogs.compare(program.documents, opened, tmp_path / "gone.sla")
    dialog = opened.findChild(CompareDialog)
    qtbot.waitUntil(lambda: "no such file" in dialog.state.text())
    dialog.close()


@pytest.fixture
def sharing(program, opened, qtbot):
    add_level(opened, "Only staff", readers=STAFF)
    add_level(opened, "For all", readers=EVERYONE)
    document_dialogs.share(program.documents, opened)
    dialog = opened.findChild(ShareDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    yield dialog
    dialog.close()


def test_sharing_tells_how_much_is_left_out(sharing):
    assert sharing.told.text().startswith("2 of 3 records stay, 1 are left out")


def test_a_shared_copy_holds_nothing_the_reader_may_not_see(sharing, tmp_path, monkeypatch, qtbot):
    sharing.readers.button(2).click()
    qtbot.waitUntil(sharing.go.isEnabled)
    assert sharing.reader is Reader.CLIENT
    monkeypatch.setattr(asking, "path_to_save", lambda *_: str(tmp_path / "For clients"))
    with qtbot.waitSignal(sharing.saved, timeout=10_000):
        sharing.go.click()
    copy = open_file(tmp_path / "For clients.sla")
    assert [level.name for level in copy.project.table(ServiceLevel)] == ["Gold", "For all"]
    assert all(level.readers == CLIENT for level in copy.project.table(ServiceLevel))
    assert copy.meta.edition is Reader.CLIENT
    assert b"Only staff" not in (tmp_path / "For clients.sla").read_bytes()


@pytest.fixture
def saved_twice(opened, qtbot):
    add_level(opened)
    qtbot.keyClick(opened, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not opened.isWindowModified())
    return opened


def test_every_save_is_listed_as_a_version(program, saved_twice):
    document_dialogs.versions(program.documents, saved_twice)
    dialog = saved_twice.findChild(VersionsDialog)
    assert dialog.list.count() == 2
    dialog.close()


def test_a_copy_for_a_reader_among_the_versions_is_named_as_one(program, saved_twice, tmp_path):
    meta = saved_twice.document.meta
    save_file(Project(), tmp_path / "copy.sla", replace(meta, edition=Reader.SALES))
    opening.opened(tmp_path / "copy.sla", state(), lock=False)
    document_dialogs.versions(program.documents, saved_twice)
    dialog = saved_twice.findChild(VersionsDialog)
    assert dialog.list.item(0).text().endswith("copy for sales, not the whole")
    assert "copy" not in dialog.list.item(1).text()
    dialog.close()


def test_an_earlier_version_opens_as_a_copy(program, saved_twice, qtbot):
    document_dialogs.versions(program.documents, saved_twice)
    dialog = saved_twice.findChild(VersionsDialog)
    dialog.list.setCurrentRow(1)
    dialog.open_copy.click()
    qtbot.waitUntil(lambda: len(windows()) == 2)
    copy = next(one for one in windows() if one.name == "Untitled")
    assert copy.session is not None
    assert [level.name for level in copy.session.project.table(ServiceLevel)] == ["Gold"]


def test_an_earlier_version_is_compared_with_now(program, saved_twice, qtbot):
    document_dialogs.versions(program.documents, saved_twice)
    dialog = saved_twice.findChild(VersionsDialog)
    dialog.list.setCurrentRow(1)
    dialog.compare.click()
    comparing = saved_twice.findChild(CompareDialog)
    qtbot.waitUntil(lambda: bool(lines(comparing)))
    assert lines(comparing)[0].startswith("Service level Silver is new")
    comparing.close()
