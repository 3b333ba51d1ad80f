"""The sentence of a credit, its curve and its worked example come from the same rows."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.compensation import Claim, Direction, Method, Payout, StepRounding
from slaeditor.model.values.duration import Duration
from slaeditor.publish.edition.credit_words import credit_words
from slaeditor.publish.edition.english_clauses import CLAUSES
from slaeditor.publish.edition.german_clauses import CLAUSES as GERMAN
from slaeditor.rules.compensation_curve import corners, example
from slaeditor.rules.compensation_words import clauses
from tests.rules.compensation_builders import (
    a_compensation,
    availability,
    banded,
    call_centre,
    come_to,
    compute,
    hours_late,
    money,
    share,
    stepped,
)


def test_a_sentence_says_the_promise_and_every_band():
    assert credit_words(*compute()).startswith(
        "If the promise of “Availability” is missed (at least 99.99 %), the client receives a "
        "service credit. "
        "99 to below 99.99: 10 %. 95 to below 99: 30 %. Below 95: 100 %."
    )


def test_a_sentence_says_the_steps():
    words = credit_words(*stepped(cap_share=share("20 %"), cap_period="month"))
    assert "For every 1 % counted from the target: 5 %. Only whole steps count." in words


def test_a_sentence_says_in_what_form_a_credit_is_given():
    words = credit_words(*stepped(payout=Payout.NEXT_INVOICE))
    assert "It is given as: Credit on the next invoice." in words


def test_a_sentence_says_the_cap():
    words = credit_words(*stepped(cap_share=share("20 %"), cap_period="month"))
    assert "At most 20 % is owed per month." in words


def test_a_sentence_says_the_further_test():
    project, bonus, _ = call_centre()
    assert "“Abandoned” must also be at most 5 %." in credit_words(project, bonus)


def test_a_sentence_says_how_to_claim():
    project, row = a_compensation(
        claim=Claim.ON_REQUEST,
        claim_within=Duration.parse("30 calendar days"),
        claim_from="the end of the month",
        claim_route="a ticket",
    )
    words = credit_words(project, row)
    assert "It has to be claimed within 30 calendar days from the end of the month. It is" in words
    assert "It is claimed by a ticket." in words


def test_an_automatic_credit_is_said_to_be_one():
    project, row = a_compensation(claim=Claim.AUTOMATIC)
    assert "It is given without being asked for." in credit_words(project, row)


def test_nobody_is_said_to_claim_the_reward_of_a_team_or_to_pay_it_by_invoice():
    project, row = stepped(direction=Direction.REWARD)
    words = credit_words(project, row)
    assert row.claim is Claim.ON_REQUEST
    assert "claimed" not in words
    assert "invoice" not in words


def test_a_reward_that_is_claimed_and_paid_as_somebody_chose_says_so():
    chosen = {"claim_within": Duration.parse("30 calendar days"), "payout": Payout.PAYROLL}
    words = credit_words(*stepped(direction=Direction.REWARD, **chosen))
    assert "It has to be claimed within 30 calendar days." in words
    assert "It is given as: With the salary." in words


def test_every_clause_has_a_pattern_in_each_language():
    project, row = stepped(
        base="the bill",
        weight=share("10 %"),
        dead_band=Decimal(1),
        cap_money=money("9 EUR"),
        second_cap_share=share("50 %"),
        second_cap_period="year",
        second_cap="5 %",
        smallest=money("1 EUR"),
        evidence="logs",
        sole_remedy=True,
        termination_misses=2,
        termination_window=3,
        termination_below=share("90 %"),
        earn_back="better",
        consequence="a report",
        exclusions="force majeure",
    )
    keys = {f"clause.{clause.key}" for clause in clauses(project, row)}
    assert keys <= CLAUSES.keys()
    assert keys <= GERMAN.keys()


def test_the_termination_says_misses_and_window():
    words = credit_words(*stepped(termination_misses=2, termination_window=3))
    assert "The client may leave after 2 misses out of 3." in words


def test_the_curve_of_bands_jumps_at_their_ends():
    points = corners(*compute()).points
    assert (Decimal("99.99"), Decimal(10)) in points
    assert (Decimal("99.99"), Decimal(0)) in points


def test_bands_in_words_have_no_curve():
    project, row = banded("60 %", (None, "60"))
    assert corners(project, row).points == ()


def test_the_curve_of_a_reward_dips_below_nothing():
    assert min(height for _, height in corners(*hours_late()).points) == -10


def test_the_curve_of_steps_ends_at_the_cap():
    points = corners(*stepped(cap_share=share("12 %"))).points
    assert max(height for _, height in points) == 12


def test_a_curve_runs_from_left_to_right():
    for made in (compute(), hours_late(), stepped(), stepped("4 h")):
        places = [place for place, _ in corners(*made).points]
        assert places == sorted(places)


def test_the_curve_of_cases_climbs_with_each():
    made = a_compensation(method=Method.PER_CASE, case_money=money("5 EUR"))
    assert corners(*made).points[-1] == (Decimal(5), Decimal(25))


def test_a_formula_has_no_curve():
    assert corners(*a_compensation(method=Method.FORMULA)).points == ()


def height_at(points, place):
    """Returns the height of a curve at a place that is no corner."""
    for (left, low), (right, high) in pairwise(points):
        if left < place < right:
            return low + (high - low) * (place - left) / (right - left)
    return None


@given(
    st.decimals(85, 96, places=3, allow_nan=False).filter(lambda number: number % 1),
    st.sampled_from(StepRounding),
)
def test_the_curve_shows_what_is_owed(result, rounding):
    made = stepped(step_rounding=rounding, cap_share=share("22 %"))
    drawn = height_at(corners(*made).points, result)
    found = come_to(made, result).share
    if drawn is not None and not (rounding is StepRounding.PRO_RATA and drawn > 20):
        assert drawn == (found.value if found else 0)


def test_an_example_is_worked_out_by_the_same_rules():
    project, row = compute()
    made = example(project, row, base=money("200 USD"))
    assert made is not None
    assert made.owed.money == money("20 USD")


def test_an_example_passes_the_further_tests():
    project, bonus, _ = call_centre()
    made = example(project, bonus)
    assert made is not None
    assert not made.owed.is_nothing


def test_an_example_of_steps_owes_something():
    made = example(*stepped())
    assert made is not None
    assert not made.owed.is_nothing


def test_a_formula_has_no_example():
    assert example(*a_compensation(method=Method.FORMULA)) is None


def test_the_curve_of_a_share_ends_at_a_hundred_per_cent():
    project, row = banded("99.95 %", ("99", "99.9", "10 %"), ("95", "99", "25 %"))
    assert corners(project, row).points[-1] == (Decimal(100), Decimal(0))


def test_the_curve_of_a_share_begins_at_nothing_at_the_least():
    project, row = banded("90 %", ("10", "90", "10 %"), (None, "10", "50 %"))
    assert corners(project, row).points[0] == (Decimal(0), Decimal(50))


def test_the_steps_of_a_share_end_at_a_hundred_per_cent():
    made = stepped("99.5 %", measure=availability(), cap_share=share("12 %"))
    assert corners(*made).points[-1] == (Decimal(100), Decimal(0))
