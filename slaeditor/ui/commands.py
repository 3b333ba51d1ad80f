"""The commands of the editor: everything but those of the File menu."""

from slaeditor.ui.command import Command
from slaeditor.ui.menus.edit import EDIT
from slaeditor.ui.menus.help import HELP
from slaeditor.ui.menus.insert import INSERT
from slaeditor.ui.menus.tools import HOLD, TOOLS
from slaeditor.ui.menus.view import VIEW

EDITOR_COMMANDS: tuple[Command, ...] = (*EDIT, *VIEW, *INSERT, *TOOLS, *HOLD, *HELP)
"""Every command of the editor, in the order of the menus."""
