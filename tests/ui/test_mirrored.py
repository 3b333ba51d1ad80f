"""The window where one reads from right to left, and at the scales of dense screens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.ui.part_delegate import seen
from slaeditor.ui.place import Place

ROOT = Path(__file__).resolve().parents[2]
SCALED = """
from PySide6.QtWidgets import QApplication, QScrollArea
from slaeditor.app import prepared
from slaeditor.exchange.starters import starter
from slaeditor.session.session import Session
from slaeditor.ui.commands import EDITOR_COMMANDS
from slaeditor.ui.place import Place
from slaeditor.ui.window import Regions, Window
application = prepared([])
window = Window(Regions(EDITOR_COMMANDS))
window.resize(1280, 800)
window.open_session(Session(starter("agency").project()), "Agency.sla")
window.show()
cut = []
for table in ("services", "service_levels", "clients", "targets", "document"):
    window.workbench.go(Place(table))
    application.processEvents()
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget().minimumSizeHint().width() > area.viewport().width():
            cut.append((table, area.objectName()))
print("scale", window.devicePixelRatioF(), "cut", cut, flush=True)
import os
os._exit(0)
"""


@pytest.fixture
def mirrored(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(mirrored, editing):
    shown = editing(Project().add(Service(name="Hosting")))
    shown.workbench.go(Place("services"))
    QApplication.processEvents()
    return shown


def left_of(widget):
    return widget.mapToGlobal(QPoint(0, 0)).x()


def test_the_navigator_stands_at_the_right(window):
    bench = window.workbench
    assert left_of(bench.navigator) > left_of(bench.pages)


def test_the_list_stands_to_the_right_of_the_form(window):
    page = window.workbench.pages.page
    assert left_of(page.view) > left_of(page.form)


def test_a_box_of_a_line_is_drawn_at_its_other_end(window):
    option = QStyleOptionViewItem()
    option.direction, option.rect = Qt.LayoutDirection.RightToLeft, QRect(0, 0, 200, 30)
    assert seen(option, QRect(7, 5, 17, 17)) == QRect(176, 5, 17, 17)


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1.5", "2.0"])
def test_nothing_is_cut_on_a_dense_screen(scale):
    environment = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", SCALED],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip() == f"scale {scale} cut []", run.stderr
