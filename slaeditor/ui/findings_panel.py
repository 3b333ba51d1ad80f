"""The findings panel: everything that is wrong with the content, and the way to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import field
from slaeditor.model.project import Project, kinds
from slaeditor.rules.fixes import accepted, fix
from slaeditor.rules.found import Found
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import asking
from slaeditor.ui.empty_state import EmptyState
from slaeditor.ui.icons import severity_icon
from slaeditor.ui.labels import button
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.place import Place

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Finding", "Where", "What to do")
NAMES = {"": "All", "error": "Errors", "warning": "Warnings", "hint": "Hints"}
SHARES = (37, 26)
"""Hundredths of the width for the finding and its place; the last column takes the rest."""
AT_ONCE = 200
"""So many findings are listed at first, and so many more each time the last one is reached."""


def where(project: Project, finding: Any) -> str:
    """Return where a finding is, such as "Targets › First response · Gold › Promise"."""
    kind = kinds()[finding.table]
    parts = [kind.declaration.plural]
    row = project.find(kind, finding.row) if finding.row else None
    if row is not None and not kind.declaration.single:
        parts.append(title(project, row))
    if finding.field:
        parts.append(_label(kind, finding.field))
    return " › ".join(parts)


def nothing_found(session: Session) -> str:
    """Return what is said while there is no finding: that it is not known yet, or all is well."""
    if not session.is_checked:
        return "Checking…"
    if session.reader is not None:
        return "Nothing to be found in what this copy holds."
    return "Nothing to be found: all is well here."


def _label(kind: Any, name: str) -> str:
    return {"readers": "Who may read it", "position": "Order"}.get(name) or field(kind, name).label


class FindingsModel(QAbstractTableModel):
    """Findings as lines of a table, filtered by severity, the worst first.

    `findings` are all that may be listed; their lines come as far as somebody looks.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._local = LocaleWords()
        self._wanted = ""
        self.findings: list[Any] = []
        self.with_waived = False
        self._listed = 0

    def take(self, found: Found) -> None:
        """Show what was found, as far as it is wanted."""
        self.beginResetModel()
        able: tuple[Any, ...] = found.findings if self.with_waived else found.open
        self.findings = [one for one in able if self._wanted in {"", one.severity}]
        self._listed = min(AT_ONCE, len(self.findings))
        self.endResetModel()

    def want(self, severity: str) -> None:
        """Show only findings of a severity; "" for all."""
        self._wanted = severity
        self.take(self._session.found)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many findings are listed."""
        return 0 if parent.isValid() else self._listed

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are findings below those that are listed."""
        return not parent.isValid() and self._listed < len(self.findings)

    def fetchMore(self, _parent: Index) -> None:
        """List some more."""
        last = min(self._listed + AT_ONCE, len(self.findings)) - 1
        self.beginInsertRows(QModelIndex(), self._listed, last)
        self._listed = last + 1
        self.endInsertRows()

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Sentence, place, remedy."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        finding = self.findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(finding, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return severity_icon(str(finding.severity))
        if role == Qt.ItemDataRole.ToolTipRole:
            said = self._local.finding(finding.sentence)
            return f"{said}\n{finding.why}\n{finding.remedy}".replace("\n\n", "\n")
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"{finding.severity}: {self._local.finding(finding.sentence)}"
        return None

    def _words(self, finding: Any, column: int) -> str:
        if column == 0:
            said = self._local.finding(finding.sentence)
            return said if finding.is_open else f"Accepted: {said}"
        if column == 1:
            return where(self._session.project, finding)
        return self._local.finding(finding.remedy)


class FindingsPanel(QWidget):
    """The table of findings with a filter; Enter or a click goes to the place."""

    chosen = Signal(object)
    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Found | None = None
        self._model = FindingsModel(session, self)
        self._view = _table(self._model)
        self._view.activated.connect(self._go)
        self._view.clicked.connect(self._go)
        self._view.selectionModel().currentChanged.connect(self._offer)
        self._model.modelReset.connect(self._offer)
        self._make_buttons()
        self._buttons: dict[str, QToolButton] = {}
        self.filter = self._filter()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._nothing = EmptyState("circle-check", nothing_found(session))
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        session.checked.connect(self._take)
        self._take(session.found)

    def _filter(self) -> QWidget:
        """The switches between severities; the workbench puts them beside the tabs."""
        switches = QWidget()
        row = QHBoxLayout(switches)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(4)
        group = QButtonGroup(self)
        for severity, name in NAMES.items():
            made = QToolButton()
            made.setText(name)
            made.setCheckable(True)
            made.setChecked(not severity)
            made.setProperty("kind", "segment")
            made.setProperty("severity", severity)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(made)
            self._buttons[severity] = made
            row.addWidget(made)
        group.buttonClicked.connect(self._filtered)
        row.insertWidget(0, self.accept)
        row.insertWidget(0, self.fix)
        row.addWidget(self.waived)
        return switches

    def _make_buttons(self) -> None:
        """The buttons that act on the current finding, and the switch that shows accepted ones."""
        self.fix = button("Fix")
        self.fix.clicked.connect(self._fix)
        self.accept = button("Accept…")
        self.accept.setToolTip("Keep it as it is, with a reason; the finding is not counted")
        self.accept.clicked.connect(self._accept)
        self.waived = QToolButton()
        self.waived.setText("Accepted")
        self.waived.setCheckable(True)
        self.waived.setProperty("kind", "segment")
        self.waived.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.waived.setToolTip("Show findings that were accepted, too")
        self.waived.clicked.connect(self._show_waived)

    def _show_waived(self) -> None:
        self._model.with_waived = self.waived.isChecked()
        self._model.take(self._session.found)
        self._show_or_empty()

    @property
    def current(self) -> Any:
        """The finding that is current, None where there is none."""
        at = self._view.currentIndex().row()
        return self._model.findings[at] if 0 <= at < len(self._model.findings) else None

    def _offer(self) -> None:
        """Offer what can be done about the current finding."""
        finding = self.current
        made = fix(self._session.project, finding) if finding is not None else None
        self.fix.setVisible(made is not None)
        self.fix.setText(made.label if made is not None else "Fix")
        open_ = finding is not None and finding.is_open
        self.accept.setVisible(open_ and str(finding.severity) != "error")

    def _fix(self) -> None:
        if self.current is not None:
            self._session.mend(self.current)

    def _accept(self) -> None:
        finding = self.current
        if finding is None:
            return
        reason = asking.words(self.window(), "Accept a finding", "Why is it right as it is?")
        if reason:
            self._session.edit(accepted(self._session.project, finding, reason), "Accept a finding")
            self._session.check_now()

    def _filtered(self, pressed: QToolButton) -> None:
        self._model.want(str(pressed.property("severity")))
        self._show_or_empty()

    def _take(self, found: Found) -> None:
        if found is self._shown:
            self._view.viewport().update()
            self._show_or_empty()
            return
        self._shown = found
        self._model.take(found)
        for severity, made in self._buttons.items():
            count = found.by_gravity.get(severity, 0) if severity else len(found.open)
            made.setText(f"{NAMES[severity]} ({count})" if count else NAMES[severity])
        self.counted.emit(len(found.open))
        self._show_or_empty()
        self._offer()

    def _show_or_empty(self) -> None:
        self._nothing.words.setText(nothing_found(self._session))
        self._stack.setCurrentIndex(0 if self._model.findings else 1)

    def _go(self, index: QModelIndex) -> None:
        finding = self._model.findings[index.row()]
        self.chosen.emit(Place(finding.table, finding.row, finding.field))

    def take_focus(self) -> None:
        """Let the keyboard go through the findings."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)


class FindingsView(QTreeView):
    """Shares its width among the columns, until somebody drags the edge of one."""

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self._sharing = self._dragged = False
        self.setModel(model)
        self.header().setStretchLastSection(True)
        self.header().sectionResized.connect(self._resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share."""
        super().resizeEvent(event)
        if not self._dragged:
            self._sharing = True
            for column, share in enumerate(SHARES):
                self.header().resizeSection(column, self.viewport().width() * share // 100)
            self._sharing = False

    def _resized(self, column: int, _before: int, _now: int) -> None:
        if not self._sharing and column < len(SHARES):
            self._dragged = True


def _table(model: FindingsModel) -> QTreeView:
    view = FindingsView(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAccessibleName("Findings")
    view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return view
