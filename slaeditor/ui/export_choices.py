"""The choices of an export: for whom, in which forms, into which folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.formats import FORMATS, Format
from slaeditor.rules.names import title
from slaeditor.session.audience import EDITIONS, Audience
from slaeditor.session.exporting import Task, tasks
from slaeditor.ui.labels import button, heading, muted
from slaeditor.ui.preferences import offered_folder
from slaeditor.ui.settings import settings

_KEY = "export"
SHOWN_NAMES = 4
_FORM_COLUMNS = 2


class ExportChoices(QWidget):
    """What somebody wants to be exported; `ready` says whether it can begin."""

    ready = Signal(bool)

    def __init__(self, project: Project, folder: Path, file: Path | None = None) -> None:
        """Offer the editions and clients of a project, as they were chosen the last time.

        `file` is the project's own, if it has one.
        """
        super().__init__()
        self._project = project
        self._beside = file
        self._build(folder)
        self._restore()
        self.look()

    def _build(self, folder: Path) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("For whom")))
        self.editions = {reader: QCheckBox(words) for reader, words in EDITIONS.items()}
        for box in self.editions.values():
            column.addWidget(box)
            box.toggled.connect(self.look)
        self._add_clients(column)
        column.addSpacing(8)
        column.addWidget(heading(self.tr("In which form")))
        self.forms = {form.key: QCheckBox(form.name) for form in FORMATS}
        column.addLayout(self._forms_grid())
        column.addSpacing(8)
        column.addLayout(self._folder_row(folder))
        self.note = QCheckBox(self.tr("&Note them in the list of releases"))
        self.note.setToolTip(
            self.tr("So that you know later who was given which handbook, and what was checked.")
        )
        column.addWidget(self.note)
        column.addWidget(self._changes_row())
        self.names = muted("")
        column.addWidget(self.names)
        column.addStretch(1)

    def _forms_grid(self) -> QGridLayout:
        """The forms in two columns, so that the dialog stays low."""
        grid = QGridLayout()
        for at, box in enumerate(self.forms.values()):
            grid.addWidget(box, at // _FORM_COLUMNS, at % _FORM_COLUMNS)
            box.toggled.connect(self.look)
        return grid

    def _changes_row(self) -> QWidget:
        """Since which revision changes are marked; hidden as long as none is frozen."""
        frozen = [one for one in self._project.revisions if one.frozen]
        self.bars = QCheckBox(self.tr("&Mark in the margin what changed since"))
        self.since = QComboBox()
        self.since.setAccessibleName(self.tr("Revision since which changes are marked"))
        for one in reversed(frozen):
            self.since.addItem(title(self._project, one), one.id)
        self.since.setEnabled(False)
        self.bars.toggled.connect(self.since.setEnabled)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bars)
        row.addWidget(self.since)
        row.addStretch(1)
        part.setVisible(bool(frozen))
        return part

    def _add_clients(self, column: QVBoxLayout) -> None:
        self.clients = QListWidget()
        self.clients.setAccessibleName(self.tr("Own handbooks of clients"))
        self.clients.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for client in self._project.table(Client):
            item = QListWidgetItem(title(self._project, client))
            item.setData(Qt.ItemDataRole.UserRole, client.id)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.clients.addItem(item)
        self.clients.itemChanged.connect(self.look)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Own handbooks of clients")))
        head.addStretch(1)
        for words, state in (("All", Qt.CheckState.Checked), ("None", Qt.CheckState.Unchecked)):
            head.addWidget(self._tick_button(words, state))
        self._client_part = QWidget()
        part = QVBoxLayout(self._client_part)
        part.setContentsMargins(0, 8, 0, 0)
        part.setSpacing(4)
        part.addLayout(head)
        part.addWidget(self.clients)
        rows = min(self.clients.count(), 6)
        self.clients.setFixedHeight((self.fontMetrics().height() + 8) * rows + 12)
        self._client_part.setVisible(rows > 0)
        column.addWidget(self._client_part)

    def _tick_button(self, words: str, state: Qt.CheckState) -> QWidget:
        made = button(words)
        made.setProperty("kind", "quiet")
        made.setAccessibleName(self.tr("{words} clients").format(words=words))
        made.clicked.connect(lambda: self._tick_all(state))
        return made

    def _tick_all(self, state: Qt.CheckState) -> None:
        for row in range(self.clients.count()):
            self.clients.item(row).setCheckState(state)

    def _folder_row(self, folder: Path) -> QVBoxLayout:
        label = QLabel(self.tr("&Folder"))
        self.folder = QLineEdit(str(folder))
        label.setBuddy(self.folder)
        self.folder.textChanged.connect(self.look)
        choose = button(self.tr("&Choose…"), "folder-open")
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label)
        column.addLayout(row)
        return column

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def audiences(self) -> Iterator[Audience]:
        """For whom handbooks are wanted, in the order in which they are made."""
        for reader, box in self.editions.items():
            if box.isChecked():
                yield Audience(reader)
        for row in range(self.clients.count()):
            item = self.clients.item(row)
            if item.checkState() is Qt.CheckState.Checked:
                yield Audience(Reader.CLIENT, item.data(Qt.ItemDataRole.UserRole))

    def _forms(self) -> Iterator[Format]:
        return (form for form in FORMATS if self.forms[form.key].isChecked())

    def tasks(self) -> tuple[Task, ...]:
        """The handbooks that the choices ask for."""
        since = str(self.since.currentData() or "") if self.bars.isChecked() else ""
        folder = Path(self.folder.text())
        return tasks(self._project, self.audiences(), self._forms(), folder, since)

    def look(self) -> None:
        """Say which files there will be, and whether they can be made."""
        wanted = self.tasks()
        there = Path(self.folder.text()).is_dir()
        self.ready.emit(bool(wanted) and there)
        self.names.setText(_names_told(wanted) if there else "There is no such folder.")

    def keep(self) -> None:
        """Remember the choices for the next export."""
        kept = settings()
        for reader, box in self.editions.items():
            kept.setValue(f"{_KEY}/{reader}", box.isChecked())
        for key, box in self.forms.items():
            kept.setValue(f"{_KEY}/form-{key}", box.isChecked())
        kept.setValue(f"{_KEY}/note", self.note.isChecked())
        kept.setValue(f"{_KEY}/folder", self.folder.text())

    def _restore(self) -> None:
        kept = settings()
        for reader, box in self.editions.items():
            box.setChecked(_kept(str(reader), usual=True))
        for key, box in self.forms.items():
            box.setChecked(_kept(f"form-{key}", usual=key == FORMATS[0].key))
        self.note.setChecked(_kept("note", usual=True))
        folder = Path(str(kept.value(f"{_KEY}/folder", "")) or self.folder.text())
        last = folder if folder.is_dir() else Path(self.folder.text())
        self.folder.setText(str(offered_folder(last, self._beside)))


def _kept(name: str, *, usual: bool) -> bool:
    return str(settings().value(f"{_KEY}/{name}", usual)).lower() == "true"


def counted(number: int, noun: str) -> str:
    """Return a number of things in words.

    >>> counted(1, "file"), counted(2, "file")
    ('1 file', '2 files')
    """
    return f"{number} {noun}{'s' * (number != 1)}"


def _names_told(wanted: tuple[Task, ...]) -> str:
    """Return which files there will be, and which of them are replaced."""
    if not wanted:
        return "Choose at least one handbook and one form."
    names = [task.path.name for task in wanted[:SHOWN_NAMES]]
    more = len(wanted) - len(names)
    told = f"{counted(len(wanted), 'file')}: {', '.join(names)}"
    told += f" and {more} more." if more else "."
    replaced = sum(task.path.exists() for task in wanted)
    return f"{told} {counted(replaced, 'file')} there will be replaced." if replaced else told
