"""Nothing of the hostile list is forgotten, and no test of it is gone."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.hostile.numbered import NUMBERED

REPOSITORY = Path(__file__).resolve().parents[2]


@cache
def names_in(path: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((REPOSITORY / path).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def test_every_number_is_there():
    assert sorted(NUMBERED) == list(range(1, 104))


@pytest.mark.parametrize("number", sorted(NUMBERED))
def test_every_number_has_its_tests(number: int):
    one = NUMBERED[number]
    assert one.tests, one.what
    for test in one.tests:
        path, _, name = test.partition("::")
        assert name in names_in(path), f"{number}, {one.what}: {test} is gone"
