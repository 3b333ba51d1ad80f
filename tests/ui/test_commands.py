"""Commands are data from which menus, toolbar, palette and shortcut page derive."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from slaeditor.bundled import bundled
from slaeditor.ui.command import Menu
from slaeditor.ui.commands import EDITOR_COMMANDS
from slaeditor.ui.documents import Documents
from slaeditor.ui.menus.file import file_commands
from slaeditor.ui.shortcuts_dialog import ShortcutsDialog


@pytest.fixture
def commands(qapp):
    parent = QObject()
    documents = Documents(parent)
    yield (*file_commands(documents), *EDITOR_COMMANDS)
    documents.close_down()


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def letter(title: str) -> str:
    return title[title.index("&") + 1].casefold() if "&" in title else ""


def test_ids_are_unique(commands):
    assert repeated(command.id for command in commands) == []


def test_shortcuts_are_unique(commands):
    assert repeated(keys for command in commands for keys in command.keys) == []


def test_shortcuts_can_be_typed(commands):
    assert [k for c in commands for k in c.keys if QKeySequence(k).isEmpty()] == []


def test_only_f1_and_f3_stand_alone(commands):
    alone = {k for c in commands for k in c.keys if "+" not in k}
    assert alone <= {"F1", "F3"}


def test_quit_and_undo_have_their_usual_keys(commands):
    keys = {command.id: command.keys for command in commands}
    assert "Ctrl+Q" in keys["file.quit"]
    assert keys["edit.undo"] == ("Ctrl+Z",)
    assert set(keys["edit.redo"]) == {"Ctrl+Y", "Ctrl+Shift+Z"}


def test_every_icon_is_there(commands):
    assert all(bundled("icons", f"{c.icon}.svg") for c in commands if c.icon)


def test_every_command_has_a_title_and_a_reason_to_be_greyed(commands):
    assert all(command.plain_title and command.why_not for command in commands)


@pytest.mark.parametrize("menu", list(Menu))
def test_letters_of_a_menu_are_unique(commands, menu):
    mine = [command for command in commands if command.menu is menu]
    for submenu in {command.submenu for command in mine}:
        titles = [command.title for command in mine if command.submenu == submenu]
        titles += sorted({c.submenu for c in mine if c.submenu}) if not submenu else []
        assert repeated(found for title in titles if (found := letter(title))) == []


def test_letters_of_the_menu_bar_are_unique():
    assert repeated(letter(menu.value) for menu in Menu) == []


def test_the_toolbar_has_at_most_eight_buttons_and_one_stands_out(commands):
    shown = [command for command in commands if command.toolbar]
    assert len(shown) <= 8
    assert sum(command.primary for command in shown) == 1


def test_every_command_is_in_a_menu(editing):
    window = editing()
    shown = {
        action.objectName()
        for menu in window.menus.values()
        for entry in menu.actions()
        for action in (entry.menu().actions() if entry.menu() else [entry])
    }
    assert set(window.actions_of.by_id) <= shown


def test_the_page_of_shortcuts_shows_every_key(editing, qtbot):
    window = editing()
    dialog = ShortcutsDialog(window, window.actions_of)
    qtbot.addWidget(dialog)
    listed = set()
    model = dialog.list.model()
    for at in range(model.rowCount()):
        group = model.index(at, 0)
        for line in range(model.rowCount(group)):
            listed |= set(str(model.index(line, 1, group).data()).split(", "))
    keys = {k.toString() for a in window.actions_of.by_id.values() for k in a.shortcuts()}
    assert keys <= listed


def test_a_greyed_command_says_why(editing):
    window = editing()
    action = window.actions_of.by_id["edit.undo"]
    assert not action.isEnabled()
    assert "Nothing has been done yet." in action.toolTip()
