"""Somebody who clicks and types anything anywhere; afterwards the window tells the truth.

python -m tests.proofs.monkey --seed 7     from a starter; `tests/ui/monkey_rounds.py`
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
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
STALL = 0.1
"""Seconds of the processor after which a manager notices that the window does not answer."""
HASTE = 0.5
"""How often the next act comes before the window had time to draw."""


class Closer:
    """Closes dialogs and menus, as somebody does who did not mean to open them."""

    def __init__(self) -> None:
        self.timer = QTimer()
        self.timer.setInterval(5)
        self.timer.timeout.connect(self.close)
        self.timer.start()

    def close(self) -> None:
        if sum(one.isVisible() for one in QGuiApplication.topLevelWindows()) < 2:
            return  # only the window itself; asking all widgets takes longer than a key
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
    """Does one random thing after another to a window; `seed` says which.

    `slowest` is the longest time, by the processor, in which the window neither took keys nor
    drew, and what was done then; `stalls` are those that somebody notices.
    """

    def __init__(self, window: Any, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.did: list[str] = []
        self.slowest = (0.0, "")
        self.stalls: list[tuple[float, str]] = []
        self._acts = {
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

    def act(self) -> None:
        """Do something, and in haste the next thing before the window has drawn."""
        act = self.chance.choices([*self._acts], [*self._acts.values()])[0]
        self.did.append(act.__name__)
        self._timed(act)
        if self.chance.random() >= HASTE:
            self._timed(self._rest)

    def _rest(self) -> None:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _timed(self, part: Callable[[], None]) -> None:
        began = time.thread_time()
        part()
        took = (time.thread_time() - began, self._where(part))
        self.slowest = max(self.slowest, took)
        if took[0] > STALL:
            self.stalls.append(took)

    def _where(self, part: Callable[[], None]) -> str:
        drawing = " drawn" if part == self._rest else ""
        return f"{self.did[-1]}{drawing} at {self.window.workbench.place.page or 'overview'}"

    def _widget(self) -> QWidget:
        """One of those that are shown, half of the time by the room it takes."""
        there = (
            self.window.childAt(self._point(self.window)) if self.chance.random() < 0.5 else None
        )
        if isinstance(there, QWidget) and there.isEnabled():
            return there
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
