"""One field finds commands, parts, records and words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.ui.palette import Palette
from slaeditor.ui.place import Place
from slaeditor.ui.replace_dialog import ReplaceDialog
from tests.ui.hands import press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(editing):
    level = ServiceLevel(name="Gold", promise="We call back within the hour.")
    return editing(Project().add(level, Service(name="Hosting")))


def palette(window):
    press(Qt.Key.Key_K, CONTROL)
    return next(one for one in window.findChildren(Palette) if one.isVisible())


def found(open_):
    return [entry.words for entry in open_.model.entries]


def test_a_part_is_found_and_gone_to(window):
    open_ = palette(window)
    QTest.keyClicks(open_.line, "service hours")
    QTest.keyClick(open_.line, Qt.Key.Key_Return)
    assert window.workbench.place.table == "calendars"


def test_a_record_is_found_by_its_name(window):
    open_ = palette(window)
    QTest.keyClicks(open_.line, "hosting")
    QTest.keyClick(open_.line, Qt.Key.Key_Return)
    service = next(iter(window.session.project.services))
    assert window.workbench.place == Place("services", service.id)


def test_words_are_found_in_any_field_and_the_field_is_shown(window):
    open_ = palette(window)
    QTest.keyClicks(open_.line, "call hour")
    assert found(open_) == ["Gold: We call back within the hour."]
    QTest.keyClick(open_.line, Qt.Key.Key_Return)
    form = window.workbench.pages.page.form
    QApplication.processEvents()
    assert window.focusWidget() is form.fields["promise"].editor.page


def test_a_command_is_found_and_done(window, looks):
    open_ = palette(window)
    QTest.keyClicks(open_.line, "add to this list")
    assert found(open_) == []
    open_.close()
    window.workbench.go(Place("services"))
    open_ = palette(window)
    QTest.keyClicks(open_.line, "add to this list")
    QTest.keyClick(open_.line, Qt.Key.Key_Return)
    assert len(window.session.project.services) == 2


def test_arrows_choose_and_escape_closes(window):
    open_ = palette(window)
    QTest.keyClick(open_.line, Qt.Key.Key_Down)
    assert open_.list.currentIndex().row() == 1
    QTest.keyClick(open_.line, Qt.Key.Key_Up)
    QTest.keyClick(open_.line, Qt.Key.Key_Up)
    assert open_.list.currentIndex().row() == open_.model.rowCount() - 1
    QTest.keyClick(open_.line, Qt.Key.Key_Escape)
    assert not any(one.isVisible() for one in window.findChildren(Palette))


def test_nothing_found_is_said(window):
    open_ = palette(window)
    QTest.keyClicks(open_.line, "xyzzy")
    assert open_.nothing.isVisibleTo(open_)


def test_the_search_field_of_the_toolbar_opens_it(window):
    QTest.mouseClick(window.search, Qt.MouseButton.LeftButton)
    assert any(one.isVisible() for one in window.findChildren(Palette))


def dialog(window):
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    return next(one for one in window.findChildren(ReplaceDialog) if one.isVisible())


def test_replacing_shows_what_changes_and_is_one_step(window):
    open_ = dialog(window)
    QTest.keyClicks(open_.sought, "gold")
    QTest.keyClicks(open_.then, "Platinum")
    assert [one.after for one in open_.model.found] == ["Platinum"]
    QTest.mouseClick(open_.replace, Qt.MouseButton.LeftButton)
    assert next(iter(window.session.project.service_levels)).name == "Platinum"
    assert window.session.history.undo_label == "Replace “gold” in 1 fields"
    window.session.undo()
    assert next(iter(window.session.project.service_levels)).name == "Gold"
    open_.close()


def test_what_is_not_ticked_stays(window):
    window.session.edit(window.session.project.add(Service(name="Gold mine")), "Add")
    open_ = dialog(window)
    QTest.keyClicks(open_.sought, "Gold")
    open_.model.setData(
        open_.model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    )
    assert len(open_.model.chosen) == len(open_.model.found) - 1
    QTest.mouseClick(open_.replace, Qt.MouseButton.LeftButton)
    names = {one.name for one in window.session.project.services}
    assert (names, next(iter(window.session.project.service_levels)).name) == (
        {"Hosting", "Gold mine"},
        "",
    ) or names == {"Hosting", " mine"}
    open_.close()


def test_case_and_whole_words_can_be_asked_for(window):
    open_ = dialog(window)
    QTest.keyClicks(open_.sought, "host")
    assert len(open_.model.found) == 1
    open_.whole_words.click()
    assert not open_.model.found
    open_.close()


def test_a_line_of_the_list_leads_to_its_field(window):
    open_ = dialog(window)
    QTest.keyClicks(open_.sought, "hosting")
    open_.list.activated.emit(open_.model.index(0, 0))
    assert window.workbench.place.table == "services"
    open_.close()
