"""The current cell of the matrix in words, with its footnote, and the legend of the letters."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from slaeditor.model.work import Assignment
from slaeditor.rules.matrix import Spot, held, letter_names
from slaeditor.ui import labels, theme
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.responsibilities.matrix_model import MatrixModel


class CellStrip(QFrame):
    """Says what the current cell means and takes its footnote."""

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.matrix = model
        self.spot: Spot | None = None
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.footnote = QLineEdit(self)
        self.footnote.setPlaceholderText("Footnote of this cell")
        self.footnote.setAccessibleName("Footnote of this cell")
        self.footnote.textEdited.connect(self._typed)
        self.footnote.editingFinished.connect(model.session.seal)
        teach(self.footnote)
        self.legend = labels.muted("", self)
        self._lay_out()

    def _lay_out(self) -> None:
        label = QLabel("&Footnote", self)
        label.setBuddy(self.footnote)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.footnote, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addWidget(self.legend)

    def show_spot(self, spot: Spot | None) -> None:
        """Show another cell, or none."""
        self.spot = spot
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        spot = self.spot
        told = self.matrix.cells.tip(spot) if spot is not None else "Choose a cell."
        self.words.setText(told)
        theme.say(self.words, "role", "error" if spot in self.matrix.cells.unread else "")
        row = self._row()
        self.footnote.setEnabled(row is not None)
        footnote = row.footnote if row is not None else ""
        if self.footnote.text() != footnote:
            self.footnote.setText(footnote)
        names = letter_names(self.matrix.project)
        short = (f"{one} {told.split(':')[0]}" for one, told in names.items())
        self.legend.setText(" · ".join(short))
        self.legend.setToolTip("\n".join(f"{one}  {told}" for one, told in names.items()))

    def _row(self) -> Assignment | None:
        spot = self.spot
        if spot is None:
            return None
        return held(self.matrix.project, spot.activity, spot.level).get(spot.role)

    def _typed(self) -> None:
        row = self._row()
        if row is None or self.spot is None:
            return
        project = self.matrix.project.put(row.but(footnote=self.footnote.text()))
        label = f"Change footnote of {self.matrix.cells.named(self.spot)}"
        self.matrix.session.edit(project, label, (row.id, "footnote"))
