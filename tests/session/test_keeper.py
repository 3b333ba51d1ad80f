"""A working copy that somebody clears away under a running program is begun anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.session.keeper import Keeper
from slaeditor.session.opening import stored
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import Recovered, restore, unfinished
from slaeditor.storage.session_record import NAME
from slaeditor.storage.state import State, state
from slaeditor.storage.working_copy import DATABASE
from tests.storage.crashes import disowned

BEGUN = History(Project().add(Document(name="Handbook")))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    return state()


@pytest.fixture
def keeper(here: State):
    made = Keeper(here, None, Meta(), None)
    yield made
    made.close()


def named(history: History, name: str) -> History:
    document = history.project.the(Document)
    return history.edit(history.project.put(document.but(name=name)), f"Name it {name}").seal()


def folders(here: State) -> list[Path]:
    return sorted(here.sessions.iterdir())


def after_a_crash(here: State, tmp_path: Path) -> Recovered:
    """What a start would find, had the program been killed now."""
    other = State(tmp_path / "copied")
    shutil.copytree(here.folder, other.folder)
    for folder in other.sessions.iterdir():
        disowned(folder)
    (found,) = unfinished(other)
    return restore(found)


@pytest.mark.parametrize("part", ["", DATABASE, f"{DATABASE}-wal", NAME])
def test_what_was_cleared_away_is_kept_anew_by_the_next_edit(
    here: State, keeper: Keeper, tmp_path: Path, part: str
):
    first = named(BEGUN, "One")
    keeper.keep(first)
    (folder,) = folders(here)
    shutil.rmtree(folder) if not part else (folder / part).unlink()
    keeper.keep(named(first, "Two"))
    found = after_a_crash(here, tmp_path)
    assert found.losses == ()
    assert found.history.project.the(Document).name == "Two"
    assert len(found.history.done) == 2


def test_a_database_in_the_place_of_ours_is_not_written_to(here: State, keeper: Keeper):
    first = named(BEGUN, "One")
    keeper.keep(first)
    (folder,) = folders(here)
    (folder / DATABASE).rename(folder / "moved.db")
    shutil.copy(folder / "moved.db", folder / DATABASE)
    keeper.keep(named(first, "Two"))
    assert folder not in folders(here)


def test_one_that_is_there_is_gone_on_with(here: State, keeper: Keeper):
    first = named(BEGUN, "One")
    keeper.keep(first)
    before = folders(here)
    keeper.keep(named(first, "Two"))
    assert folders(here) == before


def test_a_save_after_it_was_cleared_away_is_no_trouble(
    here: State, keeper: Keeper, tmp_path: Path
):
    first = named(BEGUN, "One")
    keeper.keep(first)
    shutil.rmtree(folders(here)[0])
    made = stored(first.project, tmp_path / "a.sla", Meta(), None, here)
    keeper.saved(made.saved.path, made.saved.meta, made.saved.base)
    keeper.keep(named(first, "Two"))
    assert after_a_crash(here, tmp_path).record.target == tmp_path / "a.sla"
