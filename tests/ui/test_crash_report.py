"""When the fault is ours, the work is kept and the report holds no content."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.ui.crash_report import CrashDoor, report
from slaeditor.ui.report_dialog import ReportDialog
from tests.ui.hands import click

SECRET = "the client pays twice"


def fail() -> None:
    raise ValueError(SECRET)


def a_fault() -> BaseException:
    try:
        fail()
    except ValueError as fault:
        return fault
    raise AssertionError("Nothing failed.")


def dialogs() -> list[ReportDialog]:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ReportDialog)]
    return [one for one in found if one.isVisible()]


@pytest.fixture
def door(qtbot, monkeypatch):
    """A door that stands open during the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashDoor()
    made.open()
    yield made
    for one in dialogs():
        one.close()
    QApplication.processEvents()


def test_a_report_tells_the_way_but_not_the_words():
    words = report(a_fault())
    assert "test_crash_report.py" in words
    assert "builtins.ValueError" in words
    assert SECRET not in words


def test_a_report_tells_versions():
    assert "SLA Editor" in report()
    assert f"Python {sys.version.split(' ', maxsplit=1)[0]}" in report()


def test_what_led_to_a_fault_is_told_too():
    later = RuntimeError(SECRET)
    later.__cause__ = a_fault()
    words = report(later)
    assert words.index("ValueError") < words.index("RuntimeError")
    assert SECRET not in words


@pytest.mark.expects_log
def test_a_fault_nobody_catches_shows_one_dialog_and_keeps_the_work(door, editing, caplog):
    window = editing(Project().add(ServiceLevel(name="Gold")))
    before = window.session.project
    sys.excepthook(ValueError, a_fault(), None)
    sys.excepthook(ValueError, a_fault(), None)
    assert len(dialogs()) == 1
    assert window.session.project is before
    assert SECRET not in caplog.text


@pytest.mark.expects_log
def test_the_report_is_copied_by_a_button(door):
    sys.excepthook(ValueError, a_fault(), None)
    (dialog,) = dialogs()
    copy = next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text())
    click(copy)
    assert "builtins.ValueError" in QGuiApplication.clipboard().text()


@pytest.mark.expects_log
def test_a_fault_on_another_thread_is_logged(door, caplog):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in caplog.text
    assert not dialogs()


@pytest.mark.expects_log
def test_the_last_lines_of_the_log_are_in_the_report(door, qtbot):
    qtbot.wait(10)
    logging.getLogger("slaeditor.test").warning("the disk is nearly full")
    assert "WARNING slaeditor.test: the disk is nearly full" in report()
