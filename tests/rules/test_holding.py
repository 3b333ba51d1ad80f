"""Whether what is promised holds, in a sentence."""

from datetime import date
from decimal import Decimal

import pytest

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.target_value import TargetValue
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


def test_the_only_chain_of_several_promises_is_said_to_be_the_only_one():
    project = promised("4 h", lambda target: work(target, "3 h")).add(a_promise("8 h"))
    assert chains_verdict(project).headline == "1 of 2 promises has a chain behind it; it fits"


def test_chains_behind_every_promise_all_fit():
    one, two = a_promise("4 h"), a_promise("8 h")
    project = Project().add(MEASURE, one, two, work(one, "3 h"), work(two, "3 h"))
    assert chains_verdict(project).headline == "All 2 fit"


def test_promises_without_a_chain_are_counted_beside_one_that_is_too_long():
    project = promised("4 h", lambda target: work(target, "5 h")).add(a_promise("8 h"))
    assert chains_verdict(project).sentence.endswith("1 promise has no chain.")


def a_deal(project, words, **values):
    (target,) = project.targets
    client = Client(name="Mill Lane")
    agreed = TargetValue.parse(words)
    deal = SpecialDeal(client=client.id, name="Sooner", target=target.id, agreed_target=agreed)
    return project.add(client, deal.but(**values))


def test_what_a_deal_promises_instead_has_to_fit_too():
    project = a_deal(promised("4 h", lambda target: work(target, "3 h")), "2 h")
    found = chains_verdict(project, DAY)
    assert (found.headline, found.sentence) == (
        "1 of 2 do not fit",
        "Behind “Restored · Mill Lane” the chain is 1 h too long.",
    )


def test_a_deal_that_is_over_is_not_judged():
    project = promised("4 h", lambda target: work(target, "3 h"))
    over = a_deal(project, "2 h", valid_to=date(2026, 5, 31))
    assert chains_verdict(over, DAY).holds is Holds.YES
