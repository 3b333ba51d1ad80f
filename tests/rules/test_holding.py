"""Whether what is promised holds, in a sentence."""

from datetime import date
from decimal import Decimal

import pytest

from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.rules.holding import (
    Holds,
    chains,
    chains_verdict,
    exposure_verdict,
    losses_verdict,
    staffing_verdict,
    unbacked,
    verdicts,
)
from tests.rules.compensation_builders import compute
from tests.rules.staffing_builders import CALLS, MAIL, TEAM, a_department
from tests.rules.test_exposure import sold_at
from tests.rules.test_feasibility import MEASURE, OFFICE, a_promise, owed, work

DAY = date(2026, 6, 1)


def promised(words, *parts):
    target = a_promise(words)
    return Project().add(MEASURE, OFFICE, target, *(row(target) for row in parts))


def test_an_empty_project_is_not_judged():
    assert {one.holds for one in verdicts(Project(), DAY)} == {Holds.UNKNOWN}


def test_a_chain_that_is_too_long_does_not_hold():
    found = chains_verdict(promised("4 h", lambda target: work(target, "5 h")))
    assert (found.holds, found.headline) == (Holds.NO, "1 of 1 do not fit")


def test_the_hole_is_named_with_its_promise():
    found = chains_verdict(promised("4 h", lambda target: work(target, "5 h")))
    assert found.sentence == "Behind “Restored” the chain is 1 h too long."


def test_a_chain_that_fits_holds():
    found = chains_verdict(promised("4 h", lambda target: work(target, "3 h")))
    assert (found.holds, found.sentence) == (Holds.YES, "The least slack is 1 h, in “Restored”.")


def test_a_chain_with_an_untimed_part_hardly_holds():
    project = promised("4 h", lambda target: work(target, "3 h").but(takes=None))
    assert chains_verdict(project).holds is Holds.HARDLY


def test_the_tightest_chain_comes_first():
    roomy, tight = a_promise("9 h"), a_promise("2 h")
    project = Project().add(MEASURE, roomy, tight, work(roomy, "1 h"), work(tight, "1 h"))
    assert [str(one.value) for one in chains(project)] == ["2 h", "9 h"]


def test_a_promise_with_nothing_behind_it_is_unbacked():
    alone, backed = a_promise("4 h"), a_promise("4 h")
    agreement, part = owed(backed, "1 h")
    project = Project().add(MEASURE, alone, backed, agreement, part)
    assert [one.id for one in unbacked(project)] == [alone.id]


def test_a_promise_without_a_time_needs_no_chain():
    assert unbacked(Project().add(MEASURE, Target(measure=MEASURE.id))) == ()


def test_missing_positions_do_not_hold():
    found = staffing_verdict(a_department(TEAM, CALLS, MAIL))
    assert (found.holds, "positions missing" in found.headline) == (Holds.NO, True)


def test_enough_positions_hold():
    many = TEAM.but(positions=Decimal(1000))
    assert staffing_verdict(a_department(many, CALLS, MAIL)).holds is Holds.YES


def test_credits_below_the_fees_hold():
    found = exposure_verdict(sold_at(compute()[0]), DAY)
    assert found.sentence.startswith("At worst a month costs 2000.00 EUR in credits")


@pytest.mark.parametrize(
    ("cause", "holds"),
    [(LossCause.FAILED_DELIVERY, Holds.HARDLY), (LossCause.NOT_PREVENTABLE, Holds.YES)],
)
def test_a_loss_counts_when_it_could_be_helped(cause, holds):
    project = Project().add(LossInterview(name="Acme", cause=cause))
    assert losses_verdict(project).holds is holds
