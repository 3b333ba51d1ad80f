"""A fix is offered where it needs no thought, and takes its finding away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from slaeditor.model.backing import Team
from slaeditor.model.calendars import Calendar
from slaeditor.model.document import Waiver
from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.prices import Billing, PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, STAFF
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.week import Week
from slaeditor.rules.checks.checking import check
from slaeditor.rules.findings import Finding
from slaeditor.rules.fixes import accepted, fix
from tests.builders import a_level

TODAY = date(2027, 1, 10)
NOBODY = "00000000-0000-4000-8000-000000000000"


def found(project: Project, rule: str) -> Finding:
    return next(one for one in check(project, TODAY) if one.rule == rule)


def rules(project: Project) -> list[str]:
    return [one.rule for one in check(project, TODAY) if one.is_open]


@pytest.mark.parametrize(
    ("row", "rule", "label"),
    [
        (ServiceLevel(name="Gold", based_on=NOBODY), "dangling-reference", "Remove the reference"),
        (
            ServiceLevel(name="Gold", services=(NOBODY,)),
            "dangling-reference",
            "Remove the reference",
        ),
        (
            Team(name="Desk", shrinkage=Percentage.parse("-5 %")),
            "limits",
            "Set to 0 %",
        ),
        (
            ServiceLevel(name="Gold", valid_from=date(2027, 2, 1), valid_to=date(2027, 1, 1)),
            "ends-before-it-begins",
            "Exchange the two",
        ),
        (
            Calendar(
                name="Desk",
                hours=Week.parse("Mon–Fri 07:00–18:00"),
                day_length=Duration.parse("8 h"),
            ),
            "service-day-of-other-length",
            "Let a day be as long as most are open",
        ),
    ],
)
def test_a_fix_takes_its_finding_away(row, rule, label):
    project = Project().add(row)
    made = fix(project, found(project, rule))
    assert made is not None
    assert made.label == label
    assert rule not in rules(made.project)


def test_what_needs_thought_has_no_fix():
    project = Project().add(Service(name=""))
    assert fix(project, found(project, "required")) is None


def test_a_finding_of_a_record_that_is_gone_has_no_fix():
    level = ServiceLevel(name="Gold", based_on=NOBODY)
    project = Project().add(level)
    assert fix(project.drop(level), found(project, "dangling-reference")) is None


def test_an_accepted_finding_is_not_open_any_more_and_keeps_its_reason():
    project = Project().add(Service(name=""))
    finding = found(project, "required")
    after = accepted(project, finding, "It has no name on purpose.")
    assert "required" not in [r for r in rules(after) if r == "required"]
    assert found(after, "required").waived == "It has no name on purpose."


def test_a_waiver_that_is_over_can_be_deleted():
    service = Service(name="")
    waiver = Waiver(rule="required", subject=service.id, reason="Soon", until=date(2026, 1, 1))
    project = Project().add(service, waiver)
    made = fix(project, found(project, "waiver-over"))
    assert made is not None
    assert len(made.project.waivers) == 0


def test_a_price_without_effect_is_taken_out():
    level = ServiceLevel(name="Gold")
    plan = PricePlan(
        level=level.id,
        model=PriceModel.VOLUME,
        price=Price.parse("29 EUR per user per month"),
        billing=Billing.MONTHLY,
    )
    bracket = PriceBracket(plan=plan.id, above=Decimal(0), unit_price=Money.parse("2 EUR"))
    project = Project().add(level, plan, bracket)
    made = fix(project, found(project, "price-without-effect"))
    assert made is not None
    assert made.project.price_plans[plan.id].price is None
    assert "price-without-effect" not in rules(made.project)


def test_a_price_that_says_the_period_is_left_for_the_manager():
    level = ServiceLevel(name="Gold")
    price = Price.parse("29 EUR per user per month")
    plan = PricePlan(level=level.id, model=PriceModel.VOLUME, price=price, billing=None)
    bracket = PriceBracket(plan=plan.id, above=Decimal(0), unit_price=Money.parse("2 EUR"))
    project = Project().add(level, plan, bracket)
    assert fix(project, found(project, "price-without-effect")) is None


def test_hours_are_opened_to_whoever_reads_the_level() -> None:
    hours = Calendar(name="Around the clock", readers=STAFF)
    project = Project().add(hours, a_level("Gold", calendar=hours.id))
    made = fix(project, found(project, "rests-on-closed"))
    assert made is not None
    assert made.label == "Open it to the same readers"
    assert made.project.calendars[hours.id].readers == EVERYONE
