"""Preferences hold as soon as they are chosen, and at the next start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from shiboken6 import isValid

from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.ui import preferences
from slaeditor.ui.labels import title
from slaeditor.ui.place import Place
from slaeditor.ui.preferences import Way
from slaeditor.ui.preferences_dialog import PreferencesDialog
from slaeditor.ui.settings import settings
from slaeditor.ui.text_size import wear_text_size


@pytest.fixture
def dialog(window, qtbot):
    window.actions_of.by_id["edit.preferences"].trigger()
    shown = window.findChild(PreferencesDialog)
    qtbot.waitUntil(shown.isVisible)
    yield shown
    if isValid(shown):
        shown.close()


@pytest.fixture
def usual_letters(qapp):
    yield
    wear_text_size(100)


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def switch(dialog, words):
    return next(one for one in dialog.findChildren(QCheckBox) if words in one.text())


def test_looks_are_worn_at_once_and_kept(dialog, looks):
    choose(dialog.looks, "dark")
    assert looks.tokens.name == "dark"
    assert settings().value("theme") == "dark"


def test_letters_grow_at_once_headings_too(dialog, window, qtbot, usual_letters):
    heading = title("Heading")
    qtbot.addWidget(heading)
    before, other = heading.font().pointSizeF(), window.menuBar().font().pointSizeF()
    choose(dialog.size_of_text, 150)
    assert heading.font().pointSizeF() == pytest.approx(before * 1.5)
    assert window.menuBar().font().pointSizeF() == pytest.approx(other * 1.5)
    assert preferences.text_size() == 150


def test_letters_come_back_to_the_usual_size(usual_letters):
    before = QApplication.font().pointSizeF()
    wear_text_size(200)
    wear_text_size(100)
    assert QApplication.font().pointSizeF() == before


def test_a_size_nobody_offers_is_not_worn():
    settings().setValue("text/size", "4000")
    assert preferences.text_size() == 100


def test_handbooks_go_beside_the_project_when_wished(dialog, tmp_path):
    choose(dialog.way, Way.BESIDE)
    found = preferences.offered_folder(tmp_path.parent, tmp_path / "Gold.sla")
    assert found == tmp_path


def test_handbooks_go_into_the_folder_of_ones_choice(dialog, tmp_path):
    choose(dialog.way, Way.FOLDER)
    dialog.folder.setText(str(tmp_path))
    dialog.folder.editingFinished.emit()
    assert preferences.offered_folder(tmp_path.parent, None) == tmp_path


def test_a_folder_that_is_not_there_is_told_and_not_offered(dialog, tmp_path):
    choose(dialog.way, Way.FOLDER)
    dialog.folder.setText(str(tmp_path / "gone"))
    dialog.folder.editingFinished.emit()
    assert "no such folder" in dialog.missing.text()
    assert preferences.offered_folder(tmp_path, None) != tmp_path / "gone"


def test_a_switch_holds_at_once(dialog, qtbot):
    qtbot.mouseClick(switch(dialog, "Lock"), Qt.MouseButton.LeftButton)
    assert preferences.order_locked()


def test_escape_keeps_what_was_chosen(dialog, window, qtbot):
    switch(dialog, "preview").setChecked(False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not preferences.preview_shown()


def test_a_locked_list_is_not_dragged(editing, monkeypatch):
    window = editing(Project().add(Service(name="One"), Service(name="Two")))
    window.workbench.go(Place("services"))
    view = window.workbench.pages.page.view
    preferences.lock_order(True)
    view.startDrag(Qt.DropAction.MoveAction)  # would wait for the end of the drag
    assert [one.name for one in window.session.project.table(Service)] == ["One", "Two"]
