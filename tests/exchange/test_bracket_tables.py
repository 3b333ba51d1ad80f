"""Prices by quantity are taken in as the brackets of a price plan."""

from __future__ import annotations

import pytest

from slaeditor.exchange.office_files import FoundTable
from slaeditor.exchange.table_plans import guessed, plan_for
from slaeditor.exchange.taken import Taken
from slaeditor.exchange.taking_in import taken_in
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from tests.builders import a_level

HEADS = ("Users", "Price")
ROWS = (
    ("up to 20", "29 EUR per user per month"),
    ("21–60", "27 EUR per user per month"),
    ("over 60", "25 EUR per user per month"),
)
BY_SIZE = FoundTable("Gold by size", (HEADS, *ROWS))


def taken(table: FoundTable, project: Project | None = None) -> Taken:
    """A table taken in as it is guessed."""
    project = project or Project()
    return taken_in(project, table, guessed(table, project))


def brackets(project: Project) -> list[tuple[str, str, str]]:
    return [(str(one.above), str(one.up_to), str(one.unit_price)) for one in project.price_brackets]


EXPECTED = [("0", "20", "29.00 EUR"), ("20", "60", "27.00 EUR"), ("60", "None", "25.00 EUR")]


def test_brackets_in_words_become_brackets_of_a_plan():
    result = taken(BY_SIZE)
    assert brackets(result.project) == EXPECTED
    assert result.unread == []


def test_the_plan_is_made_with_the_unit_and_period_of_its_prices():
    (plan,) = taken(BY_SIZE).project.price_plans
    assert (plan.name, plan.unit_name, str(plan.billing)) == ("Gold by size", "user", "month")
    assert plan.model is PriceModel.VOLUME
    assert "graduated" in plan.note


def test_the_plan_belongs_to_the_level_the_table_names():
    gold = a_level("Gold")
    (plan,) = taken(BY_SIZE, Project().add(gold)).project.price_plans
    assert plan.level == gold.id


def test_a_plan_that_is_there_gets_the_brackets():
    gold = a_level("Gold")
    plan = PricePlan(level=gold.id, model=PriceModel.GRADUATED)
    table = FoundTable("Gold", (HEADS, ("1–20", "29 EUR"), ("from 21", "27 EUR")))
    project = taken(table, Project().add(gold, plan)).project
    assert [one.plan for one in project.price_brackets] == [plan.id, plan.id]
    assert len(project.price_plans) == 1


def test_taking_the_same_brackets_in_twice_changes_nothing():
    once = taken(BY_SIZE).project
    again = taken(BY_SIZE, once)
    assert (again.made, again.changed, again.unread) == (0, 0, [])


def test_another_price_is_filled_into_its_bracket():
    once = taken(BY_SIZE).project
    dearer = FoundTable("Gold by size", (HEADS, *ROWS[:2], ("61+", "26 EUR")))
    result = taken(dearer, once)
    assert brackets(result.project)[2] == ("60", "None", "26.00 EUR")
    assert (result.made, result.changed) == (0, 1)


def test_a_price_on_request_is_said_in_words():
    table = FoundTable("Gold", (HEADS, *ROWS[:2], ("over 60", "on request")))
    result = taken(table)
    assert [one.words for one in result.project.price_brackets] == ["", "", "on request"]
    assert result.unread == []


def test_words_that_are_no_bracket_are_told():
    table = FoundTable("Gold", (HEADS, *ROWS, ("lots", "20 EUR")))
    result = taken(table)
    (unread,) = result.unread
    assert str(unread).startswith("Row 4, Users: “lots”")
    assert brackets(result.project)[:3] == EXPECTED


def test_brackets_that_say_only_where_they_end_begin_where_the_one_before_does():
    table = FoundTable("Gold", (("Up to", "Per unit"), ("20", "29 EUR"), ("60", "27 EUR")))
    project = taken_in(Project(), table, plan_for("price_brackets", table, Project())).project
    assert [(str(one.above), str(one.up_to)) for one in project.price_brackets] == [
        ("0", "20"),
        ("20", "60"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("1–2", "5 %"), ("3–4", "10 %")),
        (("P1", "4 h"), ("P2", "8 h")),
        (("1–2", "calm"), ("3–4", "busy")),
    ],
)
def test_a_table_without_brackets_and_amounts_is_none_of_them(rows: tuple[tuple[str, str], ...]):
    assert guessed(FoundTable("", (("A", "B"), *rows)), Project()).table != "price_brackets"


def test_the_columns_are_known_when_the_rows_are_said_to_be_brackets():
    assert plan_for("price_brackets", BY_SIZE, Project()).columns == ("above", "unit_price")
