"""What holds for a level, and where it comes from."""

from datetime import date

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.levels import Channel, Entitlement, LevelEntitlement, LevelKind, Service
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.inheritance import (
    Case,
    cases,
    conditions,
    entitlements,
    fits,
    lineage,
    price_plans,
    said_by,
    targets,
)
from tests.builders import a_level, open_to_all

FIRST = open_to_all(Measure, name="First response")
WORST = open_to_all(Severity, name="Severity 1")
BASE = a_level("Base", kind=LevelKind.BASE, promise="We answer.")
GOLD = a_level("Gold", based_on=BASE.id)
NIGHT = a_level("Night", kind=LevelKind.ADD_ON, adds_to=(GOLD.id,))


def target(words, level="", **values):
    return open_to_all(
        Target, measure=FIRST.id, level=level, value=TargetValue.parse(words), **values
    )


def project(*rows) -> Project:
    return Project().add(FIRST, WORST, BASE, GOLD, NIGHT, *rows)


def held(rows, case=None, **more) -> list[str]:
    found = targets(project(*rows), GOLD, case or Case(FIRST.id), **more)
    return [str(one.value) for one in found]


def by_telephone(*levels) -> tuple[list, Case]:
    telephone = open_to_all(Channel, name="Telephone", levels=levels)
    rows = [telephone, target("8 h"), target("1 h", channel=telephone.id)]
    return rows, Case(FIRST.id, channel=telephone.id)


def test_a_target_for_a_channel_holds_at_levels_that_have_it() -> None:
    assert held(*by_telephone(GOLD.id)) == ["1 h"]


def test_a_target_for_a_channel_holds_at_levels_based_on_one_that_has_it() -> None:
    assert held(*by_telephone(BASE.id)) == ["1 h"]


def test_a_target_for_a_channel_is_nothing_to_levels_without_it() -> None:
    assert held(*by_telephone(NIGHT.id)) == ["8 h"]


def test_an_add_on_brings_its_channel() -> None:
    assert held(*by_telephone(NIGHT.id), add_ons=[NIGHT]) == ["1 h"]


def test_a_channel_that_names_no_level_is_everybodys() -> None:
    assert held(*by_telephone()) == ["1 h"]


def test_a_level_without_a_channel_has_no_case_of_it() -> None:
    rows, case = by_telephone(NIGHT.id)
    assert case not in cases(project(*rows), GOLD, FIRST.id)


def test_the_conditions_of_a_level_are_those_of_its_base_too() -> None:
    rows = target("8 h", BASE.id, applies_when="it rains"), target("4 h", GOLD.id)
    assert conditions(project(*rows), GOLD, Case("")) == ("it rains",)


def test_a_condition_for_another_severity_is_none_of_the_case() -> None:
    rows = (target("8 h", GOLD.id, applies_when="it rains", severity=WORST.id),)
    assert conditions(project(*rows), GOLD, Case("")) == ()


def test_a_level_says_more_than_its_base() -> None:
    assert held([target("8 h", BASE.id), target("4 h", GOLD.id)]) == ["4 h"]


def test_what_a_level_does_not_say_comes_from_its_base() -> None:
    found = targets(project(target("8 h", BASE.id)), GOLD, Case(FIRST.id))
    assert [one.level and one.level.name for one in found] == ["Base"]


def test_what_no_level_says_holds_for_every_level() -> None:
    assert held([target("24 h")]) == ["24 h"]


def test_the_level_counts_before_the_severity() -> None:
    case = Case(FIRST.id, WORST.id)
    assert held([target("1 h", BASE.id, severity=WORST.id), target("4 h", GOLD.id)], case) == [
        "4 h"
    ]


def test_within_a_level_the_target_for_the_severity_counts() -> None:
    case = Case(FIRST.id, WORST.id)
    assert held([target("1 h", GOLD.id, severity=WORST.id), target("4 h", GOLD.id)], case) == [
        "1 h"
    ]


def test_a_target_for_a_severity_says_nothing_in_general() -> None:
    assert held([target("1 h", GOLD.id, severity=WORST.id)]) == []


def test_an_add_on_counts_before_the_level() -> None:
    rows = [target("4 h", GOLD.id), target("1 h", NIGHT.id)]
    assert held(rows, add_ons=(NIGHT,)) == ["1 h"]


def test_a_special_deal_counts_before_everything() -> None:
    usual = target("4 h", GOLD.id)
    client = open_to_all(Client, name="Contoso", level=GOLD.id)
    deal = open_to_all(
        SpecialDeal,
        client=client.id,
        target=usual.id,
        agreed_target=TargetValue.parse("2 h"),
        status=DealStatus.APPROVED,
    )
    assert held([usual, client, deal], client=client) == ["2 h"]


def test_a_deal_of_another_client_counts_for_nothing() -> None:
    usual = target("4 h", GOLD.id)
    client = open_to_all(Client, name="Contoso")
    deal = open_to_all(
        SpecialDeal, client="other", target=usual.id, agreed_target=TargetValue.parse("2 h")
    )
    assert held([usual, client, deal], client=client) == ["4 h"]


def deal_of(client: Client, usual: Target, **values) -> SpecialDeal:
    agreed = {"client": client.id, "target": usual.id, "agreed_target": TargetValue.parse("2 h")}
    return open_to_all(SpecialDeal, **{"status": DealStatus.APPROVED, **agreed, **values})


def test_a_proposed_deal_replaces_nothing() -> None:
    usual = target("4 h", GOLD.id)
    client = open_to_all(Client, name="Contoso", level=GOLD.id)
    deal = deal_of(client, usual, status=DealStatus.PROPOSED)
    assert held([usual, client, deal], client=client) == ["4 h"]


def test_an_expired_deal_replaces_nothing() -> None:
    usual = target("4 h", GOLD.id)
    client = open_to_all(Client, name="Contoso", level=GOLD.id)
    deal = deal_of(client, usual, valid_to=date(2026, 3, 31))
    assert held([usual, client, deal], client=client, on=date(2026, 3, 31)) == ["2 h"]
    assert held([usual, client, deal], client=client, on=date(2026, 4, 1)) == ["4 h"]


def test_two_targets_for_one_case_are_both_kept() -> None:
    assert held([target("4 h", GOLD.id), target("5 h", GOLD.id)]) == ["4 h", "5 h"]


def test_a_target_for_a_service_holds_for_its_parts() -> None:
    whole = open_to_all(Service, name="Cloud")
    part = open_to_all(Service, name="Storage", part_of=whole.id)
    rows = [whole, part, target("2 h", GOLD.id, service=whole.id)]
    assert held(rows, Case(FIRST.id, service=part.id)) == ["2 h"]


def test_a_condition_tells_two_targets_apart() -> None:
    rows = [target("4 h", GOLD.id), target("1 h", GOLD.id, applies_when="all users are hit")]
    assert held(rows) == ["4 h"]
    assert held(rows, Case(FIRST.id, applies_when="All users are hit")) == ["1 h"]


def test_every_case_is_listed_once() -> None:
    rows = [
        target("8 h", BASE.id),
        target("4 h", GOLD.id),
        target("1 h", BASE.id, severity=WORST.id),
    ]
    listed = list(cases(project(*rows), GOLD, FIRST.id))
    assert listed == [Case(FIRST.id), Case(FIRST.id, WORST.id)]


def test_levels_based_on_each_other_end() -> None:
    one = a_level("One")
    other = a_level("Other", based_on=one.id)
    one = one.but(based_on=other.id)
    assert [level.name for level in lineage(Project().add(one, other), one)] == ["One", "Other"]


def test_a_field_nobody_filled_in_comes_from_the_base() -> None:
    assert said_by(project(), GOLD, "promise") == project().service_levels[BASE.id]


def test_an_add_on_fits_the_levels_it_names() -> None:
    assert fits(project(), NIGHT, GOLD)
    assert not fits(project(), NIGHT, a_level("Silver"))


def test_an_add_on_that_names_no_level_fits_all() -> None:
    assert fits(project(), NIGHT.but(adds_to=()), a_level("Silver"))


def test_an_add_on_to_a_base_fits_what_is_based_on_it() -> None:
    assert fits(project(), NIGHT.but(adds_to=(BASE.id,)), GOLD)


def test_entitlements_come_from_the_nearest_level() -> None:
    review = open_to_all(Entitlement, name="Review")
    said = LevelEntitlement(level=BASE.id, entitlement=review.id, value=Grant.parse("1 per year"))
    own = said.but(id="own", level=GOLD.id, value=Grant.parse("4 per year"))
    assert str(entitlements(project(review, said), GOLD)[review.id].value) == "1 per year"
    assert str(entitlements(project(review, said, own), GOLD)[review.id].value) == "4 per year"


def test_a_level_without_a_price_has_that_of_its_base() -> None:
    plan = PricePlan(level=BASE.id, price=Price.parse("29 EUR per month"))
    found = price_plans(project(plan), GOLD)
    assert [str(one.value) for one in found] == ["29.00 EUR per month"]


def test_an_agreed_price_takes_the_place_of_the_listed_one() -> None:
    plan = PricePlan(level=GOLD.id, price=Price.parse("29 EUR per month"))
    client = open_to_all(Client, name="Contoso")
    deal = SpecialDeal(
        client=client.id,
        plan=plan.id,
        agreed_price=Price.parse("25 EUR per month"),
        status=DealStatus.APPROVED,
    )
    found = price_plans(project(plan, client, deal), GOLD, client)
    assert [str(one.value) for one in found] == ["25.00 EUR per month"]
