"""Moving records changes their order and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.rules.order import moved, shifted


def services(*names: str) -> Project:
    return Project().add(*(Service(name=name) for name in names))


def order(project: Project) -> str:
    return "".join(one.name for one in project.services)


def keys(project: Project, names: str) -> list[str]:
    return [one.id for one in project.services if one.name in names]


def move(project: Project, names: str, before: str) -> Project:
    target = keys(project, before)[0] if before else None
    return moved(project, tuple(project.services), keys(project, names), target)


def test_a_record_moves_before_another():
    assert order(move(services(*"abcd"), "d", "b")) == "adbc"


def test_a_record_moves_to_the_end():
    assert order(move(services(*"abcd"), "a", "")) == "bcda"


def test_several_records_keep_their_order():
    assert order(move(services(*"abcd"), "ac", "")) == "bdac"


def test_only_what_moves_gets_another_position():
    before = services(*"abcd")
    after = move(before, "d", "b")
    changed = [one.name for one in after.services if before.services[one.id] != one]
    assert changed == ["d"]


def test_where_there_is_no_room_all_are_numbered_again():
    project = services(*"abc")
    rows = [one.but(position=place) for place, one in enumerate(project.services)]
    assert order(move(project.put(*rows), "c", "b")) == "acb"


def test_at_the_edge_nothing_moves():
    project = services(*"abc")
    rows = tuple(project.services)
    assert shifted(project, rows, keys(project, "a"), -1) is project
    assert shifted(project, rows, keys(project, "c"), 1) is project


@given(
    some.lists(some.tuples(some.sampled_from("abcdef"), some.sampled_from("abcdef-")), max_size=40)
)
def test_any_moves_give_the_order_a_list_would_have(moves):
    project, listed = services(*"abcdef"), list("abcdef")
    for name, before in moves:
        if name == before:
            continue
        project = move(project, name, "" if before == "-" else before)
        listed.remove(name)
        listed.insert(len(listed) if before == "-" else listed.index(before), name)
    assert order(project) == "".join(listed)


@given(some.lists(some.tuples(some.sampled_from("abcd"), some.sampled_from([-1, 1])), max_size=30))
def test_going_up_and_down_is_what_a_list_does(steps):
    project, listed = services(*"abcd"), list("abcd")
    for name, by in steps:
        project = shifted(project, tuple(project.services), keys(project, name), by)
        at = listed.index(name)
        if 0 <= at + by < len(listed):
            listed[at], listed[at + by] = listed[at + by], listed[at]
    assert order(project) == "".join(listed)
