"""A round of random acts on a starter's project, and what is there that should not be."""

from __future__ import annotations

import gc
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any
from unittest import mock

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from slaeditor.exchange.starters import starter
from slaeditor.model.project import Project
from slaeditor.session.session import Session
from slaeditor.ui import asking
from slaeditor.ui.commands import EDITOR_COMMANDS
from slaeditor.ui.editors_for import read_pages
from slaeditor.ui.garbage import Collector
from slaeditor.ui.window import Regions, Window
from tests.ui.monkeys import Monkey, fool_around, untrue

LONGEST = 2.0
"""Seconds of the processor after which an act is a fault, also on a slow machine."""
_APART = 1_000_000  # between the seeds of two spells of a round
_LETTING_GO = 3  # how often what is let go lets go of something else
_PATIENCE = 20.0  # seconds that a thread gets to end what it works out


@dataclass(frozen=True)
class Round:
    """What came of a round: how many acts, what went wrong, how long the window was away.

    `slowest` is the worst act in seconds of the processor and where it was; `stalls` are all acts
    that somebody would notice.
    """

    acts: int
    faults: tuple[str, ...]
    slowest: tuple[float, str]
    stalls: tuple[tuple[float, str], ...]


def played(seed: int, acts: int, starter_key: str, spells: int = 1) -> Round:
    """Open a starter's project, act, close it, and return what came of it.

    With several spells of acts the window is asked after each; the first fault ends the round.
    """
    caught: list[str] = []
    with nobody_there(caught), collecting():
        found = _played(seed, acts, starter_key, spells, caught)
    return replace(
        found, faults=(*found.faults, *(f"left when all was closed: {one}" for one in left()))
    )


@contextmanager
def collecting() -> Iterator[None]:
    """Collect cyclic garbage as the program does, instead of whenever Python thinks of it."""
    before = gc.isenabled()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    collector = Collector(application)
    try:
        yield
    finally:
        collector.deleteLater()
        if before:
            gc.enable()


@contextmanager
def nobody_there(caught: list[str]) -> Iterator[None]:
    """Answer what the platform's dialogs ask as somebody would who is away; note what is raised."""
    with ExitStack() as patched:
        for name, answer in (("path_to_open", ""), ("path_to_save", ""), ("words", "Words")):
            patched.enter_context(mock.patch.object(asking, name, lambda *_, said=answer: said))
        patched.enter_context(
            mock.patch.object(sys, "excepthook", lambda *raised: caught.append(_told(*raised)))
        )
        yield


def _played(seed: int, acts: int, starter_key: str, spells: int, caught: list[str]) -> Round:
    """Act in one window for some spells and close it; nothing of it outlives this."""
    start = _start(starter_key)
    window = _opened(start)
    monkeys: list[Monkey] = []
    faults: list[str] = []
    for spell in range(spells):
        monkeys.append(fool_around(window, seed + spell * _APART, lambda count: count < acts))
        away = [
            f"{where} took {took:.1f} s" for took, where in monkeys[-1].stalls if took > LONGEST
        ]
        faults = [*caught, *untrue(window, start), *away]
        if faults:
            faults.append(f"the last acts: {', '.join(monkeys[-1].did[-8:])}")
            break
    window.close()
    QApplication.processEvents()
    return Round(
        sum(len(one.did) for one in monkeys),
        tuple(faults),
        max(one.slowest for one in monkeys),
        tuple(chain.from_iterable(one.stalls for one in monkeys)),
    )


def left() -> list[str]:
    """What is still there though all was closed: threads, widgets and sessions, by their kind.

    What is worked out on a thread may come to its end first.
    """
    threads = [one for one in threading.enumerate() if one is not threading.main_thread()]
    for thread in threads:
        thread.join(_PATIENCE)
    for _ in range(_LETTING_GO):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.unfreeze()
        gc.collect()
    running = [f"thread {one.name}" for one in threads if one.is_alive()]
    widgets = [type(one).__name__ for one in QApplication.allWidgets()]
    sessions = [one for one in gc.get_objects() if isinstance(one, Session) and isValid(one)]
    gc.freeze()  # as the program does; else the next round looks through all that is in use
    return [*running, *widgets, *("Session" for _ in sessions)]


@cache
def _start(starter_key: str) -> Project:
    return starter(starter_key).project()


def _opened(start: Project) -> Any:
    read_pages()  # which a thread does before anybody acts that is no program
    window = Window(Regions(EDITOR_COMMANDS))
    window.resize(1280, 800)
    window.open_session(Session(start), "Test.sla")
    window.show()
    QApplication.processEvents()  # nobody acts before there is something to see
    return window


def _told(kind: type[BaseException], error: BaseException, way: Any) -> str:
    return "".join(traceback.format_exception(kind, error, way))
