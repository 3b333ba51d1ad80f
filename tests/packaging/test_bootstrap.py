"""The set-up asks for what a command line needs, and says in one sentence what it cannot bring."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from trouble import CannotSetUp

from bootstrap import purpose_of, require_python

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        (["--test", "-x"], "tests"),
        ([], "window"),
        (["agency.sla"], "window"),
        (["export", "agency.sla"], "export"),
        (["bulletin", "old.sla", "agency.sla"], "export"),
        (["dump", "agency.sla"], "verb"),
        (["--help"], "verb"),
    ],
)
def test_the_purpose_follows_from_the_words(words: list[str], purpose: str):
    assert purpose_of(words) == purpose


def test_an_old_python_is_refused_in_one_sentence():
    with pytest.raises(CannotSetUp, match=r"needs Python 3\.11 or newer; this is"):
        require_python((3, 10))


def test_a_new_python_is_welcome():
    require_python((3, 14))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "main.py", root)
    for name in ("packaging", "slaeditor"):
        caches = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, root / name, ignore=caches)
    return root


def start(checkout: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *words],
        cwd=checkout,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_packagers_can_skip_the_set_up(checkout: Path):
    done = start(checkout, "--version", SLAEDITOR_NO_BOOTSTRAP="1")
    assert done.stdout.startswith("SLA Editor ")
    assert not (checkout / ".venv").exists()


def test_without_a_screen_nothing_is_set_up_for_the_window(checkout: Path):
    done = start(checkout, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert "python3 main.py export" in done.stderr
    assert not (checkout / ".venv").exists()
