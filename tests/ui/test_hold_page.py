"""Verdicts are lines that lead to what they judge."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from slaeditor.rules.holding import Holds, Verdict
from slaeditor.ui.hold_page import verdict_ways


def test_figures_of_a_verdict_are_written_as_the_locale_does(qtbot):
    QLocale.setDefault(QLocale("de_DE"))
    (way,) = verdict_ways([Verdict("staffing", Holds.NO, "0.3 positions missing", "Needs 4.8 h.")])
    qtbot.addWidget(way)
    assert "0,3 positions missing" in way.accessibleName()
