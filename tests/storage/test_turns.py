"""Where names cannot be exchanged in one step, one save comes after the other."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from slaeditor.storage import turns
from slaeditor.storage.files import FileSystem
from slaeditor.storage.saving import put_file, sha256
from slaeditor.storage.trouble import CannotWrite
from slaeditor.storage.turns import turn, turn_path
from tests.storage.faults import WithoutExchange

OLD, NEW = b"old" * 100, b"new" * 100


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(turns, "SECONDS", 0.1)
    path = tmp_path / "a.sla"
    path.write_bytes(OLD)
    return path


def test_a_turn_leaves_nothing_behind(target: Path):
    with turn(target, FileSystem()):
        assert turn_path(target).exists()
    assert not turn_path(target).exists()


def test_a_turn_that_a_killed_program_left_is_taken_away(target: Path):
    turn_path(target).write_bytes(b"left by a kill")
    put_file(target, NEW, sha256(OLD), WithoutExchange())
    assert target.read_bytes() == NEW
    assert [one.name for one in target.parent.iterdir()] == ["a.sla"]


def test_a_turn_that_goes_from_hand_to_hand_is_waited_for(target: Path):
    class Lively(FileSystem):
        ticks = 0

        def open_new(self, path: Path, mode: int) -> int:
            self.ticks += 1
            path.write_bytes(b"%d" % self.ticks)
            if self.ticks == 12:
                path.unlink()
            return super().open_new(path, mode)

    files = Lively()
    with turn(target, files):
        assert files.ticks == 12


def test_a_folder_that_takes_no_turn_refuses_the_save(target: Path):
    class Closed(WithoutExchange):
        def open_new(self, path: Path, mode: int) -> int:
            if path == turn_path(target):
                raise OSError(errno.EACCES, "Permission denied")
            return super().open_new(path, mode)

    with pytest.raises(CannotWrite, match="you may not write there"):
        put_file(target, NEW, sha256(OLD), Closed())
    assert target.read_bytes() == OLD
