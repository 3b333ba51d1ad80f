"""Random clicks, keys, words and commands in the real window, half of them before it could draw.

After each spell of acts the project has to be what its steps lead to, undoing everything the
beginning and redoing everything the end. No exception, no warning of Qt, nothing on the screen and
no widget or session may be left, and no act may keep the window away for two seconds; how many took
longer than a tenth, by the processor, is in the ledger.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest import mock

from slaeditor.rules.history import History
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof

ACTIONS, SPELLS = 200, 5
"""What the monkey does before the window is asked, and how often in one round."""
STARTERS = ("agency", "it-support")
_HARMLESS = "This plugin does not support"


@cache
def _application() -> object:
    """The one application of this process."""
    from slaeditor.app import prepared

    return prepared([])


def trial(seed: int, folder: Path) -> Outcome:
    """Let the monkey act for a round."""
    from PySide6.QtCore import qInstallMessageHandler

    _application()
    from tests.ui.monkey_rounds import played

    warnings: list[str] = []
    earlier = qInstallMessageHandler(lambda _sort, _where, words: warnings.append(str(words)))
    environment = {"XDG_CONFIG_HOME": str(folder), "SLAEDITOR_STATE": str(folder / "state")}
    try:
        with mock.patch.dict(os.environ, environment):
            came = played(seed, ACTIONS, STARTERS[seed % len(STARTERS)], SPELLS)
    finally:
        qInstallMessageHandler(earlier)
    warned = [f"Qt warned: {one}" for one in warnings if not one.startswith(_HARMLESS)]
    worst = {"seconds of one act": came.slowest[0], "stalls in a round": float(len(came.stalls))}
    return Outcome(came.acts, (*came.faults, *warned), worst)


@contextmanager
def undoing_for_good() -> Iterator[None]:
    """Sabotage: what is undone cannot be done again."""
    undo = History.undo

    def lossy(self: History) -> History:
        return replace(undo(self), undone=())

    with mock.patch.object(History, "undo", lossy):
        yield


@contextmanager
def thinking_in_the_window() -> Iterator[None]:
    """Sabotage: the window's own thread reckons for three seconds when somebody first undoes."""
    undo, seconds = History.undo, [3.0]

    def slow(self: History) -> History:
        until = time.thread_time() + (seconds.pop() if seconds else 0.0)
        while time.thread_time() < until:
            pass
        return undo(self)

    with mock.patch.object(History, "undo", slow):
        yield


@contextmanager
def keeping_pages() -> Iterator[None]:
    """Sabotage: pages stay when their window is closed."""
    from slaeditor.ui.page import Page
    from slaeditor.ui.pages import Pages

    kept: list[Page] = []

    def keep(self: Pages) -> None:
        for page in self._made.values():
            page.setParent(None)
            kept.append(page)

    with mock.patch.object(Pages, "close_views", keep):
        yield
    for page in kept:
        page.deleteLater()


PROOF = Proof(
    name="monkey",
    counted="exceptions, warnings, objects left, acts over 2 s or states the history does not tell",
    unit="random acts in the window",
    short=1_000,
    long=100_000,
    trial=trial,
    sabotages={
        "undo for good": undoing_for_good,
        "thinking": thinking_in_the_window,
        "keeping pages": keeping_pages,
    },
    code=("ui", "session"),
)

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    end(PROOF)
