"""The case for staff in sentences."""

from datetime import date
from decimal import Decimal

from slaeditor.model.learning import FailureCost
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.staffing_case import case_for_staff, yearly_cost
from tests.rules.staffing_builders import (
    CALLS,
    GOLD,
    MAIL,
    TEAM,
    a_department,
    logged,
    somebody,
    what_if,
)

LATE = FailureCost(
    name="Late answers",
    each=Money.parse("500 EUR"),
    times_a_year=Decimal(12),
    likelihood=Percentage.parse("50 %"),
)


def case(*rows):
    """Returns the case of the department by its headings."""
    return {one.heading: one for one in case_for_staff(a_department(TEAM, CALLS, MAIL, *rows))}


def test_a_project_without_a_team_has_no_case():
    assert case_for_staff(Project()) == ()


def test_the_case_opens_with_what_is_missing_and_costs():
    """8 positions × 40 h × 730 / 168 weeks at 50 EUR."""
    assert case()["In short"].sentences == (
        "“Support” has 15 positions and needs 23: 8 missing, 69523.81 EUR a month.",
    )


def test_each_stream_is_told_with_the_positions_it_needs():
    rows = case()["The work of Support"].rows
    assert rows[1:] == (("Calls", "8000", "400", "20"), ("Mail", "168", "84", "3"))


def test_a_line_says_what_it_needs_and_what_it_achieves():
    told = " ".join(case()["The work of Support"].sentences)
    assert "Calls: 14 positions must be manned in the busiest hour to keep 80 % within 20 s" in told
    assert "10 positions cannot carry a load of 10.00" in told


def test_a_growing_backlog_is_told():
    told = " ".join(case()["The work of Support"].sentences)
    assert "The backlog of 50 grows by 33.6 items a day and is never cleared." in told


def test_a_scenario_is_told_beside_today():
    told = case(what_if())["What if: Campaign"].sentences
    assert told[0] == "Supposed: 20 more clients of Gold."
    assert "(today 15 positions and needs 23: 8 missing" in told[1]


def test_the_hours_of_people_and_of_the_log_are_shown():
    found = case(*somebody(40, 30, 12), logged(date(2026, 6, 1), "4 h", level=GOLD.id))
    assert found["What people do"].rows[1] == ("A. B.", "42", "40", "over")
    assert found["Where the hours go"].rows[1] == ("Gold", "4")


def test_what_failing_costs_is_summed():
    assert case(LATE)["What failing costs a year"].sentences == ("Together 3000.00 EUR a year.",)


def test_a_cost_of_failure_is_each_times_how_often_times_how_likely():
    assert yearly_cost(LATE) == Money.parse("3000 EUR")


def test_the_case_says_how_it_was_worked_out():
    assert any("Erlang C" in words for words in case()["How this was worked out"].sentences)
