"""The export: what is offered, what is made, and what is left when it is stopped."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from slaeditor.exchange.changed_since import changed_since, unraised
from slaeditor.exchange.revisions import frozen
from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Release, Revision
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.formats import PAGE, PDF
from slaeditor.publish.printing import Progress
from slaeditor.rules.findings import Finding, Gravity
from slaeditor.session.audience import Audience
from slaeditor.session.exporting import exported, releases, tasks
from slaeditor.ui import document_dialogs
from slaeditor.ui.export_dialog import ExportDialog
from slaeditor.ui.notice import tell_if_away
from tests.builders import a_level, open_to_all


def a_project():
    return Project().add(
        Document(name="Northwind support"),
        a_level("Gold"),
        open_to_all(Client, name="Acme & Sons"),
        open_to_all(Client, name="Blue"),
    )


@pytest.fixture
def project():
    return a_project()


@pytest.fixture
def dialog(qtbot, window, project, tmp_path):
    made = ExportDialog(window, project, tmp_path)
    made.open()
    yield made
    if isValid(made):
        made.close()


def only(dialog, *readers):
    for reader, box in dialog.choices.editions.items():
        box.setChecked(reader in readers)


def in_form(dialog, *keys):
    for key, box in dialog.choices.forms.items():
        box.setChecked(key in keys)


def test_files_are_named_after_document_and_reader(project, tmp_path):
    clients = [Audience(Reader.CLIENT, client.id) for client in project.table(Client)]
    made = tasks(project, [Audience(Reader.STAFF), *clients], [PDF], tmp_path)
    assert [one.path.name for one in made] == [
        "northwind-support-staff.pdf",
        "northwind-support-client-acme-sons.pdf",
        "northwind-support-client-blue.pdf",
    ]


def test_two_clients_of_one_name_get_two_files(tmp_path):
    project = Project().add(*[open_to_all(Client, name="Acme") for _ in range(2)])
    wanted = [Audience(Reader.CLIENT, client.id) for client in project.table(Client)]
    assert len({one.path for one in tasks(project, wanted, [PDF], tmp_path)}) == 2


def test_all_editions_are_offered_as_pdf(dialog):
    assert [one.audience.reader for one in dialog.choices.tasks()] == list(Reader)
    assert {one.form for one in dialog.choices.tasks()} == {PDF}


def test_all_clients_can_be_chosen_at_once(dialog):
    only(dialog)
    dialog.choices._tick_all(Qt.CheckState.Checked)
    assert len(dialog.choices.tasks()) == 2
    assert "2 files: northwind-support-client-acme-sons.pdf" in dialog.choices.names.text()


def test_nothing_chosen_cannot_be_exported(dialog):
    only(dialog)
    assert not dialog.go.isEnabled()
    assert "Choose at least one" in dialog.choices.names.text()


def test_a_folder_that_is_not_there_cannot_be_exported_to(dialog, tmp_path):
    dialog.choices.folder.setText(str(tmp_path / "nowhere"))
    assert not dialog.go.isEnabled()
    assert dialog.choices.names.text() == "There is no such folder."


def test_files_that_will_be_replaced_are_counted(dialog, tmp_path):
    (tmp_path / "northwind-support-staff.pdf").touch()
    dialog.choices.look()
    assert "1 file there will be replaced." in dialog.choices.names.text()


def test_web_pages_are_made_one_after_the_other(qtbot, dialog, tmp_path):
    in_form(dialog, "html")
    with qtbot.waitSignal(dialog.made, timeout=120_000) as made:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert len(made.args[0]) == 3
    assert "Gold" in (tmp_path / "northwind-support-staff.html").read_text()
    assert dialog.state.text() == "Saved 3 files."
    assert dialog.show_folder.isVisible()
    assert dialog.cancel.text() == "Close"


def test_processes_are_begun_while_the_choice_is_made(qtbot, dialog):
    assert dialog._press.pool.waiting == ()
    qtbot.waitUntil(lambda: len(dialog._press.pool.waiting) == 2, timeout=10_000)
    dialog.close()
    assert dialog._press.pool.waiting == ()


def test_the_bar_moves_with_the_parts_of_a_handbook(dialog):
    dialog.bar.setRange(0, 300)
    dialog._say_how_far("For staff", Progress("", 0, 3, 12))
    assert dialog.bar.value() == 25
    assert dialog.state.text() == "Making: For staff, 3 of 12 parts"


def test_somebody_at_the_window_is_not_told_of_its_end(dialog, window):
    assert not tell_if_away(dialog, "Saved 3 files.")


def test_somebody_at_another_window_is_told(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    assert tell_if_away(widget, "Saved 3 files.")


def test_a_pdf_is_made(qtbot, dialog, tmp_path):
    only(dialog, Reader.STAFF)
    with qtbot.waitSignal(dialog.made, timeout=120_000) as made:
        dialog.start()
    [one] = made.args[0]
    content = (tmp_path / "northwind-support-staff.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert one.verdict.digest == hashlib.sha256(content).hexdigest()


def test_stopping_leaves_no_half_file(qtbot, dialog, tmp_path):
    dialog.start()
    qtbot.waitUntil(lambda: dialog.running)
    with qtbot.waitSignal(dialog.made) as made:
        dialog.cancel.click()
    assert made.args[0] == ()
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".pdf"] == []


def test_one_failure_does_not_stop_the_others(qtbot, dialog, tmp_path):
    in_form(dialog, "html")
    (tmp_path / "northwind-support-staff.html").mkdir()
    with qtbot.waitSignal(dialog.made, timeout=120_000) as made:
        dialog.start()
    assert len(made.args[0]) == 2
    assert dialog.state.text() == "Saved 2 files. 1 handbook could not be made."
    assert "Staff edition" in dialog.results.item(0).text()


def test_the_choices_are_remembered(qtbot, dialog, window, project, tmp_path):
    only(dialog, Reader.SALES)
    in_form(dialog, "html")
    dialog.choices.keep()
    again = ExportDialog(window, project, tmp_path)
    assert [(one.audience.reader, one.form) for one in again.choices.tasks()] == [
        (Reader.SALES, PAGE)
    ]
    again.close()


def test_a_release_says_what_was_handed_out(qtbot, project, tmp_path, qapp):
    from slaeditor.publish.press.press import Press
    from slaeditor.session.background import Ticket

    revision = Revision(label="2.1")
    project = project.add(revision).put(project.the(Document).but(version="2.1"))
    [task] = tasks(project, [Audience(Reader.STAFF)], [PAGE], tmp_path)
    made = exported(project, task, Ticket(lambda *_: None, lambda *_: None), Press())
    [release] = releases(project, [made])
    assert release.revision == revision.id
    assert release.edition == "Staff edition"
    assert release.file_name == "northwind-support-staff.html"
    assert release.digest == hashlib.sha256(task.path.read_bytes()).hexdigest()


def test_the_window_notes_releases_when_asked_to(qtbot, opened, program, qapp):
    document_dialogs.export(program.documents, opened)
    dialog = opened.findChild(ExportDialog)
    only(dialog, Reader.CLIENT)
    in_form(dialog, "html")
    dialog.choices.note.setChecked(True)
    with qtbot.waitSignal(dialog.made, timeout=120_000):
        dialog.start()
    [release] = opened.session.project.table(Release)
    assert release.edition == "Client edition"
    assert opened.session.history.undo_label == "Note the release"
    dialog.close()


def test_without_a_frozen_revision_no_changes_can_be_marked(dialog):
    assert not dialog.choices.bars.isVisible()
    assert {task.since for task in dialog.choices.tasks()} == {""}


def test_changes_since_a_frozen_revision_are_marked(window, project, tmp_path):
    row = frozen(project, Revision(label="2.0"))
    [level] = project.service_levels
    later = project.add(row).put(level.but(promise="Answered at once."))
    made = ExportDialog(window, later, tmp_path)
    made.choices.bars.setChecked(True)
    assert made.choices.since.currentText() == "2.0"
    assert {task.since for task in made.choices.tasks()} == {row.id}
    made.close()


def test_a_handbook_with_marked_changes_is_made(project, tmp_path):
    from slaeditor.publish.press.press import Press
    from slaeditor.session.background import Ticket

    row = frozen(project, Revision(label="2.0"))
    [level] = project.service_levels
    later = project.add(row).put(level.but(promise="Answered at once."))
    [task] = tasks(later, [Audience(Reader.STAFF)], [PAGE], tmp_path, row.id)
    exported(later, task, Ticket(lambda *_: None, lambda *_: None), Press())
    assert 'class="promise changed"' in task.path.read_text()


def test_errors_that_are_open_are_named_before_anything_is_made(window, project, tmp_path):
    place = ("targets", "1", "targets", "1", "value")
    error = Finding("no-slack", Gravity.ERROR, *place, "4 h is too short.", "", "")
    hint = Finding("wording", Gravity.HINT, *place, "Short.", "", "")
    dialog = ExportDialog(window, project, tmp_path, findings=(hint, error, error))
    assert dialog.warning.words == "2 errors are still open: 4 h is too short."
    dialog.close()


def test_without_errors_nothing_is_warned_of(window, project, tmp_path):
    dialog = ExportDialog(window, project, tmp_path)
    assert dialog.warning.words == ""
    dialog.close()


def differing(version: str) -> Project:
    """A project whose revision 1.0 is frozen, with one level more than that and a version."""
    before = Project().add(Document(name="Handbook", version=version))
    return before.add(frozen(before, Revision(label="1.0")), a_level("Gold"))


def test_a_version_that_was_not_raised_is_told_before_the_export(qtbot, window, tmp_path):
    made = ExportDialog(window, differing("1.0"), tmp_path)
    made.open()
    qtbot.waitUntil(made.version.isVisible)
    assert made.version.words.startswith("Handbooks made now say version 1.0 as well")
    made.close()


def test_a_version_that_was_raised_is_fine():
    assert unraised(differing("1.1"), changed_since(differing("1.1"))) == ""
