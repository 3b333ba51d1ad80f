"""Whether the team can do what is promised: figures worked out by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from slaeditor.rules.capacity import (
    Supposition,
    clients_of,
    supposition,
    weekly_capacity,
    weekly_cases,
)
from slaeditor.rules.team_needs import manned, team_need
from tests.rules.staffing_builders import CALLS, GOLD, MAIL, TEAM, a_department, what_if


def needs(*rows, supposed=None, team=TEAM, more_clients=10):
    """Returns what a team with some work needs."""
    project = a_department(team, *rows, more_clients=more_clients)
    return team_need(project, team, supposed or Supposition())


def test_a_line_is_staffed_by_erlang_c():
    """100 contacts in 30 minutes of 180 s, 80 % in 20 s, need 14 positions."""
    (calls,) = needs(CALLS).streams
    assert calls.line is not None
    assert calls.line.positions == 14
    assert calls.line.outcome.service_level == pytest.approx(0.8884, abs=5e-5)


def test_a_line_open_as_long_as_a_position_works_needs_its_positions_and_the_shrinkage():
    (calls,) = needs(CALLS).streams
    assert calls.people == 20


def test_the_outcome_with_those_who_are_there_is_told():
    """15 positions of 40 h less 30 % man 10.5 of a line of 40 hours: the load of 10 needs 11."""
    (calls,) = needs(CALLS).streams
    assert calls.now is not None
    assert (calls.now.positions, calls.now.stable) == (10, False)


def test_work_that_may_wait_is_staffed_by_its_hours():
    """10 clients × 8.4 h = 84 h a week; a position works 28 h."""
    (mail,) = needs(MAIL).streams
    assert (mail.hours, mail.people) == (84, 3)


def test_what_the_line_leaves_is_worked_on_the_backlog():
    """Without a line 15 × 28 h = 420 h are there for 84 h: five times what arrives."""
    (mail,) = needs(MAIL).streams
    assert mail.backlog is not None
    assert mail.backlog.oldest_days == Fraction(50) / (Fraction(168) * 5 / 5)
    assert mail.backlog.stable


def test_a_line_that_takes_everybody_leaves_mail_to_grow():
    _, mail = needs(CALLS, MAIL).streams
    assert mail.backlog is not None
    assert (mail.backlog.stable, mail.backlog.oldest_days) == (False, None)


def test_positions_missing_are_those_needed_less_those_there():
    assert needs(CALLS, MAIL).missing == 20 + 3 - 15


def test_a_team_without_positions_misses_nothing_that_is_known():
    assert needs(MAIL, team=TEAM.but(positions=None)).missing is None


def test_more_clients_bring_more_cases():
    found = needs(MAIL, supposed=supposition(what_if()))
    assert (found.streams[0].hours, found.people) == (252, 9)


def test_a_volume_grows_in_proportion_to_the_clients():
    """Calls name no level, so 20 more of 10 clients treble them."""
    project = a_department(TEAM, CALLS)
    assert weekly_cases(project, CALLS, supposition(what_if())) == 24000


def test_more_positions_are_there():
    supposed = supposition(what_if(team=TEAM.id, more_positions=Decimal(2)))
    assert needs(MAIL, supposed=supposed).positions == 17


def test_capacity_is_hours_less_shrinkage():
    assert weekly_capacity(TEAM) == 420


def test_positions_are_spread_over_the_open_hours():
    assert manned(a_department(TEAM, CALLS), TEAM, CALLS) == Decimal("10.5")


def test_a_level_counts_its_own_clients():
    project = a_department()
    assert clients_of(project, GOLD.id) == clients_of(project, "") == 10


def test_the_clients_that_are_not_entered_count():
    project = a_department()
    gold = project.service_levels[GOLD.id].but(client_count=Decimal(37))
    assert clients_of(project.put(gold), "") == 37


@pytest.mark.parametrize(
    ("stream", "words"),
    [
        (MAIL.but(volume_per_client=None), "how many cases of “Mail” arrive"),
        (MAIL.but(handling=None), "how long a case of “Mail” takes"),
        (CALLS.but(target=""), "which promise “Calls” answers"),
    ],
)
def test_what_is_missing_is_asked_for(stream, words):
    (found,) = needs(stream).streams
    assert words in found.trouble
    assert found.people is None


def test_a_team_whose_hours_are_not_said_is_asked_for_them():
    (found,) = needs(MAIL, team=TEAM.but(hours_per_week=None)).streams
    assert "how many hours a week" in found.trouble
