"""The head of a page that shows the same records in two ways, with a switch for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.ui import labels
from slaeditor.ui.records_page import describe


class SwitchedHead(QWidget):
    """The name of a kind, what it is, and switches of which one is pressed."""

    def __init__(
        self,
        kind: type[Entity],
        switches: Sequence[QToolButton],
        switched: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """Stand above a page; `switched` is called when a switch is pressed."""
        super().__init__(parent)
        group = QButtonGroup(self)
        above = QHBoxLayout()
        above.addWidget(labels.title(kind.declaration.plural, self), 1)
        for switch in switches:
            switch.clicked.connect(switched)
            group.addButton(switch)
            above.addWidget(switch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(labels.muted(describe(kind), self))
