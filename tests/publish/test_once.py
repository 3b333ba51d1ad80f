"""What is worked out once is told by the very things it was worked out for."""

from __future__ import annotations

from functools import partial

from slaeditor.publish.once import Memory, at_once


def counted(calls: list[str], word: str) -> str:
    calls.append(word)
    return word


def test_the_same_thing_is_asked_for_once():
    memory, thing = Memory(), object()
    calls: list[str] = []
    answers = {memory.once("what", (thing,), lambda: counted(calls, "made")) for _ in range(3)}
    assert (answers, calls) == ({"made"}, ["made"])


def test_equal_things_that_are_not_the_same_are_asked_for_each():
    memory = Memory()
    calls: list[str] = []
    for thing in ([1], [1]):
        memory.once("what", (thing,), lambda: counted(calls, "made"))
    assert len(calls) == 2


def test_another_question_about_a_thing_has_another_answer():
    memory, thing = Memory(), object()
    assert [memory.once(one, (thing,), partial(str, one)) for one in "ab"] == ["a", "b"]


def test_a_thing_that_is_gone_lends_its_place_to_no_other():
    memory = Memory()
    for number in range(200):
        thing = [number]
        assert memory.once("what", (thing,), partial(sum, thing)) == number


def test_what_was_not_asked_for_lately_is_asked_again():
    memory, things = Memory(2), [object() for _ in range(3)]
    calls: list[str] = []
    for thing in (*things, things[0]):
        memory.once("what", (thing,), lambda: counted(calls, "made"))
    assert len(calls) == 4


def test_what_is_forgotten_is_asked_again():
    memory, thing = Memory(), object()
    calls: list[str] = []
    memory.once("what", (thing,), lambda: counted(calls, "made"))
    memory.forget()
    memory.once("what", (thing,), lambda: counted(calls, "made"))
    assert len(calls) == 2


def test_at_once_keeps_nothing():
    calls: list[str] = []
    for _ in range(2):
        at_once("what", (calls,), lambda: counted(calls, "made"))
    assert len(calls) == 2
