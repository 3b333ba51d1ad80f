"""How a case gets its severity, and who has it first."""

import pytest

from slaeditor.model.document import Document
from slaeditor.model.escalation import EscalationKind, EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.promises import PriorityRule, Severity
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import Role
from slaeditor.rules.checks import priorities
from tests.rules.checks.check_builders import says

FIRST, THIRD = Role(name="Tier 1"), Role(name="Tier 3", position=1)
URGENT = Severity(name="Urgent", starts_at=THIRD.id)
POLICY = EscalationPolicy(name="Tiers", kind=EscalationKind.FUNCTIONAL)


def a_matrix(*urgencies, **values):
    rows = [PriorityRule(impact="Stopped", urgency=one, **values) for one in urgencies]
    return Project().add(Document(name="Handbook"), *rows)


def test_bands_that_share_a_border_are_found():
    project = a_matrix("75–100 % of users", "25–75 % of users", "less than 25 % of users")
    assert says(priorities.priority_bands_overlap, project) == [
        "“75–100 % of users” and “25–75 % of users” of the priority matrix both hold 75."
    ]


def test_bands_that_share_a_stretch_are_found():
    assert says(priorities.priority_bands_overlap, a_matrix("1 to 20", "more than 10")) == [
        "“1 to 20” and “more than 10” of the priority matrix both hold above 10 up to 20."
    ]


@pytest.mark.parametrize(
    "urgencies",
    [
        ("up to 10", "more than 10"),
        ("below 5", "at least 5"),
        ("1-9 users", "10-99 users"),
        ("cannot wait", "can wait"),
        ("1–5 sites", "2–10 users"),
    ],
)
def test_bands_apart_are_fine(urgencies):
    assert says(priorities.priority_bands_overlap, a_matrix(*urgencies)) == []


def test_rules_that_override_the_matrix_may_overlap():
    project = a_matrix("1–5", "5–9", override="Data are at risk.")
    assert says(priorities.priority_bands_overlap, project) == []


def a_ladder(**values):
    usual = {
        "policy": POLICY.id,
        "name": "Start",
        "trigger": Trigger.AFTER_START,
        "after": Duration.parse("0 min"),
        "to_roles": (FIRST.id,),
    }
    return Project().put(FIRST, THIRD, URGENT, POLICY).add(EscalationStep(**{**usual, **values}))


def test_a_ladder_that_begins_elsewhere_is_found():
    assert says(priorities.first_handlers_differ, a_ladder()) == [
        "“Urgent” is first handled by “Tier 3”, but “Tiers · Start” begins with “Tier 1”."
    ]


def test_a_ladder_that_begins_with_the_first_handler_is_fine():
    project = a_ladder(to_roles=(FIRST.id, THIRD.id))
    assert says(priorities.first_handlers_differ, project) == []


def test_a_later_step_may_go_elsewhere():
    assert says(priorities.first_handlers_differ, a_ladder(after=Duration.parse("1 h"))) == []


def test_a_step_for_another_severity_may_go_elsewhere():
    assert says(priorities.first_handlers_differ, a_ladder(severities=("another",))) == []


def test_a_severity_without_a_first_handler_is_fine():
    project = a_ladder().put(URGENT.but(starts_at=""))
    assert says(priorities.first_handlers_differ, project) == []
