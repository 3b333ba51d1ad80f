"""The page of the thirty demands names fields that exist and agreements that fill them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from slaeditor.model.entity import Entity, default, field
from slaeditor.model.project import Project, kinds
from tests.cases import agreements

PAGE = Path(__file__).parents[2] / "docs" / "thirty-demands.md"
ROW = re.compile(
    r"^\| (?P<number>\d+) \| [^|]+ \| (?P<places>[^|]+) \| (?P<cases>[^|]+) \|$", re.MULTILINE
)


@dataclass(frozen=True)
class Demand:
    """A row of the page: its number, the fields that meet it and the agreements that show it."""

    number: int
    places: tuple[tuple[str, str], ...]
    cases: tuple[str, ...]

    def __str__(self) -> str:
        return f"demand {self.number}"


def _demands() -> list[Demand]:
    return [
        Demand(int(row["number"]), tuple(_places(row["places"])), tuple(_cases(row["cases"])))
        for row in ROW.finditer(PAGE.read_text("utf-8"))
    ]


def _places(words: str) -> list[tuple[str, str]]:
    found = []
    for part in words.split("; "):
        table, _, names = part.partition(": ")
        found += [(_name(table), _name(one)) for one in names.split(", ")]
    return found


def _name(words: str) -> str:
    return words.strip("` ").replace(" ", "_")


def _cases(words: str) -> list[str]:
    numbers = re.findall(r"\[(\d+)\]", words)
    return [next(name for name in agreements.NAMES if name.startswith(one)) for one in numbers]


def _kind(table: str) -> type[Entity]:
    return kinds()[table]


def _fills(project: Project, table: str, name: str) -> bool:
    usual = default(_kind(table), name)
    return any(getattr(row, name) != usual for row in getattr(project, table))


DEMANDS = _demands()


def test_the_page_has_all_thirty():
    assert [one.number for one in DEMANDS] == list(range(1, 31))


@pytest.mark.parametrize("demand", DEMANDS, ids=str)
def test_every_field_exists(demand):
    assert all(field(_kind(table), name).name == name for table, name in demand.places)


@pytest.mark.parametrize("demand", DEMANDS, ids=str)
def test_every_field_is_filled_by_an_agreement_that_is_named(demand):
    projects = [agreements.project(name) for name in demand.cases]
    unfilled = [
        place for place in demand.places if not any(_fills(one, *place) for one in projects)
    ]
    assert unfilled == []


@pytest.mark.parametrize("demand", DEMANDS, ids=str)
def test_every_agreement_that_is_named_fills_a_field(demand):
    idle = [
        name
        for name in demand.cases
        if not any(_fills(agreements.project(name), *place) for place in demand.places)
    ]
    assert idle == []


def test_every_link_leads_to_an_agreement():
    linked = re.findall(r"^\[\d+\]: (\S+)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [path for path in linked if not (PAGE.parent / path).is_file()] == []
