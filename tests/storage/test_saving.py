"""Whatever fails on the way, the old or the new file stands there whole."""

from __future__ import annotations

import errno
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from slaeditor.storage.files import FileSystem
from slaeditor.storage.saving import ANYTHING, NOTHING, put_file, sha256, write_file
from slaeditor.storage.trouble import CannotWrite, Conflict, DiskFull
from tests.storage.faults import (
    FaultyFileSystem,
    LyingDisk,
    ShortWrites,
    WithoutExchange,
    WithoutLinks,
)

OLD, NEW, THEIRS = b"old" * 4000, b"new" * 5000, b"theirs" * 3000
FAULTS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EDQUOT, errno.EROFS)
SYSTEMS = (FileSystem, WithoutExchange, WithoutLinks)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a.sla"
    path.write_bytes(OLD)
    return path


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_new_content_stands_there(target: Path, system: type[FileSystem]):
    put_file(target, NEW, sha256(OLD), system())
    assert target.read_bytes() == NEW
    assert names(target) == ["a.sla"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_free_name_is_taken(tmp_path: Path, system: type[FileSystem]):
    put_file(tmp_path / "b.sla", NEW, NOTHING, system())
    assert (tmp_path / "b.sla").read_bytes() == NEW
    assert names(tmp_path / "b.sla") == ["b.sla"]


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("number", FAULTS)
@pytest.mark.parametrize("expected", [sha256(OLD), ANYTHING])
@pytest.mark.parametrize("unable", [(), ("exchange",), ("exchange", "link")])
def test_every_fault_leaves_the_old_or_the_new(
    tmp_path: Path, unable: tuple[str, ...], expected: str, number: int, for_good: bool
):
    fails_at, reached = 0, True
    while reached:
        fails_at += 1
        target = tmp_path / f"{fails_at}.sla"
        target.write_bytes(OLD)
        files = FaultyFileSystem(fails_at, number, for_good=for_good, unable=unable)
        saved = is_saved(target, expected, files)
        reached = len(files.calls) >= fails_at
        assert target.read_bytes() == (NEW if saved else OLD), files.calls
    assert fails_at > 14


@pytest.mark.parametrize("number", FAULTS)
def test_a_single_fault_leaves_no_fresh_file_behind(tmp_path: Path, number: int):
    for fails_at in range(1, 40):
        target = tmp_path / f"{fails_at}.sla"
        target.write_bytes(OLD)
        is_saved(target, sha256(OLD), FaultyFileSystem(fails_at, number))
        rest = [name for name in names(target) if name.endswith(".tmp")]
        kept = [name for name in rest if (tmp_path / name).read_bytes() == NEW]
        assert kept == []


def is_saved(target: Path, expected: str, files: FileSystem) -> bool:
    try:
        put_file(target, NEW, expected, files)
    except CannotWrite:
        return False
    return True


def test_a_fault_after_the_exchange_is_told_and_the_file_is_saved(target: Path):
    class NoFolderSync(FileSystem):
        def sync_folder(self, folder: Path) -> None:
            raise OSError(errno.EIO, "Input/output error")

    written = put_file(target, NEW, sha256(OLD), NoFolderSync())
    assert target.read_bytes() == NEW
    assert "The file is saved, but the disk did not confirm it" in written.notices[0]


def test_a_full_disk_is_named(target: Path):
    class Full(FileSystem):
        def free_bytes(self, folder: Path) -> int:
            return 100

    with pytest.raises(DiskFull, match=r"“a.sla” was not saved: the disk is full\."):
        put_file(target, NEW, sha256(OLD), Full())


def test_short_writes_are_carried_on(target: Path):
    put_file(target, NEW, sha256(OLD), ShortWrites())
    assert target.read_bytes() == NEW


def test_a_disk_that_lies_is_found_out(target: Path):
    with pytest.raises(CannotWrite, match="the disk reports an error"):
        put_file(target, NEW, sha256(OLD), LyingDisk())
    assert target.read_bytes() == OLD


def test_a_changed_target_is_a_conflict_and_stays(target: Path):
    target.write_bytes(THEIRS)
    with pytest.raises(Conflict, match="saved by somebody else"):
        put_file(target, NEW, sha256(OLD), FileSystem())
    assert target.read_bytes() == THEIRS
    assert names(target) == ["a.sla"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_version_saved_at_the_last_moment_is_kept(target: Path, system: type[FileSystem]):
    class Hasty(system):  # type: ignore[misc, valid-type] # each of the systems under test
        def exchange(self, one: Path, other: Path) -> None:
            if system is FileSystem:
                other.write_bytes(THEIRS)
            super().exchange(one, other)

        def link(self, path: Path, second: Path) -> None:
            if system is not FileSystem and path == target:
                path.write_bytes(THEIRS)
            super().link(path, second)

    written = put_file(target, NEW, sha256(OLD), Hasty())
    assert target.read_bytes() == NEW
    assert written.conflict is not None
    assert written.conflict.read_bytes() == THEIRS
    assert written.conflict.name.startswith("a (conflict ")


def test_a_version_saved_while_a_save_waited_for_its_turn_stays(target: Path):
    class Hasty(WithoutExchange):
        def exchange(self, one: Path, other: Path) -> None:
            other.write_bytes(THEIRS)
            super().exchange(one, other)

    with pytest.raises(Conflict):
        put_file(target, NEW, sha256(OLD), Hasty())
    assert target.read_bytes() == THEIRS
    assert names(target) == ["a.sla"]


def test_a_name_taken_at_the_last_moment_is_a_conflict(tmp_path: Path):
    class Hasty(FileSystem):
        def link(self, path: Path, second: Path) -> None:
            second.write_bytes(THEIRS)
            super().link(path, second)

    with pytest.raises(Conflict):
        put_file(tmp_path / "b.sla", NEW, NOTHING, Hasty())
    assert (tmp_path / "b.sla").read_bytes() == THEIRS
    assert names(tmp_path / "b.sla") == ["b.sla"]


def test_a_link_to_the_file_stays_a_link(target: Path):
    link = target.with_name("link.sla")
    link.symlink_to(target)
    put_file(link, NEW, sha256(OLD), FileSystem())
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_a_second_name_keeps_the_earlier_version(target: Path):
    second = target.with_name("second.sla")
    second.hardlink_to(target)
    written = put_file(target, NEW, sha256(OLD), FileSystem())
    assert second.read_bytes() == OLD
    assert "second name" in written.notices[0]


def test_every_version_of_people_who_save_at_once_is_somewhere(tmp_path: Path):
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        target = folder / "a.sla"
        target.write_bytes(OLD)
        saved = all_at_once(target, [b"%d" % who * 9000 for who in range(4)])
        there = {one.read_bytes() for one in folder.iterdir()}
        assert saved
        assert set(saved) <= there


def all_at_once(target: Path, contents: list[bytes]) -> list[bytes]:
    start = threading.Barrier(len(contents))

    def save(content: bytes) -> bytes | None:
        start.wait()
        try:
            put_file(target, content, sha256(OLD), FileSystem())
        except (Conflict, CannotWrite):
            return None
        return content

    with ThreadPoolExecutor(len(contents)) as pool:
        return [content for content in pool.map(save, contents) if content]


def test_the_mode_is_kept(target: Path):
    target.chmod(0o640)
    put_file(target, NEW, sha256(OLD), FileSystem())
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_file_marked_read_only_is_not_replaced(target: Path):
    target.chmod(0o444)
    with pytest.raises(CannotWrite, match="marked as read-only"):
        put_file(target, NEW, sha256(OLD), FileSystem())
    assert target.read_bytes() == OLD


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_stale_journal_is_moved_away(target: Path, ending: str):
    target.with_name("a.sla" + ending).write_bytes(b"left by a crash")
    written = put_file(target, NEW, sha256(OLD), FileSystem())
    assert not target.with_name("a.sla" + ending).exists()
    assert written.notices[0].startswith(f"Another program left “a.sla{ending}”")
    assert len(names(target)) == 2


def test_a_folder_is_not_replaced(tmp_path: Path):
    (tmp_path / "a.sla").mkdir()
    with pytest.raises(CannotWrite, match="it is a folder"):
        write_file(tmp_path / "a.sla", NEW)


def test_a_pipe_is_not_replaced(tmp_path: Path):
    os.mkfifo(tmp_path / "a.sla")
    with pytest.raises(CannotWrite, match="is a device"):
        write_file(tmp_path / "a.sla", NEW)


def test_a_missing_folder_is_named(tmp_path: Path):
    with pytest.raises(CannotWrite, match="the folder is not there"):
        write_file(tmp_path / "none" / "a.sla", NEW)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "ü.sla",
            "u\u0308.sla",
            "שלום.sla",
            "😀.sla",
            "a\nb.sla",
            "%n.sla",
            "CON.sla",
            "a b. .sla",
        ),
        *("?mode=memory.sla", "-rf.sla", "'; --.sla", "x" * 251 + ".sla"),
    ],
)
def test_odd_names_are_saved(tmp_path: Path, name: str):
    write_file(tmp_path / name, NEW)
    write_file(tmp_path / name, OLD)
    assert (tmp_path / name).read_bytes() == OLD


def test_a_name_that_is_too_long_is_refused(tmp_path: Path):
    with pytest.raises(CannotWrite, match="the name is too long"):
        write_file(tmp_path / ("x" * 300), NEW)


def test_a_held_file_is_tried_again(target: Path):
    class Held(FileSystem):
        tries = 0

        def exchange(self, one: Path, other: Path) -> None:
            self.tries += 1
            if self.tries < 3:
                raise OSError(errno.EBUSY, "Device or resource busy")
            super().exchange(one, other)

    files = Held()
    put_file(target, NEW, sha256(OLD), files)
    assert files.tries == 3
    assert target.read_bytes() == NEW
