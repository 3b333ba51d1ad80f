"""Somebody who clicks and types anything anywhere; afterwards the window tells the truth.

    python -m tests.ui.monkeys --seed 7 --minutes 10     from a starter, until the time is over

Each round prints its seed, so that what went wrong can be had again.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from slaeditor.model.project import Project, kinds
from slaeditor.rules.history import History
from slaeditor.ui.form import Form
from slaeditor.ui.panels import PANELS
from slaeditor.ui.place import Place

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Down),
    *(Qt.Key.Key_Up, Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Space, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Left, Qt.Key.Key_F2),
]
WORDS = (
    "a",
    "7",
    "4 h",
    "95 % within 2 h",
    "10 EUR",
    "Mon-Fri 09:00-17:00",
    "Gold",
    "…",
    "1\t2\n3",
)
LEFT_ALONE = frozenset(
    ("file.quit", "file.close", "file.print", "file.new", "help.manual", "edit.preferences")
)
"""Commands that end the window or leave the program."""
_APART = 1_000_000  # between the seeds of two spells of a round


class Closer:
    """Closes dialogs and menus, as somebody does who did not mean to open them."""

    def __init__(self) -> None:
        self.timer = QTimer()
        self.timer.setInterval(5)
        self.timer.timeout.connect(self.close)
        self.timer.start()

    def close(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                widget.reject()
            elif isinstance(widget, QMenu) or widget.windowType() == Qt.WindowType.Popup:
                widget.close()

    def end(self) -> None:
        self.timer.stop()
        self.close()


class Monkey:
    """Does one random thing after another to a window; `seed` says which."""

    def __init__(self, window: Any, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.did: list[str] = []
        self.slowest = (0.0, "")

    def act(self) -> None:
        acts = {
            self.click: 26,
            self.press: 26,
            self.write: 14,
            self.command: 6,
            self.paste: 3,
            self.add: 8,
            self.go: 9,
            self.undo: 6,
            self.redo: 4,
            self.drag: 3,
        }
        act = self.chance.choices([*acts], [*acts.values()])[0]
        self.did.append(act.__name__)
        began = time.thread_time()
        act()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.slowest = max(self.slowest, (time.thread_time() - began, self.did[-1]))

    def _widget(self) -> QWidget:
        return self.chance.choice([one for one in shown_in(self.window) if one.isEnabled()])

    def _point(self, widget: QWidget) -> QPoint:
        size = widget.size()
        return QPoint(
            self.chance.randrange(max(1, size.width())),
            self.chance.randrange(max(1, size.height())),
        )

    def click(self) -> None:
        widget = self._widget()
        twice = self.chance.random() < 0.2
        press = QTest.mouseDClick if twice else QTest.mouseClick
        press(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))

    def drag(self) -> None:
        widget = self._widget()
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))
        QTest.mouseMove(widget, self._point(widget))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NONE, self._point(widget))

    def press(self) -> None:
        widget = QApplication.focusWidget() or self.window
        modifiers = self.chance.choices([NONE, CONTROL, SHIFT, ALT], [80, 8, 8, 4])[0]
        QTest.keyClick(widget, self.chance.choice(KEYS), modifiers)

    def write(self) -> None:
        """Write into the first field of a form that is shown, or where the keyboard is."""
        forms = [o for o in shown_in(self.window) if isinstance(o, Form) and o.rows]
        if forms and self.chance.random() < 0.5:
            forms[0].take_focus()
        QTest.keyClicks(QApplication.focusWidget() or self.window, self.chance.choice("abc123"))

    def paste(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(WORDS))
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_V, CONTROL)

    def command(self) -> None:
        actions = self.window.actions_of.by_id
        able = [key for key, one in actions.items() if one.isEnabled() and key not in LEFT_ALONE]
        chosen = self.chance.choice(able)
        self.did[-1] = chosen
        actions[chosen].trigger()

    def add(self) -> None:
        self.window.actions_of.by_id["insert.here"].trigger()

    def go(self) -> None:
        places = [Place(table) for table in ("", *kinds())]
        places += [Place(panel=key) for key in PANELS]
        self.window.workbench.go(self.chance.choice(places))

    def undo(self) -> None:
        self.window.actions_of.by_id["edit.undo"].trigger()

    def redo(self) -> None:
        self.window.actions_of.by_id["edit.redo"].trigger()


def shown_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that are shown in a window, without looking into those that are not."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for child in widget.findChildren(QWidget, options=direct):
        if child.isVisible():
            yield child
            yield from shown_in(child)


def replayed(start: Project, history: History) -> Project:
    """The project that the steps of a history lead to."""
    for step in history.done:
        start = step.changes.applied(start)
    return start


def fool_around(window: Any, seed: int, going_on: Callable[[int], bool]) -> Monkey:
    """Act while `going_on` says so of the number of acts, and return who did it."""
    closer, monkey = Closer(), Monkey(window, seed)
    count = 0
    try:
        while going_on(count):
            monkey.act()
            count += 1
    finally:
        closer.end()
    return monkey


def untrue(window: Any, start: Project) -> list[str]:
    """What the window does not tell the truth about after all that was done; empty when all is."""
    session = window.session
    session.seal()
    now, found = session.project, []
    if now != replayed(start, session.history):
        found.append("The project is not what its steps lead to.")
    count = len(session.history.done)
    session.go_to(0)
    if session.project != start:
        found.append("Undoing everything does not lead to the beginning.")
    session.go_to(count)
    if session.project != now:
        found.append("Redoing everything does not lead to the end.")
    return found


def main(words: list[str]) -> int:
    """Rounds of random acts on a starter's project until the time is over; 1 for any fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=int(time.time()) % 100_000)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--actions", type=int, default=600, help="acts in a round")
    parser.add_argument("--starter", default="agency")
    asked = parser.parse_args(words)
    faulthandler.enable()
    faulthandler.dump_traceback_later(600, repeat=True)  # a round that hangs tells where
    end, seed, faults = time.monotonic() + asked.minutes * 60, asked.seed, 0
    while time.monotonic() < end:
        _say(f"seed {seed}")
        faults += len(one_round(seed, asked.actions, asked.starter))
        seed += 1
    _say(f"{seed - asked.seed} rounds, {faults} faults")
    return int(bool(faults))


def one_round(seed: int, actions: int, starter_key: str, spells: int = 1) -> list[str]:
    """Open a starter's project, act, and return and print what went wrong.

    With several spells of acts the window is asked after each; the first fault ends the round.
    """
    from slaeditor.ui import asking

    caught: list[str] = []
    for name, answer in (("path_to_open", ""), ("path_to_save", ""), ("words", "Words")):
        setattr(asking, name, lambda *_, answer=answer: answer)  # nobody is there to answer
    sys.excepthook = lambda kind, error, way: caught.append(_told(kind, error, way))
    start = _start(starter_key)
    window = _opened(start)
    found: list[str] = []
    for spell in range(spells):
        monkey = fool_around(window, seed + spell * _APART, lambda count: count < actions)
        found = [*caught, *untrue(window, start)]
        _tell(seed, monkey, found)
        if found:
            break
    window.close()
    QApplication.processEvents()
    return found


def _tell(seed: int, monkey: Monkey, found: list[str]) -> None:
    for one in found:
        _say(f"seed {seed}: {one}\n  the last acts: {', '.join(monkey.did[-8:])}")
    _say(f"seed {seed}: slowest {monkey.slowest[0]:.2f} s ({monkey.slowest[1]})")


@cache
def _start(starter_key: str) -> Project:
    from slaeditor.exchange.starters import starter

    return starter(starter_key).project()


def _opened(start: Project) -> Any:
    from slaeditor.session.session import Session
    from slaeditor.ui.commands import EDITOR_COMMANDS
    from slaeditor.ui.window import Regions, Window

    window = Window(Regions(EDITOR_COMMANDS))
    window.resize(1280, 800)
    window.open_session(Session(start), "Test.sla")
    window.show()
    return window


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _told(kind: type[BaseException], error: BaseException, way: Any) -> str:
    import traceback

    return "".join(traceback.format_exception(kind, error, way))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from slaeditor.app import prepared

    application = prepared([])
    sys.exit(main(sys.argv[1:]))
