"""A frozen value with some fields exchanged."""

from __future__ import annotations

import dataclasses

import pytest

from slaeditor.model.replacing import replaced
from tests.projects import made_project


@dataclasses.dataclass(frozen=True)
class Pair:
    value: int
    other: int


def test_the_fields_named_are_exchanged_and_no_others():
    assert replaced(Pair(1, 2), value=3) == Pair(3, 2)


def test_a_field_that_is_not_there_is_refused():
    with pytest.raises(TypeError, match="third"):
        replaced(Pair(1, 2), third=3)


def test_every_record_is_replaced_as_the_standard_library_does_it():
    rows = [row for _, _, table in made_project(7).tables() for row in table]
    assert [replaced(row, position=5) for row in rows] == [
        dataclasses.replace(row, position=5) for row in rows
    ]
