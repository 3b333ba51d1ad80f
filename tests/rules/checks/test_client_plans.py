"""By which of several price plans a client pays."""

from datetime import date
from decimal import Decimal

import pytest

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.prices import PriceModel
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


DEVICES = a_plan(LEVEL, PriceModel.PER_UNIT, "100 EUR per device per month", unit_name="device")
OLD = a_plan(
    LEVEL, PriceModel.PER_UNIT, "9 EUR per month", name="Age", unit_name="old one", on_top=True
)


def counted(rule, otherwise="", *plans):
    client = Client(name="Ash", level=LEVEL.id, quantity=Decimal(6), counted_otherwise=otherwise)
    return says(rule, sold(client, DEVICES, *(plans or (OLD,)), level=LEVEL))


def test_a_plan_that_counts_something_else_asks_how_many_there_are():
    (found,) = counted(client_plans.client_count_unsaid)
    assert found == (
        "“Gold · Age” counts by the old one, and nothing says how many “Ash” has; its quantity of "
        "6 is counted."
    )


def test_who_says_how_many_there_are_is_not_asked():
    assert counted(client_plans.client_count_unsaid, "2 old one") == []


def test_plans_of_one_unit_ask_nothing():
    more = a_plan(LEVEL, PriceModel.PER_UNIT, "9 EUR per month", unit_name="Device", on_top=True)
    assert counted(client_plans.client_count_unsaid, "", more) == []


def test_a_price_that_counts_nothing_asks_nothing():
    assert counted(client_plans.client_count_unsaid, "", ON_TOP) == []


@pytest.mark.parametrize("words", ["3 wheels", "many"])
def test_what_no_plan_counts_is_found(words):
    unit = words.removeprefix("3 ")
    told = f"“{unit}” of “Ash” is nothing that its price plans count."
    assert counted(client_plans.client_count_without_plan, f"2 old one, {words}") == [told]


def test_what_plans_count_is_fine():
    assert counted(client_plans.client_count_without_plan, "2 old one; 4 devices") == []


def test_a_deal_about_a_plan_says_the_currency_of_a_client():
    client = Client(name="Ash", level=LEVEL.id)
    deal = SpecialDeal(client=client.id, name="Cheaper", plan=SWISS.id, status=DealStatus.APPROVED)
    project = sold(client, EURO, SWISS, deal, level=LEVEL)
    assert says(client_plans.client_currency_unsaid, project) == []
