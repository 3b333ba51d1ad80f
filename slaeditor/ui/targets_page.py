"""The page of targets: one measure at a time, levels across and severities down."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.promises import Target
from slaeditor.rules.changes import Changes
from slaeditor.rules.target_meaning import meaning
from slaeditor.session.session import Session
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.grid_page import GridPage
from slaeditor.ui.measure_choice import MeasureChoice

MOST_LINES_AT_ONCE = 12
"""A grid with more lines begins with one measure."""
LETTERS_BESIDE = 100
"""From so many letters of width on, the measures stand beside the grid."""


class TargetsPage(GridPage):
    """Targets are typed as people say them; what each was understood as stands under the grid."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self.measures.show_measures(session.project)
        self.measures.choose(self.model.only)
        self.measures.chosen.connect(self._show_measure)
        session.changed.connect(self._measured)

    @property
    def is_told_by_place(self) -> bool:
        """No cell tells which measure was chosen."""
        return False

    def make_model(self) -> GridModel:
        """Return the cells, of the first measure alone where there are many."""
        model = super().make_model()
        if len(model.lines) > MOST_LINES_AT_ONCE:
            model.show_only(model.lines[0][0])
        return model

    def make_middle(self) -> QWidget:
        """Make the measures in what will hold them and the grid."""
        middle = super().make_middle()
        self.measures = MeasureChoice(middle)
        return middle

    def place_bench(self, middle: QWidget) -> None:
        """Put the measures beside the grid."""
        self.across = QBoxLayout(QBoxLayout.Direction.LeftToRight, middle)
        self.across.setContentsMargins(0, 0, 0, 0)
        self.across.setSpacing(0)
        self.across.addWidget(self.measures)
        self.across.addWidget(self.bench, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the measures above the grid where there is no room beside it."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        beside = event.size().width() >= LETTERS_BESIDE * letter
        ways = QBoxLayout.Direction
        self.across.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.measures.stand(beside=beside)

    def _show_measure(self, key: str) -> None:
        self.session.seal()
        self.model.show_only(key)
        if self.model.lines and self.model.columns and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, 0))

    def _measured(self, made: Changes) -> None:
        if made.touch("measures", "targets"):
            self.measures.show_measures(self.session.project)
            if self.model.only != self.measures.key:
                self._show_measure(self.measures.key)

    def meaning(self, index: QModelIndex, value: Any) -> str:
        """Say what a target promises, on which clock, and until when a case of a Friday is due."""
        project = self.session.project
        plain = self.model.plain(index) or self.model.new(index, value)
        if not isinstance(plain, Target):
            return ""
        level = project.service_levels.get(plain.level)
        today = date.today()  # noqa: DTZ011  the user's own day
        found = meaning(project, plain.but(value=value), level, today)
        return self.model.local.sentence(str(found)) if found is not None else ""

    def index_of(self, row: Entity) -> QModelIndex:
        """The cell of a target; its measure is chosen first."""
        found = self.model.index_of(row)
        if not found.isValid() and isinstance(row, Target):
            self.measures.choose(row.measure)
            found = self.model.index_of(row)
        return found

    def take_focus(self) -> None:
        """Put the keyboard into the grid."""
        super().take_focus()
        if not self.in_list:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
