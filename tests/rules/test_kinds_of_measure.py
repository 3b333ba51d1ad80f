"""What goes without saying for a kind of measure, and what contradicts it."""

import pytest

from slaeditor.model.levels import Service
from slaeditor.model.promises import Aggregation, Better, Measure, MeasureKind
from slaeditor.rules.kinds_of_measure import USUAL, contradictions, following
from slaeditor.rules.openings import changed

TIME = Measure(name="First response")


def test_a_measure_that_becomes_availability_is_better_the_higher_it_is():
    made = changed(TIME, "kind", MeasureKind.AVAILABILITY)
    assert (made.better, made.aggregation) == (Better.HIGHER, Aggregation.AVAILABILITY)


def test_what_somebody_chose_otherwise_stays():
    chosen = TIME.but(better=Better.HIGHER, aggregation=Aggregation.MEDIAN)
    made = changed(chosen, "kind", MeasureKind.COUNT)
    assert (made.better, made.aggregation) == (Better.HIGHER, Aggregation.MEDIAN)


def test_going_back_to_the_kind_before_gives_what_was_there():
    made = changed(TIME, "kind", MeasureKind.AVAILABILITY)
    assert changed(made, "kind", MeasureKind.TIME) == TIME


def test_another_field_moves_nothing():
    odd = TIME.but(kind=MeasureKind.AVAILABILITY)
    assert changed(odd, "name", "Uptime").better is Better.LOWER


def test_a_record_of_another_kind_is_left_alone():
    assert following(Service(name="Mail"), Service(name="Post", id="1")).name == "Post"


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_what_is_usual_for_a_kind_does_not_contradict_it(kind):
    better, figure = USUAL[kind]
    assert not list(contradictions(Measure(kind=kind, better=better, aggregation=figure)))


def test_availability_that_is_better_when_lower_contradicts_itself():
    made = Measure(kind=MeasureKind.AVAILABILITY)
    assert [name for name, _ in contradictions(made)] == ["better", "aggregation"]


def test_a_time_that_is_a_share_of_time_contradicts_itself():
    made = TIME.but(aggregation=Aggregation.AVAILABILITY)
    assert [name for name, _ in contradictions(made)] == ["aggregation"]
