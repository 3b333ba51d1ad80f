"""The page of keyboard shortcuts, made from the commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from slaeditor.ui.actions import NATIVE, Actions

OTHERS = (
    ("Lists", "Move the record up or down", "Alt+Up, Alt+Down"),
    ("Lists", "Go to the form", "Enter"),
    ("Grids", "Edit the cell", "Enter"),
    ("Grids", "Open the record of the cell", "Ctrl+Enter"),
    ("Grids", "Empty the cells", "Del"),
    ("Hours on a week", "Choose half hours, and more of them", "Arrows, Shift+arrows"),
    ("Hours on a week", "Open or close what is chosen", "Space"),
    ("Hours on a week", "Take the hours of a day to others", "Ctrl+C, Ctrl+V"),
    ("Responsibilities", "Give a letter or take it", "R, A, S, C, I"),
    ("Ladders", "Move the chosen step in time, four times as far", "Left, Right, with Shift"),
    ("Methodology", "Fold or unfold a phase", "Left, Right"),
    ("Texts", "Bold, italic", "Ctrl+B, Ctrl+I"),
    ("Texts", "Show it as it is printed", "Ctrl+M"),
    ("Fields", "Take back words that cannot be read", "Esc"),
    ("Fields", "Go to the field with the underlined letter", "Alt+letter"),
)
"""Keys that belong to a control and not to a command."""


class ShortcutsDialog(QDialog):
    """A table of all keys."""

    def __init__(self, parent: QWidget, actions: Actions) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard shortcuts")
        self.list = QTreeWidget()
        self.list.setHeaderLabels(["Command", "Keys"])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName("Keyboard shortcuts")
        groups: dict[str, QTreeWidgetItem] = {}
        for menu, words, keys in (*_of(actions), *OTHERS):
            if menu not in groups:
                groups[menu] = QTreeWidgetItem(self.list, [menu])
            QTreeWidgetItem(groups[menu], [words, keys])
        self.list.expandAll()
        self.list.resizeColumnToContents(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        letter = self.fontMetrics().horizontalAdvance("n")
        self.resize(70 * letter, 520)


def _of(actions: Actions) -> list[tuple[str, str, str]]:
    found = []
    for key, action in actions.by_id.items():
        command = actions.commands[key]
        keys = ", ".join(one.toString(NATIVE) for one in action.shortcuts())
        if keys:
            menu = command.menu.value.replace("&", "")
            found.append((menu, command.plain_title.rstrip("…"), keys))
    return found
