"""What every page in the middle of the window promises."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.place import Place

NO_ROOM = QSize(0, 0)


class Page(QWidget):
    """Shows one part of a project; made when it is first gone to.

    `place_changed` brings the place somebody is at now, `wanted` one to go to, `noted` a sentence
    that passes by with the name of a button that undoes.
    """

    place_changed = Signal(object)
    wanted = Signal(object)
    noted = Signal(str)

    def __init__(self, session: Session, table: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.table = table

    def sizeHint(self) -> QSize:
        """Ask for room only while it is shown: with each letter all pages would be measured."""
        return NO_ROOM if self.isHidden() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need room only while it is shown."""
        return NO_ROOM if self.isHidden() else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Whether lines that wrap make it higher where it is narrow, while it is shown."""
        return not self.isHidden() and super().hasHeightForWidth()

    @property
    def place(self) -> Place:
        """Where on the page somebody is."""
        return Place(self.table)

    @property
    def is_told_by_place(self) -> bool:
        """Whether its place tells all that is on the page, so that another may be made instead.

        Not where somebody chose or entered what no record holds.
        """
        return False

    @property
    def record_place(self) -> Place:
        """The one record that a command about a record means now, as far as there is one."""
        return self.place

    def show_place(self, place: Place) -> None:
        """Show a record or field of this page."""

    def shows(self, changes: Changes) -> bool:
        """Whether somebody sees what was changed without going anywhere."""
        return any(change.table == self.table for change in changes)

    @property
    def unread_last(self) -> bool:
        """Whether the last thing done here was to type what nobody could read."""
        return False

    def take_back_unread(self) -> None:
        """Let what was typed last and not read go, where there is such."""

    def take_focus(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.setFocus()

    def take_form_focus(self) -> None:
        """Put the keyboard into the form, where the page has one."""
        self.take_focus()

    def add_record(self) -> None:
        """Add a record, where the page has any."""

    def duplicate_records(self) -> None:
        """Duplicate what is selected, where the page has records."""

    def delete_records(self) -> None:
        """Delete what is selected, where the page has records."""

    def move_records(self, by: int) -> None:
        """Move what is selected by lines, where the page has an order."""

    def find_records(self) -> None:
        """Put the keyboard into the page's own filter."""

    @property
    def selected(self) -> int:
        """How many records are selected."""
        return 0
