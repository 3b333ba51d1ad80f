"""How a command ends: with a status, and one line that says why."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from slaeditor.cli import projects

ROOT = Path(__file__).resolve().parents[2]


def test_words_that_are_no_command_are_one_line(run):
    answer = run("check")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "slaeditor check --help" in answer.err


def broken(_: argparse.Namespace) -> int:
    """A verb with a fault in it."""
    raise KeyError("lost")


def stopped(_: argparse.Namespace) -> int:
    """A verb that somebody stops."""
    raise KeyboardInterrupt


def test_a_fault_of_the_program_leaves_a_report(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(projects, "write_text", broken)
    answer = run("dump", "support.yaml")
    (report,) = (tmp_path / "state").glob("crash *.txt")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert str(report) in answer.err
    told = report.read_text(encoding="utf-8")
    assert "builtins.KeyError" in told
    assert "in broken" in told
    assert "lost" not in told


def test_makers_see_the_fault_itself(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(projects, "write_text", broken)
    monkeypatch.setenv("SLAEDITOR_DEBUG", "1")
    with pytest.raises(KeyError):
        run("dump", "support.yaml")


def test_a_command_can_be_stopped(run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(projects, "write_text", stopped)
    answer = run("dump", "support.yaml")
    assert (answer.status, answer.err) == (2, "Stopped.\n")


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path: Path):
    text = "glossary:\n" + "".join(f"  t{n}: {{meaning: {'x' * 90}}}\n" for n in range(5000))
    (tmp_path / "long.yaml").write_text(text)
    dump = subprocess.Popen(
        [sys.executable, "-m", "slaeditor", "dump", str(tmp_path / "long.yaml")],
        cwd=ROOT,
        env={**os.environ, "SLAEDITOR_NO_BOOTSTRAP": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert dump.stdout is not None
    assert dump.stderr is not None
    with dump:
        dump.stdout.readline()
        dump.stdout.close()
        assert dump.stderr.read() == b""
    assert dump.returncode == 0
