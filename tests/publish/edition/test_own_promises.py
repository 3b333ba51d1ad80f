"""A client's own handbook tells the prices and credits that hold for it, and no others."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.compensation import Compensation
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.readers import Reader
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.publish.edition.strings import strings
from tests.builders import open_to_all
from tests.publish.edition.sample import BRONZE, CONTOSO, SILVER, UPTIME, department, made
from tests.publish.edition.test_payment import paid, prices, sold_by


def by_steps(currency: str, **values: Any) -> tuple[PricePlan, PriceBracket, PriceBracket]:
    """A plan with two brackets in a currency."""
    plan = open_to_all(
        PricePlan,
        level=SILVER.id,
        name=f"Silver in {currency}",
        model=PriceModel.GRADUATED,
        unit_name="device",
        **values,
    )
    first = open_to_all(
        PriceBracket, plan=plan.id, up_to=Decimal(3), unit_price=Money.parse(f"100 {currency}")
    )
    second = open_to_all(
        PriceBracket, plan=plan.id, above=Decimal(3), unit_price=Money.parse(f"80 {currency}")
    )
    return plan, first, second


def agreed(plan: PricePlan, words: str) -> SpecialDeal:
    deal: SpecialDeal = open_to_all(
        SpecialDeal,
        client=CONTOSO.id,
        name="Cheaper",
        plan=plan.id,
        agreed_price=Price.parse(words),
        status=DealStatus.APPROVED,
    )
    return deal


def test_a_price_agreed_instead_of_brackets_is_paid_though_there_is_a_plan_of_another_currency():
    euro, *rows = by_steps("EUR")
    project = sold_by(euro, quantity=6).add(*rows, *by_steps("CHF"))
    deal = agreed(euro, "70 EUR per device per month")
    project = project.add(deal)
    assert paid(project) == ["6 × €70 per device per month = €420 per month"]
    assert "CHF" not in " ".join(strings(prices(project)))


def test_an_agreed_price_stands_in_the_table_of_prices():
    euro, *rows = by_steps("EUR")
    project = sold_by(euro, quantity=6).add(*rows)
    deal = agreed(euro, "70 EUR per device per month")
    found = " ".join(strings(prices(project.add(deal))))
    assert "€70 per device per month" in found
    assert "usually" not in found


def test_a_sum_of_brackets_names_the_whole_quantity():
    euro, *rows = by_steps("EUR")
    project = sold_by(euro, quantity=6).add(*rows)
    assert paid(project) == ["€540 per month, for 6 devices"]


def test_a_sum_of_brackets_that_count_nothing_by_name_tells_the_number():
    euro, *rows = by_steps("EUR")
    project = sold_by(euro.but(unit_name=""), quantity=6).add(*rows)
    assert paid(project) == ["€540 per month, for a quantity of 6"]


def test_what_a_client_has_of_each_unit_is_named_once():
    euro, *rows = by_steps("EUR")
    more, *others = by_steps("EUR", on_top=True)
    project = sold_by(euro, more, quantity=6).add(*rows, *others)
    assert paid(project) == ["€1,080 per month, for 6 devices"]


def test_the_smallest_quantity_is_named_where_it_is_charged():
    euro, *rows = by_steps("EUR", least_quantity=Decimal(5))
    project = sold_by(euro, quantity=2).add(*rows)
    assert paid(project) == ["€460 per month, for 5 devices"]


def credit(name: str, *levels: str) -> Compensation:
    row: Compensation = open_to_all(
        Compensation,
        name=name,
        measure=UPTIME.id,
        levels=levels,
        per_case="hour",
        case_share=Percentage.parse("1 %"),
    )
    return row


def own_words(*rows: Compensation) -> str:
    project = department()
    project = project.drop(*project.compensations).add(*rows)
    return " ".join(strings(made(Reader.CLIENT, project, client=CONTOSO.id)))


def test_a_credit_of_the_base_level_is_not_told_where_the_level_has_its_own():
    found = own_words(credit("Bronze credit", BRONZE.id), credit("Silver credit", SILVER.id))
    assert "Silver credit" in found
    assert "Bronze credit" not in found


def test_a_credit_of_the_base_level_is_told_where_it_holds():
    assert "Bronze credit" in own_words(credit("Bronze credit", BRONZE.id))


def test_a_client_reads_only_the_plan_it_pays_by():
    euro, *rows = by_steps("EUR")
    swiss, *others = by_steps("CHF")
    project = sold_by(euro, swiss, quantity=6).add(*rows, *others)
    project = project.put(project.clients[CONTOSO.id].but(plans=(swiss.id,)))
    found = " ".join(strings(made(Reader.CLIENT, project, client=CONTOSO.id)))
    assert paid(project) == ["CHF 540 per month, for 6 devices"]
    assert "€" not in found


def test_the_quantity_of_a_client_stands_with_what_is_counted():
    euro, *rows = by_steps("EUR")
    found = made(Reader.CLIENT, sold_by(euro, quantity=6).add(*rows), client=CONTOSO.id)
    assert "6 devices" in strings(found.front)
