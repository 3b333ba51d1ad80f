"""Which chapters each edition has: a grid of switches, one line a chapter, one column a reader."""

from __future__ import annotations

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
    """A switch for each chapter and edition; `wanted` brings the field and its new words."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = Document()
        self.switches: dict[tuple[HandbookChapter, Reader], QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for at, chapter in enumerate(HandbookChapter):
            if at % HEADS_EVERY == 0:
                _add_heads(grid)
            self._add_line(grid, chapter)
        content = QVBoxLayout()
        content.addWidget(labels.muted(EXPLAINED))
        content.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card("Chapters of each edition", content))

    def _add_line(self, grid: QGridLayout, chapter: HandbookChapter) -> None:
        line = grid.rowCount()
        grid.addWidget(QLabel(chapter.label), line, 0)
        for column, reader in enumerate(Reader, 1):
            can = readers_of(chapter).include(reader)
            shown = self._switch(chapter, reader) if can else _never(chapter, reader)
            grid.addWidget(shown, line, column, Qt.AlignmentFlag.AlignHCenter)

    def _switch(self, chapter: HandbookChapter, reader: Reader) -> QCheckBox:
        made = QCheckBox()
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


def _add_heads(grid: QGridLayout) -> None:
    """Name the readers above the lines that follow."""
    line = grid.rowCount()
    for column, reader in enumerate(Reader, 1):
        made = labels.muted(NAMES[reader])
        made.setContentsMargins(0, 6 if line > 1 else 0, 0, 2)
        grid.addWidget(made, line, column, Qt.AlignmentFlag.AlignHCenter)


def _never(chapter: HandbookChapter, reader: Reader) -> QLabel:
    """A sign that an edition never has a chapter."""
    made = labels.muted("–")
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
