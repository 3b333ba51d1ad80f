"""Merging a colleague's file from the menu, to the result that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from slaeditor.model.levels import ServiceLevel
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.ui import document_dialogs
from slaeditor.ui.conflict_table import MINE, THEIRS, WHERE
from slaeditor.ui.merge_dialog import MergeDialog
from tests.builders import a_level


def level(window):
    return next(iter(window.session.project.table(ServiceLevel)))


def theirs(gold, tmp_path, edit):
    """A colleague's copy of a file, edited."""
    found = open_file(gold)
    [row] = found.project.table(ServiceLevel)
    return save_file(edit(found.project, row), tmp_path / "Anna.sla", found.made_from).path


@pytest.fixture
def merging(program, opened, gold, tmp_path, qtbot):
    """What opens the dialog with a colleague's edit."""

    def open_(edit):
        path = theirs(gold, tmp_path, edit)
        document_dialogs.merge(program.documents, opened, path)
        dialog = opened.findChild(MergeDialog)
        qtbot.waitUntil(lambda: dialog._joined is not None)
        shown.append(dialog)
        return dialog

    shown: list[MergeDialog] = []
    yield open_
    for dialog in shown:
        if isValid(dialog):
            dialog.close()


def test_what_comes_in_is_listed_and_merged_as_one_step(merging, opened):
    dialog = merging(lambda project, _: project.add(a_level("Silver")))
    assert dialog.brings.topLevelItem(0).child(0).text(0).startswith("Service level Silver is new")
    assert "changes 1 record here" in dialog.state.text()
    dialog.go.click()
    assert {row.name for row in opened.session.project.table(ServiceLevel)} == {"Gold", "Silver"}
    assert opened.session.history.undo_label == "Merge with Anna.sla"
    assert "is merged" in opened.messages.words


@pytest.mark.parametrize(("ticked", "name"), [(False, "Ours"), (True, "Theirs")])
def test_where_both_changed_the_same_the_tick_decides(merging, opened, ticked, name):
    project = opened.session.project
    opened.session.edit(project.put(level(opened).but(name="Ours")), "Rename")
    dialog = merging(lambda project, row: project.put(row.but(name="Theirs")))
    assert dialog.clashes.isVisible()
    if ticked:
        dialog.clashes.item(0, THEIRS).setCheckState(Qt.CheckState.Checked)
    dialog.go.click()
    assert level(opened).name == name


def test_a_file_that_brings_nothing_is_said_to(merging):
    dialog = merging(lambda project, _: project)
    assert "brings nothing new" in dialog.state.text()
    assert not dialog.go.isEnabled()


def test_cancel_leaves_everything_as_it_was(merging, opened, qtbot):
    before = opened.session.project
    dialog = merging(lambda project, _: project.add(a_level("Silver")))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.session.project is before


def test_what_is_no_project_is_told_in_a_sentence(program, opened, tmp_path, qtbot):
    path = tmp_path / "Letter.sla"
    path.write_text("Dear Sir or Madam")
    document_dialogs.merge(program.documents, opened, path)
    dialog = opened.findChild(MergeDialog)
    qtbot.waitUntil(lambda: "Reading" not in dialog.state.text())
    assert "Letter.sla" in dialog.state.text()
    dialog.close()


@pytest.fixture
def clashing(merging, opened):
    """The table of a merge in which both changed for whom Gold is."""
    words = "Clients " * 60
    project = opened.session.project
    opened.session.edit(project.put(level(opened).but(for_whom="Mine")), "Change")
    dialog = merging(lambda project, row: project.put(row.but(for_whom=f"{words}end")))
    return dialog.clashes


def test_a_conflict_says_where_it_is(clashing):
    assert clashing.item(0, WHERE).text() == "Service level “Gold”: For whom"


def test_mine_stands_beside_theirs(clashing):
    assert clashing.item(0, MINE).text() == "Mine"


def test_a_long_text_of_theirs_is_there_to_its_end(clashing):
    assert clashing.item(0, THEIRS).text().endswith("Clients end")


def test_a_long_text_of_theirs_is_wrapped(clashing):
    assert clashing.rowHeight(0) > 4 * clashing.fontMetrics().height()


def test_a_record_removed_here_can_be_removed_again(merging, opened):
    project = opened.session.project
    opened.session.edit(project.drop(level(opened)), "Delete")
    dialog = merging(lambda project, row: project.put(row.but(name="Theirs")))
    dialog.clashes.item(0, MINE).setCheckState(Qt.CheckState.Checked)
    dialog.go.click()
    assert not len(opened.session.project.service_levels)
