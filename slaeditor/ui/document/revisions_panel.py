"""The revisions of a document: freezing the state as it is, and what is frozen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.model.document import Revision
from slaeditor.model.project import Project
from slaeditor.model.table import Table
from slaeditor.ui import labels
from slaeditor.ui.blocks import card, clear
from slaeditor.ui.icons import icon
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.place import Place
from slaeditor.ui.way import Lead, Way


class RevisionsPanel(QWidget):
    """Lists revisions, the newest first; `freeze_wanted` asks to keep the state as it is."""

    wanted = Signal(object)
    freeze_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Table[Revision] | None = None
        self.freeze = labels.button("Freeze a revision", "archive")
        self.freeze.clicked.connect(self.freeze_wanted)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card("Revisions", self._lines, self.freeze))

    def show_project(self, project: Project) -> None:
        """Show the revisions of a project, anew where they are others."""
        if project.revisions is self._shown:
            return
        self._shown = project.revisions
        clear(self._lines)
        rows = tuple(project.revisions)
        if not rows:
            words = "Freeze the state when you publish; then it can be told what changed since."
            self._lines.addWidget(labels.muted(words))
        for row in reversed(rows):
            way = self._way(row)
            way.chosen.connect(self.wanted)
            self._lines.addWidget(way)

    def _way(self, row: Revision) -> Way:
        day = LocaleWords().words(kinds.DATE, row.made_on)
        status = row.status.label if row.status else ""
        words = " · ".join(one for one in (row.label or "Without a name", day, status) if one)
        beside = "frozen" if row.frozen else "not frozen"
        picture = icon("archive" if row.frozen else "circle", "ok" if row.frozen else "muted")
        return Way(Lead(picture, words, "", Place("revisions", row.id), beside))
