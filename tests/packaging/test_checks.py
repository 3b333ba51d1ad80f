"""The test command runs every stage, reports each, and fails when any does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checks import Stage, report, stages


def stage(name: str, code: str) -> Stage:
    return Stage(name, (sys.executable, "-c", code))


GOOD = stage("good", "print('all is well')")
BAD = stage("bad", "print('line 7 is wrong'); raise SystemExit(3)")
WORSE = stage("worse", "raise SystemExit(4)")


def test_all_good_is_status_zero(tmp_path: Path):
    assert report([GOOD, GOOD], tmp_path) == 0


def test_the_first_bad_status_is_returned(tmp_path: Path):
    assert report([GOOD, BAD, WORSE], tmp_path) == 3


def test_a_failure_does_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    report([BAD, GOOD], tmp_path)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if " s  " in line] == ["bad", "good"]


def test_a_stage_is_one_line_with_its_seconds(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    report([GOOD], tmp_path)
    assert capsys.readouterr().out.splitlines()[0].endswith(" s  passed")


def test_a_failed_stage_shows_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    report([BAD, GOOD], tmp_path)
    words = capsys.readouterr().out
    assert "line 7 is wrong" in words
    assert "all is well" not in words


def test_the_words_of_the_command_line_go_to_pytest_alone():
    planned = stages(["-k", "clock"])
    assert [
        planned_stage.name for planned_stage in planned if "clock" in planned_stage.command
    ] == ["tests"]
