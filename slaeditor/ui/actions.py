"""The commands of a window as Qt's actions, and the menus and toolbar made from them.

The first picture of a window shows the titles of the menus and the buttons of the toolbar. The
other actions and what stands in the menus are made a moment later, or at once when asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from slaeditor.ui.command import Command, Menu
from slaeditor.ui.early import TAB_FOCUS, focus, show_words
from slaeditor.ui.frame import Frame
from slaeditor.ui.icons import icon

NATIVE = QKeySequence.SequenceFormat.NativeText


class Actions(QObject):
    """One action a command; `refresh` brings titles, enabled states and ticks up to date."""

    completed = Signal()

    def __init__(self, frame: Frame, commands: Iterable[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._buttons: dict[str, QToolButton] = {}
        self._titles: dict[Menu, QMenu] = {}
        self._made: dict[str, QAction] = {}
        self._told: dict[str, tuple[str, bool]] = {}
        self.commands = {command.id: command for command in commands}

    @property
    def by_id(self) -> Mapping[str, QAction]:
        """Every action by the id of its command."""
        self.complete()
        return self._made

    @property
    def menus(self) -> Mapping[Menu, QMenu]:
        """The menus with everything that stands in them."""
        self.complete()
        return self._titles

    def complete(self) -> None:
        """Make the actions that the toolbar does not show, give all their keys, fill the menus."""
        if len(self._made) == len(self.commands):
            return
        self._made = {key: self._action(command) for key, command in self.commands.items()}
        for key, action in self._made.items():
            self._refresh(self.commands[key], action)
        for menu, widget in self._titles.items():
            widget.setToolTipsVisible(True)
            self._fill(widget, [c for c in self.commands.values() if c.menu is menu])
        self._frame.main_window.addActions(list(self._made.values()))
        self.completed.emit()

    def _action(self, command: Command) -> QAction:
        if command.id in self._made:
            return self._made[command.id]
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
        for key, action in self._made.items():
            self._refresh(self.commands[key], action)
        for key, button in self._buttons.items():
            command = self.commands[key]
            if command.primary:
                _colour(button, command)

    def _refresh(self, command: Command, action: QAction) -> None:
        frame = self._frame
        enabled = command.enabled(frame)
        if command.checked is not None:
            action.setChecked(enabled and command.checked(frame))
        name = command.name_now(frame) if command.name_now is not None else ""
        now = (name or command.title, enabled)
        if self._told.get(command.id) != now:
            self._told[command.id] = now
            _tell(command, action, now[0], enabled=enabled)

    def menu_bar(self, bar: QMenuBar) -> None:
        """Put the titles of the menus into a menu bar."""
        self._titles = {menu: bar.addMenu(menu.value) for menu in Menu}

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
                under.addAction(self._made[command.id])

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
            action = self._made[command.id] = self._action(command)
            bar.addAction(action)
            button = bar.widgetForAction(action)
            if isinstance(button, QToolButton):
                _dress(button, command)
                self._buttons[command.id] = button


def _tell(command: Command, action: QAction, name: str, *, enabled: bool) -> None:
    """Give an action its name and say what the pointer is told, as they are now."""
    action.setEnabled(enabled)
    action.setText(name)
    action.setToolTip(tip(command, action, enabled=enabled))
    action.setStatusTip("" if enabled else command.why_not)


def _colour(button: QToolButton, command: Command) -> None:
    """Give a button in the accent colour an icon that is seen on it, or one greyed."""
    words = f" {command.plain_title.rstrip('…')}"
    now = (words, button.isEnabled())
    if button.property("told") != now:
        button.setProperty("told", now)
        button.setIcon(icon(command.icon, "on_accent" if button.isEnabled() else ""))
        button.setText(words)


def _dress(button: QToolButton, command: Command) -> None:
    focus(button, TAB_FOCUS)
    button.setAccessibleName(command.plain_title.rstrip("…"))
    if command.primary:
        button.setProperty("kind", "primary")
        show_words(button)


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
