"""A box to choose a record from above a view, filled again without losing the choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from slaeditor.ui.editors.manners import teach

FEWEST_LETTERS, MOST_LETTERS = 10, 30
"""Letters a box likes to show: those of the name that is chosen, within these bounds."""
LEAST_LETTERS = 7
"""Letters a box shrinks to where there is little room."""


def choice_box(name: str, parent: QWidget | None = None) -> QComboBox:
    """Return an empty box that leaves the wheel to the page and is as wide as what is chosen.

    Its tip is the whole name.
    """
    made = QComboBox(parent)
    made.setAccessibleName(name)
    made.setMinimumContentsLength(FEWEST_LETTERS)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(LEAST_LETTERS * made.fontMetrics().horizontalAdvance("n"))
    made.currentTextChanged.connect(partial(_fit, made))
    teach(made)
    return made


def _fit(box: QComboBox, words: str) -> None:
    """Ask for as much room as a name takes, and tell it whole."""
    box.setMinimumContentsLength(min(max(len(words), FEWEST_LETTERS), MOST_LETTERS))
    box.setToolTip(words)


def offer(box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    """Offer names with their ids, keeping what is chosen where it is still there."""
    if list(rows) == [(box.itemText(at), box.itemData(at)) for at in range(box.count())]:
        return
    before = box.currentData()
    box.clear()
    for words, key in rows:
        box.addItem(words, key)
    box.setCurrentIndex(max(box.findData(before), 0))
