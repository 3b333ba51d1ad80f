"""A lock tells who has a file open, and is never taken over by itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from slaeditor.storage.files import FileSystem
from slaeditor.storage.locks import Lock, Standing, Watch, holder, lock_path
from slaeditor.storage.processes import Process
from slaeditor.storage.trouble import CannotWrite, FileInUse
from tests.storage.crashes import NOBODYS_NUMBER


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "Gold.sla"
    path.write_bytes(b"anything")
    return path


def left_by(path: Path, process: Process, beat: int = 0) -> None:
    told = {"session": "another", **process.entries, "opened": "2026-11-22 09:00", "beat": beat}
    lock_path(path).write_text(json.dumps(told))


def elsewhere() -> Process:
    return replace(Process.this(), host="PC-7", user="Anna")


def test_the_lock_lies_beside_the_file(document: Path):
    lock = Lock.take(document)
    assert (document.parent / ".~lock.Gold.sla#").exists()
    lock.release()


def test_a_released_lock_is_gone(document: Path):
    Lock.take(document).release()
    assert holder(document) is None


def test_a_file_open_here_is_in_use(document: Path):
    lock = Lock.take(document)
    with pytest.raises(FileInUse, match="has this file open since"):
        Lock.take(document)
    lock.release()


def test_a_file_open_elsewhere_is_in_use(document: Path):
    left_by(document, elsewhere())
    with pytest.raises(FileInUse, match="Anna on PC-7 has this file open"):
        Lock.take(document)


def test_the_lock_of_a_process_that_ended_counts_for_nothing(document: Path):
    left_by(document, replace(Process.this(), pid=NOBODYS_NUMBER))
    assert Lock.take(document).is_ours


def test_a_number_given_to_another_process_is_no_sign_of_life(document: Path):
    left_by(document, replace(Process.this(), started="1"))
    assert Watch(document).standing()[0] is Standing.FREE


def test_a_lock_from_before_the_last_boot_counts_for_nothing(document: Path):
    left_by(document, replace(Process.this(), boot="another"))
    assert Watch(document).standing()[0] is Standing.FREE


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"session": 1}', b"\xff" * 100])
def test_a_lock_nobody_can_read_is_held(document: Path, content: bytes):
    lock_path(document).write_bytes(content)
    standing, found = Watch(document).standing()
    assert standing is Standing.HELD
    assert found is not None
    assert found.sentence == "Somebody has this file open."


def test_a_lock_is_silent_after_ten_minutes_of_our_clock(document: Path):
    left_by(document, elsewhere())
    now = [0.0]
    watch = Watch(document, clock=lambda: now[0])
    assert watch.standing()[0] is Standing.HELD
    now[0] = 600.0
    assert watch.standing()[0] is Standing.SILENT


def test_a_beat_is_a_sign_of_life(document: Path):
    left_by(document, elsewhere())
    now = [0.0]
    watch = Watch(document, clock=lambda: now[0])
    watch.standing()
    left_by(document, elsewhere(), beat=1)
    now[0] = 600.0
    assert watch.standing()[0] is Standing.HELD


def test_a_lock_opened_in_the_future_is_held_all_the_same(document: Path):
    left_by(document, elsewhere())
    told = json.loads(lock_path(document).read_text())
    lock_path(document).write_text(json.dumps({**told, "opened": "2999-01-01 00:00"}))
    assert Watch(document).standing()[0] is Standing.HELD


def test_a_lock_is_taken_over_when_asked(document: Path):
    left_by(document, elsewhere())
    assert Lock.take(document, over=True).is_ours


def test_a_beat_counts_on(document: Path):
    lock = Lock.take(document)
    assert lock.beat()
    found = holder(document)
    assert found is not None
    assert found.beat == 1


def test_a_lock_that_was_taken_over_beats_no_more(document: Path):
    lock = Lock.take(document)
    left_by(document, elsewhere())
    assert not lock.beat()
    found = holder(document)
    assert found is not None
    assert found.session == "another"


def test_a_lock_that_was_taken_over_is_not_removed(document: Path):
    lock = Lock.take(document)
    left_by(document, elsewhere())
    lock.release()
    assert lock_path(document).exists()


def test_where_no_lock_can_lie_it_is_told(document: Path):
    class NoNewFiles(FileSystem):
        def open_new(self, path: Path, mode: int) -> int:
            raise PermissionError(13, "Permission denied")

    with pytest.raises(CannotWrite, match="could not be marked"):
        Lock.take(document, files=NoNewFiles())


def test_the_own_lock_counts_as_free(document: Path):
    lock = Lock.take(document)
    assert Watch(document, session=lock.session).standing()[0] is Standing.FREE
    lock.release()
