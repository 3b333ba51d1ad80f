"""People who work through a story with their hands; every click, key and field typed counts."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from operator import is_
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QPushButton, QWidget

from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader
from slaeditor.ui.export_dialog import ExportDialog
from slaeditor.ui.grid_page import GridPage
from slaeditor.ui.opening_dialog import OpeningDialog
from slaeditor.ui.palette import Palette
from slaeditor.ui.part_delegate import TABLE
from tests.ui.hands import NONE, click, focused, press, type_words

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
"""Where pictures of a story go when SLAEDITOR_PICTURES is set."""


class Person:
    """Somebody at a window; each key, each click and each cell or field typed is one input."""

    def __init__(self, window: Any, name: str = "story") -> None:
        self.window = window
        self.name = name
        self.inputs = 0
        self.stages = 0

    @property
    def project(self) -> Project:
        project: Project = self.window.session.project
        return project

    @property
    def page(self) -> Any:
        return self.window.workbench.pages.page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        press(key, modifiers)
        self.inputs += 1

    def enter(self, words: str) -> None:
        type_words(words)
        self.inputs += 1

    def write(self, words: str) -> None:
        """Write in place of what a line holds."""
        self.press(Qt.Key.Key_A, CONTROL)
        self.enter(words)

    def fill_cells(self, cells: list[str]) -> None:
        """Type into one cell after another; Tab goes on to the next line by itself."""
        for words in cells:
            self.enter(words)
            self.press(Qt.Key.Key_Tab)
        self.press(Qt.Key.Key_Escape)

    def open_dialog(self, kind: type[QWidget]) -> Any:
        """The dialog of a kind that is in front."""
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def come_back(self) -> None:
        """See the window in front again after a dialog or list closed, as a desktop does it."""
        self.window.activateWindow()
        QApplication.processEvents()

    def picture(self, stage: str, widget: QWidget | None = None) -> None:
        """Keep how a stage of the story looks, if somebody wants to see it."""
        self.stages += 1
        if os.environ.get("SLAEDITOR_PICTURES"):
            SCREENS.mkdir(parents=True, exist_ok=True)
            QApplication.processEvents()
            file = SCREENS / f"story-{self.stages:02}-{self.name}-{stage}.png"
            assert (widget or self.window).grab().save(str(file)), f"{file} cannot be written."


class Typist(Person):
    """Somebody without a mouse."""

    def go(self, part: str) -> None:
        """Go to a part through the palette."""
        self.press(Qt.Key.Key_K, CONTROL)
        palette = self.open_dialog(Palette)
        palette.line.setFocus()
        self.enter(part)
        self.press(Qt.Key.Key_Return)
        self.come_back()

    def add(self, *names: str) -> None:
        """Add records to the list that is shown and name them."""
        for name in names:
            self.press(Qt.Key.Key_A, CONTROL | SHIFT)
            self.enter(name)

    def tab_to(self, label: str) -> None:
        """Go on with Tab until the widget of this name has the keyboard."""
        for _ in range(60):
            if label in focused().accessibleName():
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not reach “{label}”.")

    def tab_until(self, there: Callable[[QWidget], bool]) -> None:
        """Go on with Tab until a widget that answers to this has the keyboard."""
        for _ in range(60):
            if there(focused()):
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail("Tab does not reach it.")

    def choose(self, label: str, name: str) -> None:
        """Choose in a list that drops down, by the first letter."""
        self.tab_to(label)
        self.press(getattr(Qt.Key, f"Key_{name[0]}"))
        box = focused()
        assert isinstance(box, QComboBox)
        assert box.currentText() == name

    def fill_field(self, label: str, words: str) -> None:
        self.tab_to(label)
        self.enter(words)

    def fill_grid(self, *cells: str) -> None:
        self.press(Qt.Key.Key_2, CONTROL)
        self.fill_cells([*cells])

    def begin_row(self, button: str) -> None:
        """Add a line to a table inside the form."""
        self.tab_until(lambda one: isinstance(one, QPushButton) and button in one.text())
        self.press(Qt.Key.Key_Space)

    def open_to_clients(self, part: str) -> None:
        """Open all records of a list to clients at once."""
        self.go(part)
        self.press(Qt.Key.Key_A, CONTROL)
        self.tab_to("Open to clients")
        self.press(Qt.Key.Key_Space)
        dialog = self.open_dialog(OpeningDialog)
        self.tab_until(lambda one: one is dialog.open_button)
        self.press(Qt.Key.Key_Space)
        self.come_back()

    def ask_for_export(self, folder: Path) -> ExportDialog:
        """Open the export and choose the client edition alone."""
        self.press(Qt.Key.Key_E, CONTROL)
        dialog: ExportDialog = self.open_dialog(ExportDialog)
        for reader in (Reader.STAFF, Reader.SALES):
            self.tab_until(partial(is_, dialog.choices.editions[reader]))
            self.press(Qt.Key.Key_Space)
        self.tab_until(lambda one: one is dialog.choices.folder)
        self.write(str(folder))
        return dialog

    def export(self) -> None:
        self.press(Qt.Key.Key_Return)


class Clicker(Person):
    """Somebody who points at everything and types only words."""

    def click(self, widget: QWidget) -> None:
        click(widget)
        self.inputs += 1

    def click_item(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click on a line of a view."""
        view.scrollTo(index)
        box = view.visualRect(index)
        at = QPoint(box.left() + min(box.width() // 2, 60), box.center().y())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
        QApplication.processEvents()
        self.inputs += 1

    def go(self, part: str) -> None:
        """Click a part in the navigator, its area and what it stands in first where closed."""
        navigator = self.window.workbench.navigator
        model = navigator.model()
        (table,) = (
            name
            for name, kind in kinds().items()
            if kind.declaration.plural.lower() == part.lower()
        )
        start = model.index(0, 0)
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        (index,) = model.match(start, TABLE, table, 1, flags)
        above: list[QModelIndex] = []
        parent = index.parent()
        while parent.isValid():
            above.insert(0, parent)
            parent = parent.parent()
        for one in above:
            if not navigator.isExpanded(one):
                self.click_item(navigator, one)
        self.click_item(navigator, index)
        assert self.window.workbench.place.table == table

    def add(self, *names: str) -> None:
        """Press the button that adds a record, and name it."""
        for name in names:
            self.add_unnamed()
            self.enter(name)

    def add_unnamed(self) -> None:
        page = self.page
        self.click(page.add if page.add.isVisible() else page.empty.button)

    def control(self, label: str) -> QWidget:
        """The editor of a field in the form that is shown."""
        rows = [one for one in self.page.form.fields.values() if one.spec.label == label]
        widget: QWidget = rows[0].editor.control
        self.page.form.ensureWidgetVisible(widget)
        return widget

    def choose(self, label: str, name: str) -> None:
        """Open a list that drops down and click the line of this name."""
        box: Any = self.control(label)
        self.click(box)
        view = box.view()
        (at,) = (line for line in range(box.count()) if box.itemText(line) == name)
        self.click_item(view, box.model().index(at, box.modelColumn()))
        self.come_back()
        assert box.currentText() == name

    def fill_field(self, label: str, words: str) -> None:
        self.click(self.control(label))
        self.enter(words)

    def fill_grid(self, *cells: str) -> None:
        """Click into the first cell and fill the grid from there."""
        page = self.page
        grid = page.grid if isinstance(page, GridPage) else page.view
        self.click_item(grid, page.model.index(0, 0))
        self.fill_cells([*cells])

    def begin_row(self, button: str) -> None:
        """Add a line to a table inside the form."""
        form = self.page.form
        shown = (one for one in form.findChildren(QPushButton) if one.isVisible())
        made = next(one for one in shown if button in one.text())
        form.ensureWidgetVisible(made)
        self.click(made)

    def open_to_clients(self, part: str) -> None:
        """Open all records of a list to clients at once: the first, and with Shift the last."""
        self.go(part)
        page = self.page
        last = page.model.index(page.model.rowCount() - 1, 0)
        self.click_item(page.view, page.model.index(0, 0))
        box = page.view.visualRect(last)
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, SHIFT, box.center())
        self.inputs += 1
        switch = page.form.readers.switches[Reader.CLIENT]
        page.form.ensureWidgetVisible(switch)
        self.click(switch)
        self.click(self.open_dialog(OpeningDialog).open_button)
        self.come_back()

    def ask_for_export(self, folder: Path) -> ExportDialog:
        """Open the export and choose the client edition alone."""
        action = self.window.actions_of.by_id["file.export"]
        self.click(self.window.tools.widgetForAction(action))
        dialog: ExportDialog = self.open_dialog(ExportDialog)
        for reader in (Reader.STAFF, Reader.SALES):
            box = dialog.choices.editions[reader]
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, NONE, QPoint(8, box.height() // 2))
            self.inputs += 1
        self.click(dialog.choices.folder)
        self.write(str(folder))
        return dialog

    def export(self) -> None:
        self.click(self.open_dialog(ExportDialog).go)
