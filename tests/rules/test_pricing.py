"""What a level costs, by every price model, with everything that is charged beside it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.levels import LevelKind, Offer, ServiceLevel
from slaeditor.model.prices import (
    Allowance,
    Billing,
    DiscountAuthority,
    DiscountKind,
    PriceModel,
    PricePlan,
    Proration,
)
from slaeditor.model.project import Project
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.period import Period
from slaeditor.model.values.price import Price
from slaeditor.model.work import Role
from slaeditor.rules.deals import price_agreed
from slaeditor.rules.plan_prices import sum_of
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import NotPriceable, Order
from tests.rules.price_builders import (
    AWS_BUSINESS,
    AWS_ENTERPRISE,
    CLOUD_GOV_CREDITS,
    a_bracket,
    a_level,
    a_plan,
    by_brackets,
    by_percentage,
    money,
    sold,
)


def total(project, level, **order):
    """Returns the only total of a quote as words."""
    (only,) = quote(project, level, Order(**order)).totals
    return str(only.money)


def flat(price="100 EUR per month", **values):
    """Returns a project and its level at a flat price."""
    level = a_level()
    return sold(a_plan(level, price=price, **values), level=level), level


def test_aws_developer_is_three_percent_of_2000():
    project, level = by_percentage("29 USD", (0, None, "3 %"))
    assert total(project, level, amount=money("2000 USD")) == "60.00 USD"


def test_aws_developer_costs_its_minimum_when_little_is_used():
    project, level = by_percentage("29 USD", (0, None, "3 %"))
    assert total(project, level, amount=money("500 USD")) == "29.00 USD"


def test_aws_business_is_graduated():
    project, level = by_percentage("100 USD", *AWS_BUSINESS)
    assert total(project, level, amount=money("85000 USD")) == "6150.00 USD"


def test_aws_enterprise_is_graduated():
    project, level = by_percentage("15000 USD", *AWS_ENTERPRISE)
    assert total(project, level, amount=money("1200000 USD")) == "70500.00 USD"


def test_half_a_month_of_aws_business_costs_half_its_minimum():
    project, level = by_percentage("100 USD", *AWS_BUSINESS, proration=Proration.BY_DAY)
    half = Fraction(15, 30)
    assert total(project, level, amount=money("0 USD"), part_of_period=half) == "50.00 USD"


@pytest.mark.parametrize(
    ("bought", "price"),
    [
        (50, "30000.00 USD"),
        (650, "390000.00 USD"),
        (800, "456000.00 USD"),
        (1000, "540000.00 USD"),
        (1250, "637500.00 USD"),
        (1500, "720000.00 USD"),
        (2000, "936000.00 USD"),
    ],
)
def test_a_cloud_gov_tier_is_priced_by_the_credit(bought, price):
    project, level = by_brackets(PriceModel.VOLUME, *CLOUD_GOV_CREDITS, billing=Billing.YEARLY)
    assert total(project, level, quantity=Decimal(bought)) == price


def microbitz():
    """Returns the retainer with ten hours a year and a rate for more."""
    level = a_level("Retainer")
    allowance = Allowance(
        level=level.id,
        name="Support",
        quantity=Grant.parse("10 h per year"),
        over=Price.parse("39 GBP per hour + VAT"),
    )
    return sold(a_plan(level, price="495 GBP per year + VAT"), allowance, level=level), level


def test_a_retainer_costs_its_price_while_hours_are_left():
    project, level = microbitz()
    assert total(project, level, used={"Support": Decimal(10)}) == "495.00 GBP"


def test_hours_beyond_a_retainer_are_charged():
    project, level = microbitz()
    assert total(project, level, used={"support": Decimal(13)}) == "612.00 GBP"


def test_a_quote_says_how_prices_are_taxed():
    project, level = flat(tax="plus VAT")
    assert "Prices are stated plus VAT." in quote(project, level).remarks


def test_hours_beyond_are_counted_in_steps():
    level = a_level()
    allowance = Allowance(
        level=level.id,
        name="Support",
        quantity=Grant.parse("10 h"),
        over=Price.parse("40 EUR per hour"),
        increment="15 min",
    )
    project = sold(a_plan(level, PriceModel.INCLUDED), allowance, level=level)
    assert total(project, level, used={"Support": Decimal("10.4")}) == "20.00 EUR"


def test_graduated_charges_each_unit_by_its_own_bracket():
    project, level = by_brackets(PriceModel.GRADUATED, (0, 10, "10 EUR"), (10, None, "5 EUR"))
    assert total(project, level, quantity=Decimal(11)) == "105.00 EUR"


def test_the_first_bracket_is_told_by_its_end():
    project, level = by_brackets(PriceModel.GRADUATED, (0, 10, "10 EUR"), (10, None, "5 EUR"))
    told = [one.words for one in quote(project, level, Order(quantity=Decimal(11))).lines]
    assert told == ["10 × 10.00 EUR (up to 10)", "1 × 5.00 EUR (above 10)"]


def test_volume_charges_all_units_by_the_bracket_reached():
    project, level = by_brackets(PriceModel.VOLUME, (0, 10, "10 EUR"), (10, None, "5 EUR"))
    assert total(project, level, quantity=Decimal(11)) == "55.00 EUR"


def test_block_charges_one_price_for_the_bracket_reached():
    level = a_level()
    plan = a_plan(level, PriceModel.BLOCK)
    rows = a_bracket(plan, 0, 10, flat="90 EUR"), a_bracket(plan, 10, None, flat="150 EUR")
    assert total(sold(plan, *rows, level=level), level, quantity=Decimal(11)) == "150.00 EUR"


def test_a_price_per_unit_is_multiplied():
    level = a_level()
    plan = a_plan(level, PriceModel.PER_UNIT, "29 USD per user per month")
    project = sold(plan, level=level)
    assert total(project, level, quantity=Decimal(12)) == "348.00 USD"


def test_a_smallest_quantity_is_charged_at_least():
    level = a_level()
    plan = a_plan(level, PriceModel.PER_UNIT, "29 USD per user", least_quantity=Decimal(5))
    assert total(sold(plan, level=level), level, quantity=Decimal(2)) == "145.00 USD"


def test_a_maximum_limits_the_price():
    level = a_level()
    plan = a_plan(level, PriceModel.PER_UNIT, "29 USD per user", maximum=money("100 USD"))
    assert total(sold(plan, level=level), level, quantity=Decimal(4)) == "100.00 USD"


def test_time_and_material_is_owed_as_used():
    level = a_level()
    plan = a_plan(level, PriceModel.TIME_AND_MATERIAL, "250 USD per hour", billing=Billing.AS_USED)
    (only,) = quote(sold(plan, level=level), level, Order(quantity=Decimal(3))).totals
    assert (only.period, str(only.money)) == (None, "750.00 USD")


def test_a_set_up_fee_is_owed_once():
    project, level = flat(set_up=money("250 EUR"))
    assert [str(one) for one in quote(project, level).once] == ["250.00 EUR"]


def test_a_price_recurs_by_its_period():
    project, level = flat("100 EUR per quarter")
    assert [one.period for one in quote(project, level).recurring] == [Period.QUARTER]


def test_a_set_up_fee_is_neither_prorated_nor_discounted():
    project, level = flat(set_up=money("250 EUR"), proration=Proration.BY_DAY)
    order = Order(part_of_period=Fraction(1, 2), discount=Percentage.parse("10 %"))
    assert [str(one) for one in quote(project, level, order).once] == ["250.00 EUR"]


def test_a_part_of_a_period_costs_the_full_period_where_nothing_else_is_said():
    project, level = flat()
    assert total(project, level, part_of_period=Fraction(1, 2)) == "100.00 EUR"


def test_a_discount_is_taken_off():
    project, level = flat()
    assert total(project, level, discount=Percentage.parse("12.5 %")) == "87.50 EUR"


def test_a_total_is_rounded_once_and_a_line_says_so():
    project, level = flat(proration=Proration.BY_DAY)
    made = quote(project, level, Order(part_of_period=Fraction(1, 3)))
    assert (str(made.totals[0].money), made.lines[-1].words) == (
        "33.33 EUR",
        "Rounded to the smallest unit of EUR",
    )


def test_a_yen_has_no_smaller_unit():
    project, level = flat("999 JPY", proration=Proration.BY_DAY)
    assert total(project, level, part_of_period=Fraction(1, 2)) == "500 JPY"


def test_a_level_without_a_plan_costs_what_its_base_costs():
    base = a_level("Base", kind=LevelKind.BASE)
    level = a_level(based_on=base.id)
    project = Project().add(base, level, a_plan(base, price="10 EUR per month"))
    assert total(project, level) == "10.00 EUR"


def test_an_add_on_is_charged_as_well():
    project, level = flat()
    add_on = a_level("Night cover", kind=LevelKind.ADD_ON, adds_to=(level.id,))
    project = project.add(add_on, a_plan(add_on, price="40 EUR per month"))
    assert total(project, level, add_ons=(add_on.id,)) == "140.00 EUR"


def test_an_add_on_to_another_level_is_refused():
    project, level = flat()
    other = a_level("Silver")
    add_on = a_level("Night cover", kind=LevelKind.ADD_ON, adds_to=(other.id,))
    project = project.add(other, add_on, a_plan(add_on, price="40 EUR per month"))
    with pytest.raises(NotPriceable, match="“Night cover” cannot be added to “Gold”"):
        quote(project, level, Order(add_ons=(add_on.id,)))


def test_a_client_has_its_own_quantity():
    level = a_level()
    plan = a_plan(level, PriceModel.PER_UNIT, "29 USD per user")
    client = Client(name="Ash", level=level.id, quantity=Decimal(3))
    assert total(sold(plan, client, level=level), level, client=client.id) == "87.00 USD"


def a_deal(**values):
    """Returns a project, its level and a client with an agreed price of 80 EUR."""
    project, level = flat()
    (plan,) = project.price_plans
    client = Client(name="Ash", level=level.id)
    deal = SpecialDeal(
        client=client.id,
        name="Loyalty",
        **{
            "plan": plan.id,
            "agreed_price": Price.parse("80 EUR per month"),
            "status": DealStatus.APPROVED,
            **values,
        },
    )
    return project.add(client, deal), level, client


def test_a_special_deal_replaces_the_price():
    project, level, client = a_deal()
    assert total(project, level, client=client.id) == "80.00 EUR"


def test_a_proposed_deal_does_not_count():
    project, level, client = a_deal(status=DealStatus.PROPOSED)
    assert total(project, level, client=client.id) == "100.00 EUR"


def test_a_deal_that_is_over_does_not_count():
    project, level, client = a_deal(valid_to=date(2026, 1, 31))
    assert total(project, level, client=client.id, on=date(2026, 2, 1)) == "100.00 EUR"


def off(words, **values):
    """Returns the project, level and client of a deal with a discount instead of a price."""
    return a_deal(agreed_price=None, agreed_discount=Percentage.parse(words), **values)


def test_an_agreed_discount_is_a_line_of_its_own():
    project, level, client = off("10 %")
    told = [one.words for one in quote(project, level, Order(client=client.id)).lines]
    assert told == ["Price, 100.00 EUR per month", "Discount of 10 % as agreed in “Loyalty”"]


def test_an_agreed_discount_without_a_plan_is_off_every_plan():
    project, level, client = off("10 %", plan="")
    on_top = a_plan(level, price="50 EUR per month", on_top=True)
    assert total(project.add(on_top), level, client=client.id) == "135.00 EUR"


def test_an_agreed_discount_is_not_off_the_set_up_fee():
    project, level, client = off("50 %")
    (plan,) = project.price_plans
    project = project.put(plan.but(set_up=money("80 EUR")))
    made = quote(project, level, Order(client=client.id))
    assert [str(one.money) for one in made.totals] == ["50.00 EUR", "80.00 EUR"]


def test_a_discount_of_the_order_is_off_what_the_agreed_one_leaves():
    project, level, client = off("10 %")
    asked = Percentage.parse("50 %")
    assert total(project, level, client=client.id, discount=asked) == "45.00 EUR"


DISCOUNTS = st.decimals(0, 100, places=2).map(Percentage)
QUANTITIES = st.integers(0, 5_000).map(Decimal)


@given(DISCOUNTS, QUANTITIES, st.decimals(0, 10_000, places=4))
def test_the_price_told_to_a_client_times_its_quantity_is_what_it_pays(discount, quantity, amount):
    level = a_level()
    price = Price(Money(amount, "EUR"), "user")
    plan = a_plan(level, PriceModel.PER_UNIT).but(price=price)
    deal = SpecialDeal(client="Ash", agreed_discount=discount, status=DealStatus.APPROVED)
    project = sold(plan, Client(name="Ash").but(id="Ash"), deal, level=level)
    paid = quote(project, level, Order(quantity=quantity, client="Ash")).totals[0].money
    told = price_agreed(plan, deal)
    assert told is not None
    assert paid == (told.money * quantity).rounded()


@given(DISCOUNTS, QUANTITIES, st.sampled_from((PriceModel.GRADUATED, PriceModel.VOLUME)))
def test_an_agreed_discount_takes_its_part_of_any_brackets(discount, quantity, model):
    project, level = by_brackets(model, *CLOUD_GOV_CREDITS)
    deal = SpecialDeal(client="Ash", agreed_discount=discount, status=DealStatus.APPROVED)
    project = project.add(Client(name="Ash").but(id="Ash"), deal)
    listed = quote(project, level, Order(quantity=quantity)).lines
    paid = quote(project, level, Order(quantity=quantity, client="Ash")).lines
    whole = sum_of(listed)
    assert sum_of(paid) == ((whole - whole * discount.fraction).rounded() if whole else None)


def test_the_plan_valid_on_the_date_is_taken():
    project, level = flat(valid_to=date(2026, 12, 31))
    later = a_plan(level, price="110 EUR per month", valid_from=date(2027, 1, 1))
    assert total(project.add(later), level, on=date(2027, 1, 1)) == "110.00 EUR"


def test_a_plan_on_top_is_charged_as_well():
    project, level = flat()
    project = project.add(a_plan(level, price="7 EUR per month", on_top=True))
    assert total(project, level) == "107.00 EUR"


def test_another_plan_is_an_alternative_and_named():
    project, level = flat()
    project = project.add(a_plan(level, price="1000 EUR per year", name="A year ahead"))
    assert quote(project, level).remarks == ("Other plans can be chosen: A year ahead.",)


def test_the_alternative_can_be_chosen():
    project, level = flat()
    yearly = a_plan(level, price="1000 EUR per year", name="A year ahead")
    assert total(project.add(yearly), level, plan=yearly.id) == "1000.00 EUR"


def test_a_plan_for_every_level_can_be_asked_for():
    project, level = flat()
    general = PricePlan(price=Price.parse("3 EUR per month"), name="For everybody")
    assert total(project.add(general), level, plan=general.id) == "3.00 EUR"


def test_a_plan_of_another_level_is_refused():
    project, level = flat()
    other = a_level("Other")
    strange = a_plan(other, price="3 EUR per month", name="Strange")
    with pytest.raises(NotPriceable, match="Strange” is no price plan of"):
        total(project.add(other, strange), level, plan=strange.id)


def test_a_plan_for_another_service_is_left_out():
    project, level = flat()
    (plan,) = project.price_plans
    project = project.put(plan.but(service="another"))
    with pytest.raises(NotPriceable, match="no price plan for “Gold”"):
        quote(project, level)


def test_a_plan_that_cannot_be_had_is_left_out():
    project, level = flat(offer=Offer.NOT_AVAILABLE)
    with pytest.raises(NotPriceable, match="no price plan"):
        quote(project, level)


def test_a_quoted_price_has_no_total_and_stays_open():
    level = a_level()
    made = quote(sold(a_plan(level, PriceModel.QUOTED), level=level), level)
    assert (made.totals, made.is_open) == ((), True)


def test_a_missing_quantity_is_asked_for():
    level = a_level()
    plan = a_plan(level, PriceModel.PER_UNIT, "29 USD per user")
    with pytest.raises(NotPriceable, match="Give the quantity, a number counted by the user"):
        quote(sold(plan, level=level), level)


def test_a_missing_amount_is_asked_for():
    project, level = by_percentage("29 USD", (0, None, "3 %"), percentage_of="monthly usage")
    with pytest.raises(NotPriceable, match="Give the amount, monthly usage"):
        quote(project, level)


def test_an_amount_in_another_currency_is_refused():
    project, level = by_percentage("29 USD", (0, None, "3 %"))
    with pytest.raises(NotPriceable, match="Give the amount in USD"):
        quote(project, level, Order(amount=money("10 EUR")))


def test_a_quantity_beyond_the_last_bracket_is_said():
    project, level = by_brackets(PriceModel.GRADUATED, (0, 10, "10 EUR"))
    with pytest.raises(NotPriceable, match=r"No bracket of .* prices all of 11"):
        quote(project, level, Order(quantity=Decimal(11)))


def test_a_plan_without_price_is_said():
    level = a_level()
    with pytest.raises(NotPriceable, match="There is no price in the price plan “Gold”"):
        quote(sold(a_plan(level), level=level), level)


def test_a_price_below_the_floor_is_remarked():
    level = a_level(floor_price=money("90 EUR"))
    project = sold(a_plan(level, price="100 EUR per month"), level=level)
    order = Order(discount=Percentage.parse("20 %"))
    assert "80.00 EUR is below 90.00 EUR" in quote(project, level, order).remarks[-1]


def test_who_may_grant_a_discount_is_remarked():
    project, level = flat()
    seller = Role(name="Account manager")
    authority = DiscountAuthority(
        role=seller.id, kind=DiscountKind.PERCENT, most=Percentage.parse("10 %")
    )
    order = Order(discount=Percentage.parse("10 %"))
    made = quote(project.add(seller, authority), level, order)
    assert made.remarks == ("A discount of 10 % may be granted by Account manager.",)


def test_a_discount_nobody_may_grant_is_remarked():
    project, level = flat()
    made = quote(project, level, Order(discount=Percentage.parse("10 %")))
    assert made.remarks == ("Nobody may grant a discount of 10 % by the discount authority.",)


def test_an_empty_plan_counts_as_none():
    base, level = a_level("Basic"), a_level("Business")
    level = level.but(based_on=base.id)
    project = sold(a_plan(base, price="49 EUR per month"), base, a_plan(level), level=level)
    assert total(project, level) == "49.00 EUR"


def test_an_inherited_price_is_said_to_be_one():
    base = a_level("Basic")
    level = a_level("Business").but(based_on=base.id)
    project = sold(a_plan(base, price="49 EUR per month"), base, level=level)
    assert "“Business” has no price of its own; that of “Basic” counts." in (
        quote(project, level).remarks
    )


def in_two_currencies(**client):
    """Returns a project in euros and francs with an add-on in both, the level and a client."""
    level, add_on = a_level(), a_level("Night", kind=LevelKind.ADD_ON)
    plans = {
        name: a_plan(of, price=f"{price} per month", name=name)
        for of, name, price in (
            (level, "Germany", "100 EUR"),
            (level, "Switzerland", "110 CHF"),
            (add_on, "Night in Germany", "10 EUR"),
            (add_on, "Night in Switzerland", "12 CHF"),
        )
    }
    named = tuple(plans[name].id for name in client.pop("pays_by", ()))
    buyer = Client(name="Ash", level=level.id, add_ons=(add_on.id,), plans=named)
    return Project().add(level, add_on, buyer, *plans.values()), level, buyer


def test_a_client_pays_by_the_plans_it_names_also_for_its_add_ons():
    project, level, client = in_two_currencies(pays_by=("Switzerland", "Night in Switzerland"))
    assert total(project, level, client=client.id) == "122.00 CHF"


def test_a_client_that_names_no_plan_pays_by_the_first():
    project, level, client = in_two_currencies()
    assert total(project, level, client=client.id) == "110.00 EUR"


def test_a_plan_that_is_asked_for_comes_before_that_of_the_client():
    project, level, client = in_two_currencies(pays_by=("Switzerland",))
    euro = next(plan for plan in project.price_plans if plan.name == "Germany")
    made = quote(project, level, Order(client=client.id, plan=euro.id))
    assert str(made.lines[0].money) == "100.00 EUR"


def test_a_client_with_a_plan_of_its_own_is_told_of_no_others():
    project, level, client = in_two_currencies(pays_by=("Switzerland",))
    made = quote(project, level, Order(client=client.id))
    assert not any("Other plans" in remark for remark in made.remarks)


def test_two_plans_that_a_client_names_are_charged_together():
    level = a_level()
    one, two = (a_plan(level, price="100 EUR per month", name=name) for name in ("MRI", "CT"))
    client = Client(name="Ash", level=level.id, plans=(one.id, two.id))
    project = sold(one, two, client, level=level)
    assert total(project, level, client=client.id) == "200.00 EUR"


def test_a_deal_about_a_plan_says_that_the_client_pays_by_it():
    project, level, client = in_two_currencies()
    swiss = next(plan for plan in project.price_plans if plan.name == "Switzerland")
    agreed = SpecialDeal(
        client=client.id,
        name="Cheaper",
        plan=swiss.id,
        agreed_price=Price.parse("105 CHF per month"),
        status=DealStatus.APPROVED,
    )
    made = quote(project.add(agreed), level, Order(client=client.id))
    assert str(made.lines[0].money) == "105.00 CHF"
    assert not any("Other plans" in remark for remark in made.remarks)


def by_device(**values: Any) -> tuple[Project, ServiceLevel]:
    level = a_level()
    plan = a_plan(level, PriceModel.PER_UNIT, "10 EUR per month", unit_name="device", **values)
    return sold(plan, level=level), level


def once(project: Project, level: ServiceLevel, count: int) -> list[str]:
    made = quote(project, level, Order(quantity=Decimal(count)))
    return [str(line.money) for line in made.lines if line.period is Period.ONCE]


def test_a_set_up_fee_is_due_once():
    assert once(*by_device(set_up=money("950 EUR")), 12) == ["950.00 EUR"]


def test_a_set_up_fee_of_each_unit_is_due_for_all_of_them():
    assert once(*by_device(set_up=money("950 EUR"), set_up_each=True), 12) == ["11400.00 EUR"]


def test_a_set_up_fee_of_each_unit_counts_the_smallest_quantity():
    made = by_device(set_up=money("950 EUR"), set_up_each=True, least_quantity=Decimal(3))
    assert once(*made, 2) == ["2850.00 EUR"]


def test_a_set_up_fee_of_each_unit_says_how_it_is_counted():
    project, level = by_device(set_up=money("950 EUR"), set_up_each=True)
    made = quote(project, level, Order(quantity=Decimal(2)))
    assert made.lines[-1].words == "Set-up fee, 2 devices × 950.00 EUR"


def test_a_flat_price_with_a_set_up_fee_of_each_unit_asks_for_the_quantity():
    project, level = flat(set_up=money("950 EUR"), set_up_each=True)
    with pytest.raises(NotPriceable, match="Give the quantity"):
        quote(project, level)
