"""What was typed stays where it belongs: nothing of it in logs, settings or temporary files."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.printing import made
from slaeditor.session.document import Document
from slaeditor.session.opening import opened
from slaeditor.storage.document_file import save_file
from slaeditor.storage.locks import lock_path
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import state
from tests.builders import a_level

SECRET = "xyzzy plugh 7919317"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose every folder is below one."""
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path


def traces(folder: Path) -> list[str]:
    """The files that hold the secret, named from the folder on."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    held = [path for path in found if SECRET.encode() in path.read_bytes()]
    return sorted(path.relative_to(folder).parts[0] + "/" + path.name for path in held)


def worked_on(machine: Path, qtbot) -> Document:
    """A document that was opened, edited, saved and exported."""
    path = machine / "Gold.sla"
    save_file(Project().add(a_level("Gold")), path, Meta())
    document = Document(opened(path, state()), state())
    document.session.edit(document.session.project.add(a_level(SECRET)), f"Add {SECRET}")
    with qtbot.waitSignal(document.saved, timeout=20_000):
        document.save()
    made(edition(document.session.project, Reader.CLIENT), "html")
    return document


def test_after_closing_only_the_file_and_its_versions_hold_what_was_typed(machine, qtbot, caplog):
    with caplog.at_level(logging.DEBUG):
        document = worked_on(machine, qtbot)
        document.close()
    names = {name.partition("/")[0] for name in traces(machine)}
    assert names == {"Gold.sla", "state"}
    assert {path.parts[-3] for path in (machine / "state").rglob("*.sla")} == {"backups"}
    assert traces(machine / "state" / "sessions") == []
    assert traces(machine / "temporary") == []
    assert SECRET not in caplog.text
    QCoreApplication.processEvents()


def test_while_one_works_only_the_working_copy_holds_more(machine, qtbot):
    document = worked_on(machine, qtbot)
    held = traces(machine / "state" / "sessions")
    assert {name.partition("/")[2].partition("-")[0] for name in held} == {"work.db"}
    assert SECRET.encode() not in lock_path(machine / "Gold.sla").read_bytes()
    document.close()


def test_what_the_program_keeps_is_closed_to_others(machine, qtbot):
    document = worked_on(machine, qtbot)
    folders = [path for path in (machine / "state").rglob("*") if path.is_dir()]
    assert all(folder.stat().st_mode & 0o077 == 0 for folder in folders)
    assert (machine / "state").stat().st_mode & 0o077 == 0
    document.close()
