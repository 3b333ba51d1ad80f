"""What may wait is done when nothing else is to do, in its order."""

from __future__ import annotations

from PySide6.QtCore import QObject

from slaeditor.ui.later import Later


def counting(done: list[str], name: str, times: int):
    """Work that notes its name, so many times."""

    def work() -> bool:
        done.append(name)
        return done.count(name) < times

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
