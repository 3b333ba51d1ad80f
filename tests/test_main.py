"""Which words open the window and which go to the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from slaeditor.__main__ import has_screen, no_screen, opens_window

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", [[], ["agency.sla"], ["AGENCY.SLA"], ["folder/agency"]])
def test_nothing_or_a_file_opens_the_window(words: list[str]):
    assert opens_window(words)


@pytest.mark.parametrize("words", [["export", "a.sla"], ["exprot"], ["--help"], ["--version"]])
def test_any_other_word_goes_to_the_command_line(words: list[str]):
    assert not opens_window(words)


def test_linux_without_a_display_has_no_screen():
    assert not has_screen("linux", {"HOME": "/root"})


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_a_screen(name: str):
    assert has_screen("linux", {name: ":0"})


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str):
    assert has_screen(platform, {})


def test_the_sentence_names_the_command_that_was_typed():
    assert "python3 main.py export" in no_screen("/home/ann/slaeditor/main.py")
    assert "slaeditor export" in no_screen("/usr/bin/slaeditor")


@pytest.mark.parametrize("words", [["-m", "slaeditor"], ["main.py"]])
def test_without_a_screen_one_sentence_says_so(words: list[str]):
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr.startswith("This machine has no screen")
    assert len(done.stderr.splitlines()) == 1


def test_the_version_is_told_without_a_screen():
    assert run("-m", "slaeditor", "--version").stdout.startswith("SLA Editor ")


def test_an_unknown_verb_ends_with_status_two():
    assert run("-m", "slaeditor", "exprot").returncode == 2


def test_the_command_line_starts_without_loading_qt():
    load = "import sys, slaeditor.cli.command_line"
    code = f"{load}; sys.exit(any(n.startswith('PySide6') for n in sys.modules))"
    assert run("-c", code).returncode == 0
