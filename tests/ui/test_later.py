"""What may wait is done when nothing else is to do, in its order."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from slaeditor.ui.later import SLICE, WAIT, Later, see_who_waits


def counting(done: list[str], name: str, times: int):
    """Work that notes its name, so many times."""

    def work() -> bool:
        done.append(name)
        return done.count(name) < times

    return work


def slow(done: list[str], name: str):
    """Work of three slices."""

    def work() -> bool:
        until = time.perf_counter() + SLICE
        while time.perf_counter() < until:
            pass
        done.append(name)
        return done.count(name) < 3

    return work


def test_work_is_done_when_nothing_else_is_to_do(qtbot):
    done: list[str] = []
    home = QObject()
    Later(home).add(counting(done, "row", 3))
    assert not done
    qtbot.waitUntil(lambda: done == ["row"] * 3)


def test_work_is_done_in_its_order(qtbot):
    done: list[str] = []
    home = QObject()
    later = Later(home)
    later.add(counting(done, "rows", 2))
    later.add(counting(done, "tables", 1))
    qtbot.waitUntil(lambda: done == ["rows", "rows", "tables"])


def test_work_given_twice_is_done_once(qtbot):
    done: list[str] = []
    home = QObject()
    later, work = Later(home), counting(done, "row", 1)
    later.add(work)
    later.add(work)
    later.finish()
    assert done == ["row"]


def test_what_waits_can_be_finished_at_once(qtbot):
    done: list[str] = []
    home = QObject()
    later = Later(home)
    later.add(counting(done, "rows", 4))
    later.finish()
    assert done == ["rows"] * 4


def test_work_may_bring_more_work(qtbot):
    done: list[str] = []
    home = QObject()
    later = Later(home)

    def first() -> bool:
        done.append("first")
        later.add(counting(done, "second", 1))
        return False

    later.add(first)
    later.finish()
    assert done == ["first", "second"]


def test_those_that_wait_take_turns(qtbot):
    done: list[str] = []
    one, other = QObject(), QObject()
    Later(one).add(slow(done, "one"))
    Later(other).add(slow(done, "other"))
    qtbot.waitUntil(lambda: done == ["one", "other"] * 3)


def test_one_of_all_works_between_two_events(qtbot):
    done: list[str] = []
    homes = {name: QObject() for name in ("one", "other", "third")}
    for name, home in homes.items():
        Later(home).add(slow(done, name))
    while len(done) < 9:
        before = len(done)
        QCoreApplication.processEvents()
        assert len(done) <= before + 1


def test_what_is_out_of_sight_waits_until_it_is_shown(qtbot):
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    page = QWidget(window)
    later = Later(page)
    later.add(counting(done, "row", 1))
    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: bool(done), timeout=4 * WAIT)
    page.show()
    see_who_waits()
    qtbot.waitUntil(lambda: done == ["row"])
