"""Who may read a record from the start."""

import pytest

from slaeditor.exchange.text_form import load
from slaeditor.model.entity import Entity
from slaeditor.model.prices import Allowance, PricePlan
from slaeditor.model.promises import Target
from slaeditor.model.readers import EVERYONE, NOBODY, STAFF
from slaeditor.model.work import Activity, Assignment
from slaeditor.rules.openings import changed, is_closed_alone, started, starting_readers


@pytest.mark.parametrize("kind", [Target, PricePlan, Allowance, Activity])
def test_a_record_that_holds_everywhere_starts_with_staff(kind: type[Entity]):
    assert started(kind()).readers == STAFF


def test_a_record_with_an_owner_starts_as_its_owner():
    assert starting_readers(Target(level="gold")) == EVERYONE


def test_a_record_that_must_have_an_owner_starts_as_its_owner():
    assert not is_closed_alone(Assignment)


def test_a_new_record_takes_the_readers_of_the_owner_it_gets():
    assert changed(started(Target()), "level", "gold").readers == EVERYONE


def test_what_was_written_is_not_opened_by_an_owner():
    written = started(Target()).but(reason="a secret")
    assert changed(written, "level", "gold").readers == STAFF


def test_a_record_narrowed_by_hand_stays_narrow():
    assert changed(Target(readers=NOBODY), "level", "gold").readers == NOBODY


def test_a_record_that_loses_its_owner_is_closed():
    assert changed(Target(level="gold"), "level", "").readers == STAFF


def test_another_field_opens_nothing():
    assert changed(started(Target()), "reason", "why").readers == STAFF


def test_a_target_for_every_level_in_a_text_starts_with_staff():
    text = "format: 1\nmeasures:\n  a: {}\ntargets:\n  - {measure: a, value: 4 h}\n"
    assert [one.readers for one in load(text).targets] == [STAFF]


def test_the_head_of_a_text_opens_a_target_for_every_level():
    text = "format: 1\nreaders: everyone\nmeasures:\n  a: {}\ntargets:\n  - {measure: a}\n"
    assert [one.readers for one in load(text).targets] == [EVERYONE]


def test_the_head_of_a_text_leaves_a_target_of_a_level_alone():
    text = (
        "format: 1\nreaders: staff\nmeasures:\n  a: {}\nservice levels:\n  gold:\n"
        "    targets:\n      - {measure: a}\n"
    )
    assert [one.readers for one in load(text).targets] == [EVERYONE]
