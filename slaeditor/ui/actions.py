"""The commands of a window as Qt's actions, and the menus and toolbar made from them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from slaeditor.ui.command import Command, Menu
from slaeditor.ui.frame import Frame
from slaeditor.ui.icons import icon

NATIVE = QKeySequence.SequenceFormat.NativeText


class Actions(QObject):
    """One action a command; `refresh` brings titles, enabled states and ticks up to date."""

    def __init__(self, frame: Frame, commands: Iterable[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._primary: dict[str, QToolButton] = {}
        self.commands = {command.id: command for command in commands}
        self.by_id = {key: self._made(command) for key, command in self.commands.items()}

    def _made(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checked is not None)
        action.setObjectName(command.id)
        action.setMenuRole(_role(command))
        action.triggered.connect(_Run(command, self))
        return action

    def run(self, command: Command) -> None:
        """Do what a command says, if it can be done now, and show what has become of it."""
        if command.enabled(self._frame):
            command.run(self._frame)
        self.refresh()

    def refresh(self) -> None:
        """Bring titles, enabled states and ticks up to date."""
        for key, action in self.by_id.items():
            self._refresh(self.commands[key], action)
        for key, button in self._primary.items():
            command = self.commands[key]
            button.setIcon(icon(command.icon, "on_accent" if button.isEnabled() else ""))
            button.setText(f" {command.plain_title.rstrip('…')}")

    def _refresh(self, command: Command, action: QAction) -> None:
        frame = self._frame
        enabled = command.enabled(frame)
        action.setEnabled(enabled)
        if command.checked is not None:
            action.setChecked(enabled and command.checked(frame))
        if command.name_now is not None:
            action.setText(command.name_now(frame) or command.title)
        words = tip(command, action, enabled=enabled)
        if words != action.toolTip():
            action.setToolTip(words)
            action.setStatusTip("" if enabled else command.why_not)

    def menu_bar(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        """Fill a menu bar and return its menus."""
        menus = {menu: bar.addMenu(menu.value) for menu in Menu}
        for menu, widget in menus.items():
            widget.setToolTipsVisible(True)
            self._fill(widget, [c for c in self.commands.values() if c.menu is menu])
        return menus

    def _fill(self, menu: QMenu, commands: list[Command]) -> None:
        submenus: dict[str, QMenu] = {}
        ordered = sorted(commands, key=lambda command: command.group)
        for number, (_, group) in enumerate(groupby(ordered, key=lambda c: c.group)):
            if number:
                menu.addSeparator()
            for command in group:
                under = menu
                if command.submenu:
                    known = command.submenu in submenus
                    under = submenus[command.submenu] if known else menu.addMenu(command.submenu)
                    submenus[command.submenu] = under
                under.addAction(self.by_id[command.id])

    def tool_bar(self, bar: QToolBar) -> None:
        """Fill a toolbar with the commands that have a place there, a line between groups."""
        shown = sorted((c for c in self.commands.values() if c.toolbar), key=lambda c: c.toolbar)
        side = max(18, bar.fontMetrics().height())
        bar.setIconSize(QSize(side, side))
        last = None
        for command in shown:
            if last is not None and command.toolbar // 10 != last:
                bar.addSeparator()
            last = command.toolbar // 10
            bar.addAction(self.by_id[command.id])
            button = bar.widgetForAction(self.by_id[command.id])
            if isinstance(button, QToolButton):
                _dress(button, command)
                if command.primary:
                    self._primary[command.id] = button


def _dress(button: QToolButton, command: Command) -> None:
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(command.plain_title.rstrip("…"))
    if command.primary:
        button.setProperty("kind", "primary")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


class _Run:
    """What an action calls; holds no widget that could be gone."""

    def __init__(self, command: Command, actions: Actions) -> None:
        self._command = command
        self._actions = actions

    def __call__(self, _checked: bool = False) -> None:
        self._actions.run(self._command)


def _role(command: Command) -> QAction.MenuRole:
    roles = {
        "file.quit": QAction.MenuRole.QuitRole,
        "edit.preferences": QAction.MenuRole.PreferencesRole,
        "help.about": QAction.MenuRole.AboutRole,
    }
    return roles.get(command.id, QAction.MenuRole.NoRole)


def tip(command: Command, action: QAction, *, enabled: bool) -> str:
    """Return what the pointer is told: the name, the shortcut, and why it is greyed."""
    words = action.text().replace("&", "").rstrip("…").strip()
    keys = action.shortcut().toString(NATIVE)
    named = f"{words} ({keys})" if keys else words
    return named if enabled else f"{named}\n{command.why_not}"
