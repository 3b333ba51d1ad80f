"""What a reader may see, and that nothing else can be told from it."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from slaeditor.model.backing import Skill
from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.document import Picture
from slaeditor.model.entity import Entity, fields, owner
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project, kinds
from slaeditor.model.promises import Target
from slaeditor.model.readers import CLIENT, EVERYONE, NOBODY, STAFF, TEAM, Reader, Readers
from slaeditor.model.values.money import Money
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import MethodStep, Phase, Role
from slaeditor.rules.visible import visible
from tests.builders import a_level, a_promise, open_to_all


def test_a_row_for_staff_is_left_out_for_clients() -> None:
    project = Project().add(a_level("Gold"), ServiceLevel(name="Secret", readers=STAFF))
    assert [level.name for level in visible(project, Reader.CLIENT).service_levels] == ["Gold"]


def test_a_field_for_sales_is_empty_for_clients() -> None:
    project = Project().add(a_level("Gold", floor_price=Money.parse("80 EUR")))
    (level,) = visible(project, Reader.CLIENT).service_levels
    assert level.floor_price is None
    (level,) = visible(project, Reader.SALES).service_levels
    assert level.floor_price == Money.parse("80 EUR")


def test_a_record_without_a_field_for_the_reader_is_hidden_however_open_it_is() -> None:
    project = Project().add(Skill(name="Difficult talks", readers=EVERYONE))
    assert len(visible(project, Reader.STAFF).skills) == 1
    assert len(visible(project, Reader.CLIENT).skills) == 0


def test_a_child_of_a_hidden_row_is_hidden() -> None:
    project, level, _ = a_promise()
    hidden = project.put(project.service_levels[level.id].but(readers=STAFF))
    assert len(visible(hidden, Reader.CLIENT).targets) == 0


def test_a_promise_for_a_hidden_severity_is_not_shown_as_one_for_all() -> None:
    project, _, _ = a_promise()
    severity = next(iter(project.severities))
    assert len(visible(project.put(severity.but(readers=STAFF)), Reader.CLIENT).targets) == 0


def test_what_is_for_two_levels_stays_for_the_one_that_is_visible() -> None:
    gold, silver = a_level("Gold"), ServiceLevel(name="Silver", readers=STAFF)
    phase = open_to_all(Phase, name="Start", levels=(gold.id, silver.id))
    (seen,) = visible(Project().add(gold, silver, phase), Reader.CLIENT).phases
    assert seen.levels == (gold.id,)


def test_what_is_only_for_a_hidden_level_is_hidden() -> None:
    silver = ServiceLevel(name="Silver", readers=STAFF)
    phase = open_to_all(Phase, name="Start", levels=(silver.id,))
    assert len(visible(Project().add(silver, phase), Reader.CLIENT).phases) == 0


def test_a_hidden_role_is_merely_not_named() -> None:
    role = Role(name="Night desk", readers=STAFF)
    phase = open_to_all(Phase, name="Start")
    step = MethodStep(phase=phase.id, name="Answer", who=role.id)
    (seen,) = visible(Project().add(role, phase, step), Reader.CLIENT).method_steps
    assert seen.who == ""


def test_no_other_client_is_in_a_clients_edition() -> None:
    ours, theirs = open_to_all(Client, name="Ours"), open_to_all(Client, name="Theirs")
    project = Project().add(ours, theirs)
    assert [client.name for client in visible(project, Reader.CLIENT, ours.id).clients] == ["Ours"]
    assert len(visible(project, Reader.CLIENT).clients) == 0
    assert len(visible(project, Reader.STAFF).clients) == 2


@pytest.mark.parametrize(
    ("status", "until", "shown"),
    [
        (DealStatus.APPROVED, date(2027, 1, 1), True),
        (DealStatus.APPROVED, date(2026, 1, 1), False),
        (DealStatus.PROPOSED, None, False),
    ],
)
def test_a_client_reads_the_deals_in_force(
    status: DealStatus, until: date | None, shown: bool
) -> None:
    client = open_to_all(Client, name="Ours")
    deal = SpecialDeal(client=client.id, name="Faster", status=status, valid_to=until)
    seen = visible(Project().add(client, deal), Reader.CLIENT, client.id, date(2026, 6, 1))
    assert (len(seen.special_deals) == 1) is shown


def test_a_copy_for_sales_can_be_opened_to_nobody_it_was_closed_to() -> None:
    project = Project().add(a_level("Gold"), ServiceLevel(name="Inside", readers=TEAM))
    seen = visible(project, Reader.SALES)
    assert len(visible(seen, Reader.CLIENT).service_levels) == 1


OPEN_KINDS = list(kinds().values())


def changed(row: Entity, number: int) -> Entity:
    """The record with every field of words made different."""
    words = {
        spec.name: f"{getattr(row, spec.name)} changed {number}"
        for spec in fields(type(row))
        if spec.kind.name in {"text", "prose"}
    }
    return row.but(**words)


@given(st.sampled_from(OPEN_KINDS), st.sampled_from(list(Reader)), st.integers(0, 9))
def test_a_row_the_reader_may_not_see_makes_no_difference(
    kind: type[Entity], reader: Reader, number: int
) -> None:
    project, _, _ = a_promise()
    closed = EVERYONE & ~reader.alone
    row = kind(readers=closed, position=number * 700)
    assert visible(project.put(row), reader) == visible(project, reader)
    assert visible(project.put(changed(row, number)), reader) == visible(project, reader)


@given(st.sampled_from(OPEN_KINDS), st.sampled_from(list(Reader)))
def test_a_field_the_reader_may_not_see_makes_no_difference(
    kind: type[Entity], reader: Reader
) -> None:
    row = kind(readers=EVERYONE)
    hidden = {
        spec.name: f"secret of {spec.name}"
        for spec in fields(kind)
        if spec.kind.name in {"text", "prose"} and not spec.readers.include(reader)
    }
    spec = owner(kind)
    assert spec is None or hidden is not None
    assert visible(Project().put(row.but(**hidden)), reader) == visible(Project().put(row), reader)


@given(st.sampled_from(list(Reader)), st.sampled_from([NOBODY, STAFF, TEAM, CLIENT, EVERYONE]))
def test_what_is_seen_is_seen_again_in_what_was_cut(reader: Reader, readers: Readers) -> None:
    project, level, _ = a_promise()
    project = project.put(project.service_levels[level.id].but(readers=readers))
    once = visible(project, reader)
    assert visible(once, reader) == once


def test_an_internal_value_never_reaches_a_client() -> None:
    project, _, target = a_promise()
    project = project.put(project.targets[target.id].but(internal_value=TargetValue.parse("2 h")))
    (seen,) = visible(project, Reader.CLIENT).targets
    assert seen.internal_value is None
    (seen,) = visible(project, Reader.STAFF).targets
    assert isinstance(seen, Target)
    assert seen.internal_value == TargetValue.parse("2 h")


def test_a_price_that_is_not_printed_for_clients_is_quoted_to_them() -> None:
    project, level, _ = a_promise()
    price = Price.parse("29 EUR per month")
    plan = PricePlan(level=level.id, model=PriceModel.GRADUATED, price=price, listed=False)
    bracket = PriceBracket(plan=plan.id, unit_price=Money.parse("7 EUR"))
    project = project.add(plan, bracket)
    (seen,) = visible(project, Reader.CLIENT).price_plans
    assert (seen.price, seen.model) == (None, PriceModel.QUOTED)
    assert len(visible(project, Reader.CLIENT).price_brackets) == 0
    (seen,) = visible(project, Reader.SALES).price_plans
    assert seen.price == price
    assert len(visible(project, Reader.SALES).price_brackets) == 1


@pytest.mark.parametrize("reader", list(Reader))
def test_of_a_picture_only_what_is_seen_is_handed_out(reader: Reader) -> None:
    file = BytesIO()
    Image.new("RGB", (4, 4)).save(file, "JPEG", comment=b"taken in the server room")
    project = Project().add(open_to_all(Picture, name="Logo", picture=file.getvalue()))
    (shown,) = visible(project, reader).pictures
    assert shown.picture.startswith(b"\xff\xd8")
    assert b"server room" not in shown.picture
