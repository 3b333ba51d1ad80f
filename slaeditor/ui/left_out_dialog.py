"""What an edition leaves out, and why, each with the way to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from slaeditor.model.project import Project, kinds
from slaeditor.rules.left_out import LeftOut, balance, left_out
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane, Ticket
from slaeditor.ui.audience_choice import AudienceChoice
from slaeditor.ui.dialog import Role
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button
from slaeditor.ui.parts import plural
from slaeditor.ui.place import Place
from slaeditor.ui.reading_dialog import ReadingDialog

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Group:
    """The head of a part in the list, and the lines below it."""

    head: QTreeWidgetItem
    lines: list[QTreeWidgetItem] = field(default_factory=list)


class LeftOutDialog(ReadingDialog):
    """Lists what an edition leaves out, part by part; `chosen` is the place to go to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, project: Project, audience: Audience) -> None:
        """Show what is left out for an audience; another one can be chosen."""
        super().__init__(
            parent,
            "What an edition leaves out",
            "None of this is in the handbook, nor in a copy that you share with the same reader.",
            Lane("left out", newest_wins=True),
        )
        self._project = project
        self._found: tuple[LeftOut, ...] = ()
        self._groups: dict[str, _Group] = {}
        self.audience = AudienceChoice(project)
        self.audience.choose(audience)
        self.wanted = self._make_filter()
        self.list = self._make_list()
        self._arrange()
        self.audience.currentIndexChanged.connect(self.look)
        self.look()

    def _make_filter(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self.tr("Part of a name, a reason or a field"))
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._filter)
        return made

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("What is left out"))
        made.setHeaderLabels([self.tr("Record"), self.tr("Why")])
        made.setUniformRowHeights(True)
        made.setIconSize(QSize(16, 16))
        made.itemActivated.connect(self._go)
        return made

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Edition"), self.audience)
        form.addRow(self.tr("&Find"), self.wanted)
        self.column.addLayout(form)
        self.column.addWidget(self.state)
        self.column.addWidget(self.list, 1)
        self.copy = button(self.tr("&Copy as text"), "clipboard")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        closing = button(self.tr("Close"), primary=True)
        closing.clicked.connect(self.close)
        self.add_buttons((self.copy, Role.ActionRole), (closing, Role.AcceptRole))
        letters = self.fontMetrics()
        self.resize(letters.horizontalAdvance("n") * 100, letters.height() * 32)
        self.list.setColumnWidth(0, self.width() * 2 // 5)

    def look(self) -> None:
        """Look what the edition that is chosen leaves out."""
        project, audience = self._project, self.audience.audience
        self.state.setText(self.tr("Looking what is left out…"))

        def work(_: Ticket) -> tuple[LeftOut, ...]:
            return left_out(project, audience.reader, audience.client)

        self.reading.ask(work, self._show, self.complain)

    def _show(self, found: tuple[LeftOut, ...]) -> None:
        self._found = found
        self.state.setText(balance(self._project, found))
        self.list.clear()
        self._groups = {}
        for one in found:
            self._add(one)
        for table, group in self._groups.items():
            group.head.setText(0, f"{plural(table)} ({len(group.lines)})")
        self._filter(self.wanted.text())

    def _add(self, one: LeftOut) -> None:
        if one.table not in self._groups:
            self._groups[one.table] = _Group(QTreeWidgetItem(self.list))
            self._groups[one.table].head.setIcon(0, icon(kinds()[one.table].declaration.icon))
        group = self._groups[one.table]
        line = QTreeWidgetItem(group.head, [one.title, one.reason])
        line.setIcon(0, icon("eye-off" if one.is_whole else "eye"))
        line.setToolTip(0, one.title)
        line.setToolTip(1, one.reason)
        line.setData(0, _PLACE, Place(one.table, one.row.id, *one.fields[:1]))
        group.lines.append(line)

    def _filter(self, words: str) -> None:
        """Show the lines that hold all the words, with the parts they belong to."""
        wanted = words.casefold().split()
        for group in self._groups.values():
            for line in group.lines:
                said = " ".join((group.head.text(0), line.text(0), line.text(1))).casefold()
                line.setHidden(not all(word in said for word in wanted))
            group.head.setHidden(all(line.isHidden() for line in group.lines))
            group.head.setExpanded(bool(wanted))

    def text(self) -> str:
        """Return the state and every line that is found, as text."""
        return "\n".join([self.state.text(), *(one.sentence for one in self._found)])

    def _go(self, line: QTreeWidgetItem) -> None:
        place = line.data(0, _PLACE)
        if place is not None:
            self.close()
            self.chosen.emit(place)
