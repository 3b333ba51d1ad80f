"""By which of several price plans a client pays."""

from datetime import date

import pytest

from slaeditor.model.clients import Client
from slaeditor.rules.checks import client_plans
from tests.rules.checks.check_builders import says
from tests.rules.price_builders import a_bracket, a_level, a_plan, sold

LEVEL = a_level()
EURO = a_plan(LEVEL, price="100 EUR per month", name="Germany")
SWISS = a_plan(LEVEL, price="110 CHF per month", name="Switzerland")
OTHER = a_plan(a_level("Silver"), price="50 EUR per month", name="Silver")
ON_TOP = a_plan(LEVEL, price="5 CHF per month", on_top=True)


def told(rule, *plans, pays_by=()):
    client = Client(name="Ash", level=LEVEL.id, plans=tuple(plan.id for plan in pays_by))
    return says(rule, sold(client, *plans, level=LEVEL))


def test_a_level_in_two_currencies_asks_which_of_them_a_client_pays():
    (found,) = told(client_plans.client_currency_unsaid, EURO, SWISS)
    assert found == (
        "“Gold” is sold in EUR and CHF, and nothing says in which of them “Ash” pays; EUR is "
        "counted."
    )


def test_a_client_that_names_its_plan_has_said_its_currency():
    assert told(client_plans.client_currency_unsaid, EURO, SWISS, pays_by=[SWISS]) == []


def test_several_plans_of_one_currency_ask_nothing():
    monthly = a_plan(LEVEL, price="90 EUR per month")
    assert told(client_plans.client_currency_unsaid, EURO, monthly) == []


def test_what_comes_on_top_is_no_second_plan():
    assert told(client_plans.client_currency_unsaid, EURO, ON_TOP) == []


def test_currencies_of_brackets_count_as_well():
    swiss = a_plan(LEVEL, name="Switzerland")
    bracket = a_bracket(swiss, 0, unit="110 CHF")
    client = Client(name="Ash", level=LEVEL.id)
    project = sold(client, EURO, swiss, bracket, level=LEVEL)
    assert len(says(client_plans.client_currency_unsaid, project)) == 1


def test_a_plan_of_another_level_is_found():
    assert told(client_plans.client_plan_elsewhere, EURO, OTHER, pays_by=[OTHER]) == [
        "“Ash” pays by “Silver”, which is no price plan of its level or its add-ons today."
    ]


@pytest.mark.parametrize("plan", [EURO, SWISS])
def test_a_plan_of_the_level_is_fine(plan):
    assert told(client_plans.client_plan_elsewhere, EURO, SWISS, pays_by=[plan]) == []


def test_a_plan_that_ended_is_no_plan_of_the_level():
    ended = SWISS.but(valid_to=date(2020, 1, 1))
    assert len(told(client_plans.client_plan_elsewhere, EURO, ended, pays_by=[ended])) == 1
