"""Which chapters each edition has: a grid of switches, one line a chapter, one column a reader."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model.document import Document
from slaeditor.model.handbook_chapters import (
    HandbookChapter,
    chapters_named,
    names_of,
    readers_of,
)
from slaeditor.model.readers import Reader
from slaeditor.ui import labels
from slaeditor.ui.blocks import card
from slaeditor.ui.readers_row import NAMES

HEADS_EVERY = 10
"""After so many lines the readers are named again, since the form scrolls them away."""
EXPLAINED = (
    "A chapter without content is never printed. One that is switched off is left out whole; "
    "nothing of it is printed elsewhere."
)


class ChaptersPanel(QWidget):
    """A switch for each chapter and edition; `wanted` brings the field and its new words.

    The lines are made one by one, by `make_next`; until the last is there the panel is not seen.
    """

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Document()
        self.switches: dict[tuple[HandbookChapter, Reader], QCheckBox] = {}
        self._waiting = list(HandbookChapter)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        content = QVBoxLayout()
        content.addWidget(labels.muted(EXPLAINED))
        content.addLayout(self._grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._card = card("Chapters of each edition", content)
        layout.addWidget(self._card)
        self.hide()

    def make_next(self) -> bool:
        """Make the next line; return whether there are more."""
        if not self._waiting:
            return False
        if (len(HandbookChapter) - len(self._waiting)) % HEADS_EVERY == 0:
            _add_heads(self._grid, self._card)
        self._add_line(self._waiting.pop(0))
        if not self._waiting:
            self.show_document(self._document)
            self.show()
        return bool(self._waiting)

    def _add_line(self, chapter: HandbookChapter) -> None:
        line = self._grid.rowCount()
        made: list[QWidget] = [QLabel(chapter.label, self._card)]
        for reader in Reader:
            can = readers_of(chapter).include(reader)
            never = partial(_never, self._card)
            made.append((self._switch if can else never)(chapter, reader))
        for column, widget in enumerate(made):
            side = Qt.AlignmentFlag.AlignHCenter if column else Qt.AlignmentFlag(0)
            self._grid.addWidget(widget, line, column, side)
            widget.ensurePolished()

    def _switch(self, chapter: HandbookChapter, reader: Reader) -> QCheckBox:
        made = QCheckBox(self._card)
        made.setAccessibleName(f"{chapter.label}, {NAMES[reader].lower()}")
        made.setToolTip(f"“{chapter.label}” in the handbook for {NAMES[reader].lower()}")
        made.clicked.connect(_Switched(self, chapter, reader))
        self.switches[chapter, reader] = made
        return made

    def show_document(self, document: Document) -> None:
        """Show which chapters a document leaves out."""
        self._document = document
        for reader in Reader:
            gone = chapters_named(getattr(document, f"{reader.value}_left_out"))
            for chapter in HandbookChapter:
                if (switch := self.switches.get((chapter, reader))) is not None:
                    switch.setChecked(chapter not in gone)

    def switched(self, chapter: HandbookChapter, reader: Reader) -> None:
        """Pass on that a chapter is to be left out of an edition, or not."""
        name = f"{reader.value}_left_out"
        gone = frozenset(chapters_named(getattr(self._document, name)))
        self.wanted.emit(name, names_of(gone ^ {chapter}))


def _add_heads(grid: QGridLayout, parent: QWidget) -> None:
    """Name the readers above the lines that follow."""
    line = grid.rowCount()
    for column, reader in enumerate(Reader, 1):
        made = labels.muted(NAMES[reader], parent)
        made.setContentsMargins(0, 6 if line > 1 else 0, 0, 2)
        grid.addWidget(made, line, column, Qt.AlignmentFlag.AlignHCenter)


def _never(parent: QWidget, chapter: HandbookChapter, reader: Reader) -> QLabel:
    """A sign that an edition never has a chapter."""
    made = labels.muted("–", parent)
    name = NAMES[reader].lower()
    made.setToolTip(f"“{chapter.label}” is never part of the handbook for {name}.")
    made.setAccessibleName(f"{chapter.label}, never for {name}")
    return made


class _Switched:
    """What a switch calls."""

    def __init__(self, panel: ChaptersPanel, chapter: HandbookChapter, reader: Reader) -> None:
        self._panel = panel
        self._chapter = chapter
        self._reader = reader

    def __call__(self) -> None:
        self._panel.switched(self._chapter, self._reader)
