"""Editors of what is chosen: yes or no, and one of a closed list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from slaeditor.model.field import Field
from slaeditor.session.session import Session
from slaeditor.ui.editors.box import Box
from slaeditor.ui.editors.editor import Editor

NOTHING = "—"
NARROW = 36
"""Letters that fit into half the width of a form."""


class FlagEditor(Editor):
    """A box to tick; its label is the field's."""

    names_itself = True

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.box = QCheckBox(spec.label, self)
        self.box.clicked.connect(self._clicked)
        self.lay_out(self.box)
        row = self.layout()
        if row is not None:
            row.setAlignment(self.box, Qt.AlignmentFlag.AlignLeft)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Tick the box or not; a half-ticked one stands for several records that differ."""
        self.box.setTristate(bool(hint))
        if hint:
            self.box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.box.setChecked(bool(value))

    def _clicked(self) -> None:
        value = self.box.checkState() != Qt.CheckState.Unchecked
        self.box.setTristate(False)
        self.box.setChecked(value)
        self.edited.emit(value)
        self.left.emit()


class ChoiceEditor(Editor):
    """One of a closed list; the first line stands for nothing chosen."""

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._members: list[Any] = list(spec.choices or ())
        if not spec.required:
            self._members.insert(0, None)
        labels = [NOTHING if one is None else one.label for one in self._members]
        self.box = Box(self, QStringListModel(labels, self))
        self.wide = max(len(one.label) for one in self._members if one is not None) > NARROW
        self.box.activated.connect(self._chosen)
        self.lay_out(self.box)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show the choice; a hint stands where nothing is chosen or several records differ."""
        self.box.setPlaceholderText(hint)
        found = value in self._members and not (value is None and hint)
        self.box.setCurrentIndex(self._members.index(value) if found else -1)

    def _chosen(self, at: int) -> None:
        self.edited.emit(self._members[at])
        self.left.emit()
