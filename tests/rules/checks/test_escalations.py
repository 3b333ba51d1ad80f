"""Escalation: somebody is told, in time, and it leads upwards."""

from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.work import Role
from slaeditor.rules.checks import escalations
from tests.rules.checks.check_builders import says

LEADER, MANAGER = Role(name="Team leader", position=1), Role(name="Manager", position=2)
POLICY = EscalationPolicy(name="Upwards")


def a_step(trigger=Trigger.AFTER_DUE, to=(MANAGER,), **values):
    roles = tuple(one.id for one in to)
    return EscalationStep(policy=POLICY.id, trigger=trigger, to_roles=roles, **values)


def a_ladder(*steps):
    return Project().put(LEADER, MANAGER, POLICY).add(*steps)


def test_a_ladder_that_fires_too_late_is_found():
    assert says(escalations.escalation_without_warning, a_ladder(a_step())) == [
        "Every step of “Upwards” fires after the promise is broken."
    ]


def test_a_ladder_with_a_warning_is_fine():
    early = a_step(Trigger.AT_SHARE, share=Percentage.parse("99 %"))
    assert says(escalations.escalation_without_warning, a_ladder(early, a_step())) == []


def test_a_step_when_all_time_is_used_up_is_no_warning():
    late = a_step(Trigger.AT_SHARE, share=Percentage.parse("100 %"))
    assert len(says(escalations.escalation_without_warning, a_ladder(late))) == 1


def test_a_ladder_that_waits_for_an_event_needs_no_warning():
    step = a_step(Trigger.ON_REQUEST)
    assert says(escalations.escalation_without_warning, a_ladder(step)) == []


def test_a_step_to_nobody_is_found():
    assert says(escalations.escalation_to_nobody, a_ladder(a_step(to=(), name="Call"))) == [
        "“Upwards · Call” goes to nobody."
    ]


def test_a_step_to_the_client_is_fine():
    assert says(escalations.escalation_to_nobody, a_ladder(a_step(to=(), to_client=True))) == []


def test_a_step_to_itself_is_found():
    step = a_step(from_role=MANAGER.id, name="Call")
    assert says(escalations.escalation_to_nobody, a_ladder(step)) == [
        "“Upwards · Call” goes from “Manager” to itself."
    ]


def test_a_step_upwards_is_fine():
    assert says(escalations.escalation_to_nobody, a_ladder(a_step(from_role=LEADER.id))) == []


def test_a_step_back_is_found():
    steps = a_step(to=(LEADER,)), a_step(to=(MANAGER,)), a_step(to=(LEADER,), name="Again")
    assert says(escalations.escalation_in_a_circle, a_ladder(*steps)) == [
        "“Upwards · Again” goes back to “Team leader”."
    ]


def test_a_step_to_one_more_is_fine():
    steps = a_step(to=(LEADER,)), a_step(to=(LEADER, MANAGER))
    assert says(escalations.escalation_in_a_circle, a_ladder(*steps)) == []


def test_steps_of_one_rung_to_the_same_role_are_fine():
    steps = a_step(to=(LEADER,), rung=1), a_step(to=(LEADER,), rung=1)
    assert says(escalations.escalation_in_a_circle, a_ladder(*steps)) == []


def test_a_step_back_on_a_higher_rung_is_found():
    steps = a_step(to=(LEADER,), rung=1), a_step(to=(LEADER,), rung=2)
    assert len(says(escalations.escalation_in_a_circle, a_ladder(*steps))) == 1


def test_a_share_that_is_not_said_is_found():
    assert len(says(escalations.escalation_without_time, a_ladder(a_step(Trigger.AT_SHARE)))) == 1


def test_a_time_that_is_not_said_is_found():
    step = a_step(Trigger.BEFORE_DUE)
    assert len(says(escalations.escalation_without_time, a_ladder(step))) == 1


def test_a_time_that_is_said_is_fine():
    step = a_step(Trigger.BEFORE_DUE, after=Duration.parse("30 min"))
    assert says(escalations.escalation_without_time, a_ladder(step)) == []


def test_a_ladder_without_rungs_is_found():
    assert says(escalations.ladder_without_rungs, a_ladder()) == ["“Upwards” has no steps."]


def test_a_ladder_with_a_rung_is_fine():
    assert says(escalations.ladder_without_rungs, a_ladder(a_step())) == []
