"""Renews the table of keys in `docs/manual.md` from the commands: run it after changing one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slaeditor.ui.command import Command

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "manual.md"
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def page() -> str:
    """Returns the manual with the keys that the commands have today."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def table() -> str:
    """Returns every key as a table, in the order of the menus, those of controls last."""
    from slaeditor.ui.shortcuts_dialog import OTHERS

    head = "| Menu | Command | Keys |\n|---|---|---|\n"
    rows = (*_of_commands(), *OTHERS)
    return head + "".join(f"| {menu} | {words} | {keys} |\n" for menu, words, keys in rows)


def _of_commands() -> Iterator[tuple[str, str, str]]:
    for command in commands():
        if command.keys:
            menu = command.menu.value.replace("&", "")
            yield menu, command.plain_title.rstrip("…"), ", ".join(command.keys)


def commands() -> tuple[Command, ...]:
    """Returns every command of the window."""
    from slaeditor.ui.commands import EDITOR_COMMANDS
    from slaeditor.ui.documents import Documents
    from slaeditor.ui.menus.file import file_commands

    documents = Documents()
    try:
        return (*file_commands(documents), *EDITOR_COMMANDS)
    finally:
        documents.close_down()


def main() -> int:
    """Writes the manual anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv)
    PAGE.write_text(page(), encoding="utf-8")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
