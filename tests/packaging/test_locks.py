"""The lock files pin what pyproject asks for and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = [ROOT / "packaging" / name for name in ("requirements.lock", "requirements-test.lock")]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: Path) -> dict[str, str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = [re.match(r"([A-Za-z0-9._-]+)==([^ ;]+)", line) for line in lines]
    return {plain(pin[1]): pin[2] for pin in pins if pin}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock: Path):
    words = lock.read_text(encoding="utf-8")
    assert "://" not in words
    assert "index-url" not in words


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_a_hash(lock: Path):
    words = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    pins = [line for line in words.splitlines() if "==" in line]
    assert pins
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []


def test_every_dependency_is_pinned():
    asked = {
        plain(re.split(r"[<>=; ]", words)[0]) for words in PYPROJECT["project"]["dependencies"]
    }
    assert asked <= set(pinned(LOCKS[0]))


def test_every_tool_of_the_tests_is_pinned():
    group = PYPROJECT["dependency-groups"]["test"]
    asked = {plain(re.split(r"[<>=; ]", words)[0]) for words in group}
    assert asked <= set(pinned(LOCKS[1]))


def test_the_tests_run_on_what_the_program_runs_on():
    assert pinned(LOCKS[0]).items() <= pinned(LOCKS[1]).items()
