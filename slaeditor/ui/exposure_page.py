"""What the credits of a month cost: at results that are entered, as expected and at worst."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from slaeditor.model.compensation import Method
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.rules.exposure import Happening, credits_of
from slaeditor.rules.exposure_words import exposure_passages
from slaeditor.rules.holding import exposure_verdict
from slaeditor.rules.inheritance import sold
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import labels, theme
from slaeditor.ui.blocks import PassageCards, card, clear
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.hold_page import SIGNS
from slaeditor.ui.icons import icon
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.panel_page import PanelPage
from slaeditor.ui.panels import Panel
from slaeditor.ui.sign import Sign
from slaeditor.ui.today import today

HEADING = "What missed promises cost"


def asked_of(project: Project) -> tuple[tuple[Measure, bool], ...]:
    """Return the measures that some credit is for, and whether their cases are counted instead."""
    found = []
    for measure in project.measures:
        rows = [one for level in sold(project) for one in credits_of(project, level, measure)]
        if rows:
            found.append((measure, all(one.method is Method.PER_CASE for one in rows)))
    return tuple(found)


class Results:
    """A field for the result of each measure that credits are for."""

    def __init__(self, page: ExposurePage) -> None:
        """Begin without fields."""
        self._page = page
        self._asked: tuple[tuple[str, str, bool], ...] = ()
        self.fields: dict[str, QLineEdit] = {}
        self.trouble = labels.muted("")
        self.trouble.setProperty("role", "error")
        self.trouble.hide()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)

    def offer(self, project: Project) -> None:
        """Have a field for each measure; what was typed into one that stays, stays."""
        listed = asked_of(project)
        wanted = tuple((one.id, title(project, one), cases) for one, cases in listed)
        if wanted == self._asked:
            return
        typed = {key: field.text() for key, field in self.fields.items()}
        self._asked = wanted
        clear(self.grid)
        self.fields = {}
        for at, (measure, (key, name, cases)) in enumerate(
            zip((one for one, _ in listed), wanted, strict=True)
        ):
            self._add(at, _label(name, measure, cases=cases), key, typed.get(key, ""))

    def _add(self, at: int, words: str, key: str, typed: str) -> None:
        field = QLineEdit(typed)
        field.setPlaceholderText("as promised")
        field.setAccessibleName(words)
        teach(field)
        label = QLabel(words)
        label.setWordWrap(True)
        label.setBuddy(field)
        self.fields[key] = field
        line, column = divmod(at, 3)
        self.grid.addWidget(label, line * 2, column)
        self.grid.addWidget(field, line * 2 + 1, column)
        self.grid.setColumnStretch(column, 1)
        field.textChanged.connect(self._edited)

    def happening(self) -> Happening:
        """What is supposed of the month; fields without a number that can be read are left out."""
        counted = {key for key, _, cases in self._asked if cases}
        numbers = {key: _read(field) for key, field in self.fields.items()}
        known = {key: one for key, one in numbers.items() if one is not None}
        return Happening(
            {key: one for key, one in known.items() if key not in counted},
            {key: one for key, one in known.items() if key in counted},
            today(),
        )

    def _edited(self) -> None:
        wrong = [one for one in self.fields.values() if one.text().strip() and _read(one) is None]
        for field in self.fields.values():
            theme.say(field, "state", "error" if field in wrong else "")
        if wrong:
            words = wrong[0].text().strip()
            self.trouble.setText(f"“{words}” is no number. Write 98.7, without the unit.")
        self.trouble.setVisible(bool(wrong))
        self._page.ask()


class ExposurePage(PanelPage):
    """Shows what the credits of a month cost per level and all together, and the misses allowed."""

    def __init__(self, session: Session, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(session, panel, parent)
        self.save = self.add_button("Save as PDF…", "file-down", self.save_answer)
        self.results = Results(self)
        self._sign, self._words = Sign(18), QLabel()
        self._words.setWordWrap(True)
        above = QGridLayout()
        above.addWidget(self._sign, 0, 0)
        above.addWidget(self._words, 0, 1)
        above.setColumnStretch(1, 1)
        content = QVBoxLayout()
        words = "Enter what was measured, or what you fear; the table below follows."
        content.addWidget(labels.muted(words))
        content.addLayout(self.results.grid)
        content.addWidget(self.results.trouble)
        self._box = card("Results of the month", content)
        self._passages = PassageCards()
        self.column.addLayout(above)
        self.column.addWidget(self._box)
        self.column.addLayout(self._passages)

    def question(self) -> Callable[[Project], Any]:
        """Return what works out the month at the results that are entered."""
        happening = self.results.happening()

        def work(project: Project) -> Any:
            found = exposure_passages(project, sold(project), happening)
            return exposure_verdict(project, today()), found

        return work

    def show_answer(self, answer: Any) -> None:
        """Show the verdict, the fields and the passages."""
        verdict, passages = answer
        self._sign.show_picture(icon(*SIGNS[verdict.holds]))
        self._words.setText(LocaleWords().sentence(f"{verdict.headline}. {verdict.sentence}"))
        self.results.offer(self.session.project)
        self._box.setVisible(bool(self.results.fields))
        self.save.setEnabled(bool(passages))
        self._passages.show_values(passages)

    def save_answer(self) -> None:
        """Write the passages into a file."""
        if self.answer is not None:
            self.save_pdf(HEADING, "cost-of-misses", self.answer[1])


def _label(name: str, measure: Measure, *, cases: bool) -> str:
    if cases:
        return f"{name}, cases that missed"
    return f"{name}, in {measure.unit}" if measure.unit else name


def _read(field: QLineEdit) -> Decimal | None:
    typed = LocaleWords().canonical(field.text().strip().rstrip("%").strip())
    try:
        number = Decimal(typed) if typed else None
    except InvalidOperation:
        return None
    return number if number is None or number.is_finite() else None
