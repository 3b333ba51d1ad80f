"""What an edition leaves out, and the reason that is given."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model.backing import Person
from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Severity, Target
from slaeditor.model.readers import NOBODY, STAFF, TEAM, Reader
from slaeditor.model.values.money import Money
from slaeditor.rules.left_out import LeftOut, left_out
from slaeditor.rules.visible import visible
from tests.builders import a_level, a_promise, open_to_all
from tests.projects import made_project


def reasons(*rows: Entity, reader: Reader = Reader.CLIENT, client: str = "") -> list[str]:
    return [one.reason for one in left_out(Project().add(*rows), reader, client)]


def test_nothing_is_left_out_of_what_everybody_reads() -> None:
    assert reasons(a_level("Gold")) == []


def test_a_record_for_others_names_them() -> None:
    assert reasons(ServiceLevel(name="Inside", readers=TEAM)) == ["Only for staff and sales."]


def test_a_record_for_nobody_is_the_manager_s_own() -> None:
    assert reasons(ServiceLevel(name="Draft", readers=NOBODY)) == ["Only for you."]


def test_a_kind_that_has_nothing_for_a_reader_says_so() -> None:
    assert reasons(open_to_all(Person, name="A. K.")) == ["No person is ever for clients."]


def test_what_belongs_to_something_left_out_names_it() -> None:
    project, level, _ = a_promise()
    project = project.put(project.service_levels[level.id].but(readers=STAFF))
    reason = next(one.reason for one in left_out(project, Reader.CLIENT) if one.table == "targets")
    assert reason == f"It belongs to the service level “{level.name}”, which is left out."


def test_what_would_mean_something_else_is_left_out_with_what_it_rests_on() -> None:
    urgent = Severity(name="Urgent", readers=STAFF)
    level = a_level("Gold")
    target = open_to_all(Target, level=level.id, severity=urgent.id)
    found = reasons(level, urgent, target)
    assert found[1] == "It means something else without the severity “Urgent”, which is left out."


def test_another_client_and_its_deals_are_left_out() -> None:
    ours, theirs = open_to_all(Client, name="Ours"), open_to_all(Client, name="Theirs")
    deal = open_to_all(SpecialDeal, client=theirs.id, status=DealStatus.APPROVED)
    found = reasons(ours, theirs, deal, client=ours.id)
    assert found == ["It is another client.", "It is about another client."]


def test_a_deal_that_is_not_in_force_is_left_out() -> None:
    ours = open_to_all(Client, name="Ours")
    deal = open_to_all(SpecialDeal, client=ours.id, status=DealStatus.REFUSED)
    assert reasons(ours, deal, client=ours.id) == ["It is not in force."]


def test_brackets_of_a_plan_that_is_not_printed_are_left_out() -> None:
    level = a_level("Gold")
    plan = open_to_all(PricePlan, level=level.id, listed=False)
    bracket = open_to_all(PriceBracket, plan=plan.id)
    assert reasons(level, plan, bracket) == ["Its price plan is not printed for clients."]


def test_a_record_that_is_shown_in_part_names_what_is_missing() -> None:
    gold = a_level("Gold", floor_price=Money.parse("80 EUR"), selling_note="Ask for two years.")
    [one] = left_out(Project().add(gold), Reader.CLIENT)
    assert (one.is_whole, set(one.fields)) == (False, {"floor_price", "selling_note"})
    assert one.reason.startswith("Shown without “")


def test_a_field_that_says_nothing_is_not_missed() -> None:
    assert reasons(a_level("Gold", floor_price=None)) == []


def test_the_sentence_stands_alone() -> None:
    [one] = left_out(Project().add(ServiceLevel(name="Draft", readers=NOBODY)), Reader.STAFF)
    assert one.sentence == "Service level “Draft”: Only for you."


@settings(max_examples=25)
@given(st.integers(0, 5_000), st.sampled_from(list(Reader)))
def test_what_is_left_out_and_what_is_shown_are_all_there_is(seed: int, reader: Reader) -> None:
    project = made_project(seed)
    whole: list[LeftOut] = [one for one in left_out(project, reader) if one.is_whole]
    assert len(whole) + visible(project, reader).count == project.count
