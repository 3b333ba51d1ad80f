"""A lane does its work beside the window and brings the answers home."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject

from slaeditor.session.background import Lane


class Refused(Exception):
    def __init__(self):
        super().__init__("No.")
        self.sentence = "No."
        self.remedy = "Ask again."


@pytest.fixture
def lane(qtbot):
    made = Lane("test")
    yield made
    made.close()


@pytest.fixture
def newest(qtbot):
    made = Lane("newest", newest_wins=True)
    yield made
    made.close()


def test_an_answer_comes_home_on_the_thread_that_asked(qtbot, lane):
    seen: list[Any] = []
    lane.ask(
        lambda _: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread() is threading.main_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("test", True)]


def test_requests_are_served_in_order(qtbot, lane):
    seen: list[Any] = []
    for number in range(20):
        lane.ask(lambda _, number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_trouble_of_the_world_is_told_in_its_sentence(qtbot, lane):
    told: list[Any] = []

    def refuse(_):
        raise Refused

    lane.ask(refuse, on_trouble=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].sentence == "No."


def test_our_own_faults_reach_the_outermost_door(qtbot, lane):
    with qtbot.captureExceptions() as caught:
        lane.ask(lambda _: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_progress_is_passed_on(qtbot, lane):
    told: list[Any] = []
    answered: list[Any] = []

    def work(ticket):
        for page in range(3):
            ticket.progress(page)
        waited.wait(5)
        return "done"

    waited = threading.Event()
    lane.ask(work, answered.append, on_progress=told.append)
    qtbot.waitUntil(lambda: told == [0, 1, 2])
    waited.set()
    qtbot.waitUntil(lambda: answered == ["done"])


def test_the_newest_request_wins(qtbot, newest):
    begun = threading.Event()
    seen: list[Any] = []
    stopped: list[Any] = []

    def long(ticket):
        begun.set()
        while not ticket.cancelled:
            threading.Event().wait(0.005)
        stopped.append(True)
        return "old"

    newest.ask(long, seen.append)
    assert begun.wait(5)
    newest.ask(lambda _: "middle", seen.append)
    newest.ask(lambda _: "new", seen.append)
    qtbot.waitUntil(lambda: "new" in seen)
    assert stopped == [True]
    assert "old" not in seen


def test_a_cancelled_request_is_not_answered(qtbot, lane):
    begun = threading.Event()
    seen: list[Any] = []

    def work(ticket):
        begun.set()
        while not ticket.cancelled:
            threading.Event().wait(0.005)
        return "late"

    ticket = lane.ask(work, seen.append)
    assert begun.wait(5)
    ticket.cancel()
    lane.ask(lambda _: "next", seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["next"]


def test_nothing_is_taken_after_the_end(lane):
    lane.close()
    with pytest.raises(RuntimeError, match="closed"):
        lane.ask(lambda _: None)


def test_closing_can_finish_what_waits(qtbot):
    lane = Lane("writer")
    done: list[int] = []

    def keep(number, _):
        done.append(number)

    for number in range(5):
        lane.ask(partial(keep, number))
    lane.close(finish=True)
    assert done == [0, 1, 2, 3, 4]


def test_a_lane_says_when_it_is_busy(qtbot, lane):
    told: list[Any] = []
    lane.busy_changed.connect(told.append)
    lane.ask(lambda _: None)
    qtbot.waitUntil(lambda: told[-1:] == [False])
    assert told[0] is True


def test_a_lane_that_goes_with_its_parent_leaves_no_thread(qapp, qtbot):
    parent = QObject()
    lane = Lane("with its parent", parent)
    done: list[str] = []
    lane.ask(lambda _: "answer", done.append)
    qtbot.waitUntil(lambda: done == ["answer"])
    [thread] = [one for one in threading.enumerate() if one.name == "with its parent"]
    parent.deleteLater()
    qtbot.waitUntil(lambda: not thread.is_alive())
