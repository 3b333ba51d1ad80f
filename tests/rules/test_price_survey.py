"""The same order is priced at each level, brought to a month and a year."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.levels import LevelKind, ServiceLevel
from slaeditor.model.prices import Billing, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.price import Price
from slaeditor.rules.inheritance import sold
from slaeditor.rules.price_survey import LevelPrice, level_price
from slaeditor.rules.quotes import Order

FORTY = Order(Decimal(40))


def survey(project: Project, order: Order) -> tuple[LevelPrice, ...]:
    """What an order costs at each level that is sold, in their order."""
    return tuple(level_price(project, level, order) for level in sold(project))


def priced(words: str, **values: object) -> tuple[ServiceLevel, PricePlan]:
    level = ServiceLevel(name="Gold")
    model = PriceModel.PER_UNIT if "per user" in words else PriceModel.FLAT
    plan = PricePlan(level=level.id, model=model, price=Price.parse(words)).but(**values)
    return level, plan


def test_a_monthly_price_is_brought_to_a_year():
    (found,) = survey(Project().add(*priced("3 EUR per user per month")), FORTY)
    assert (str(found.a_month), str(found.a_year)) == ("120.00 EUR", "1440.00 EUR")


def test_a_yearly_price_is_brought_to_a_month():
    (found,) = survey(Project().add(*priced("1000 EUR per year", billing=Billing.YEARLY)), FORTY)
    assert str(found.a_month) == "83.33 EUR"


def test_a_set_up_fee_is_owed_once():
    (found,) = survey(
        Project().add(*priced("3 EUR per month", set_up=Money.parse("50 EUR"))), FORTY
    )
    assert str(found.once) == "50.00 EUR"


def test_a_level_without_a_price_says_so():
    (found,) = survey(Project().add(ServiceLevel(name="Gold")), FORTY)
    assert found.a_year is None
    assert "no price plan" in found.trouble


def test_base_levels_and_add_ons_are_left_out():
    levels = [ServiceLevel(kind=kind) for kind in (LevelKind.BASE, LevelKind.ADD_ON)]
    assert survey(Project().add(*levels), FORTY) == ()
