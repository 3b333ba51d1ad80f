"""Missing system libraries are found and named with their packages."""

from __future__ import annotations

from pathlib import Path

import libraries
import pytest
from trouble import CannotSetUp


def test_a_library_that_does_not_load_is_named_by_its_package():
    table = {"libc.so.6": "libc6", "libno-such-thing.so.9": "libno-such-thing9"}
    assert libraries.absent(table) == ["libno-such-thing9"]


def test_a_verb_needs_no_library():
    assert libraries.LIBRARIES["verb"] == {}


def test_an_export_needs_nothing_of_the_screen():
    assert not set(libraries.LIBRARIES["export"]) & set(libraries.FOR_SCREEN)


def test_the_window_needs_all_that_the_tests_need():
    assert set(libraries.LIBRARIES["tests"]) < set(libraries.LIBRARIES["window"])


def test_this_machine_can_run_the_tests():
    assert libraries.missing_packages("tests") == []


def test_a_font_is_found_in_any_folder(tmp_path: Path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "text.ttf").touch()
    assert libraries.has_fonts([tmp_path / "absent", tmp_path])


def test_a_machine_without_fonts_is_recognised(tmp_path: Path):
    assert not libraries.has_fonts([tmp_path / "absent", tmp_path])


def test_without_root_the_exact_command_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    apt = tmp_path / "apt-get"
    apt.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(CannotSetUp, match="sudo apt-get install -y --no-install-recommends libgl1"):
        libraries.install(["libgl1"])


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        CannotSetUp, match=r"install what your system calls these: libgl1 libegl1\."
    ):
        libraries.install(["libgl1", "libegl1"])


def test_packages_that_apt_refuses_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    with pytest.raises(CannotSetUp, match=r"could not be installed: libgl1\."):
        libraries.install(["libgl1"])


def test_java_is_asked_for_only_where_it_can_be_installed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert libraries.JAVA in libraries.missing_packages("tests")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert libraries.JAVA not in libraries.missing_packages("tests")
