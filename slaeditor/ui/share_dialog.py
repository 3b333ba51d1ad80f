"""Handing out a copy that holds nothing a reader may not see."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.session.background import Lane, Trouble
from slaeditor.ui import asking
from slaeditor.ui.dialog import Dialog, Role, show_file
from slaeditor.ui.filing import KINDS, with_suffix
from slaeditor.ui.labels import button, muted

READERS = {
    Reader.SALES: "S&ales",
    Reader.STAFF: "&Staff",
    Reader.CLIENT: "&Clients",
}


class ShareDialog(Dialog):
    """Chooses a reader, says what is left out and saves the copy; `saved` brings its path."""

    saved = Signal(object)

    def __init__(self, parent: QWidget, project: Project, document: str, suggested: Path) -> None:
        """Share a project; `document` is its key, `suggested` the path without the reader."""
        super().__init__(
            parent,
            "Share a copy",
            "The copy is a project of its own in which everything is missing that the reader may "
            "not see. It can be changed and merged back.",
        )
        self._project = project
        self._document = document
        self._suggested = suggested
        self._copy: Project | None = None
        self._path: Path | None = None
        self._counting = Lane("share", self, newest_wins=True)
        self._add_readers()
        self._add_buttons()
        self.readers.idClicked.connect(self._count)
        self.readers.button(0).setChecked(True)
        self._count()
        self.resize(self.fontMetrics().horizontalAdvance("n") * 66, self.sizeHint().height())

    def _add_readers(self) -> None:
        self.readers = QButtonGroup(self)
        for number, words in enumerate(READERS.values()):
            choice = QRadioButton(words)
            self.readers.addButton(choice, number)
            self.column.addWidget(choice)
        self.told = muted("")
        self.column.addWidget(self.told)
        self.column.addStretch(1)

    def _add_buttons(self) -> None:
        self.go = button(self.tr("Sa&ve the copy…"), "share-2", primary=True)
        self.go.setEnabled(False)
        self.go.clicked.connect(self._ask_where)
        self.show_it = button(self.tr("S&how in folder"), "folder-open")
        self.show_it.setEnabled(False)
        self.show_it.clicked.connect(self._show_folder)
        closing = button(self.tr("Close"))
        closing.clicked.connect(self.close)
        self.add_buttons(
            (self.show_it, Role.ActionRole), (closing, Role.RejectRole), (self.go, Role.AcceptRole)
        )

    @property
    def reader(self) -> Reader:
        """For whom the copy is."""
        return list(READERS)[self.readers.checkedId()]

    def _count(self) -> None:
        project, reader = self._project, self.reader
        self._copy = None
        self.go.setEnabled(False)
        self.told.setText(self.tr("Looking what is left out…"))

        def work(_: object) -> Project:
            from slaeditor.rules.visible import visible

            return visible(project, reader)

        self._counting.ask(work, self._counted)

    def _counted(self, copy: Project) -> None:
        self._copy = copy
        kept, left = copy.count, self._project.count - copy.count
        self.told.setText(
            f"{kept:,} of {self._project.count:,} records stay, {left:,} are left out; of those "
            "that stay, only what this reader may see."
        )
        self.go.setEnabled(True)

    def _ask_where(self) -> None:
        name = f"{self._suggested.stem} for {self.reader}{self._suggested.suffix or '.sla'}"
        start = str(self._suggested.with_name(name))
        words = asking.path_to_save(self, self.tr("Save the copy"), start, KINDS)
        if words and self._copy is not None:
            self._save(self._copy, with_suffix(Path(words)))

    def _save(self, copy: Project, path: Path) -> None:
        reader, document = self.reader, self._document
        self.go.setEnabled(False)

        def work(_: object) -> Path:
            from slaeditor.storage.document_file import save_file
            from slaeditor.storage.meta import Meta

            return save_file(copy, path, Meta(document, edition=reader), replace=True).path

        self._counting.ask(work, self._done, self._complain)

    def _done(self, path: Path) -> None:
        self._path = path
        self.told.setText(f"Saved “{path.name}”.")
        self.show_it.setEnabled(True)
        self.go.setEnabled(True)
        self.saved.emit(path)

    def _complain(self, trouble: Trouble) -> None:
        self.told.setText(" ".join(filter(None, (trouble.sentence, trouble.remedy))))
        self.go.setEnabled(True)

    def _show_folder(self) -> None:
        if self._path is not None:
            show_file(str(self._path.parent))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop counting."""
        self._counting.close()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close as Esc does."""
        self._counting.close()
        super().reject()
