"""Undo belongs to the window and the wheel to the page, whatever field stands below the pointer."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton

from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.ui.place import Place

HERE = QPointF(6, 6)
LINES = "\n\n".join(f"Line {at}" for at in range(40))


@pytest.fixture
def service(editing) -> Any:
    row = Service(name="Hosting", description=LINES)
    window = editing(Project().add(row))
    window.workbench.go(Place("services", row.id))
    window.activateWindow()
    form = window.workbench.pages.page.form
    form.make_all()
    return form


def turn(control):
    there = control.viewport() if hasattr(control, "viewport") else control
    turned = QWheelEvent(
        HERE,
        QPointF(there.mapToGlobal(HERE.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(there, turned)
    QApplication.processEvents()


def asks_for_undo(control):
    """Whether a control would keep Ctrl+Z for itself."""
    control.setFocus()
    asked = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "z"
    )
    asked.ignore()
    QApplication.sendEvent(control, asked)
    return asked.isAccepted()


def prose(form):
    return form.fields["description"].editor.control


@pytest.mark.parametrize("name", ["name", "description"])
def test_a_field_leaves_undo_to_the_window(service, name):
    assert not asks_for_undo(service.fields[name].editor.control)


def test_words_scroll_while_somebody_is_at_them(service):
    prose(service).setFocus()
    turn(prose(service))
    assert prose(service).verticalScrollBar().value() > 0


def test_words_stay_where_they_are_while_the_page_is_scrolled_over_them(service):
    service.fields["name"].editor.control.setFocus()
    turn(prose(service))
    assert prose(service).verticalScrollBar().value() == 0


def test_a_box_keeps_its_choice_while_the_page_is_scrolled_over_it(service):
    box = service.fields["offer"].editor.box
    before = box.currentIndex()
    service.fields["name"].editor.control.setFocus()
    turn(box)
    assert box.currentIndex() == before


def test_a_box_turns_while_somebody_is_at_it(service):
    box = service.fields["offer"].editor.box
    before = box.currentIndex()
    box.setFocus()
    turn(box)
    assert box.currentIndex() > before


def tools_of(form):
    tools = form.fields["description"].findChildren(QToolButton)
    return [one for one in tools if one.isVisible()]


def test_marks_stand_above_words_only_while_the_keyboard_is_there(service):
    service.fields["name"].editor.control.setFocus()
    before = bool(tools_of(service))
    prose(service).setFocus()
    during = bool(tools_of(service))
    service.fields["name"].editor.control.setFocus()
    assert (before, during, bool(tools_of(service))) == (False, True, False)


def test_marks_come_with_the_pointer_too(service):
    row = service.fields["description"]
    QApplication.sendEvent(row, QEnterEvent(HERE, HERE, HERE))
    assert tools_of(service)
