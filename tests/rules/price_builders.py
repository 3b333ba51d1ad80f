"""Levels with prices in few words."""

from decimal import Decimal

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price


def money(words):
    """Returns an amount such as "29 USD"."""
    return Money.parse(words)


def a_level(name="Gold", **values):
    """Returns a service level."""
    return ServiceLevel(name=name, **values)


def a_plan(level, model=PriceModel.FLAT, price=None, **values):
    """Returns a price plan; the price is given in words."""
    return PricePlan(
        level=level.id, model=model, price=Price.parse(price) if price else None, **values
    )


def a_bracket(plan, above, up_to=None, unit=None, flat=None, percent=None):
    """Returns a bracket of a plan; prices are given in words."""
    return PriceBracket(
        plan=plan.id,
        above=Decimal(above),
        up_to=None if up_to is None else Decimal(up_to),
        unit_price=unit and money(unit),
        flat_price=flat and money(flat),
        percentage=percent and Percentage.parse(percent),
    )


def sold(plan, *rows, level):
    """Returns a project with a level, its plan and more rows."""
    return Project().add(level, plan, *rows)


def by_brackets(model, *brackets, **values):
    """Returns a project and its level, sold by brackets (above, up to, price of a unit)."""
    level = a_level()
    plan = a_plan(level, model, **values)
    rows = [a_bracket(plan, above, up_to, unit) for above, up_to, unit in brackets]
    return sold(plan, *rows, level=level), level


def by_percentage(minimum, *brackets, **values):
    """Returns a project and its level, sold by percentages (above, up to, percent)."""
    level = a_level()
    plan = a_plan(level, PriceModel.PERCENTAGE, minimum=money(minimum), **values)
    rows = [a_bracket(plan, above, up_to, percent=p) for above, up_to, p in brackets]
    return sold(plan, *rows, level=level), level


AWS_BUSINESS = (
    (0, 10_000, "10 %"),
    (10_000, 80_000, "7 %"),
    (80_000, 250_000, "5 %"),
    (250_000, None, "3 %"),
)
AWS_ENTERPRISE = (
    (0, 150_000, "10 %"),
    (150_000, 500_000, "7 %"),
    (500_000, 1_000_000, "5 %"),
    (1_000_000, None, "3 %"),
)
CLOUD_GOV_CREDITS = (
    (0, 650, "600 USD"),
    (650, 800, "570 USD"),
    (800, 1000, "540 USD"),
    (1000, 1250, "510 USD"),
    (1250, 1500, "480 USD"),
    (1500, None, "468 USD"),
)
