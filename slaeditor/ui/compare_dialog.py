"""What differs between a file and the work in a window, promise by promise, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from slaeditor.model.project import Project, kinds
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.ui.dialog import Dialog, Role
from slaeditor.ui.export_choices import counted
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button, muted

if TYPE_CHECKING:
    from slaeditor.rules.difference import Difference

_SIGNS = {
    "added": ("plus", "ok"),
    "removed": ("minus", "error"),
    "changed": ("pencil", "accent"),
    "moved": ("arrow-up-down", "muted"),
}


class CompareDialog(Dialog):
    """Lists what changed from a file to a project."""

    def __init__(self, parent: QWidget, project: Project, name: str) -> None:
        """Compare with the project in a window of that name."""
        super().__init__(parent, "What changed")
        self._project = project
        self._name = name
        self._text = ""
        self._lane = Lane("compare", self)
        self.state = muted("")
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Differences"))
        self.list.setHeaderHidden(True)
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(16, 16))
        self.column.addWidget(self.state)
        self.column.addWidget(self.list, 1)
        self.copy = button(self.tr("&Copy as text"), "clipboard")
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        closing = button(self.tr("Close"), primary=True)
        closing.clicked.connect(self.close)
        self.add_buttons((self.copy, Role.ActionRole), (closing, Role.AcceptRole))
        self.resize(self.fontMetrics().horizontalAdvance("n") * 90, 560)

    def offer(self, words: str, run: Callable[[], None]) -> None:
        """Offer something to do with the difference; the dialog closes when it is chosen."""
        made = button(words)

        def chosen() -> None:
            self.close()
            run()

        made.clicked.connect(chosen)
        self.buttons.addButton(made, Role.ActionRole)

    def compare_with(self, path: Path) -> None:
        """Compare with the project in a file."""
        self.state.setText(self.tr("Reading {name}…").format(name=path.name))
        project = self._project

        def work(_: Ticket) -> tuple[Difference, ...]:
            from slaeditor.rules.difference import differences
            from slaeditor.storage.document_file import open_file

            return differences(open_file(path).project, project)

        self._lane.ask(work, lambda found: self._show(path, found), self._complain)

    def _show(self, path: Path, found: tuple[Difference, ...]) -> None:
        told = counted(len(found), "record") if found else "nothing"
        self.state.setText(f"From “{path.name}” to “{self._name}”: {told} differ.")
        if not found:
            self.state.setText(f"“{path.name}” and “{self._name}” say the same.")
        elif len(found) == 1:
            self.state.setText(f"From “{path.name}” to “{self._name}” one record differs.")
        groups: dict[str, QTreeWidgetItem] = {}
        for one in found:
            self._add(groups, one)
        for table, group in groups.items():
            plural = kinds()[table].declaration.plural
            group.setText(0, f"{plural} ({group.childCount()})")
            group.setExpanded(True)
        self._text = "\n".join(words for one in found for words in one.sentences)
        self.copy.setEnabled(bool(found))

    def _add(self, groups: dict[str, QTreeWidgetItem], one: Difference) -> None:
        if one.table not in groups:
            group = QTreeWidgetItem(self.list)
            group.setIcon(0, icon(kinds()[one.table].declaration.icon))
            groups[one.table] = group
        for words in one.sentences:
            line = QTreeWidgetItem(groups[one.table], [words])
            line.setIcon(0, icon(*_SIGNS[one.way.value]))
            line.setToolTip(0, words)

    def _complain(self, trouble: Trouble) -> None:
        self.state.setText(" ".join(filter(None, (trouble.sentence, trouble.remedy))))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._lane.close()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close as Esc does."""
        self._lane.close()
        super().reject()
