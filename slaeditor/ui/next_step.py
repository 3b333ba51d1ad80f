"""What to do next in a project: the first part that is missing, else what is wrong, else export."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.exchange.starters import untouched_titles
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.readers import Reader
from slaeditor.rules.checks.readerships import CLOSED_TO_CLIENTS
from slaeditor.rules.examples import purpose_of
from slaeditor.ui import labels
from slaeditor.ui.icons import icon
from slaeditor.ui.place import Place
from slaeditor.ui.sign import Sign


@dataclass(frozen=True, slots=True)
class Step:
    """A part an agreement needs: the name of its kind and what it says."""

    name: str
    sentence: str

    def count(self, project: Project) -> int:
        """Return how many records there are; a kind of which there is one is not counted."""
        kind = entity_named(self.name)
        return 0 if kind.declaration.single else len(project.table(kind))

    def is_done(self, project: Project) -> bool:
        """Return whether the part has been begun; the document is with a title or a house."""
        if self.name == "Document":
            return any(
                row.organisation.strip() or row.name.strip() not in untouched_titles()
                for row in project.document
            )
        return bool(self.count(project))


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do next: in a few words, why, and where."""

    words: str
    why: str
    button: str
    place: Place


def next_step(project: Project, way: Sequence[Step], findings: Iterable[Any]) -> Advice:
    """Return what to do next in a project with these findings."""
    missing = next((one for one in way if not one.is_done(project)), None)
    if missing is not None:
        return _begin(missing, way.index(missing) + 1, len(way))
    still = [one for one in findings if one.is_open]
    wrong = [one for one in still if str(one.severity) == "error"]
    if wrong:
        first = wrong[0]
        count = "1 error" if len(wrong) == 1 else f"{len(wrong)} errors"
        place = Place(first.table, first.row, first.field)
        return Advice(f"Next: mend {count}", str(first.sentence), "Go there", place)
    if any(one.rule == CLOSED_TO_CLIENTS for one in still):
        return _OPEN
    return Advice(
        "All parts have been begun and nothing is wrong",
        "See whether what is promised can be kept; then freeze a revision and export handbooks.",
        "Does it hold?",
        Place(panel="hold"),
    )


_OPEN = Advice(
    "Next: open to clients what they may read",
    "No service level is open to them, so that their handbook says nothing of any. Choose all in a "
    "list and press Clients above the form; you see before what they will read.",
    "Go to service levels",
    Place("service_levels"),
)
"""What is said while the handbook of clients would be empty."""


def _begin(step: Step, number: int, count: int) -> Advice:
    kind = entity_named(step.name)
    what = kind.declaration.plural.lower()
    what = f"the {what}" if kind.declaration.single else what
    why = purpose_of(kind) or f"{step.sentence}."
    words = f"Next, step {number} of {count}: {what}"
    return Advice(words, why, f"Go to {what}", Place(table_name(kind)))


CHECKING = Advice(
    "Checking…",
    "Every promise is looked at: whether it is complete, and whether it is backed.",
    "Does it hold?",
    Place(panel="hold"),
)
"""What is said before the first check has come back."""


def step_in_copy(reader: Reader) -> Advice:
    """Return what to do in a copy that was cut for a reader."""
    return Advice(
        f"This is a copy for {reader.people}",
        "Read it, change what you would say otherwise, comment on the rest (Insert ▸ Comment on "
        "this), and send the file back. The owner of the whole document merges it.",
        "Go to the comments",
        Place("comments"),
    )


class NextStep(QFrame):
    """Says what to do next, with a button that leads there; `wanted` brings the place."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next")
        self._place = Place()
        self.words = labels.heading("")
        self.words.setWordWrap(True)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.button = labels.button("Go", "arrow-right", primary=True)
        self.button.clicked.connect(self._go)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(Sign(22, icon("footprints", "accent")))
        row.addLayout(column, 1)
        row.addWidget(self.button)

    def show_step(self, advice: Advice) -> None:
        """Say another thing to do."""
        self._place = advice.place
        self.words.setText(advice.words)
        self.why.setText(advice.why)
        self.button.setText(f" {advice.button}")
        self.button.setAccessibleName(advice.button)

    def _go(self) -> None:
        self.wanted.emit(self._place)
