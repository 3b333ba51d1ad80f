"""Random clicks, keys, words and commands in the real window.

After each round the project has to be what its steps lead to, undoing everything the beginning and
redoing everything the end. No exception, no warning of Qt, no window or dialog may be left.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest import mock

from slaeditor.rules.history import History
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof

ACTIONS, SPELLS = 200, 2
"""What the monkey does before the window is asked, and how often in one round."""
STARTERS = ("agency", "it-support")
_SLOWEST = re.compile(r"slowest ([\d.]+) s")
_HARMLESS = "This plugin does not support"


@cache
def _application() -> object:
    """The one application of this process."""
    from slaeditor.app import prepared

    return prepared([])


def trial(seed: int, folder: Path) -> Outcome:
    """Let the monkey act for a round."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from tests.ui import monkeys

    _application()
    warnings: list[str] = []
    told = io.StringIO()
    earlier = qInstallMessageHandler(lambda _sort, _where, words: warnings.append(str(words)))
    environment = {"XDG_CONFIG_HOME": str(folder), "SLAEDITOR_STATE": str(folder / "state")}
    try:
        with (
            mock.patch.dict(os.environ, environment),
            mock.patch.object(sys, "excepthook", sys.excepthook),
            redirect_stdout(told),
        ):
            failures = monkeys.one_round(seed, ACTIONS, STARTERS[seed % len(STARTERS)], SPELLS)
    finally:
        qInstallMessageHandler(earlier)
    shown = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]
    failures += [f"Qt warned: {one}" for one in warnings if not one.startswith(_HARMLESS)]
    failures += [f"left on the screen: {name}" for name in shown]
    slowest = [float(one) for one in _SLOWEST.findall(told.getvalue())]
    worst = {"seconds of one act": max(slowest, default=0.0)}
    return Outcome(ACTIONS * len(slowest), tuple(failures), worst)


@contextmanager
def undoing_for_good() -> Iterator[None]:
    """Sabotage: what is undone cannot be done again."""
    undo = History.undo

    def lossy(self: History) -> History:
        return replace(undo(self), undone=())

    with mock.patch.object(History, "undo", lossy):
        yield


PROOF = Proof(
    name="monkey",
    counted="exceptions, warnings, windows left or states the history does not tell",
    unit="random acts in the window",
    short=1_000,
    long=100_000,
    trial=trial,
    sabotages={"undo for good": undoing_for_good},
    code=("ui", "session"),
)

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    end(PROOF)
