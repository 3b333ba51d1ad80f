"""A command of the window as a value: menus, toolbar, palette and shortcut page derive from it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from slaeditor.ui.frame import Frame


class Menu(Enum):
    """The menus of the menu bar in order, each with its title."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    INSERT = "&Insert"
    TOOLS = "&Tools"
    HELP = "&Help"


def always(_frame: Frame) -> bool:
    """Enabled whatever is open."""
    return True


def open_project(frame: Frame) -> bool:
    """Enabled while a project is open."""
    return frame.session is not None


class Command(NamedTuple):
    """Something a window can do.

    `title` carries the mnemonic (&) of the menu; `keys` are shortcuts as Qt writes them, such as
    "Ctrl+K"; `group` numbers the parts of a menu between which a line stands;
    `why_not` says why it is greyed; `checked` makes it a switch; `name_now` gives a title that
    tells more ("Undo change of name"); `toolbar` is its place there, 0 for none, with a
    line between tens.
    """

    id: str
    title: str
    run: Callable[[Frame], None]
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0
    submenu: str = ""
    enabled: Callable[[Frame], bool] = open_project
    why_not: str = "Open a project first."
    checked: Callable[[Frame], bool] | None = None
    name_now: Callable[[Frame], str] | None = None
    toolbar: int = 0
    primary: bool = False

    @property
    def plain_title(self) -> str:
        """The title without its mnemonic."""
        return self.title.replace("&", "")
