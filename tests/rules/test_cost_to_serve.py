"""What a client costs to serve: figures worked out by hand."""

from datetime import date
from decimal import Decimal

from slaeditor.model.values.money import Money
from slaeditor.rules.activity_log import log_of, person_loads
from slaeditor.rules.checks.floors import floor_below_cost
from slaeditor.rules.cost_to_serve import cost_to_serve
from tests.rules.checks.check_builders import says
from tests.rules.staffing_builders import GOLD, MAIL, TEAM, a_department, logged, somebody

JUNE = date(2026, 6, 1)


def cost(*rows, **values):
    """Returns the cost of the level."""
    return cost_to_serve(a_department(TEAM, *rows, **values), GOLD)


def test_a_client_costs_its_part_of_the_people():
    """3 positions × 40 h × 730 / 168 weeks / 10 clients = 52.14 h at 50 EUR."""
    assert cost(MAIL).money == Money.parse("2607.14 EUR")


def test_a_level_without_clients_costs_what_one_would():
    assert cost(MAIL, more_clients=0).money == Money.parse("2607.14 EUR")


def test_work_for_everybody_is_shared_by_everybody():
    shared = MAIL.but(level="", volume=Decimal(168), per=None)
    assert cost(shared).money is None
    project = a_department(TEAM, MAIL.but(level=""))
    assert cost_to_serve(project, GOLD).shares == ()


def test_without_a_cost_of_an_hour_nothing_is_known():
    project = a_department(TEAM.but(cost_per_hour=None), MAIL)
    assert cost_to_serve(project, GOLD).floor is None


def test_the_activity_log_is_a_second_witness():
    """70 h in one week for 10 clients are 7 h × 730 / 168 weeks = 30.42 h a month at 50 EUR."""
    found = cost(MAIL, logged(JUNE, "70 h", level=GOLD.id, team=TEAM.id))
    assert found.logged == Money.parse("1520.83 EUR")
    assert found.floor == found.money


def test_the_greater_cost_is_the_floor():
    found = cost(MAIL, logged(JUNE, "700 h", level=GOLD.id, team=TEAM.id))
    assert found.floor == found.logged


def test_the_log_is_told_for_a_mean_week():
    entries = [logged(JUNE, "10 h", level=GOLD.id), logged(date(2026, 6, 14), "90 min")]
    log = log_of(a_department(TEAM, *entries))
    assert log is not None
    assert log.weeks == 2
    assert log.by_level == {GOLD.id: Decimal(5), "": Decimal("0.75")}


def test_time_for_a_client_counts_for_its_level():
    project = a_department(TEAM)
    client = next(iter(project.clients))
    log = log_of(project.add(logged(JUNE, "4 h", client=client.id)))
    assert log is not None
    assert log.by_level == {GOLD.id: 4}


def test_an_empty_log_shows_nothing():
    assert log_of(a_department(TEAM)) is None


def test_activities_over_the_hours_of_a_person_are_told():
    project = a_department(TEAM, *somebody(40, 30, 12))
    (found,) = person_loads(project)
    assert found.hours == 42
    assert found.is_over


def floor_of(words):
    """Returns a project whose level has a floor."""
    return a_department(TEAM, MAIL).put(GOLD.but(floor_price=Money.parse(words)))


def test_a_floor_below_the_cost_is_found():
    assert says(floor_below_cost, floor_of("2607.13 EUR")) == [
        "A client of “Gold” makes work for 2607.14 EUR a month, more than the floor of 2607.13 EUR."
    ]


def test_a_floor_at_the_cost_is_fine():
    assert says(floor_below_cost, floor_of("2607.14 EUR")) == []
