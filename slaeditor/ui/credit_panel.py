"""What follows from a credit or reward: the sentence, the curve and a worked example, live."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.model.compensation import Compensation, Method
from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.promises import Measure
from slaeditor.rules.band_flaws import clashes, gaps
from slaeditor.rules.compensation import NotDecidable, Occurrence, Owed, value_of
from slaeditor.rules.compensation_curve import Corners, cap_in, corners, example
from slaeditor.rules.credits import owed
from slaeditor.rules.inheritance import sold
from slaeditor.rules.names import title
from slaeditor.rules.ranges import Range
from slaeditor.rules.results import threshold, unit_of
from slaeditor.session.background import Ticket
from slaeditor.session.session import Session
from slaeditor.ui.asked_line import AskedLine
from slaeditor.ui.band_schedule import BANDS
from slaeditor.ui.consequence_page import Consequences
from slaeditor.ui.curve_view import CurveView
from slaeditor.ui.labels import heading, muted
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.note_line import NoteLine
from slaeditor.ui.plot import Mark, Plot, Stretch
from slaeditor.ui.schedule_table import ScheduleTable

MOST_NOTES = 4


class CreditPanel(Consequences):
    """Says, draws and works out one credit or reward for one level."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.local = LocaleWords()
        self._row: Compensation | None = None
        self._ticket: Ticket | None = None
        self._levels: tuple[ServiceLevel, ...] = ()
        self.level = QComboBox(self)
        self.level.setAccessibleName("Worked out for the level")
        self.level.activated.connect(self._again)
        self.bands = ScheduleTable(
            session,
            BANDS,
            "Bands",
            "Type a range such as “95 to below 99” and what is owed: “10 %”, “50 EUR”, “2 h”.",
        )
        self.words = QLabel()
        self.curve = CurveView("What is owed", self._reading)
        self.no_curve = muted("A curve appears here once there is an amount for a result.")
        self.notes = [NoteLine() for _ in range(MOST_NOTES)]
        self.result = AskedLine("Result", kinds.NUMBER)
        self.base = AskedLine("Charges", kinds.MONEY)
        self.cases = AskedLine("Cases", kinds.NUMBER)
        self.worked = QLabel()
        self._lay_out()
        for asked in (self.result, self.base, self.cases):
            asked.changed.connect(self._work)
        self.curve.picked.connect(self._picked)
        session.checked.connect(self._note)

    def _lay_out(self) -> None:
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        for label in (self.words, self.worked):
            label.setWordWrap(True)
            label.setTextInteractionFlags(selectable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self.bands)
        layout.addWidget(self.level)
        layout.addWidget(self.curve)
        layout.addWidget(self.no_curve)
        for note in self.notes:
            layout.addWidget(note)
        layout.addWidget(heading("Worked example"))
        for asked in (self.result, self.cases, self.base):
            layout.addWidget(asked)
        layout.addWidget(self.worked)
        layout.addWidget(heading("What it says"))
        layout.addWidget(self.words)
        layout.addStretch(1)

    def portions(self, row: Entity | None) -> Sequence[Callable[[], None]]:
        """Return what shows a credit or reward: bands, sentence, curve, worked example."""
        same = self._row is not None and row is not None and row.id == self._row.id
        self._row = shown = row if isinstance(row, Compensation) else None
        if shown is None:
            return (self.hide,)
        example = () if same else (self._begin_example,)
        drawing = (partial(self._say, shown), partial(self._draw, shown), self._note, self._work)
        return (partial(self._begin, shown), *example, *drawing, self.show)

    def _begin(self, row: Compensation) -> None:
        """Show the levels and the bands."""
        self._name_levels(row)
        self.bands.show_owner(row.id)
        self.bands.setVisible(row.method is Method.BANDS or bool(self.bands.model.rows))

    def _name_levels(self, row: Compensation) -> None:
        """Offer the levels it is for; the handbook shows it for the first of them."""
        project = self.session.project
        named = [project.service_levels.get(key) for key in row.levels]
        levels = tuple(one for one in named if one is not None) or sold(project)
        if [one.id for one in levels] != [one.id for one in self._levels]:
            self.level.clear()
            self.level.addItems([f"For {title(project, one)}" for one in levels])
        self._levels = levels
        self.level.setVisible(len(levels) > 1)

    @property
    def _for(self) -> ServiceLevel | None:
        at = self.level.currentIndex()
        return self._levels[at] if 0 <= at < len(self._levels) else None

    def _begin_example(self) -> None:
        """Put the handbook's own example into the lines."""
        if self._row is None:
            return
        found = example(self.session.project, self._row, self._for)
        happened = found.occurrence if found is not None else Occurrence()
        self.result.show_value(happened.result)
        self.base.show_value(happened.base)
        self.cases.show_value(happened.cases)

    def _again(self) -> None:
        row = self._row
        if row is None:
            return
        self._say(row)
        self._draw(row)
        self._note()
        self._work()

    def _say(self, row: Compensation) -> None:
        """Say in the handbook's language what it says, and ask for what it depends on.

        It is put into words beside the window, since a language is read with its first number.
        """
        from slaeditor.publish.edition.credit_words import credit_words

        level = self._for
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.session.work_out(
            lambda project: credit_words(project, row, level), self.words.setText
        )
        self._show_lines(row)

    def _show_lines(self, row: Compensation) -> None:
        unit = self._unit(row)
        by_result = row.method in {Method.BANDS, Method.STEP}
        self.result.setVisible(by_result)
        self.result.unit.setText(unit)
        self.cases.setVisible(row.method is Method.PER_CASE)
        self.cases.label.setText(row.per_case[:1].upper() + row.per_case[1:] or "Cases")
        self.base.setVisible(row.method is not Method.FORMULA)
        if self.base.value is None and not self.base.line.text():
            self._begin_example()

    def _unit(self, row: Compensation) -> str:
        project = self.session.project
        measure = project.measures.get(row.measure) or Measure()
        return unit_of(measure, value_of(project, row, self._for))

    def _draw(self, row: Compensation) -> None:
        found = corners(self.session.project, row, self._for)
        self.curve.show_plot(self._plot(row, found) if len(found.points) > 1 else None)
        self.no_curve.setVisible(len(found.points) <= 1)

    def _plot(self, row: Compensation, found: Corners) -> Plot:
        project = self.session.project
        measure = project.measures.get(row.measure)
        per_case = row.method is Method.PER_CASE
        name = title(project, measure) if measure else "Result"
        x_title = row.per_case or "cases" if per_case else f"{name}, {self._unit(row)}".strip(", ")
        told = "; ".join(f"{x}: {y} {found.unit}" for x, y in found.points)
        return Plot(
            found.points,
            x_title,
            f"{row.direction.word.capitalize()}, {found.unit}",
            self.local.sentence(told),
            tuple(self._marks(row, found)),
            () if per_case else tuple(self._stretches(row)),
        )

    def _marks(self, row: Compensation, found: Corners) -> list[Mark]:
        made = []
        target = threshold(value_of(self.session.project, row, self._for))
        if target is not None and row.method is not Method.PER_CASE:
            made.append(Mark(target, "target"))
        cap = cap_in(row, found.unit)
        if cap is not None:
            short = row.method is Method.BANDS and max(y for _, y in found.points) < cap
            made.append(Mark(cap, "limit, never reached" if short else "limit", level=True))
        return made

    def _stretches(self, row: Compensation) -> list[Stretch]:
        if row.method is not Method.BANDS:
            return []
        project = self.session.project
        made = [_stretch(one, "no answer") for one in gaps(project, row)]
        return made + [_stretch(one, "two answers") for one in clashes(project, row)]

    def _note(self, _found: Any = None) -> None:
        """Name what is wrong with the record and its lines."""
        row = self._row
        if row is None:
            return
        bands = self.session.project.compensation_bands.where("compensation", row.id)
        found = self.session.found.of_rows((row.id, *(one.id for one in bands)))
        for at, note in enumerate(self.notes):
            one = found[at] if at < len(found) else None
            note.say(
                str(one.severity) if one else "", self.local.finding(one.sentence) if one else ""
            )

    def _work(self) -> None:
        """Work out what is owed for the figures in the lines."""
        trouble = next((a.trouble for a in (self.result, self.base, self.cases) if a.trouble), "")
        self.worked.setText(trouble or self._worked(self.result.value))

    def _worked(self, result: Decimal | None) -> str:
        try:
            found = self._owed(result)
        except NotDecidable as trouble:
            return trouble.sentence
        if found is None:
            return ""
        lines = [*found.lines, found.reason if found.reason not in found.lines else ""]
        return self.local.sentence("\n".join(filter(None, lines)))

    def _owed(self, result: Decimal | None) -> Owed | None:
        row, project = self._row, self.session.project
        if row is None or row.method is Method.FORMULA:
            return None
        found = example(project, row, self._for)
        happened = dataclasses.replace(
            found.occurrence if found is not None else Occurrence(),
            result=result,
            base=self.base.value,
            cases=self.cases.value,
        )
        return owed(project, row, happened, self._for)

    def _reading(self, at: float) -> str:
        """What is owed for a result on the curve."""
        row = self._row
        if row is None or row.method is Method.PER_CASE:
            return ""
        result = _rounded(at)
        try:
            found = self._owed(result)
        except NotDecidable:
            return ""
        if found is None:
            return ""
        amounts = (found.share, found.money, f"{found.hours} h" if found.hours else "", found.words)
        said = " = ".join(str(one) for one in amounts if one) or "nothing"
        return self.local.sentence(f"{result} {self._unit(row)}: {said}")

    def _picked(self, at: float) -> None:
        if self.result.isVisible():
            self.result.show_value(_rounded(at), self.result.unit.text())
            self._work()


def _stretch(one: Range, words: str) -> Stretch:
    return Stretch(one.lower, one.upper, words)


def _rounded(at: float) -> Decimal:
    """A number read off a curve, to two decimals."""
    return Decimal(str(round(at, 2))).normalize() + 0
