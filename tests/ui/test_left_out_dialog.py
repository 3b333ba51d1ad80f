"""The window's list of what an edition leaves out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import STAFF
from slaeditor.ui.left_out_dialog import LeftOutDialog
from slaeditor.ui.place import Place
from tests.builders import a_level

GOLD = a_level("Gold", selling_note="Ask for two years.")
INSIDE = ServiceLevel(name="Inside", readers=STAFF)


@pytest.fixture
def looking(qtbot, editing):
    window = editing(Project().add(GOLD, INSIDE))
    window.actions_of.by_id["tools.left_out"].trigger()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, LeftOutDialog))
    qtbot.waitUntil(lambda: "Shown" in dialog.state.text(), timeout=20_000)
    yield dialog
    if isValid(dialog):
        dialog.close()


def lines(dialog):
    """The lines that are to be seen, with their reasons."""
    shown = [one for group in dialog._groups.values() for one in group.lines if not one.isHidden()]
    return [(one.text(0), one.text(1)) for one in shown]


def test_what_clients_do_not_see_is_listed(looking):
    assert looking.audience.currentText() == "Client edition"
    assert lines(looking) == [
        ("Gold", "Shown without “How to sell it”."),
        ("Inside", "Only for staff."),
    ]
    assert looking.state.text() == "Shown: 1 of 2 records, 1 of them in part. Left out: 1."


def test_another_edition_leaves_out_other_things(looking, qtbot):
    looking.audience.setFocus()
    qtbot.keyClicks(looking.audience, "Staff")
    qtbot.waitUntil(lambda: len(lines(looking)) == 1, timeout=20_000)
    assert lines(looking)[0][0] == "Gold"


def test_typing_finds_a_line(looking, qtbot):
    qtbot.keyClicks(looking.wanted, "only staff")
    assert lines(looking) == [("Inside", "Only for staff.")]


def test_enter_on_a_line_leads_to_the_field(looking, qtbot):
    line = looking._groups["service_levels"].lines[0]
    looking._groups["service_levels"].head.setExpanded(True)
    looking.list.setCurrentItem(line)
    with qtbot.waitSignal(looking.chosen) as chosen:
        qtbot.keyClick(looking.list, Qt.Key.Key_Return)
    assert chosen.args == [Place("service_levels", GOLD.id, "selling_note")]


def test_the_list_can_be_copied(looking, qtbot):
    qtbot.mouseClick(looking.copy, Qt.MouseButton.LeftButton)
    assert "Service level “Inside”: Only for staff." in QGuiApplication.clipboard().text()
