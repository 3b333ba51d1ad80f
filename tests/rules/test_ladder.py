"""Steps of a ladder have places on a line, and are moved along it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.values.duration import Clock, Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.ladder import Rung, course, duration_of, moved, place, snap_of, stride
from tests.builders import a_promise

DUE = 240
TIMED = (
    Trigger.AFTER_START,
    Trigger.BEFORE_DUE,
    Trigger.AFTER_DUE,
    Trigger.AFTER_PREVIOUS,
)


def a_step(trigger: Trigger, after: str = "", share: str = "") -> EscalationStep:
    return EscalationStep(
        trigger=trigger,
        after=Duration.parse(after) if after else None,
        share=Percentage.parse(share) if share else None,
    )


@pytest.mark.parametrize(
    ("step", "at"),
    [
        (a_step(Trigger.AFTER_START, "30 min"), 30),
        (a_step(Trigger.AT_SHARE, share="75 %"), 180),
        (a_step(Trigger.BEFORE_DUE, "1 h"), 180),
        (a_step(Trigger.AFTER_DUE, "2 service h"), 360),
        (a_step(Trigger.AFTER_PREVIOUS, "10 min"), 110),
        (a_step(Trigger.EVENT), None),
    ],
)
def test_a_step_has_its_place(step, at):
    assert place(step, DUE, 100) == at


def test_without_a_due_time_only_the_start_counts():
    assert place(a_step(Trigger.BEFORE_DUE, "1 h"), None, 0) is None
    assert place(a_step(Trigger.AFTER_START, "1 h"), None, 0) == 60


def test_a_course_is_read_from_what_is_promised():
    project, level, target = a_promise("4 service h")
    policy = EscalationPolicy(name="Late", measure=target.measure)
    step = a_step(Trigger.AT_SHARE, share="50 %").but(policy=policy.id)
    found = course(project.add(policy, step), policy, level, target.severity)
    assert (found.due, found.clock, found.last) == (240, Clock.SERVICE, 240)
    assert [rung.at for rung in found.rungs] == [120]


def test_moving_a_warning_changes_its_share():
    rung = Rung(a_step(Trigger.AT_SHARE, share="50 %"), 120)
    assert str(moved(rung, 180, DUE, Clock.SERVICE).share) == "75 %"


def test_moving_keeps_the_clock_a_time_was_said_in():
    rung = Rung(a_step(Trigger.BEFORE_DUE, "1 service h"), 180)
    assert str(moved(rung, 150, DUE, Clock.CALENDAR).after) == "90 service min"


def test_days_move_by_halves():
    rung = Rung(a_step(Trigger.AFTER_DUE, "1 service day"), DUE + 480)
    assert str(moved(rung, DUE + 700, DUE, Clock.SERVICE).after) == "1.5 service days"
    assert stride(rung, DUE) == 240


def test_a_step_without_a_place_stays():
    step = a_step(Trigger.EVENT)
    assert moved(Rung(step, None), 100, DUE, Clock.SERVICE) is step


@given(st.sampled_from(TIMED), st.integers(0, 2000))
def test_a_moved_step_stands_about_where_it_was_put(trigger, at):
    step = moved(Rung(a_step(trigger, "1 h"), 60, before=30), at, DUE, Clock.SERVICE)
    reached = place(step, DUE, 30)
    assert reached is not None
    limits = {Trigger.BEFORE_DUE: (0, DUE), Trigger.AFTER_DUE: (DUE, 10**6)}
    low, high = limits.get(trigger, (30 if trigger is Trigger.AFTER_PREVIOUS else 0, 10**6))
    wanted = min(max(at, low), high)
    assert abs(reached - wanted) <= snap_of(2000)


@given(st.integers(1, 100_000))
def test_a_duration_is_said_in_whole_steps(wait):
    said = duration_of(wait, None, Clock.CALENDAR)
    minutes = said.minutes
    assert minutes is not None
    assert minutes % snap_of(wait) == 0
    assert abs(minutes - Decimal(wait)) <= snap_of(wait)
