"""Whether the team can do what is promised: what is there, “what if”, what a client costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.entity import Entity
from slaeditor.model.learning import Scenario
from slaeditor.model.project import Project
from slaeditor.rules.holding import Holds, staffing_verdict
from slaeditor.rules.inheritance import sold
from slaeditor.rules.openings import started
from slaeditor.rules.passages import Passage
from slaeditor.rules.staffing_case import case_for_staff, what_if
from slaeditor.session.session import Session
from slaeditor.ui import labels, theme
from slaeditor.ui.blocks import PassageCards, card, clear, sentence, word_table
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.hold_page import verdict_ways
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.panel_page import PanelPage
from slaeditor.ui.panels import Panel
from slaeditor.ui.place import Place

HEADING = "The case for staff"


class Supposing:
    """The box of “what if”: more clients of a level, more positions in a team."""

    def __init__(self, page: StaffingPage) -> None:
        """Make the fields; the page hears of every change."""
        self._page = page
        self.clients = _number("More clients")
        self.level = _choice("Service level")
        self.positions = _number("More positions")
        self.team = _choice("Team")
        self.trouble = labels.muted("")
        self.trouble.setProperty("role", "error")
        self.answer = QVBoxLayout()
        self.keep = labels.button("Keep as a scenario", "bookmark")
        for field in (self.clients, self.positions):
            field.textChanged.connect(self._edited)
        for choice in (self.level, self.team):
            choice.currentIndexChanged.connect(self._edited)
        self.keep.clicked.connect(page.keep_scenario)

    def card(self) -> QFrame:
        """Return the box."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for column, (words, field) in enumerate(
            (
                ("More clients", self.clients),
                ("of the level", self.level),
                ("More positions", self.positions),
                ("in the team", self.team),
            )
        ):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        content = QVBoxLayout()
        content.addLayout(grid)
        content.addWidget(self.trouble)
        content.addLayout(self.answer)
        self.trouble.hide()
        return card("What if?", content, self.keep)

    def offer(self, project: Project) -> None:
        """Offer the levels and teams there are; what is chosen stays chosen."""
        _fill(self.level, sold(project))
        _fill(self.team, tuple(project.teams))

    def scenario(self) -> Scenario | None:
        """What is supposed, None where nothing is or a number cannot be read."""
        clients, positions = _read(self.clients), _read(self.positions)
        level = str(self.level.currentData() or "") if clients else ""
        team = str(self.team.currentData() or "") if positions else ""
        if not level and not team:
            return None
        words = _supposed_words(clients, self.level, positions, self.team)
        return started(
            Scenario(
                name=words,
                level=level,
                more_clients=clients if level else None,
                team=team,
                more_positions=positions if team else None,
            )
        )

    def _edited(self) -> None:
        wrong = [field for field in (self.clients, self.positions) if _is_wrong(field)]
        for field in (self.clients, self.positions):
            theme.say(field, "state", "error" if field in wrong else "")
        if wrong:
            words = wrong[0].text().strip()
            self.trouble.setText(f"“{words}” is no number. Write 20, or 0.5.")
        self.trouble.setVisible(bool(wrong))
        self._page.ask()

    def show_answer(self, found: Passage | None) -> None:
        """Show what follows from what is supposed."""
        clear(self.answer)
        self.keep.setEnabled(found is not None)
        if found is None:
            words = "Enter a number: what follows for the team and the costs is shown at once."
            self.answer.addWidget(labels.muted(words))
            return
        for words in found.sentences:
            self.answer.addWidget(sentence(LocaleWords().sentence(words)))
        if len(found.rows) > 1:
            self.answer.addWidget(word_table(found.rows, found.heading))


class StaffingPage(PanelPage):
    """Shows the case for staff part by part, live, and prints it."""

    def __init__(self, session: Session, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(session, panel, parent)
        self.save = self.add_button("Save the case for staff…", "file-down", self.save_case)
        self.supposing = Supposing(self)
        self._verdict = QVBoxLayout()
        self._passages = PassageCards()
        self.column.addLayout(self._verdict)
        self._box = self.supposing.card()
        self.column.addWidget(self._box)
        self.column.addLayout(self._passages)

    def question(self) -> Callable[[Project], Any]:
        """Return what works out the case, and what follows from what is supposed."""
        supposed = self.supposing.scenario()

        def work(project: Project) -> Any:
            passages = case_for_staff(project)
            return (
                staffing_verdict(project),
                what_if(project, supposed) if supposed is not None else None,
                passages,
            )

        return work

    def show_answer(self, answer: Any) -> None:
        """Show the verdict, the answer to “what if”, and the case part by part."""
        verdict, supposed, passages = answer
        self.supposing.offer(self.session.project)
        self.supposing.show_answer(supposed)
        clear(self._verdict)
        for way in verdict_ways((verdict,)):
            way.place = Place("teams")
            way.chosen.connect(self.wanted)
            self._verdict.addWidget(way)
        known = verdict.holds is not Holds.UNKNOWN or bool(passages)
        self._box.setVisible(known)
        self.save.setEnabled(bool(passages))
        self._passages.show_values(passages)

    def save_case(self) -> None:
        """Write the case for staff into a file."""
        if self.answer is not None:
            self.save_pdf(HEADING, "case-for-staff", self.answer[2])

    def keep_scenario(self) -> None:
        """Add what is supposed to the scenarios of the case."""
        made = self.supposing.scenario()
        if made is None:
            return
        self.session.edit(self.session.project.add(made), f"Keep the scenario {made.name}")
        self.session.seal()


def _number(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText("0")
    teach(made)
    return made


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    teach(made)
    return made


def _fill(choice: QComboBox, rows: Sequence[Entity]) -> None:
    wanted = [(str(getattr(row, "name", "")), row.id) for row in rows]
    if wanted == [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())]:
        return
    kept = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for words, key in wanted:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(choice.findData(kept), 0))
    choice.blockSignals(False)


def _read(field: QLineEdit) -> Decimal | None:
    typed = LocaleWords().canonical(field.text().strip())
    try:
        number = Decimal(typed) if typed else None
    except InvalidOperation:
        return None
    return number if number is None or number.is_finite() else None


def _is_wrong(field: QLineEdit) -> bool:
    return bool(field.text().strip()) and _read(field) is None


def _supposed_words(
    clients: Decimal | None, level: QComboBox, positions: Decimal | None, team: QComboBox
) -> str:
    parts = []
    if clients:
        parts.append(f"{clients} more clients of {level.currentText()}")
    if positions:
        parts.append(f"{positions} more positions in {team.currentText()}")
    return " and ".join(parts)
