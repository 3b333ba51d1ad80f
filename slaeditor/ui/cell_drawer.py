"""All fields of the record behind a cell, beside the grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from slaeditor.model.entity import Entity
from slaeditor.rules.changes import Changes
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.form import Form
from slaeditor.ui.labels import small_button


class CellDrawer(QFrame):
    """Shows one of the records of a cell in a form; `closed` says that nobody wants it any more."""

    closed = Signal()

    def __init__(self, session: Session, kind: type[Entity]) -> None:
        super().__init__()
        self.session = session
        self.kind = kind
        self.form = Form(session, kind)
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        theme.enlarge(self.heading, 1.1, QFont.Weight.DemiBold)
        self.which = QComboBox()
        self.which.setAccessibleName("Which record of the cell")
        self.which.activated.connect(self._chosen)
        self._rows: Sequence[Entity] = ()
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 34)
        session.changed.connect(self._changed)

    def _lay_out(self) -> None:
        close = small_button("Close all fields", "x")
        close.clicked.connect(self.closed)
        above = QHBoxLayout()
        above.setContentsMargins(24, 8, 12, 0)
        above.addWidget(self.heading, 1)
        above.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        several = QHBoxLayout()
        several.setContentsMargins(24, 0, 24, 0)
        several.addWidget(self.which)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addLayout(several)
        layout.addWidget(self.form, 1)

    def show_rows(self, rows: Sequence[Entity], key: str = "") -> None:
        """Show the records of a cell, the one of an id first where it is named."""
        self._rows = tuple(rows)
        self._name()
        at = next((n for n, row in enumerate(rows) if row.id == key), 0)
        self.which.setCurrentIndex(at)
        self._show(at)

    def _name(self) -> None:
        project = self.session.project
        self.which.clear()
        self.which.addItems([title(project, row) for row in self._rows])
        self.which.setVisible(len(self._rows) > 1)

    def _chosen(self, at: int) -> None:
        self.session.seal()
        self._show(at)

    def _show(self, at: int) -> None:
        shown = self._rows[at : at + 1]
        self.form.show_rows(shown)
        self.heading.setText(title(self.session.project, shown[0]) if shown else "")

    def _changed(self, _made: Changes) -> None:
        if self.form.rows:
            self.heading.setText(title(self.session.project, self.form.rows[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
