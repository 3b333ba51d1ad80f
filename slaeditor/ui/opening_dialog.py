"""The question before records are opened: what the reader will see, and what has to come along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.checks.wording import called_each
from slaeditor.rules.names import named, title
from slaeditor.rules.opening import newly_visible, opened, rests_on
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import muted
from slaeditor.ui.readers_row import NAMES

FEW = 12
"""As many lines are shown at once; of more, each kind is opened by whoever wants to see it."""


class OpeningDialog(QDialog):
    """Lists all that clients (or others) will see once records are opened to them, and asks.

    What the records rest on, and would stay out of the handbook without, is opened along unless
    its tick is taken away; `wanted` has all that is to be opened.
    """

    def __init__(
        self, parent: QWidget, project: Project, rows: Sequence[Entity], reader: Reader
    ) -> None:
        """Ask whether the records are to be opened to a reader."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._project = project
        self._rows = tuple(rows)
        self._reader = reader
        self._name = NAMES[reader].lower()
        self._along = rests_on(project, rows, reader)
        self.setWindowTitle(f"Open to {self._name}")
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.along = self._make_tick()
        self.list = self._make_list()
        self._lay_out()
        self._show()
        self.resize(self.fontMetrics().horizontalAdvance("n") * 64, 420)

    @property
    def wanted(self) -> tuple[Entity, ...]:
        """The records to be opened: those asked for and, where it is ticked, what they rest on."""
        return (*self._rows, *self._along) if self.along.isChecked() else self._rows

    def _make_tick(self) -> QCheckBox:
        listed = called_each(self._project, self._along)
        made = QCheckBox(f"&Open what they rest on too: {listed}")
        made.setChecked(bool(self._along))
        made.setVisible(bool(self._along))
        made.toggled.connect(self._show)
        return made

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderHidden(True)
        made.setIconSize(QSize(16, 16))
        made.setAccessibleName(f"What {self._name} will read")
        return made

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accepting = QDialogButtonBox.ButtonRole.AcceptRole
        self.open_button = buttons.addButton(f"Open to {self._name}", accepting)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.along)
        layout.addWidget(muted("Only what is declared for them is shown, never your own notes."))
        layout.addWidget(buttons)

    def _show(self) -> None:
        """List what becomes visible with the present choice."""
        after = opened(self._project, self.wanted, self._reader)
        found = newly_visible(self._project, after, self._reader)
        one = self._rows[0]
        what = f"{len(self._rows)} records" if len(self._rows) > 1 else self._named(one)
        count = f" {len(found)} records" if len(found) > 1 else ""
        told = f"They will then read{count}:" if found else "They will read nothing more by it."
        self.words.setText(f"Open {what} to {self._name}? {told}")
        self.list.clear()
        self.list.setVisible(bool(found))
        kinds: dict[str, QTreeWidgetItem] = {}
        for row in found:
            self._add(kinds, after, row)
        for head in kinds.values():
            head.setText(0, f"{head.text(0)} ({head.childCount()})")
            head.setExpanded(len(found) <= FEW)

    def _add(self, kinds: dict[str, QTreeWidgetItem], after: Project, row: Entity) -> None:
        declared = row.declaration
        if declared.plural not in kinds:
            kinds[declared.plural] = QTreeWidgetItem(self.list, [declared.plural])
            kinds[declared.plural].setIcon(0, icon(declared.icon))
        QTreeWidgetItem(kinds[declared.plural], [title(after, row)])

    def _named(self, row: Entity) -> str:
        return f"the {named(self._project, row)}"
