"""Columns keep the widths that a hand gave them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.model.levels import Entitlement, LevelEntitlement, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.scope import TimedEvent, TimedPolicy
from slaeditor.ui.child_table import ChildView
from slaeditor.ui.place import Place

POLICY = TimedPolicy(name="Retirement")
GOLD, CALLS = ServiceLevel(name="Gold"), Entitlement(name="Calls")
PROJECT = Project().add(
    POLICY,
    TimedEvent(policy=POLICY.id, name="Announce it"),
    GOLD,
    ServiceLevel(name="Silver"),
    CALLS,
    LevelEntitlement(level=GOLD.id, entitlement=CALLS.id),
)


def drag_edge(header, column, by):
    """Drag the right edge of a column."""
    x = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    y = header.height() // 2
    left = Qt.MouseButton.LeftButton
    QTest.mouseMove(header.viewport(), QPoint(x, y))
    QTest.mousePress(header.viewport(), left, pos=QPoint(x, y))
    QTest.mouseMove(header.viewport(), QPoint(x + by, y))
    QTest.mouseRelease(header.viewport(), left, pos=QPoint(x + by, y))
    QApplication.processEvents()


def table_in_form(window):
    window.workbench.go(Place("timed_policies", POLICY.id))
    window.workbench.pages.page.form.make_all()
    QApplication.processEvents()
    return next(one for one in window.findChildren(ChildView) if one.isVisible())


def test_a_table_in_a_form_fills_the_width(editing):
    view = table_in_form(editing(PROJECT))
    header = view.horizontalHeader()
    assert header.length() == pytest.approx(view.viewport().width(), abs=header.count())


def test_a_column_is_as_wide_again_in_the_next_window(editing):
    header = table_in_form(editing(PROJECT)).horizontalHeader()
    before = header.sectionSize(0)
    drag_edge(header, 0, 40)
    assert header.sectionSize(0) == before + 40
    again = table_in_form(editing(PROJECT)).horizontalHeader()
    assert again.sectionSize(0) == before + 40


def test_a_column_of_a_grid_keeps_its_width_too(editing):
    window = editing(PROJECT)
    window.workbench.go(Place("level_entitlements"))
    QApplication.processEvents()
    header = window.workbench.pages.page.grid.horizontalHeader()
    before = header.sectionSize(0)
    drag_edge(header, 0, 30)
    window.resize(window.width() + 60, window.height())
    QTest.qWait(20)
    assert header.sectionSize(0) == before + 30


def test_widths_that_nobody_chose_are_not_kept(editing):
    window = editing(PROJECT)
    header = table_in_form(window).horizontalHeader()
    before = header.sectionSize(0)
    window.resize(820, window.height())
    QTest.qWait(20)
    assert header.sectionSize(0) != before
