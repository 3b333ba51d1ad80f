from decimal import Decimal
from fractions import Fraction
from math import factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.rules.staffing import (
    Demand,
    StaffingError,
    erlang_b,
    line_outcome,
    people_for,
    positions_needed,
)

HALF_AN_HOUR = Demand(Decimal(100), Decimal(30), Decimal(180))
EIGHTY = Decimal("0.8")
TWENTY_SECONDS = Decimal(20)


def test_the_load_is_the_positions_that_are_always_busy():
    assert HALF_AN_HOUR.load == 10


def test_the_textbook_case_needs_14_positions():
    assert positions_needed(HALF_AN_HOUR, EIGHTY, TWENTY_SECONDS).positions == 14


def test_the_textbook_case_needs_20_people_with_30_percent_shrinkage():
    need = positions_needed(HALF_AN_HOUR, EIGHTY, TWENTY_SECONDS, Decimal("0.3"))
    assert need.people == 20


def test_14_positions_answer_0_8884():
    assert round(line_outcome(HALF_AN_HOUR, 14, TWENTY_SECONDS).service_level, 4) == 0.8884


def test_13_positions_answer_0_7956():
    assert round(line_outcome(HALF_AN_HOUR, 13, TWENTY_SECONDS).service_level, 4) == 0.7956


def test_14_positions_are_busy_0_7143_of_the_time():
    assert round(line_outcome(HALF_AN_HOUR, 14, TWENTY_SECONDS).occupancy, 4) == 0.7143


def test_a_lower_occupancy_needs_more_positions():
    need = positions_needed(HALF_AN_HOUR, EIGHTY, TWENTY_SECONDS, max_occupancy=Decimal("0.6"))
    assert need.positions == 17


def test_the_need_is_said_in_words():
    need = positions_needed(HALF_AN_HOUR, EIGHTY, TWENTY_SECONDS)
    assert need.outcome.sentence == (
        "14 positions answer 88.8% in time, are busy 71.4% of it, and the mean wait is 8 s."
    )


@pytest.mark.parametrize("positions", [0, 9, 10])
def test_a_load_that_reaches_the_positions_is_never_stable(positions):
    outcome = line_outcome(HALF_AN_HOUR, positions, TWENTY_SECONDS)
    assert (outcome.stable, outcome.mean_wait_seconds) == (False, None)


def test_a_line_that_grows_without_end_is_said_to_do_so():
    assert "grows without end. At least 11 positions" in (
        line_outcome(HALF_AN_HOUR, 10, TWENTY_SECONDS).sentence
    )


def test_no_contacts_need_nobody():
    nothing = Demand(Decimal(0), Decimal(30), Decimal(180))
    need = positions_needed(nothing, EIGHTY, TWENTY_SECONDS, Decimal("0.3"))
    assert (need.positions, need.people, need.outcome.service_level) == (0, 0, 1.0)


@given(st.integers(1, 30), st.integers(1, 20))
def test_erlang_b_is_the_formula_with_factorials(positions, load):
    terms = [Fraction(load**count, factorial(count)) for count in range(positions + 1)]
    assert erlang_b(load, positions) == pytest.approx(float(terms[-1] / sum(terms)))


def waiting_share(load, positions):
    """Return the share of contacts that wait, Erlang C, at a load in erlangs."""
    demand = Demand(Decimal(load), Decimal(1), Decimal(60))
    return line_outcome(demand, positions, Decimal(20)).waiting_share


@given(st.integers(1, 30), st.integers(1, 29))
def test_erlang_c_is_the_formula_with_factorials(positions, load):
    if load >= positions:
        assert waiting_share(load, positions) == 1
        return
    terms = [Fraction(load**count, factorial(count)) for count in range(positions)]
    last = Fraction(load**positions, factorial(positions)) * Fraction(positions, positions - load)
    assert waiting_share(load, positions) == pytest.approx(float(last / (sum(terms) + last)))


def test_a_single_position_waits_as_often_as_it_is_busy():
    assert waiting_share("0.7", 1) == pytest.approx(0.7)


def test_a_large_centre_is_computed():
    big = Demand(Decimal(100_000), Decimal(30), Decimal(180))
    need = positions_needed(big, EIGHTY, TWENTY_SECONDS)
    assert 10_000 < need.positions < 10_200


@given(
    st.integers(1, 400),
    st.integers(10, 900),
    st.decimals("0.1", "0.99", places=2),
    st.integers(0, 300),
)
def test_one_position_fewer_would_not_do(contacts, seconds, share, within):
    demand = Demand(Decimal(contacts), Decimal(30), Decimal(seconds))
    need = positions_needed(demand, share, Decimal(within))
    fewer = line_outcome(demand, need.positions - 1, Decimal(within))
    assert fewer.service_level < float(share) <= need.outcome.service_level


@given(st.integers(1, 100), st.decimals("0", "0.95", places=2))
def test_shrinkage_leaves_enough_people(positions, shrinkage):
    people = people_for(positions, shrinkage)
    left = 1 - Fraction(shrinkage)
    assert (people - 1) * left < positions <= people * left


@pytest.mark.parametrize(
    ("share", "shrinkage", "occupancy", "sentence"),
    [
        ("1", "0", "1", "share answered in time"),
        ("-0.1", "0", "1", "share answered in time"),
        ("0.8", "1", "1", "shrinkage must be"),
        ("0.8", "0", "0", "highest occupancy"),
        ("0.8", "0", "1.1", "highest occupancy"),
    ],
)
def test_a_share_that_nobody_can_reach_is_refused(share, shrinkage, occupancy, sentence):
    shares = [Decimal(share), TWENTY_SECONDS, Decimal(shrinkage), Decimal(occupancy)]
    with pytest.raises(StaffingError, match=sentence):
        positions_needed(HALF_AN_HOUR, *shares)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (("-1", "30", "180"), "must not be negative"),
        (("1", "0", "180"), "longer than 0 minutes"),
        (("1e9", "30", "180"), "divide the volume"),
    ],
)
def test_a_demand_that_makes_no_sense_is_refused(figures, sentence):
    with pytest.raises(StaffingError, match=sentence):
        Demand(*map(Decimal, figures))


def test_a_time_to_answer_below_nothing_is_refused():
    with pytest.raises(StaffingError, match="time to answer within"):
        positions_needed(HALF_AN_HOUR, EIGHTY, Decimal(-1))
