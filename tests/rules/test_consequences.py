"""A difference is ranked for the client only where both sides can be compared."""

from __future__ import annotations

import pytest

from slaeditor.model.clients import SpecialDeal
from slaeditor.model.compensation import Compensation, CompensationBand, Direction
from slaeditor.model.levels import Entitlement, LevelEntitlement
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.checks.comparing import Standing
from slaeditor.rules.consequences import consequence
from slaeditor.rules.difference import differences
from tests.builders import a_level, a_promise, open_to_all


def ranked(old: Project, new: Project) -> Standing:
    """How the client stands after the one difference of two projects."""
    (one,) = differences(old, new)
    return consequence(new, one)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("4 h", "2 h", Standing.BETTER),
        ("2 h", "4 h", Standing.WORSE),
        ("95 % within 4 h", "90 % within 4 h", Standing.WORSE),
        ("best effort", "4 h", Standing.BETTER),
        ("95 % within 4 h", "90 % within 2 h", Standing.UNDECIDED),
    ],
)
def test_promises_are_ranked_by_time_and_share(before: str, now: str, expected: Standing):
    project, _, target = a_promise(before)
    assert ranked(project, project.put(target.but(value=TargetValue.parse(now)))) is expected


def test_a_greater_discount_of_a_deal_is_better():
    deal = open_to_all(SpecialDeal, name="Loyal", agreed_discount=Percentage.parse("10 %"))
    project = Project().add(deal)
    more = deal.but(agreed_discount=Percentage.parse("15 %"))
    assert ranked(project, project.put(more)) is Standing.BETTER


def test_a_new_promise_is_better_and_a_lost_one_worse():
    project, _, target = a_promise()
    assert ranked(project.drop(target), project) is Standing.BETTER
    assert ranked(project, project.drop(target)) is Standing.WORSE


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("20 USD per user per month", "25 USD per user per month", Standing.WORSE),
        ("20 USD per user per month", "15 USD per user per month", Standing.BETTER),
        ("20 USD per user per month", "20 EUR per user per month", Standing.UNDECIDED),
        ("20 USD per user per month", "15 USD per seat per month", Standing.UNDECIDED),
    ],
)
def test_a_dearer_price_is_worse_in_the_same_unit_only(before: str, now: str, expected: Standing):
    plan = open_to_all(PricePlan, level=a_level().id, price=Price.parse(before))
    project = Project().add(plan)
    assert ranked(project, project.put(plan.but(price=Price.parse(now)))) is expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("6 per year", "8 per year", Standing.BETTER),
        ("6 per year", "6 per month", Standing.UNDECIDED),
        ("no", "unlimited", Standing.BETTER),
        ("pooled", "6 per year", Standing.UNDECIDED),
    ],
)
def test_more_of_an_entitlement_is_better(before: str, now: str, expected: Standing):
    level, entitlement = a_level(), open_to_all(Entitlement, name="Reviews")
    cell = open_to_all(
        LevelEntitlement, level=level.id, entitlement=entitlement.id, value=Grant.parse(before)
    )
    project = Project().add(level, entitlement, cell)
    assert ranked(project, project.put(cell.but(value=Grant.parse(now)))) is expected


@pytest.mark.parametrize(
    ("direction", "expected"),
    [(Direction.CREDIT, Standing.BETTER), (Direction.REWARD, Standing.UNDECIDED)],
)
def test_a_larger_credit_is_better_and_a_reward_is_no_business_of_the_client(
    direction: Direction, expected: Standing
):
    rule = open_to_all(Compensation, name="Uptime", direction=direction)
    band = open_to_all(CompensationBand, compensation=rule.id, share=Percentage.parse("10 %"))
    project = Project().add(rule, band)
    assert ranked(project, project.put(band.but(share=Percentage.parse("20 %")))) is expected


def test_words_are_not_ranked():
    level = a_level(promise="We help.")
    project = Project().add(level)
    assert ranked(project, project.put(level.but(promise="We try."))) is Standing.UNDECIDED
