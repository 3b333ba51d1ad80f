"""Find and replace in the whole project, with a list to choose from and one step to undo."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.project import table_name
from slaeditor.rules.names import title
from slaeditor.rules.search import Replacement, excerpt, folded, replaced, replacements
from slaeditor.session.session import Session
from slaeditor.ui.labels import button, muted
from slaeditor.ui.place import Place
from slaeditor.ui.workbench import Workbench

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Record", "Field", "Now", "Then")


class ReplacementsModel(QAbstractTableModel):
    """What would be replaced, each with a tick."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._sought = ""
        self._then = ""
        self.found: tuple[Replacement, ...] = ()
        self.left_out: set[int] = set()

    def show(self, found: tuple[Replacement, ...], sought: str, then: str) -> None:
        """Show other replacements, all ticked."""
        self.beginResetModel()
        self.found, self._sought, self._then = found, folded(sought), folded(then)
        self.left_out = set()
        self.endResetModel()

    @property
    def chosen(self) -> tuple[Replacement, ...]:
        """The replacements that are ticked."""
        return tuple(one for at, one in enumerate(self.found) if at not in self.left_out)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many fields would change."""
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Record, field, words before and after."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings."""
        horizontal = orientation == Qt.Orientation.Horizontal
        return HEADINGS[section] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first cell can be ticked."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell in words, and the tick."""
        one = self.found[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            out = index.row() in self.left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            f"{one.row.declaration.singular}: {title(self._session.project, one.row)}",
            one.field.label,
            excerpt(one.before, self._sought),
            excerpt(one.after, self._then) if self._then else one.after[:80],
        )[index.column()]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a replacement, or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.left_out.discard(index.row())
        else:
            self.left_out.add(index.row())
        self.dataChanged.emit(index, index)
        return True


class ReplaceDialog(QDialog):
    """Stays open beside the work; a line that is opened shows its field."""

    def __init__(self, parent: QWidget, workbench: Workbench) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Find and replace")
        self._bench = workbench
        self.sought = QLineEdit()
        self.then = QLineEdit()
        self.match_case = QCheckBox("&Match case")
        self.whole_words = QCheckBox("&Whole words")
        self.model = ReplacementsModel(workbench.session, self)
        self.list = QTreeView()
        self.count = muted("Type the words to find.")
        self.replace = button("Replace ticked", "replace", primary=True)
        self._lay_out()
        for line in (self.sought, self.then):
            line.textChanged.connect(self._find)
        for box in (self.match_case, self.whole_words):
            box.toggled.connect(self._find)
        self.model.dataChanged.connect(self._count)
        self.replace.clicked.connect(self._replace)
        self.list.activated.connect(self._go)
        workbench.session.changed.connect(self._find)
        self._count()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName("What would be replaced")
        letter = self.fontMetrics().horizontalAdvance("n")
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((32, 16, 32)):
            header.resizeSection(column, width * letter)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(self._fields())
        layout.addWidget(self.list, 1)
        layout.addLayout(self._buttons())
        self.resize(110 * letter, 460)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        for line, (words, field) in enumerate(
            (("&Find", self.sought), ("Re&place with", self.then))
        ):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        boxes = QHBoxLayout()
        boxes.addWidget(self.match_case)
        boxes.addWidget(self.whole_words)
        boxes.addStretch()
        grid.addLayout(boxes, 2, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        below = QHBoxLayout()
        close = button("Close")
        close.clicked.connect(self.reject)
        below.addWidget(self.count, 1)
        below.addWidget(close)
        below.addWidget(self.replace)
        return below

    def _find(self) -> None:
        found = replacements(
            self._bench.session.project,
            self.sought.text(),
            self.then.text(),
            match_case=self.match_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
        )
        self.model.show(found, self.sought.text(), self.then.text())
        self._count()

    def _count(self) -> None:
        chosen = self.model.chosen
        places = sum(one.count for one in chosen)
        self.replace.setEnabled(bool(chosen))
        if self.sought.text():
            self.count.setText(f"{places} places in {len(chosen)} fields are ticked.")

    def _replace(self) -> None:
        session, chosen = self._bench.session, self.model.chosen
        label = f"Replace “{self.sought.text()}” in {len(chosen)} fields"
        session.seal()
        session.edit(replaced(session.project, chosen), label)
        session.seal()

    def _go(self, index: QModelIndex) -> None:
        one = self.model.found[index.row()]
        self._bench.go(Place(table_name(type(one.row)), one.row.id, one.field.name))
