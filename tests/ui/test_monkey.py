"""Whatever somebody clicks and types, the history says how it came and leads back."""

from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import Entitlement, LevelEntitlement, Service, ServiceLevel
from slaeditor.model.project import Project, kinds
from slaeditor.rules.history import History
from slaeditor.ui.form import Form
from slaeditor.ui.place import Place

ACTIONS = 250
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Down),
    *(Qt.Key.Key_Up, Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Space, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
]


def a_project() -> Project:
    gold = ServiceLevel(name="Gold")
    credit, calls = Compensation(name="Credit"), Entitlement(name="Calls")
    return Project().add(
        *(gold, ServiceLevel(name="Silver", based_on=gold.id), Service(name="Hosting")),
        *(credit, calls, CompensationBand(compensation=credit.id)),
        LevelEntitlement(level=gold.id, entitlement=calls.id),
    )


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


class Monkey:
    """Does one random thing after another to a window; `seed` says which."""

    def __init__(self, window: Any, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)

    def act(self) -> None:
        acts = [self.click, self.press, self.write, self.add, self.go, self.undo, self.redo]
        act = self.chance.choices(acts, [30, 30, 15, 8, 8, 6, 3])[0]
        act()
        QApplication.processEvents()

    def click(self) -> None:
        shown = [one for one in self.window.findChildren(QWidget) if one.isVisible()]
        widget = self.chance.choice([one for one in shown if one.isEnabled()])
        size = widget.size()
        at = QPoint(
            self.chance.randrange(max(1, size.width())),
            self.chance.randrange(max(1, size.height())),
        )
        twice = self.chance.random() < 0.2
        press = QTest.mouseDClick if twice else QTest.mouseClick
        press(widget, Qt.MouseButton.LeftButton, NONE, at)

    def press(self) -> None:
        widget = QApplication.focusWidget() or self.window
        modifiers = self.chance.choices([NONE, CONTROL, SHIFT, ALT], [80, 8, 8, 4])[0]
        QTest.keyClick(widget, self.chance.choice(KEYS), modifiers)

    def write(self) -> None:
        """Write into the first field of a form that is shown, if there is one."""
        forms = [one for one in self.window.findChildren(Form) if one.isVisible() and one.rows]
        if forms:
            forms[0].take_focus()
        QTest.keyClicks(QApplication.focusWidget() or self.window, self.chance.choice("abc123"))

    def add(self) -> None:
        self.window.actions_of.by_id["insert.here"].trigger()

    def go(self) -> None:
        self.window.workbench.go(Place(self.chance.choice(["", *kinds()])))

    def undo(self) -> None:
        self.window.actions_of.by_id["edit.undo"].trigger()

    def redo(self) -> None:
        self.window.actions_of.by_id["edit.redo"].trigger()


def replayed(start: Project, history: History) -> Project:
    """The project that the steps of a history lead to."""
    for step in history.done:
        start = step.changes.applied(start)
    return start


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_random_actions_end_in_the_state_the_history_tells(editing, monkeypatch, seed):
    for name, answer in (("path_to_open", ""), ("path_to_save", ""), ("words", "Words")):
        monkeypatch.setattr(f"slaeditor.ui.asking.{name}", lambda *_, answer=answer: answer)
    start = a_project()
    window = editing(start)
    closer, monkey = Closer(), Monkey(window, seed)
    for _ in range(ACTIONS):
        monkey.act()
    closer.timer.stop()
    closer.close()
    session = window.session
    now = session.project
    assert now == replayed(start, session.history)
    count = len(session.history.done)
    assert count + len(session.history.undone) > 5
    session.go_to(0)
    assert session.project == start
    session.go_to(count)
    assert session.project == now
