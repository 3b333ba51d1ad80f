"""Prices of special deals: floors, and who may grant how much."""

from datetime import date

import pytest

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.prices import DiscountAuthority, DiscountKind
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.work import Role
from slaeditor.rules.checks import deal_prices
from tests.rules.checks.check_builders import says
from tests.rules.price_builders import a_level, a_plan, money, sold

SELLER, HEAD = Role(name="Account manager"), Role(name="Head of sales")


def a_deal(price: str = "", discount: str = "", *rows, whole: bool = False, **values):
    """Returns Gold at 100 EUR with a floor of 80 EUR, and a deal on it; `whole` names no plan."""
    level = a_level(floor_price=money("80 EUR"))
    plan = a_plan(level, price="100 EUR per month")
    client = Client(name="Ash", level=level.id)
    deal = SpecialDeal(
        client=client.id,
        name="Loyal",
        plan="" if whole else plan.id,
        agreed_price=Price.parse(price) if price else None,
        agreed_discount=Percentage.parse(discount) if discount else None,
        **values,
    )
    return sold(plan, client, deal, SELLER, HEAD, *rows, level=level)


def an_authority(most: str, role: Role = SELLER, **values) -> DiscountAuthority:
    limit = Percentage.parse(most)
    return DiscountAuthority(role=role.id, kind=DiscountKind.PERCENT, most=limit, **values)


def beyond(*rows, discount: str = "15 %", **values):
    """Returns what is said of a discount that the account manager granted."""
    given = {"granted_by": SELLER.id, **values}
    return says(deal_prices.deal_beyond_authority, a_deal("", discount, *rows, **given))


def test_a_price_below_the_floor_is_found():
    assert len(says(deal_prices.deal_below_floor, a_deal("79 EUR per month"))) == 1


def test_a_price_at_the_floor_is_fine():
    assert says(deal_prices.deal_below_floor, a_deal("80 EUR per month")) == []


@pytest.mark.parametrize("whole", [False, True])
def test_a_discount_to_below_the_floor_is_found(whole):
    (told,) = says(deal_prices.deal_below_floor, a_deal("", "21 %", whole=whole))
    assert told == (
        "“Loyal” takes 21 % off 100.00 EUR, which leaves 79.00 EUR, below the floor of 80.00 EUR "
        "of “Gold”."
    )


def test_a_discount_to_the_floor_is_fine():
    assert says(deal_prices.deal_below_floor, a_deal("", "20 %")) == []


def test_a_discount_beyond_the_authority_of_who_granted_it_is_found():
    assert beyond(an_authority("10 %")) == [
        "“Loyal” grants 15 %; Account manager may grant at most 10 % on “Gold”."
    ]


def test_a_price_that_comes_to_too_great_a_discount_is_found():
    project = a_deal("85 EUR per month", "", an_authority("10 %"), granted_by=SELLER.id)
    (told,) = says(deal_prices.deal_beyond_authority, project)
    assert told == (
        "“Loyal” grants 15 %, which its price comes to; Account manager may grant at most 10 % on "
        "“Gold”."
    )


def test_a_discount_by_somebody_without_authority_is_found():
    assert beyond(an_authority("20 %", HEAD)) == [
        "“Loyal” grants 15 %; Account manager may grant no discount on “Gold”."
    ]


def test_a_discount_off_all_plans_is_held_against_the_clients_level():
    assert len(beyond(an_authority("10 %"), whole=True)) == 1


def test_a_discount_within_the_authority_is_fine():
    assert beyond(an_authority("15 %")) == []


def test_an_authority_over_other_levels_does_not_count():
    assert len(beyond(an_authority("15 %", levels=("other",)))) == 1


def test_a_discount_approved_by_somebody_who_may_grant_it_is_fine():
    rows = an_authority("10 %"), an_authority("20 %", HEAD)
    assert beyond(*rows, approved_by=HEAD.id) == []


def test_a_discount_approved_by_who_is_asked_for_more_is_fine():
    assert beyond(an_authority("10 %", approver=HEAD.id), approved_by=HEAD.id) == []


def test_a_discount_that_nobody_approved_yet_is_found():
    assert len(beyond(an_authority("10 %", approver=HEAD.id))) == 1


def test_where_no_authority_is_kept_no_discount_is_beyond_it():
    assert beyond() == []


def test_a_deal_that_is_over_is_left_alone():
    assert beyond(an_authority("10 %"), status=DealStatus.ENDED) == []
    assert beyond(an_authority("10 %"), valid_to=date(2020, 1, 1)) == []


def test_a_price_and_a_discount_in_one_deal_are_found():
    project = a_deal("90 EUR per month", "10 %")
    assert says(deal_prices.deal_price_and_discount, project) == [
        "“Loyal” says a price, 90.00 EUR per month, and a discount, 10 %; only the price counts."
    ]


def test_a_price_without_a_plan_does_not_count_beside_a_discount():
    project = a_deal("90 EUR per month", "10 %", whole=True)
    (told,) = says(deal_prices.deal_price_and_discount, project)
    assert told.endswith("only the discount counts.")


def test_a_discount_alone_is_fine():
    assert says(deal_prices.deal_price_and_discount, a_deal("", "10 %")) == []
