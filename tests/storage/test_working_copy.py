"""Every finished edit stands on the disk, with its undo, and comes back after a crash."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from slaeditor.model.document import Document, Picture
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.session.left_work import described
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import Base
from slaeditor.storage.files import FileSystem
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import (
    clear_quarantine,
    discard,
    restore,
    unfinished,
)
from slaeditor.storage.state import State, state
from slaeditor.storage.trouble import CannotWrite, WorkingCopyLost
from slaeditor.storage.working_copy import DATABASE, UNNAMED, WorkingCopy, connect
from tests.projects import made_project
from tests.storage.crashes import crashed, disowned

META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    return state()


DOCUMENT = Document(name="Handbook")


def started() -> History:
    return History(Project().add(DOCUMENT))


def renamed(history: History, name: str) -> History:
    document = history.project.the(Document)
    return history.edit(history.project.put(document.but(name=name)), f"Name it {name}", "name")


def test_the_state_is_closed_to_others(here: State):
    assert here.folder.stat().st_mode & 0o777 == 0o700


def test_a_running_session_is_no_unfinished_work(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    assert unfinished(here) == []
    copy.finish()


def test_a_finished_session_leaves_nothing(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.finish()
    assert list(here.sessions.iterdir()) == []


def test_an_edit_survives_a_crash(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(renamed(started(), "Gold handbook"))
    crashed(copy)
    (session,) = unfinished(here)
    assert restore(session).history.project.the(Document).name == "Gold handbook"


def test_undo_survives_a_crash(here: State):
    history = renamed(started(), "First").seal()
    history = renamed(history, "Second")
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(history)
    crashed(copy)
    recovered = restore(unfinished(here)[0]).history
    assert recovered.undo_label == "Name it Second"
    assert recovered.undo().project.the(Document).name == "First"


def test_what_was_undone_can_be_done_again_after_a_crash(here: State):
    history = renamed(started(), "First").undo()
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(history)
    crashed(copy)
    recovered = restore(unfinished(here)[0]).history
    assert recovered.redo().project.the(Document).name == "First"


def test_a_picture_survives_in_a_step(here: State):
    history = started()
    history = history.edit(history.project.add(Picture(name="Logo", picture=b"\x00\x01")), "Add")
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(history)
    crashed(copy)
    recovered = restore(unfinished(here)[0]).history
    assert recovered.undo().redo().project == history.project


def test_every_kind_of_record_survives(here: State):
    history = started()
    history = history.edit(made_project(11), "Everything")
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(history)
    crashed(copy)
    recovered = restore(unfinished(here)[0])
    assert recovered.losses == ()
    assert recovered.history.project == history.project
    assert recovered.history.undo().project == started().project


def test_the_target_and_the_base_are_remembered(here: State, tmp_path: Path):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(renamed(started(), "Changed"))
    copy.saved(tmp_path / "a.sla", META, Base("5" * 64, "d" * 64))
    crashed(copy)
    recovered = restore(unfinished(here)[0])
    assert recovered.record.target == tmp_path / "a.sla"
    assert recovered.base == Base("5" * 64, "d" * 64)


def test_a_session_whose_content_is_saved_is_cleared_away(here: State, tmp_path: Path):
    history = renamed(started(), "Changed")
    copy = WorkingCopy.begin(here, history, None, META)
    copy.saved(tmp_path / "a.sla", META, Base("5" * 64, content_digest(history.project)))
    crashed(copy)
    assert unfinished(here) == []
    assert list(here.sessions.iterdir()) == []


def test_discarded_work_is_set_aside(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    crashed(copy)
    aside = discard(unfinished(here)[0], here)
    assert (aside / DATABASE).exists()
    assert unfinished(here) == []


def test_what_was_set_aside_stays_for_thirty_days(here: State):
    for name in ("2026-01-01 old", "2026-01-20 young", "2099-01-01 to come", "something else"):
        (here.quarantine / name).mkdir()
    clear_quarantine(here, datetime(2026, 2, 5, tzinfo=UTC))
    left = sorted(one.name for one in here.quarantine.iterdir())
    assert left == ["2026-01-20 young", "2099-01-01 to come", "something else"]


def test_two_failed_recoveries_are_remembered(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.keep(renamed(started(), "Changed"))
    crashed(copy)
    (session,) = unfinished(here)
    assert not session.is_troubled
    restore(session)
    restore(unfinished(here)[0])
    assert unfinished(here)[0].is_troubled
    assert "begun twice and not finished" in described(unfinished(here)[0]).trouble


def test_a_folder_without_a_record_is_offered(here: State):
    (here.sessions / "broken").mkdir()
    (session,) = unfinished(here)
    assert session.is_troubled
    with pytest.raises(WorkingCopyLost, match="does not say"):
        restore(session)


def test_a_damaged_value_costs_one_record_only(here: State):
    project = Project().add(*(ServiceLevel(name=name) for name in ("Gold", "Silver", "Bronze")))
    copy = WorkingCopy.begin(here, History(project), None, META)
    copy.leave()
    disowned(copy.folder)
    connection = sqlite3.connect(copy.folder / DATABASE)
    with connection:
        connection.execute("UPDATE service_levels SET readers = 'everybody' WHERE name = 'Silver'")
    connection.close()
    recovered = restore(unfinished(here)[0])
    names = {level.name for level in recovered.history.project.service_levels}
    assert names == {"Gold", "Bronze"}
    assert recovered.losses == ("One of the Service levels could not be read: readers.",)


def test_a_change_by_hand_is_told(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.leave()
    disowned(copy.folder)
    connection = sqlite3.connect(copy.folder / DATABASE)
    with connection:
        connection.execute("UPDATE document SET name = 'Changed by hand'")
    connection.close()
    recovered = restore(unfinished(here)[0])
    assert recovered.losses == ("Some records are older than the last edit.",)


def test_a_ruined_database_is_offered_as_a_folder(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy.leave()
    disowned(copy.folder)
    (copy.folder / DATABASE).write_bytes(b"ruined" * 1000)
    (session,) = unfinished(here)
    assert session.trouble
    with pytest.raises(WorkingCopyLost, match="cannot be read"):
        restore(session)


def test_a_failed_edit_is_brought_by_the_next(here: State):
    copy = WorkingCopy.begin(here, started(), None, META)
    copy._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(CannotWrite, match="could not be kept"):
        copy.keep(renamed(started(), "First"))
    copy._connection.execute("PRAGMA query_only = OFF")
    copy.keep(renamed(started(), "Second"))
    crashed(copy)
    assert restore(unfinished(here)[0]).history.project.the(Document).name == "Second"


def begun_and_cut_off(here: State, fails_at: str) -> None:
    """Begin a working copy on a disk that refuses one call."""

    class Failing(FileSystem):
        def rename(self, path: Path, name: Path) -> None:
            if fails_at in name.name or fails_at in path.name:
                raise OSError(errno.EIO, "Input/output error")
            super().rename(path, name)

    with pytest.raises(CannotWrite):
        WorkingCopy.begin(here, started(), None, META, files=Failing())


def test_a_working_copy_has_its_name_once_it_is_whole(here: State):
    begun_and_cut_off(here, UNNAMED)
    (folder,) = here.sessions.iterdir()
    assert folder.name.startswith(UNNAMED)
    assert unfinished(here) == []


def test_one_that_was_cut_off_is_cleared_away_once_its_program_has_ended(here: State):
    begun_and_cut_off(here, UNNAMED)
    (folder,) = here.sessions.iterdir()
    unfinished(here)
    assert folder.exists()
    disowned(folder)
    unfinished(here)
    assert not folder.exists()


@pytest.mark.parametrize(("hours", "stays"), [(1, True), (30, False)])
def test_one_without_a_record_stays_for_a_day(here: State, hours: int, stays: bool):
    folder = here.sessions / f"{UNNAMED}x"
    folder.mkdir()
    then = datetime.now(UTC).timestamp() - hours * 3600
    os.utime(folder, (then, then))
    assert unfinished(here) == []
    assert folder.exists() is stays


def test_work_that_cannot_be_set_aside_stays_where_it_is(here: State):
    class Closed(FileSystem):
        def rename(self, path: Path, name: Path) -> None:
            raise OSError(errno.EACCES, "Permission denied")

    crashed(WorkingCopy.begin(here, started(), None, META))
    (session,) = unfinished(here)
    with pytest.raises(CannotWrite, match="you may not write there"):
        discard(session, here, Closed())
    assert unfinished(here) == [session]


class EveryEditIsKept(RuleBasedStateMachine):
    """Whatever is done in whatever order, the disk holds the history of this moment."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.here = State(self.folder)
        for folder in (self.here.sessions, self.here.quarantine):
            folder.mkdir()
        self.history = started()
        self.copy = WorkingCopy.begin(self.here, self.history, None, META)

    @rule(name=st.text("abc", max_size=3))
    def rename(self, name: str) -> None:
        self.history = renamed(self.history, name)
        self.copy.keep(self.history)

    @rule()
    def leave_the_field(self) -> None:
        self.history = self.history.seal()

    @rule(seed=st.integers(0, 99))
    def add_a_level(self, seed: int) -> None:
        added = self.history.project.add(ServiceLevel(name=f"Level {seed}"))
        self.history = self.history.edit(added, "Add a level")
        self.copy.keep(self.history)

    @rule()
    def undo(self) -> None:
        self.history = self.history.undo()
        self.copy.keep(self.history)

    @rule()
    def redo(self) -> None:
        self.history = self.history.redo()
        self.copy.keep(self.history)

    @rule()
    def crash(self) -> None:
        crashed(self.copy)
        (session,) = unfinished(self.here)
        recovered = restore(session)
        assert recovered.losses == ()
        assert recovered.history.project == self.history.project
        assert [s.changes for s in recovered.history.done] == [s.changes for s in self.history.done]
        assert [s.changes for s in recovered.history.undone] == [
            s.changes for s in self.history.undone
        ]
        self.history = recovered.history
        self.copy = WorkingCopy.begin(self.here, self.history, None, META)
        discard(session, self.here)

    @invariant()
    def one_session(self) -> None:
        assert len(list(self.here.sessions.iterdir())) == 1

    def teardown(self) -> None:
        self.copy.finish()
        shutil.rmtree(self.folder)


TestEveryEditIsKept = EveryEditIsKept.TestCase
TestEveryEditIsKept.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        *(("journal_mode", "wal"), ("synchronous", 2), ("locking_mode", "exclusive")),
        *(("secure_delete", 1), ("trusted_schema", 0), ("mmap_size", 0), ("temp_store", 2)),
    ],
)
def test_the_working_copy_is_set_to_lose_nothing(here: State, pragma: str, value: object):
    copy = WorkingCopy.begin(here, started(), None, META)
    assert copy._connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    copy.finish()


def test_where_nothing_can_be_made_safe_no_work_begins():
    with pytest.raises(WorkingCopyLost, match="cannot be made safe here"):
        connect(Path(":memory:"))
