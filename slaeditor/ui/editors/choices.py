"""Editors of what is chosen: yes or no, and one of a closed list."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QListView, QWidget

from slaeditor.model.field import Field
from slaeditor.session.session import Session
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


class Box(QComboBox):
    """A list to choose from that takes no more room than the page has, and leaves it the wheel."""

    leaves_wheel = True

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._lines: QListView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)

    def showPopup(self) -> None:
        """Open the list, which is made when it is first wanted.

        With it go a window, a view and its bars, which most boxes of a form never need.
        """
        self.make_lines()
        super().showPopup()

    def make_lines(self) -> None:
        """Make the list, which measures one line for all.

        A box of thousands has it made early: a change of looks makes one anyway, and that would
        measure every line.
        """
        if self._lines is None:
            self._lines = QListView()
            self._lines.setUniformItemSizes(True)
            self._lines.setLayoutMode(QListView.LayoutMode.Batched)
            self.setView(self._lines)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn to another choice only while somebody is at it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """As large as a box without lines: Qt would ask each of thousands for an icon."""
        return _plain_size(self.font().toString(), editable=self.isEditable())

    def minimumSizeHint(self) -> QSize:
        """As large as a box without lines."""
        return self.sizeHint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left, unless its own list opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._editor.left.emit()


class ChoiceEditor(Editor):
    """One of a closed list; the first line stands for nothing chosen."""

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self._members: list[Any] = list(spec.choices or ())
        if not spec.required:
            self._members.insert(0, None)
        self.box = Box(self)
        for member in self._members:
            self.box.addItem(NOTHING if member is None else member.label)
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


@functools.lru_cache(maxsize=32)
def _plain_size(font: str, *, editable: bool) -> QSize:
    """The size of an empty box in a font, as the style sheet dresses it."""
    wanted = QFont()
    wanted.fromString(font)
    plain = QComboBox()
    plain.setFont(wanted)
    plain.setEditable(editable)
    plain.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    plain.setMinimumContentsLength(8)
    plain.ensurePolished()
    size = plain.sizeHint()
    plain.deleteLater()
    return size
