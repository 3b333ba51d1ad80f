"""What runs out is told in time."""

from __future__ import annotations

from datetime import date, timedelta

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.entity import field
from slaeditor.model.project import Project, entity_named
from slaeditor.rules.expiry import ENDS, endings
from slaeditor.rules.names import title

TODAY = date(2027, 1, 10)
SOON = timedelta(days=30)


def test_every_field_that_ends_something_is_a_date():
    for name, listed in ENDS.items():
        assert {field(entity_named(name), one).kind.name for one in listed} == {"date"}


def test_the_earliest_comes_first_and_the_past_is_told():
    client = Client(name="Acme", contract_until=date(2027, 2, 1))
    deal = SpecialDeal(client=client.id, name="Discount", valid_to=date(2026, 12, 31))
    project = Project().add(client, deal)
    found = endings(project, TODAY, SOON)
    assert [(title(project, one.row), one.on) for one in found] == [
        ("Discount", date(2026, 12, 31)),
        ("Acme", date(2027, 2, 1)),
    ]


def test_the_last_day_of_the_time_asked_for_counts_and_the_next_does_not():
    last, after = TODAY + SOON, TODAY + SOON + timedelta(days=1)
    project = Project().add(
        Client(name="In", contract_until=last), Client(name="Out", contract_until=after)
    )
    assert [title(project, one.row) for one in endings(project, TODAY, SOON)] == ["In"]
