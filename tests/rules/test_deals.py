"""How far a special deal has come, and what a plan costs under one."""

from datetime import date

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.rules.deals import (
    deal_on_price,
    discount_agreed,
    discount_granted,
    next_station,
    passed,
    price_agreed,
    station_words,
    stations,
)

DAY = date(2026, 6, 1)
GRANTED = SpecialDeal(name="Evenings", granted_by="role")


def test_a_deal_nobody_granted_waits_for_that():
    assert station_words(SpecialDeal()) == "Next: granted"


def test_a_deal_passes_its_stations_in_order():
    deal, names = GRANTED, []
    while (station := next_station(deal)) is not None:
        names.append(station.name)
        deal = passed(deal, station, DAY)
    assert names == ["Approved", "Service told", "Acknowledged"]


def test_what_was_passed_has_its_day():
    deal = passed(GRANTED, stations(GRANTED)[2], DAY)
    assert deal.service_informed_on == DAY


def test_a_refused_deal_goes_nowhere():
    refused = GRANTED.but(status=DealStatus.REFUSED)
    assert (next_station(refused), station_words(refused)) == (None, "Refused")


def test_an_acknowledged_deal_is_known():
    known = GRANTED.but(status=DealStatus.APPROVED, service_informed_on=DAY, acknowledged_on=DAY)
    assert station_words(known) == "Acknowledged by service"


MONTHLY = PricePlan(price=Price.parse("29.99 USD per user per month"), model=PriceModel.PER_UNIT)
CLIENT = Client(name="Ash")


def a_discount(words: str, **values):
    """Returns an approved deal with a discount."""
    usual = {"client": CLIENT.id, "name": "Loyal", "status": DealStatus.APPROVED}
    return SpecialDeal(**{**usual, "agreed_discount": Percentage.parse(words), **values})


def agreed(plan: PricePlan, deal: SpecialDeal) -> str:
    return str(price_agreed(plan, deal))


def test_a_discount_is_off_the_price_of_one_unit_exactly():
    assert agreed(MONTHLY, a_discount("10 %")) == "26.991 USD per user per month"


def test_a_flat_price_after_a_discount_is_rounded_as_its_total_is():
    flat = PricePlan(price=Price.parse("29.99 USD per month"))
    assert agreed(flat, a_discount("10 %")) == "26.99 USD per month"


def test_a_discount_off_a_plan_with_a_minimum_leaves_its_single_price():
    least = MONTHLY.but(minimum=Money.parse("100 USD"))
    assert agreed(least, a_discount("10 %")) == "29.99 USD per user per month"


def test_an_agreed_price_counts_before_a_discount_of_the_same_deal():
    both = a_discount("10 %", plan=MONTHLY.id, agreed_price=Price.parse("25 USD per user"))
    assert agreed(MONTHLY, both) == "25.00 USD per user"
    assert discount_agreed(both, MONTHLY) is None


def test_a_discount_off_another_plan_is_none_off_this_one():
    assert discount_agreed(a_discount("10 %", plan="another"), MONTHLY) is None


def test_a_discount_of_nothing_is_no_deal_on_the_price():
    project = Project().add(CLIENT, MONTHLY, a_discount("0 %"))
    assert deal_on_price(project, CLIENT.id, MONTHLY, None) is None


def test_a_deal_that_names_the_plan_comes_before_one_about_all_plans():
    every, named = a_discount("20 %"), a_discount("10 %", plan=MONTHLY.id)
    project = Project().add(CLIENT, MONTHLY, every, named)
    found = deal_on_price(project, CLIENT.id, MONTHLY, None)
    assert found is not None
    assert found.id == named.id


def test_a_deal_in_words_alone_leaves_the_price_to_the_next_one():
    words = SpecialDeal(client=CLIENT.id, plan=MONTHLY.id, status=DealStatus.APPROVED)
    every = a_discount("20 %")
    project = Project().add(CLIENT, MONTHLY, words, every)
    found = deal_on_price(project, CLIENT.id, MONTHLY, None)
    assert found is not None
    assert found.id == every.id


def test_a_discount_that_is_over_is_none():
    project = Project().add(CLIENT, MONTHLY, a_discount("20 %", valid_to=DAY))
    assert deal_on_price(project, CLIENT.id, MONTHLY, DAY) is not None
    assert deal_on_price(project, CLIENT.id, MONTHLY, date(2026, 6, 2)) is None


def test_an_agreed_price_comes_to_a_discount():
    price = Price.parse("20 USD per user per month")
    deal = SpecialDeal(plan=MONTHLY.id, agreed_price=price)
    assert str(discount_granted(MONTHLY, deal)) == "33.31 %"


def test_a_price_for_another_period_comes_to_no_discount():
    deal = SpecialDeal(plan=MONTHLY.id, agreed_price=Price.parse("20 USD per user per year"))
    assert discount_granted(MONTHLY, deal) is None


def test_a_dearer_price_is_no_discount():
    deal = SpecialDeal(plan=MONTHLY.id, agreed_price=Price.parse("30 USD per user per month"))
    assert discount_granted(MONTHLY, deal) is None
