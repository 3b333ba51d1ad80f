"""The curve of a price is what the price list charges, at every quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.price import Price
from slaeditor.rules.plan_prices import plan_lines, sum_of
from slaeditor.rules.price_curve import PriceCurve, dips, price_curve
from slaeditor.rules.quotes import Order

EURO = "EUR"


def euros(amount: int) -> Money:
    return Money(Decimal(amount), EURO)


def a_plan(model: PriceModel, **values: object) -> tuple[Project, PricePlan]:
    plan = PricePlan(name="Plan", model=model).but(**values)
    rows = [
        PriceBracket(plan=plan.id, above=Decimal(0), up_to=Decimal(10), unit_price=euros(12)),
        PriceBracket(plan=plan.id, above=Decimal(10), up_to=Decimal(40), unit_price=euros(9)),
        PriceBracket(plan=plan.id, above=Decimal(40), unit_price=euros(5), flat_price=euros(100)),
    ]
    if model is PriceModel.BLOCK:
        rows = [row.but(flat_price=euros(100 * (at + 1))) for at, row in enumerate(rows)]
    return Project().add(plan, *rows), plan


def height(curve: PriceCurve, at: Decimal) -> Decimal:
    """The height of the curve at a quantity; at a jump the one that holds up to it."""
    for (x, y), (end, end_y) in zip(curve.corners, curve.corners[1:], strict=False):
        if x < at <= end:
            return y + (end_y - y) * (at - x) / (end - x)
    raise AssertionError(f"The curve does not reach {at}.")


@given(
    st.sampled_from([PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK]),
    st.integers(1, 52),
    st.none() | st.integers(0, 300),
    st.none() | st.integers(150, 600),
    st.none() | st.integers(1, 30),
)
def test_the_curve_is_what_is_charged(model, quantity, low, high, least):
    if low is not None and high is not None and low > high:
        low = None
    project, plan = a_plan(
        model,
        minimum=euros(low) if low is not None else None,
        maximum=euros(high) if high is not None else None,
        least_quantity=Decimal(least) if least is not None else None,
    )
    charged = sum_of(plan_lines(project, plan, Order(Decimal(quantity))))
    assert charged is not None
    drawn = height(price_curve(project, plan), Decimal(quantity))
    assert abs(drawn - charged.amount) < Decimal("0.000001")


def test_a_price_per_unit_is_a_line():
    plan = PricePlan(model=PriceModel.PER_UNIT, price=Price.parse("3 EUR per user per month"))
    curve = price_curve(Project().add(plan), plan, Decimal(50))
    assert curve.corners == ((Decimal(0), Decimal(0)), (Decimal(50), Decimal(150)))


def test_a_volume_price_says_where_more_costs_less():
    project, plan = a_plan(PriceModel.VOLUME)
    assert dips(price_curve(project, plan)) == (Decimal(10), Decimal(40))


@pytest.mark.parametrize("model", [PriceModel.FLAT, PriceModel.INCLUDED, PriceModel.QUOTED])
def test_what_does_not_depend_on_a_quantity_has_no_curve(model):
    plan = PricePlan(model=model, price=Price.parse("3 EUR per month"))
    assert price_curve(Project().add(plan), plan).corners == ()


def test_an_open_bracket_is_drawn_as_far_as_somebody_asks():
    project, plan = a_plan(PriceModel.GRADUATED)
    assert price_curve(project, plan, Decimal(500)).corners[-1][0] == 500
