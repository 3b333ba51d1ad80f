"""The few things a person may prefer otherwise; each holds as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from slaeditor.ui import preferences
from slaeditor.ui.dialog import Dialog, Role
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.labels import button, muted
from slaeditor.ui.preferences import Way
from slaeditor.ui.settings import settings
from slaeditor.ui.text_size import wear_text_size
from slaeditor.ui.theme import Wish, wear, worn

LOOKS = {Wish.SYSTEM: "As the system", Wish.LIGHT: "Light", Wish.DARK: "Dark"}
WAYS = {
    Way.LAST: "Into the folder used last",
    Way.BESIDE: "Beside the project",
    Way.FOLDER: "Always into this folder:",
}


class PreferencesDialog(Dialog):
    """Offers what can be preferred; `changed` says that something is otherwise now."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Show what holds now."""
        super().__init__(
            parent, "Preferences", "They hold at once, on this computer, for every project."
        )
        self._add_looks()
        self._add_export()
        self._add_switches()
        self.column.addWidget(
            muted(
                "The handbook’s language and paper belong to the project; dates and figures are "
                "written as your system writes them."
            )
        )
        self.column.addStretch(1)
        closing = button("C&lose", primary=True)
        closing.setDefault(True)
        closing.clicked.connect(self.accept)
        self.add_buttons((closing, Role.AcceptRole))
        self.resize(self.fontMetrics().horizontalAdvance("n") * 62, self.sizeHint().height())

    def _add_looks(self) -> None:
        self.looks = _chosen_from(LOOKS, worn())
        self.looks.activated.connect(self._wear)
        sizes = {size: f"{size} %" for size in preferences.TEXT_SIZES}
        self.size_of_text = _chosen_from(sizes, preferences.text_size())
        self.size_of_text.activated.connect(self._enlarge)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(_labelled("&Appearance", self.looks))
        row.addLayout(_labelled("&Size of letters", self.size_of_text))
        self.column.addLayout(row)

    def _add_export(self) -> None:
        self.way = _chosen_from(WAYS, preferences.export_way())
        self.way.activated.connect(self._send)
        self.folder = QLineEdit(str(preferences.export_folder()))
        self.folder.setAccessibleName("Folder for handbooks")
        self.folder.editingFinished.connect(self._send)
        self.choose = button("&Choose…", "folder-open")
        self.choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        self.column.addLayout(_labelled("&Handbooks go", self.way))
        self.column.addLayout(row)
        self.missing = muted("")
        self.missing.setProperty("role", "error")
        self.missing.hide()
        self.column.addWidget(self.missing)
        self._enable_folder()

    def _add_switches(self) -> None:
        for words, on, keep in (
            ("Open projects with the &preview", preferences.preview_shown, self._show_preview),
            (
                "Lock the &order of lists, so that dragging moves nothing",
                preferences.order_locked,
                preferences.lock_order,
            ),
            (
                "&Tell me when an export ends behind other windows",
                preferences.export_told,
                preferences.tell_export,
            ),
        ):
            box = QCheckBox(words)
            box.setChecked(on())
            box.toggled.connect(keep)
            box.toggled.connect(self.changed)
            self.column.addWidget(box)

    def _wear(self) -> None:
        wish = Wish(self.looks.currentData())
        wear(wish)
        settings().setValue("theme", str(wish))
        self.changed.emit()

    def _enlarge(self) -> None:
        percent = int(self.size_of_text.currentData())
        preferences.keep_text_size(percent)
        wear_text_size(percent)
        self.changed.emit()

    def _show_preview(self, shown: bool) -> None:
        preferences.show_preview(shown)

    def _send(self) -> None:
        folder = Path(self.folder.text())
        there = folder.is_dir()
        way = Way(self.way.currentData())
        preferences.keep_export(way, folder if there else None)
        self._enable_folder()
        self.missing.setText("There is no such folder; handbooks go where the last ones went.")
        self.missing.setVisible(way is Way.FOLDER and not there)
        self.changed.emit()

    def _enable_folder(self) -> None:
        wanted = self.way.currentData() == Way.FOLDER
        self.folder.setEnabled(wanted)
        self.choose.setEnabled(wanted)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder for handbooks", self.folder.text())
        if chosen:
            self.folder.setText(chosen)
            self._send()


def _chosen_from(offered: Mapping[Any, str], chosen: object) -> QComboBox:
    made = QComboBox()
    for value, words in offered.items():
        made.addItem(words, value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    teach(made)
    return made


def _labelled(words: str, field: QWidget) -> QVBoxLayout:
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(field)
    return column
