"""Cyclic garbage is collected in the window's own thread."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.ui.garbage import FEW, MANY, Collector, collect_all, collect_new


class Knot:
    """What only a collection frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    before = gc.isenabled()
    gc.enable()
    gc.collect()
    made = Collector(qapp)
    yield made
    made.deleteLater()
    gc.enable() if before else gc.disable()


@pytest.fixture
def ends() -> list[str]:
    """The names of the threads in which knots came to their end."""
    return []


def knots(number: int, ends: list[str]) -> None:
    for _ in range(number):
        weakref.finalize(Knot(), lambda: ends.append(threading.current_thread().name))


def test_no_other_thread_collects(collector, ends):
    thread = threading.Thread(target=knots, args=(5_000, ends), name="checks")
    thread.start()
    thread.join()
    assert not ends


def test_what_is_new_is_collected_soon(collector, ends, qtbot):
    knots(FEW, ends)
    qtbot.waitUntil(lambda: len(ends) == FEW, timeout=5_000)
    assert set(ends) == {"MainThread"}


def test_a_little_is_left_alone(collector, ends):
    knots(3, ends)
    collect_new()
    assert not ends


def test_many_records_are_not_looked_through(collector, ends):
    kept = [[number] for number in range(MANY + 1)]
    knots(3, ends)
    collect_new()
    assert kept
    assert not ends


@pytest.fixture
def soon(monkeypatch):
    """The manager is elsewhere after a twentieth of a second."""
    monkeypatch.setattr("slaeditor.ui.garbage.AWAY_MILLISECONDS", 50)


def test_everything_is_collected_when_the_manager_goes_elsewhere(
    soon, collector, ends, qapp, qtbot
):
    kept = [[number] for number in range(MANY + 1)]
    knots(3, ends)
    collect_new()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    at_once = len(ends)
    qtbot.waitUntil(lambda: len(ends) == 3)
    assert kept
    assert at_once == 0


def test_nothing_waits_for_a_collection_when_a_dialog_closes(soon, collector, ends, qapp, qtbot):
    kept = [[number] for number in range(MANY + 1)]
    knots(3, ends)
    collect_new()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.wait(120)
    assert kept
    assert not ends


def test_collecting_everything_frees_what_was_kept_back(collector, ends):
    knots(3, ends)
    gc.freeze()
    collect_all()
    assert len(ends) == 3
