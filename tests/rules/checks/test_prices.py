"""Prices: a ladder that rises, brackets without hole, floors that hold."""

from slaeditor.model.levels import LevelKind
from slaeditor.model.prices import DiscountAuthority, DiscountKind, PriceModel
from slaeditor.model.project import Project
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.rules.checks import floors, prices
from tests.rules.checks.check_builders import BRONZE, SILVER, says
from tests.rules.price_builders import (
    AWS_BUSINESS,
    a_bracket,
    a_level,
    a_plan,
    by_brackets,
    by_percentage,
    money,
    sold,
)


def a_ladder(bronze, silver, **values):
    """Returns Bronze and Silver at flat prices."""
    plans = a_plan(BRONZE, price=bronze), a_plan(SILVER, price=silver, **values)
    return Project().put(BRONZE, SILVER).add(*plans)


def test_a_higher_level_that_costs_less_is_found():
    project = a_ladder("100 EUR per month", "1199 EUR per year")
    assert says(prices.price_ladder, project) == [
        "“Silver” costs 1199.00 EUR a year, less than “Bronze” at 1200.00 EUR."
    ]


def test_a_higher_level_that_costs_the_same_is_fine():
    project = a_ladder("100 EUR per month", "1200 EUR per year")
    assert says(prices.price_ladder, project) == []


def test_a_higher_level_cheaper_for_large_quantities_is_found():
    bronze = a_plan(BRONZE, PriceModel.PER_UNIT, "5 EUR per user per month")
    silver = a_plan(SILVER, price="400 EUR per month")
    project = Project().put(BRONZE, SILVER).add(bronze, silver)
    assert "for 100 units" in says(prices.price_ladder, project)[0]


def test_prices_in_two_currencies_are_not_compared():
    project = a_ladder("100 EUR per month", "90 USD per month")
    assert says(prices.price_ladder, project) == []


def test_an_add_on_is_not_on_the_ladder():
    project = a_ladder("100 EUR per month", "10 EUR per month")
    project = project.put(SILVER.but(kind=LevelKind.ADD_ON))
    assert says(prices.price_ladder, project) == []


def test_a_hole_between_brackets_is_found():
    project, _ = by_brackets(PriceModel.VOLUME, (0, 10, "2 EUR"), (20, None, "1 EUR"))
    assert says(prices.bracket_hole, project) == ["“Gold” has no price above 10 up to 20."]


def test_overlapping_brackets_are_found():
    project, _ = by_brackets(PriceModel.VOLUME, (0, 11, "2 EUR"), (10, None, "1 EUR"))
    assert says(prices.bracket_hole, project) == ["“Gold” has two prices above 10."]


def test_brackets_that_join_are_fine():
    assert says(prices.bracket_hole, by_percentage("100 USD", *AWS_BUSINESS)[0]) == []


def test_a_last_bracket_with_an_end_is_hinted():
    project, _ = by_brackets(PriceModel.VOLUME, (0, 10, "2 EUR"))
    assert says(prices.bracket_hole, project) == ["“Gold” has no price above 10."]


def test_a_plan_without_price_is_found():
    level = a_level()
    assert len(says(prices.plan_without_price, sold(a_plan(level), level=level))) == 1


def test_a_quoted_plan_needs_no_price():
    level = a_level()
    plan = a_plan(level, PriceModel.QUOTED)
    assert says(prices.plan_without_price, sold(plan, level=level)) == []


def test_a_graduated_plan_without_brackets_is_found():
    level = a_level()
    plan = a_plan(level, PriceModel.GRADUATED, "5 EUR")
    assert says(prices.plan_without_price, sold(plan, level=level)) == ["“Gold” has no brackets."]


def test_two_currencies_in_a_plan_are_found():
    level = a_level()
    plan = a_plan(level, price="5 EUR", set_up=money("5 USD"))
    assert says(prices.plan_in_two_currencies, sold(plan, level=level)) == [
        "“Gold” has amounts in EUR and USD."
    ]


def test_one_currency_in_a_plan_is_fine():
    level = a_level()
    plan = a_plan(level, price="5 EUR", set_up=money("5 EUR"))
    assert says(prices.plan_in_two_currencies, sold(plan, level=level)) == []


def test_a_minimum_above_the_maximum_is_found():
    level = a_level()
    plan = a_plan(level, price="5 EUR", minimum=money("9 EUR"), maximum=money("8 EUR"))
    assert len(says(prices.plan_in_two_currencies, sold(plan, level=level))) == 1


def test_a_flat_price_per_user_is_found():
    level = a_level()
    plan = a_plan(level, price="5 EUR per user")
    assert says(prices.flat_price_per_unit, sold(plan, level=level)) == [
        "“Gold” is flat, but its price is 5.00 EUR per user."
    ]


def test_a_flat_price_per_month_is_fine():
    level = a_level()
    plan = a_plan(level, price="5 EUR per month")
    assert says(prices.flat_price_per_unit, sold(plan, level=level)) == []


def at_a_floor(price, *rows, floor="80 EUR", **values):
    """Returns a level with a floor and a flat monthly price, and the level."""
    level = a_level(floor_price=money(floor), **values)
    return sold(a_plan(level, price=f"{price} per month"), *rows, level=level)


def test_a_price_below_the_floor_is_found():
    assert len(says(floors.price_below_floor, at_a_floor("79.99 EUR"))) == 1


def test_a_price_at_the_floor_is_fine():
    assert says(floors.price_below_floor, at_a_floor("80 EUR")) == []


def a_discount(words):
    return DiscountAuthority(kind=DiscountKind.PERCENT, most=Percentage.parse(words))


def test_a_discount_to_below_the_floor_is_found():
    project = at_a_floor("100 EUR", a_discount("21 %"))
    assert says(floors.discount_below_floor, project) == [
        "A discount of 21 % brings “Gold” to 79.00 EUR, below its floor of 80.00 EUR."
    ]


def test_a_discount_to_the_floor_is_fine():
    assert says(floors.discount_below_floor, at_a_floor("100 EUR", a_discount("20 %"))) == []


def test_a_level_that_costs_more_than_it_brings_is_found():
    project = at_a_floor("100 EUR", cost_to_serve=money("101 EUR"))
    assert len(says(floors.cost_above_price, project)) == 1


def test_a_level_that_costs_what_it_brings_is_fine():
    project = at_a_floor("100 EUR", cost_to_serve=money("100 EUR"))
    assert says(floors.cost_above_price, project) == []


def test_a_bracket_in_another_currency_is_found():
    level = a_level()
    plan = a_plan(level, PriceModel.VOLUME, minimum=money("5 EUR"))
    project = sold(plan, a_bracket(plan, 0, None, "1 USD"), level=level)
    assert len(says(prices.plan_in_two_currencies, project)) == 1


def test_a_price_that_its_brackets_replace_is_found():
    project, _ = by_brackets(PriceModel.VOLUME, (0, None, "2 EUR"))
    (plan,) = project.price_plans
    project = project.put(plan.but(price=Price.parse("29 EUR per user per month")))
    assert says(prices.price_without_effect, project) == [
        "The price 29.00 EUR of “Gold” does not count; its brackets do."
    ]


def test_a_price_of_what_is_included_is_found():
    plan = a_plan(BRONZE, PriceModel.INCLUDED, "29 EUR per month")
    project = Project().put(BRONZE).add(plan)
    assert says(prices.price_without_effect, project) == [
        "The price 29.00 EUR of “Bronze” does not count; it is included."
    ]


def test_a_price_that_counts_is_fine():
    project = a_ladder("100 EUR per month", "1200 EUR per year")
    assert says(prices.price_without_effect, project) == []
