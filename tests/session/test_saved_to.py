"""From the moment the file stands there, whatever else is refused is a notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.session.keeper import Keeper
from slaeditor.session.opening import Keeping, opened, recovered, saved_to, stored
from slaeditor.storage.backups import Backups
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.files import FileSystem
from slaeditor.storage.locks import lock_path
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import unfinished
from slaeditor.storage.state import State, state
from tests.builders import a_level
from tests.storage.crashes import crashed


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    return state()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    save_file(Project().add(a_level("Gold")), tmp_path / "Gold.sla", Meta())
    return tmp_path / "Gold.sla"


def refusing(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    """Let the disk refuse every new file below a folder whose name holds a part."""
    open_new = FileSystem.open_new

    def refused(self: FileSystem, path: Path, mode: int) -> int:
        if part in str(path):
            raise OSError(28, "No space left on device")
        return open_new(self, path, mode)

    monkeypatch.setattr(FileSystem, "open_new", refused)


@pytest.mark.parametrize(
    ("part", "words"),
    [("sessions", "The file is saved, but: "), ("backups", "No backup was kept: ")],
)
def test_a_refusal_beside_the_file_is_told_and_the_file_is_saved(
    here: State, gold: Path, monkeypatch: pytest.MonkeyPatch, part: str, words: str
):
    opening = opened(gold, here)
    keeper = Keeper(here, gold, opening.meta, opening.base)
    keeper.keep(History(opening.history.project))
    project = opening.history.project.add(a_level("Silver"))
    refusing(monkeypatch, part)
    keeping = Keeping(here, keeper, opening.lock)
    made, lock = saved_to(project, gold, opening.meta, opening.base, keeping)
    assert [notice[: len(words)] for notice in made.notices] == [words]
    assert open_file(gold).base == made.saved.base
    assert lock is opening.lock
    keeper.close()


def test_the_lock_follows_the_document(here: State, gold: Path):
    opening = opened(gold, here)
    there = gold.with_name("Silver.sla")
    keeping = Keeping(here, None, opening.lock, moves=True)
    _, lock = saved_to(opening.history.project, there, opening.meta, None, keeping)
    assert not lock_path(gold).exists()
    assert lock is not None
    assert lock.is_ours
    lock.release()


def test_work_that_cannot_be_set_aside_is_recovered_and_offered_once_more(
    here: State, gold: Path, monkeypatch: pytest.MonkeyPatch
):
    opening = opened(gold, here)
    keeper = Keeper(here, gold, opening.meta, opening.base)
    keeper.keep(History(opening.history.project.add(a_level("Silver"))))
    assert keeper._copy is not None
    crashed(keeper._copy)
    rename = FileSystem.rename

    def refused(self: FileSystem, path: Path, name: Path) -> None:
        if "quarantine" in str(name):
            raise OSError(13, "Permission denied")
        rename(self, path, name)

    monkeypatch.setattr(FileSystem, "rename", refused)
    (left,) = unfinished(here)
    found = recovered(left, here)
    assert len(found.history.project.service_levels) == 2
    assert "offered once more" in found.notices[-1]
    assert found.working_copy is not None
    found.working_copy.finish()


def crash_right_after_a_save(here: State, gold: Path, later: int) -> None:
    """Save and go on for some steps, the working copy not being told of the save."""
    opening = opened(gold, here)
    keeper = Keeper(here, gold, opening.meta, opening.base)
    history = History(opening.history.project)
    history = history.edit(history.project.add(a_level("Silver")), "Add").seal()
    keeper.keep(history)
    stored(history.project, gold, opening.meta, opening.base, here)
    for number in range(later):
        history = history.edit(history.project.add(a_level(f"{number}")), "Add").seal()
    keeper.keep(history)
    assert keeper._copy is not None
    crashed(keeper._copy)
    if opening.lock is not None:
        opening.lock.release()


@pytest.mark.parametrize("later", [0, 3])
def test_a_save_that_a_crash_cut_off_after_the_file_stood_there_is_known_as_ours(
    here: State, gold: Path, later: int
):
    crash_right_after_a_save(here, gold, later)
    (left,) = unfinished(here)
    found = recovered(left, here)
    assert found.notices == ()
    assert found.base == open_file(gold).base
    made, lock = saved_to(found.history.project, gold, found.meta, found.base, Keeping())
    assert made.saved.conflict is None
    assert len(open_file(gold).project.service_levels) == 2 + later
    assert found.working_copy is not None
    found.working_copy.finish()
    assert lock is not None
    lock.release()


def test_what_somebody_else_saved_meanwhile_is_still_told(here: State, gold: Path):
    crash_right_after_a_save(here, gold, 0)
    there = open_file(gold)
    save_file(there.project.add(a_level("Theirs")), gold, there.meta, base=there.base)
    (left,) = unfinished(here)
    found = recovered(left, here)
    assert "was changed since" in found.notices[-1]
    assert found.working_copy is not None
    found.working_copy.finish()


def test_what_a_save_replaces_stays_among_the_versions_of_its_document(here: State, gold: Path):
    displaced = open_file(gold)
    stored(Project().add(a_level("Ours")), gold, Meta(), None, here)
    (kept,) = Backups(here, displaced.meta.document).versions()
    assert kept.path.read_bytes() == displaced.content


def test_a_file_of_another_program_can_be_replaced(here: State, tmp_path: Path):
    (tmp_path / "a.sla").write_bytes(b"words")
    stored(Project(), tmp_path / "a.sla", Meta(), None, here)
    assert open_file(tmp_path / "a.sla").project == Project()
