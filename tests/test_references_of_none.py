"""Guards the reference counts of Python's constants against the Qt binding.

A release of PySide6 lost one reference to None with every Qt call that returns nothing; before
Python 3.12 the process dies when they are used up, after some thousands of calls.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal

CALLS = 10_000
# Caches and interned frames move the counts a little; a lost reference a call moves them by CALLS.
DRIFT = 200


class Sender(QObject):
    """Emits signals of every constant."""

    nothing = Signal()
    flag = Signal(bool)
    anything = Signal(object)


def calls_that_return_nothing(sender: Sender) -> None:
    sender.setObjectName("x")


def calls_that_return_true(sender: Sender) -> None:
    sender.blockSignals(True)
    sender.blockSignals(False)


def emits_of_nothing(sender: Sender) -> None:
    sender.nothing.emit()


def emits_of_a_flag(sender: Sender) -> None:
    sender.flag.emit(True)
    sender.flag.emit(False)


def emits_of_none(sender: Sender) -> None:
    sender.anything.emit(None)


@pytest.mark.parametrize(
    "call",
    [
        calls_that_return_nothing,
        calls_that_return_true,
        emits_of_nothing,
        emits_of_a_flag,
        emits_of_none,
    ],
)
def test_ten_thousand_calls_leave_the_reference_counts_level(call: Callable[[Sender], None]):
    sender = Sender()
    received: list[int] = []
    sender.nothing.connect(lambda: received.append(0))
    sender.flag.connect(lambda value: received.append(value is True))
    sender.anything.connect(lambda value: received.append(value is None))
    before = [sys.getrefcount(constant) for constant in (None, True, False)]
    for _ in range(CALLS):
        call(sender)
    received.clear()
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    drifts = [abs(then - now) for then, now in zip(before, after, strict=True)]
    assert max(drifts) < DRIFT
