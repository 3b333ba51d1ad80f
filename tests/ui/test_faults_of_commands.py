"""Whatever command goes wrong inside, the program goes on and the work is as it was."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.session.session import Session
from slaeditor.ui import asking
from slaeditor.ui.crash_report import CrashDoor
from slaeditor.ui.report_dialog import ReportDialog
from tests.ui.monkeys import LEFT_ALONE, Closer
from tests.ui.test_monkey import a_project

SECRET = "the client pays twice"


@pytest.fixture
def door(qtbot, monkeypatch):
    """A door that stands open during the test, and nobody who answers questions."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    for name in ("path_to_open", "path_to_save"):
        monkeypatch.setattr(asking, name, lambda *_: "")
    monkeypatch.setattr(asking, "words", lambda *_: "Words")
    made = CrashDoor()
    made.open()
    yield made
    QApplication.processEvents()


def every_command(window) -> int:
    """Give every command once and return how many there were."""
    closer, count = Closer(), 0
    try:
        for name, action in list(window.actions_of.by_id.items()):
            if name not in LEFT_ALONE and action.isEnabled():
                action.trigger()
                QApplication.processEvents()
                count += 1
    finally:
        closer.end()
    return count


@pytest.mark.expects_log
def test_a_fault_in_any_command_costs_nothing(door, editing, monkeypatch, caplog):
    window = editing(a_project())
    before = window.session.project

    def fail(*_: object, **__: object) -> None:
        raise ValueError(SECRET)

    with monkeypatch.context() as patch:
        patch.setattr(Session, "edit", fail)
        assert every_command(window) > 20
    assert "unhandled" in caplog.text
    assert SECRET not in caplog.text
    assert window.isVisible()
    assert window.session.project == before
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, ReportDialog):
            dialog.close()
    window.session.edit(before.add(ServiceLevel(name="Silver")), "Add")
    window.session.undo()
    assert window.session.project == before


def test_every_command_can_be_given_to_an_empty_project(door, editing, caplog):
    window = editing(Project())
    assert every_command(window) > 10
    assert "unhandled" not in caplog.text
