"""What differs between a file or revision and the work in a window, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMenu, QTreeWidgetItem, QWidget

from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.ui import asking
from slaeditor.ui.dialog import Role
from slaeditor.ui.export_choices import counted
from slaeditor.ui.icons import change_icon, icon
from slaeditor.ui.labels import button
from slaeditor.ui.parts import plural
from slaeditor.ui.reading_dialog import ReadingDialog
from slaeditor.ui.sentence_tree import SentenceTree

if TYPE_CHECKING:
    from slaeditor.rules.difference import Difference


PDFS = "PDF (*.pdf)"
_READERS = {Reader.CLIENT: "For clients", Reader.SALES: "For sales", Reader.STAFF: "For staff"}


@dataclass(frozen=True, slots=True)
class Compared:
    """The older project, what differs, and whom it concerns: clients' ids and how many records."""

    before: Project = field(default_factory=Project)
    found: tuple[Difference, ...] = ()
    concerned: tuple[tuple[str, int], ...] = ()


class CompareDialog(ReadingDialog):
    """Lists what changed from a file, or a frozen revision, to a project.

    `saved` brings the path of a bulletin.
    """

    saved = Signal(object)

    def __init__(self, parent: QWidget, project: Project, name: str) -> None:
        """Compare with the project in a window of that name."""
        super().__init__(parent, "What changed", "", Lane("compare"))
        self._project = project
        self._name = name
        self._text = ""
        self._compared = Compared()
        self.list = SentenceTree(self.tr("Differences"))
        self.since = self._revision_choice()
        self.column.addWidget(self.since)
        self.column.addWidget(self.state)
        self.column.addWidget(self.list, 1)
        self._add_buttons()
        self.resize(self.fontMetrics().horizontalAdvance("n") * 90, 560)

    def _revision_choice(self) -> QComboBox:
        """The frozen revisions, the newest first; hidden while a file is compared."""
        made = QComboBox()
        made.setAccessibleName(self.tr("Since which revision"))
        for row in reversed(list(self._project.revisions)):
            if row.frozen:
                made.addItem(self.tr("Since {name}").format(name=row.label), row.id)
        made.activated.connect(lambda _at: self.compare_with_revision(made.currentData()))
        made.hide()
        return made

    def _add_buttons(self) -> None:
        self.copy = button(self.tr("&Copy as text"), "clipboard")
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self.bulletin = button(self.tr("Make a &bulletin…"), "megaphone")
        self.bulletin.setEnabled(False)
        self.bulletin.clicked.connect(self._ask_for_whom)
        closing = button(self.tr("Close"), primary=True)
        closing.clicked.connect(self.close)
        actions = ((one, Role.ActionRole) for one in (self.copy, self.bulletin))
        self.add_buttons(*actions, (closing, Role.RejectRole))

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

        def read() -> Project:
            from slaeditor.storage.document_file import open_file

            return open_file(path).project

        self._compare(path.name, read)

    def compare_with_revision(self, key: str) -> None:
        """Compare with the state that was frozen in a revision, named by its id."""
        revision = self._project.revisions.rows[key]
        self.since.show()
        self.since.setCurrentIndex(self.since.findData(key))

        def read() -> Project:
            from slaeditor.exchange.revisions import thawed

            return thawed(revision)

        self._compare(revision.label, read, apart_from=key)

    def _compare(self, name: str, read: Callable[[], Project], apart_from: str = "") -> None:
        """Tell what differs, apart from the record of the revision that is compared with."""
        self.state.setText(self.tr("Reading {name}…").format(name=name))
        project = self._project

        def work(_: Ticket) -> Compared:
            from slaeditor.publish.edition.bulletin import concerned
            from slaeditor.rules.difference import differences

            before = read()
            told = differences(before, project)
            found = tuple(one for one in told if one.after is None or one.after.id != apart_from)
            return Compared(before, found, concerned(before, project))

        self.reading.ask(work, lambda found: self._show(name, found), self.complain)

    def _show(self, name: str, compared: Compared) -> None:
        self._compared, found = compared, compared.found
        self.list.clear()
        told = counted(len(found), "record") if found else "nothing"
        self.state.setText(f"From “{name}” to “{self._name}”: {told} differ.")
        if not found:
            self.state.setText(f"“{name}” and “{self._name}” say the same.")
        elif len(found) == 1:
            self.state.setText(f"From “{name}” to “{self._name}” one record differs.")
        groups: dict[str, QTreeWidgetItem] = {}
        for one in found:
            self._add(groups, one)
        for table, group in groups.items():
            group.setText(0, f"{plural(table)} ({group.childCount()})")
            group.setExpanded(True)
        self._text = "\n".join(words for one in found for words in one.sentences)
        self.copy.setEnabled(bool(found))
        self.bulletin.setEnabled(bool(found))
        self._add_concerned(groups)

    def _add_concerned(self, groups: dict[str, QTreeWidgetItem]) -> None:
        """List the clients whose own handbooks read otherwise now."""
        told = self._compared.concerned
        if not told or not groups:
            return
        group = QTreeWidgetItem(self.list, [f"Whom it concerns ({len(told)})"])
        group.setIcon(0, icon("users"))
        for key, count in told:
            name = self._project.clients.rows[key].name
            reads = "reads" if count == 1 else "read"
            QTreeWidgetItem(group, [f"{name}: {counted(count, 'record')} {reads} otherwise."])
        group.setExpanded(True)

    def _ask_for_whom(self) -> None:
        """Offer the readers, and the clients that the change concerns."""
        menu = QMenu(self)
        for reader, words in _READERS.items():
            menu.addAction(words).triggered.connect(partial(self._ask_where, reader, ""))
        menu.addSeparator()
        for key, _ in self._compared.concerned:
            name = self._project.clients.rows[key].name
            chosen = partial(self._ask_where, Reader.CLIENT, key)
            menu.addAction(self.tr("Only for {name}").format(name=name)).triggered.connect(chosen)
        menu.popup(self.bulletin.mapToGlobal(self.bulletin.rect().bottomLeft()))

    def _ask_where(self, reader: Reader, client: str, _on: bool = False) -> None:
        name = self._project.clients.rows[client].name if client else _READERS[reader].lower()
        start = f"{Path(self._name).stem} – what changes, {name}.pdf"
        words = asking.path_to_save(self, self.tr("Save the bulletin"), start, PDFS)
        if words:
            self.make_bulletin(Path(words), reader, client)

    def make_bulletin(self, path: Path, reader: Reader, client: str = "") -> None:
        """Write what a reader, or one client, has to know of the difference."""
        before, after = self._compared.before, self._project
        self.bulletin.setEnabled(False)
        self.state.setText(self.tr("Making the bulletin…"))

        def work(ticket: Ticket) -> Path | None:
            from slaeditor.session.exporting import bulletin_exported

            audience = Audience(reader, client)
            return bulletin_exported(before, after, audience, path.with_suffix(".pdf"), ticket)

        self.reading.ask(work, self._bulletin_made, self.complain)

    def _bulletin_made(self, path: Path | None) -> None:
        self.bulletin.setEnabled(True)
        if path is None:
            self.state.setText(self.tr("Nothing that this reader may read has changed."))
            return
        self.state.setText(self.tr("Saved “{name}”.").format(name=path.name))
        self.saved.emit(path)

    def _add(self, groups: dict[str, QTreeWidgetItem], one: Difference) -> None:
        if one.table not in groups:
            group = QTreeWidgetItem(self.list)
            group.setIcon(0, icon(kinds()[one.table].declaration.icon))
            groups[one.table] = group
        for words in one.sentences:
            line = QTreeWidgetItem(groups[one.table], [words])
            line.setIcon(0, change_icon(one.way.value))

    def complain(self, trouble: Trouble) -> None:
        """Say what went wrong; a bulletin can be tried again."""
        self.bulletin.setEnabled(bool(self._compared.found))
        super().complain(trouble)
