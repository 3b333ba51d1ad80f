"""recover: work that a crash left is listed, and saved under a free name."""

from __future__ import annotations

from pathlib import Path

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.storage.document_file import open_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import state
from slaeditor.storage.working_copy import WorkingCopy
from tests.storage.crashes import crashed


def crash(name: str, target: Path | None = None) -> None:
    """Leave an edit behind as a killed program would."""
    start = History(Project())
    copy = WorkingCopy.begin(state(), start, target, Meta())
    copy.keep(start.edit(Project().add(Document(name=name)), "Name it"))
    crashed(copy)


def name_in(path: Path) -> str:
    """The name of the document in a file."""
    return open_file(path).project.the(Document).name


def test_without_a_crash_there_is_nothing_to_recover(run):
    assert run("recover").out == "No crash has left anything.\n"


def test_what_a_crash_left_is_listed(run, tmp_path: Path):
    crash("Handbook", tmp_path / "agency.sla")
    answer = run("recover", "--list")
    assert (answer.status, "agency.sla: 1 step" in answer.out) == (0, True)


def test_what_a_crash_left_is_saved_beside_its_file(run, tmp_path: Path):
    crash("Handbook", tmp_path / "agency.sla")
    assert run("recover").status == 0
    assert name_in(tmp_path / "agency (recovered).sla") == "Handbook"
    assert run("recover").out == "No crash has left anything.\n"


def test_a_file_that_is_there_is_left_alone(run, tmp_path: Path):
    (tmp_path / "recovered.sla").write_bytes(b"mine")
    crash("Handbook")
    run("recover")
    assert (tmp_path / "recovered.sla").read_bytes() == b"mine"
    assert name_in(tmp_path / "recovered 2.sla") == "Handbook"


def test_of_several_one_is_chosen(run, tmp_path: Path):
    crash("One")
    crash("Two")
    assert run("recover").status == 2
    assert run("recover", "3").status == 2
    assert run("recover", "2", "-o", "mine.sla").status == 0
    assert name_in(tmp_path / "mine.sla") in {"One", "Two"}
