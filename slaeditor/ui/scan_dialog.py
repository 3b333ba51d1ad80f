"""What a finished handbook holds that its reader may not see today, each with the way to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QListWidget, QListWidgetItem, QWidget

from slaeditor.model.project import Project
from slaeditor.publish.formats import FORMATS
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.ui.audience_choice import AudienceChoice
from slaeditor.ui.dialog import Role
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button
from slaeditor.ui.place import Place
from slaeditor.ui.reading_dialog import ReadingDialog

if TYPE_CHECKING:
    from slaeditor.publish.gate.search import Hit

HANDBOOKS = f"Handbooks ({' '.join(f'*.{form.ending}' for form in FORMATS)})"


class ScanDialog(ReadingDialog):
    """Searches one file for confidential words; `chosen` is the place of a field to go to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, project: Project, path: Path) -> None:
        """Search a file for what whoever its cover names may not see; others can be chosen."""
        super().__init__(
            parent,
            "Check a finished handbook",
            f"Does “{path.name}” hold anything that its reader may not see in this project?",
            Lane("scan", newest_wins=True),
        )
        self._project = project
        self._path = path
        self.audience = AudienceChoice(project)
        self.audience.currentIndexChanged.connect(self._search_again)
        form = QFormLayout()
        form.addRow(self.tr("&Read by"), self.audience)
        self.column.addLayout(form)
        self.column.addWidget(self.state)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(16, 16))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.column.addWidget(self.list, 1)
        closing = button(self.tr("Close"), primary=True)
        closing.clicked.connect(self.close)
        self.add_buttons((closing, Role.AcceptRole))
        letters = self.fontMetrics()
        self.resize(letters.horizontalAdvance("n") * 80, letters.height() * 26)
        self.search()

    def search(self, audience: Audience | None = None) -> None:
        """Search the file for an audience, without one for whom its cover names."""
        project, path = self._project, self._path
        self.list.clear()
        self.state.setText(self.tr("Reading {name}…").format(name=path.name))

        def work(_: Ticket) -> tuple[Audience, tuple[Hit, ...]]:
            from slaeditor.session.scanning import leaks_in

            return leaks_in(path, project, audience)

        self.reading.ask(work, self._show, self.complain)

    def _search_again(self) -> None:
        self.search(self.audience.audience)

    def _show(self, answer: tuple[Audience, tuple[Hit, ...]]) -> None:
        audience, found = answer
        self.audience.blockSignals(True)  # the search for it has been made
        self.audience.choose(audience)
        self.audience.blockSignals(False)
        self.list.setVisible(bool(found))
        if not found:
            self.state.setText(self.tr("Nothing was found that this reader may not see."))
            return
        things = "thing was" if len(found) == 1 else "things were"
        self.state.setText(f"{len(found)} {things} found that this reader may not see:")
        for one in found:
            item = QListWidgetItem(icon("circle-alert", "error"), one.sentence)
            item.setData(Qt.ItemDataRole.UserRole, Place(one.table, one.row, one.field))
            item.setToolTip(self.tr("Go to the field"))
            self.list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        self.close()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def complain(self, trouble: Trouble) -> None:
        """Say what went wrong, without a list."""
        self.list.hide()
        super().complain(trouble)
