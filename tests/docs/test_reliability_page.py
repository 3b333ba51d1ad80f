"""The page about reliability tells figures that were measured, and names what is there."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = (REPOSITORY / "docs" / "reliability.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def script():
    path = REPOSITORY / "docs" / "make_reliability.py"
    spec = importlib.util.spec_from_file_location("make_reliability", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_figure_is_of_a_proof_that_there_is():
    from tests.proofs.all_proofs import NAMES

    told = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert told
    assert set(told) <= set(NAMES)


def test_the_page_tells_of_nothing_that_went_wrong():
    assert set(re.findall(r"\| \*\*(\d+)\*\* \|", PAGE)) == {"0"}


def test_every_module_and_folder_that_is_named_is_there():
    named = re.findall(r"`((?:tests|slaeditor|storage|docs)/[\w/.]+)`", PAGE)
    assert len(named) > 8
    for one in named:
        root = "slaeditor/" if one.startswith("storage/") else ""
        assert (REPOSITORY / f"{root}{one}").exists(), one


def test_every_test_that_is_named_is_there():
    found = {
        part.name
        for path in (REPOSITORY / "tests").rglob("test_*.py")
        for part in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(part, ast.FunctionDef)
    }
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    assert named
    assert named <= found


def test_the_figures_come_from_the_ledgers(script, tmp_path):
    two: list[dict[str, object]] = [
        {"failures": [], "worst": {"hours": 9.0}, "ended": "2026-11-21 10:00"},
        {"failures": ["seed 7: lost"], "worst": {"seconds": 0.25}, "ended": "2026-11-22 11:00"},
    ]
    runs = [{"count": 1500, "seconds": 1800.0, **run} for run in two]
    told = {"counted": "edits lost", "unit": "kills", "runs": runs}
    (tmp_path / "kill.json").write_text(json.dumps(told))
    line = "| `kill` | 3,000 kills | **1** | edits lost | 0.25 seconds | 60 | 2026-11-22 |"
    assert line in script.table(tmp_path)


def test_only_the_figures_change(script):
    words = "before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n"
    assert script.page(words, "new\n") == words.replace("old", "new")
