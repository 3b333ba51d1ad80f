"""What each system is asked for when two files change places, and how it refuses."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from slaeditor.storage import files as files_module
from slaeditor.storage import system_calls
from slaeditor.storage.files import FileSystem
from slaeditor.storage.saving import put_file, sha256
from slaeditor.storage.state import State, state
from slaeditor.storage.system_calls import (
    HalfReplaced,
    force_to_medium,
    is_remote_drive,
    is_remote_mount,
    replace_file,
    swap_names,
)
from slaeditor.storage.trouble import CannotWrite
from tests.storage.faults import WithoutExchange

OLD, NEW, THEIRS = b"old" * 400, b"new" * 500, b"theirs" * 300
MOUNTS = """22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:50 / /home rw - nfs4 server:/home rw
31 30 8:2 / /home/anna/local rw - ext4 /dev/sdb1 rw
32 22 0:51 / /mnt/team\\040share rw - cifs //server/team rw
33 22 0:52 / /run/tmp rw - tmpfs tmpfs rw
"""


class Windows:
    """Does what `ReplaceFileW` and `GetDriveTypeW` of Windows do, or refuses with a code."""

    def __init__(self, *codes: int, between: bytes | None = None) -> None:
        self.codes = list(codes)
        self.between = between
        self.asked: list[tuple[object, ...]] = []

    def ReplaceFileW(self, *words: object) -> int:  # noqa: N802 - the name of Windows
        self.asked.append(words)
        target, fresh, kept = (Path(str(word)) for word in words[:3])
        code = self.codes.pop(0) if self.codes else 0
        if code == 0 and self.between is not None:
            target.write_bytes(self.between)
        if code in {0, 1177}:
            target.rename(kept)
        if code == 0:
            fresh.rename(target)
        self.code = code
        return int(code == 0)

    def GetLastError(self) -> int:  # noqa: N802 - the name of Windows
        return self.code

    def GetDriveTypeW(self, root: str) -> int:  # noqa: N802 - the name of Windows
        return 4 if root.startswith("Z:") else 3


class OnWindows(WithoutExchange):
    """A file system on which names are replaced as on Windows."""

    def __init__(self, kernel: Windows) -> None:
        self.kernel = kernel

    def replace_keeping(self, target: Path, fresh: Path, kept: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(system_calls, "_kernel", lambda: self.kernel)
            super().replace_keeping(target, fresh, kept)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a.sla"
    path.write_bytes(OLD)
    return path


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_windows_is_always_given_a_name_for_what_is_replaced(target: Path):
    kernel = Windows()
    put_file(target, NEW, sha256(OLD), OnWindows(kernel))
    ((first, second, kept, *_),) = kernel.asked
    assert first == str(target)
    assert Path(str(second)).suffix == ".tmp"
    assert Path(str(kept)).suffix == ".old"
    assert target.read_bytes() == NEW
    assert names(target) == ["a.sla"]


@pytest.mark.parametrize("code", [32, 33, 1175, 1176, 1177])
def test_a_file_that_windows_holds_for_a_moment_is_tried_again(target: Path, code: int):
    put_file(target, NEW, sha256(OLD), OnWindows(Windows(code, code)))
    assert target.read_bytes() == NEW
    assert names(target) == ["a.sla"]


@pytest.mark.parametrize("code", [32, 1175, 1176, 1177])
def test_a_file_that_windows_never_lets_go_of_stays(
    target: Path, code: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("slaeditor.storage.saving._FIRST_WAIT", 0.001)
    with pytest.raises(CannotWrite, match="another program holds the file"):
        put_file(target, NEW, sha256(OLD), OnWindows(Windows(*[code] * 20)))
    assert target.read_bytes() == OLD
    assert names(target) == ["a.sla"]


def test_what_somebody_saved_at_the_last_moment_on_windows_is_kept(target: Path):
    written = put_file(target, NEW, sha256(OLD), OnWindows(Windows(between=THEIRS)))
    assert written.conflict is not None
    assert written.conflict.read_bytes() == THEIRS


@pytest.mark.parametrize("code", [1, 50])
def test_a_drive_that_cannot_replace_takes_two_steps(target: Path, code: int):
    put_file(target, NEW, sha256(OLD), OnWindows(Windows(code)))
    assert target.read_bytes() == NEW
    assert names(target) == ["a.sla"]


def test_half_a_replacement_is_told_apart(tmp_path: Path):
    (tmp_path / "a").write_bytes(OLD)
    with pytest.raises(HalfReplaced):
        replace_file(tmp_path / "a", tmp_path / "b", tmp_path / "c", Windows(1177))


def test_an_unknown_code_of_windows_is_an_error_of_the_disk(target: Path):
    with pytest.raises(OSError) as refused:  # noqa: PT011 - the number is what matters
        replace_file(target, target, target, Windows(9999))
    assert refused.value.errno == errno.EIO


class Mac:
    """Takes the call of macOS and answers."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.asked: list[tuple[object, ...]] = []

    @property
    def renamex_np(self) -> object:
        class Call:
            argtypes: list[object] = []

            def __call__(call, *words: object) -> int:  # noqa: N805 - `self` is the library
                self.asked.append(words)
                return self.answer

        return Call()


def test_macos_is_asked_to_swap(tmp_path: Path):
    library = Mac(0)
    swap_names(tmp_path / "a", tmp_path / "b", "darwin", library)
    assert library.asked == [(os.fsencode(tmp_path / "a"), os.fsencode(tmp_path / "b"), 2)]


def test_a_refusal_of_macos_is_an_error(tmp_path: Path):
    with pytest.raises(OSError):  # noqa: PT011 - its number is that of the last real call
        swap_names(tmp_path / "a", tmp_path / "b", "darwin", Mac(-1))


def test_macos_is_asked_to_write_to_the_medium():
    asked: list[tuple[int, int]] = []
    assert force_to_medium(7, "darwin", lambda *told: asked.append(told))
    assert asked == [(7, 51)]


def refusing(number: int) -> Callable[[int, int], None]:
    def control(_descriptor: int, _command: int) -> None:
        raise OSError(number, "refused")

    return control


@pytest.mark.parametrize("number", [errno.ENOTSUP, errno.EINVAL, errno.ENOTTY])
def test_a_network_drive_of_macos_is_forced_as_far_as_it_can(number: int):
    assert not force_to_medium(7, "darwin", refusing(number))


def test_a_medium_that_fails_on_macos_is_no_success():
    with pytest.raises(OSError, match="refused"):
        force_to_medium(7, "darwin", refusing(errno.EIO))


def test_other_systems_are_asked_in_the_usual_way():
    assert not force_to_medium(7, "linux", refusing(errno.EIO))


@pytest.mark.parametrize("platform", ["win32", "freebsd13"])
def test_a_system_without_the_call_says_so(tmp_path: Path, platform: str):
    with pytest.raises(OSError, match="cannot exchange names") as refused:
        swap_names(tmp_path / "a", tmp_path / "b", platform)
    assert refused.value.errno == errno.ENOSYS


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        *(("/home/anna", True), ("/home/anna/local/x", False), ("/homes", False)),
        *(("/mnt/team share/x", True), ("/run/tmp", False), ("/", False)),
    ],
)
def test_a_network_drive_is_known_by_its_mount(path: str, remote: bool):
    assert is_remote_mount(Path(path), MOUNTS) is remote


@pytest.mark.parametrize(
    ("path", "remote"), [("C:\\Users", False), ("Z:\\Users", True), ("\\\\server\\x", True)]
)
def test_a_network_drive_of_windows_is_known_by_its_letter(path: str, remote: bool):
    class Named:
        def __str__(self) -> str:
            return path

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("slaeditor.storage.system_calls.os.path.splitdrive", _split_as_windows)
        assert is_remote_drive(Named(), Windows()) is remote  # type: ignore[arg-type] # a path of Windows, on any system


def _split_as_windows(path: str) -> tuple[str, str]:
    return (path[:2], path[2:]) if path[1:2] == ":" else ("", path)


class NetworkHome(FileSystem):
    """A machine on which everything but /var/tmp is on a server."""

    def is_remote(self, path: Path) -> bool:
        return True


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SLAEDITOR_STATE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("slaeditor.storage.state._KEPT_OVER_BOOTS", tmp_path / "here")
    return tmp_path


def test_work_in_progress_stays_on_this_computer(at_home: Path):
    found = state(NetworkHome())
    assert found.sessions.is_relative_to(at_home / "here")
    assert found.quarantine.is_relative_to(at_home / "here")
    assert found.backups.is_relative_to(at_home / "home")
    assert "network drive" in found.notice


def test_a_home_on_this_computer_keeps_all(at_home: Path):
    found = state(FileSystem())
    assert found == State(found.folder)
    assert found.sessions.is_relative_to(at_home / "home")
    assert found.notice == ""


def test_a_local_folder_of_somebody_else_is_refused(at_home: Path):
    class Foreign(NetworkHome):
        def is_ours(self, folder: Path) -> bool:
            return False

    with pytest.raises(CannotWrite, match="belongs to somebody else"):
        state(Foreign())


def test_a_folder_that_is_a_link_is_not_ours(tmp_path: Path):
    (tmp_path / "link").symlink_to(tmp_path)
    assert FileSystem().is_ours(tmp_path)
    assert not FileSystem().is_ours(tmp_path / "link")


def test_without_a_list_of_mounts_all_is_local(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(files_module, "_MOUNTS", tmp_path / "none")
    assert not FileSystem().is_remote(tmp_path)
