"""An amount of a bracket may be typed with the unit and period that its plan says."""

from __future__ import annotations

import pytest

from slaeditor.model.prices import Billing, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.bracket_amounts import amount_alone

PLAN = PricePlan(
    model=PriceModel.GRADUATED, unit_name="Maschine | Maschinen", billing=Billing.MONTHLY
)


@pytest.mark.parametrize(
    "words",
    [
        "5 EUR per month",
        "5 EUR monthly",
        "5 EUR pro Monat",
        "5 EUR per maschine per month",
        "5 EUR / Maschine",
    ],
)
def test_what_agrees_with_the_plan_is_taken(words):
    assert amount_alone(Project().add(PLAN), PLAN.id, words) == "5.00 EUR"


@pytest.mark.parametrize("words", ["5 EUR", "", "lots"])
def test_words_without_unit_or_period_stay(words):
    assert amount_alone(Project().add(PLAN), PLAN.id, words) == words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "5 EUR per year",
            "“5 EUR per year” is a price per year, but the plan is charged per month.",
        ),
        (
            "5 EUR per user",
            "“5 EUR per user” is a price per user, but the plan counts by the Maschine.",
        ),
    ],
)
def test_what_does_not_agree_is_refused_with_both(words, told):
    with pytest.raises(Unreadable) as refused:
        amount_alone(Project().add(PLAN), PLAN.id, words)
    assert refused.value.sentence == f"{told} Type '5.00 EUR', or change it in the plan."


def test_a_plan_without_a_period_says_so():
    plan = PricePlan(billing=None)
    with pytest.raises(Unreadable, match="but the plan says no period"):
        amount_alone(Project().add(plan), plan.id, "5 EUR per month")
