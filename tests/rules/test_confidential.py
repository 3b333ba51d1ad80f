"""What a reader may not see, judged apart from the cut, and that both judge alike."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.entity import default, fields
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PricePlan
from slaeditor.model.project import Project, kinds
from slaeditor.model.promises import Target
from slaeditor.model.readers import EVERYONE, STAFF, Reader
from slaeditor.model.values.money import Money
from slaeditor.model.values.price import Price
from slaeditor.rules.confidential import DECIDING, altered, confidences, hidden_records
from slaeditor.rules.visible import visible
from tests.builders import a_level, a_promise, open_to_all
from tests.projects import made_project

ON = date(2026, 11, 22)


def told(project: Project, reader: Reader = Reader.CLIENT, client: str = "") -> set[str]:
    """The confidential fields, as kind and name."""
    return {f"{one.table}.{one.field}" for one in confidences(project, reader, client, ON)}


def test_a_field_for_others_is_confidential() -> None:
    project = Project().add(a_level("Gold", floor_price=Money.parse("80 EUR")))
    assert told(project) == {"service_levels.floor_price"}
    assert told(project, Reader.SALES) == set()


def test_all_of_a_record_for_others_is_confidential() -> None:
    project = Project().add(ServiceLevel(name="Inside", promise="Soon", readers=STAFF))
    assert told(project) == {"service_levels.name", "service_levels.promise"}


def test_what_belongs_to_a_hidden_record_is_confidential() -> None:
    project, level, target = a_promise()
    hidden = project.put(project.service_levels[level.id].but(readers=STAFF))
    assert project.targets[target.id] in hidden_records(hidden, Reader.CLIENT)


def test_what_belongs_to_a_record_that_is_gone_is_confidential() -> None:
    project = Project().add(open_to_all(Target, level="gone"))
    assert len(hidden_records(project, Reader.CLIENT)) == 1


def test_another_client_is_confidential_to_a_client_only() -> None:
    ours, theirs = open_to_all(Client, name="Ours"), open_to_all(Client, name="Theirs")
    project = Project().add(ours, theirs)
    [one] = confidences(project, Reader.CLIENT, ours.id, ON)
    assert (one.row, one.words) == (theirs.id, "Theirs")
    assert told(project, Reader.STAFF) == set()


@pytest.mark.parametrize(
    ("status", "until"), [(DealStatus.PROPOSED, None), (DealStatus.APPROVED, date(2026, 1, 1))]
)
def test_a_deal_that_is_not_in_force_is_confidential(
    status: DealStatus, until: date | None
) -> None:
    client = open_to_all(Client, name="Ours")
    deal = SpecialDeal(client=client.id, name="Faster", status=status, valid_to=until)
    project = Project().add(client, deal)
    assert "special_deals.name" in told(project, client=client.id)


def test_an_unprinted_price_is_confidential_with_its_brackets() -> None:
    level = a_level("Gold")
    plan = open_to_all(
        PricePlan, level=level.id, listed=False, price=Price.parse("495 EUR per month")
    )
    bracket = PriceBracket(plan=plan.id, unit_price=Money.parse("9 EUR"))
    found = told(Project().add(level, plan, bracket))
    assert {"price_plans.price", "price_brackets.unit_price"} <= found


def test_what_holds_nothing_is_not_counted() -> None:
    assert told(Project().add(a_level("Gold"))) == set()


def test_altering_takes_hidden_records_away_and_other_values_change() -> None:
    gold = a_level("Gold", floor_price=Money.parse("80 EUR"))
    project = Project().add(gold, ServiceLevel(name="Inside", readers=STAFF))
    [seen] = altered(project, Reader.CLIENT).service_levels
    assert seen.floor_price not in (None, gold.floor_price)
    assert (seen.name, seen.promise) == (gold.name, gold.promise)


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(list(Reader)), st.booleans())
def test_the_cut_and_this_judgement_agree(seed: int, reader: Reader, own: bool) -> None:
    project = made_project(seed, 1, list(kinds())[:40] if seed % 2 else None)
    client = next((row.id for row in project.clients), "") if own else ""
    seen = visible(project, reader, client, ON)
    for one in confidences(project, reader, client, ON):
        row = seen.find(kinds()[one.table], one.row)
        kind = kinds()[one.table]
        assert row is None or getattr(row, one.field) == default(kind, one.field)


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from(list(Reader)))
def test_what_is_altered_is_cut_to_the_same(seed: int, reader: Reader) -> None:
    project = made_project(seed, 1)
    assert visible(altered(project, reader, "", ON), reader, "", ON) == visible(
        project, reader, "", ON
    )


def test_the_fields_that_decide_are_fields() -> None:
    declared = {(kind.__name__, spec.name) for kind in kinds().values() for spec in fields(kind)}
    assert declared >= DECIDING


def test_every_field_says_who_may_read_it() -> None:
    specs = [spec for kind in kinds().values() for spec in fields(kind)]
    assert all(spec.readers in EVERYONE for spec in specs)
