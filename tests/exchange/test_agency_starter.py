"""The agency starter: complete, consistent, true to the calendar, and discreet."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

import holidays as public
import pytest

from slaeditor.exchange.starters import starter
from slaeditor.exchange.text_form import dump, load
from slaeditor.model.entity import field, fields
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import CLIENT, Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.edition.strings import strings
from slaeditor.rules.checks.checking import check
from slaeditor.rules.explanation import Circumstances, explain
from slaeditor.rules.findings import Gravity

TODAY = date(2026, 11, 22)
LEFT_TO_THE_MANAGER = {"releases"}
SHORTEST_SECRET = 25


@cache
def agency() -> Project:
    return starter("agency").project()


@cache
def printed_for_clients() -> str:
    return " ".join(" ".join(strings(edition(agency(), Reader.CLIENT, on=TODAY))).split())


def named(table: str, name: str):
    return next(row for row in getattr(agency(), table) if row.name == name)


@pytest.mark.parametrize("table", sorted(set(kinds()) - LEFT_TO_THE_MANAGER))
def test_every_table_shows_how_it_is_meant(table):
    enough = 1 if kinds()[table].declaration.single else 3
    assert len(getattr(agency(), table)) >= enough


def test_whatever_the_check_warns_of_is_accepted_with_a_reason():
    warned = (one for one in check(agency(), TODAY) if one.severity is not Gravity.HINT)
    assert [one.sentence for one in warned if one.is_open] == []


def test_the_text_form_gives_the_same_project_again():
    assert load(dump(agency())) == agency()


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_bank_holidays_are_those_of_england(year):
    bank = named("holiday_sets", "Bank holidays in England")
    told = {day.on for day in agency().holidays.where("holiday_set", bank.id)}
    real = set(public.country_holidays("GB", subdiv="ENG", years=year))
    assert {day for day in told if day and day.year == year} == real


def due(level: str, severity: str, measure: str, at: datetime) -> datetime:
    case = Circumstances(named("service_levels", level), named("severities", severity))
    told = explain(agency(), case, at)
    (found,) = [one.due for one in told.due_times if one.measure.name == measure]
    assert found is not None
    return found.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("level", "measure", "moment"),
    [
        ("Growth", "First response", datetime(2026, 12, 29, 10, 20)),
        ("Growth", "Restoration", datetime(2026, 12, 29, 16, 20)),
        ("Partner", "First response", datetime(2026, 12, 24, 11, 50)),
        ("Partner", "Restoration", datetime(2026, 12, 24, 15, 20)),
    ],
)
def test_what_is_reported_on_christmas_eve_is_due_as_the_story_says(level, measure, moment):
    assert due(level, "Standstill", measure, datetime(2026, 12, 24, 11, 20)) == moment


def test_the_watch_goes_on_in_summer_time():
    at = datetime(2027, 3, 27, 19, 40)
    assert due("Weekend Watch", "Standstill", "Restoration", at) == datetime(2027, 3, 28, 11, 40)


@pytest.mark.parametrize(
    "table",
    sorted(
        name
        for name, kind in kinds().items()
        if any(not one.readers & CLIENT and one.kind.name == "prose" for one in fields(kind))
    ),
)
def test_nothing_that_is_not_for_clients_is_printed_for_them(table):
    hidden = [
        " ".join(getattr(row, one.name).split())
        for row in getattr(agency(), table)
        for one in fields(kinds()[table])
        if one.kind.name == "prose" and not field(kinds()[table], one.name).readers & CLIENT
    ]
    assert [
        words
        for words in hidden
        if len(words) >= SHORTEST_SECRET and words in printed_for_clients()
    ] == []
