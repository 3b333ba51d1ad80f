"""Lost clients counted: by cause, with what broke; each interview can be classed in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.project import Project, table_name
from slaeditor.rules.holding import Verdict, losses_verdict
from slaeditor.rules.losses import Losses, broken_by, losses
from slaeditor.rules.losses_words import UNCLASSED, losses_passages
from slaeditor.rules.names import title
from slaeditor.rules.passages import Passage
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.blocks import card, clear, word_table
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.hold_page import verdict_ways
from slaeditor.ui.panel_page import PanelPage
from slaeditor.ui.panels import Panel
from slaeditor.ui.place import Place

HEADING = "Clients we lost"
MOST = 60
"""So many interviews are listed here."""


@dataclass(frozen=True, slots=True)
class Told:
    """The losses as they are shown."""

    verdict: Verdict
    found: tuple[Losses, ...]
    broken: tuple[tuple[Entity, int], ...]
    passages: tuple[Passage, ...]


def told_losses(project: Project) -> Told:
    """Return the interviews by cause, and what broke with how many clients it cost."""
    found = losses(project)
    counted: Counter[str] = Counter()
    rows: dict[str, Entity] = {}
    for one in found:
        for interview in one.interviews if one.could_be_helped else ():
            for row in broken_by(project, interview):
                counted[row.id] += 1
                rows[row.id] = row
    broken = tuple((rows[key], count) for key, count in counted.most_common())
    return Told(losses_verdict(project), found, broken, losses_passages(project, found, broken))


class LossesPage(PanelPage):
    """Shows the count, what broke, and every interview with a list of causes beside it."""

    def __init__(self, session: Session, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(session, panel, parent)
        self.save = self.add_button("Save as PDF…", "file-down", self.save_answer)
        self.add = self.add_button("Add interview", "plus", self.add_interview)

    def question(self) -> Callable[[Project], Any]:
        """Return what counts the interviews."""
        return told_losses

    def show_answer(self, answer: Any) -> None:
        """Show verdict, table, what broke, and the interviews."""
        clear(self.column)
        self.save.setEnabled(bool(answer.found))
        for way in verdict_ways((answer.verdict,)):
            way.place = Place("loss_interviews")
            way.chosen.connect(self.wanted)
            self.column.addWidget(way)
        if not answer.found:
            self.column.addWidget(labels.muted(_NOTHING))
            return
        counted = QVBoxLayout()
        counted.addWidget(word_table(answer.passages[0].rows, "Losses by cause"))
        self.column.addWidget(card("By cause", counted))
        if answer.broken:
            self.column.addWidget(self._broken(answer.broken))
        self.column.addWidget(self._interviews())

    def _broken(self, broken: tuple[tuple[Entity, int], ...]) -> QFrame:
        content = QVBoxLayout()
        content.setSpacing(2)
        project = self.session.project
        for row, count in broken:
            words = f"{row.declaration.singular}: {title(project, row)}"
            told = f"cost {count} client{'' if count == 1 else 's'}"
            place = Place(table_name(type(row)), row.id)
            content.addWidget(self.way("heart-crack", "error", words, told, place))
        return card("What broke", content)

    def _interviews(self) -> QFrame:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(12)
        project = self.session.project
        rows = tuple(project.loss_interviews)[:MOST]
        for at, row in enumerate(rows):
            detail = title(project, one) if (one := project.clients.get(row.client)) else ""
            place = Place("loss_interviews", row.id)
            grid.addWidget(self.way("user-x", "muted", row.name, detail, place), at, 0)
            grid.addWidget(self._causes(row), at, 1, Qt.AlignmentFlag.AlignVCenter)
        head = labels.muted("The cause decides whether a loss counts among those to be helped.")
        content = QVBoxLayout()
        content.addWidget(head)
        content.addLayout(grid)
        more = len(project.loss_interviews) - len(rows)
        if more:
            content.addWidget(labels.muted(f"And {more} more in the list of interviews."))
        return card("Interviews", content)

    def _causes(self, row: LossInterview) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(f"Cause of {row.name}")
        made.addItem(UNCLASSED, None)
        for cause in LossCause:
            made.addItem(cause.label, cause)
        made.setCurrentIndex(1 + list(LossCause).index(row.cause) if row.cause else 0)
        made.setMaximumWidth(made.fontMetrics().horizontalAdvance("n") * 34)
        made.currentIndexChanged.connect(_Classing(self, row.id, made))
        teach(made)
        return made

    def classed(self, key: str, cause: LossCause | None) -> None:
        """Give an interview a cause, as a step of its own."""
        project = self.session.project
        row = project.loss_interviews.get(key)
        if row is not None and row.cause is not cause:
            self.session.edit(project.put(row.but(cause=cause)), f"Class the loss {row.name}")
            self.session.seal()

    def add_interview(self) -> None:
        """Add an interview and go there."""
        made = LossInterview()
        self.session.edit(self.session.project.add(made), "Add loss interview")
        self.session.seal()
        self.wanted.emit(Place("loss_interviews", made.id, "name"))

    def save_answer(self) -> None:
        """Write the counts into a file, to be shared with Sales."""
        if self.answer is not None:
            self.save_pdf(HEADING, "clients-we-lost", self.answer.passages)


class _Classing:
    """What a list of causes calls."""

    def __init__(self, page: LossesPage, key: str, choice: QComboBox) -> None:
        self._page = page
        self._key = key
        self._choice = choice

    def __call__(self, _at: int) -> None:
        self._page.classed(self._key, self._choice.currentData())


_NOTHING = (
    "Nobody has been asked yet. When a client leaves, ask what had been promised, what happened, "
    "how staff reacted and what should have been done; then tie the loss to the promise that broke."
)
