"""What follows from a price plan: its brackets, the curve, a price line by line, all levels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.period import Period
from slaeditor.rules.brackets import holes
from slaeditor.rules.counted_units import counted_by, counted_unit, one_of, several_of
from slaeditor.rules.inheritance import sold
from slaeditor.rules.names import title
from slaeditor.rules.plan_prices import brackets_of, plan_lines, set_up_lines
from slaeditor.rules.plans import chosen, is_valid, plans_of
from slaeditor.rules.price_curve import dips, price_curve
from slaeditor.rules.price_survey import LevelPrice, level_price
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import NotPriceable, Order, Quote, rounding_lines
from slaeditor.session.session import Session
from slaeditor.ui.asked_line import AskedLine
from slaeditor.ui.bracket_schedule import BRACKETED, BRACKETS, columns_for
from slaeditor.ui.client_choice import ClientChoice
from slaeditor.ui.consequence_page import Consequences
from slaeditor.ui.curve_view import CurveView
from slaeditor.ui.labels import heading, muted
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.note_line import NoteLine
from slaeditor.ui.plot import Mark, Plot, Stretch
from slaeditor.ui.schedule_table import ScheduleTable
from slaeditor.ui.sums import SumLine, Sums

FIRST_QUANTITY = Decimal(40)
FIRST_AMOUNT = Decimal(10_000)
BEYOND = Decimal("1.25")
"""How far the curve goes beyond what is tried."""
MOST_NOTES = 3
PERIODS = {Period.ONCE: "once", None: "as used"}


class PricePanel(Consequences):
    """Says what an order costs by one plan, and what the same order costs at every level."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.local = LocaleWords()
        self._plan: PricePlan | None = None
        self.brackets = ScheduleTable(
            session,
            BRACKETS,
            "Brackets",
            "Each line goes on where the one before it ends; leave “Up to” empty in the last one.",
        )
        self.quantity = AskedLine("Try a quantity of", kinds.NUMBER)
        self.amount = AskedLine("Try an amount of", kinds.MONEY)
        self.quantity.show_value(FIRST_QUANTITY)
        self.client = ClientChoice()
        self.curve = CurveView("Price by quantity", self._reading)
        self.notes = [NoteLine() for _ in range(MOST_NOTES)]
        self.sum = Sums("The price line by line")
        self.levels = Sums("The price at each level")
        self.levels_heading = heading("At each level")
        self.unpriced = muted("")
        self._lay_out()
        for asked in (self.quantity, self.amount, self.client):
            asked.changed.connect(self._again)
        self.curve.picked.connect(self._picked)
        session.checked.connect(self._note)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 24, 16)
        layout.setSpacing(8)
        for widget in (
            *(self.brackets, self.quantity, self.amount, self.client, self.curve, *self.notes),
            *(self.sum, self.unpriced, self.levels_heading, self.levels),
        ):
            layout.addWidget(widget)
        layout.addStretch(1)

    def portions(self, row: Entity | None) -> Sequence[Callable[[], None]]:
        """Return what shows a price plan: brackets, curve, the price, that of each level."""
        self._plan = plan = row if isinstance(row, PricePlan) else None
        if plan is None:
            return (self.hide,)
        draw, add_up = partial(self._draw, plan), partial(self._add_up, plan)
        return (partial(self._ask, plan), draw, add_up, *self._comparing(plan), self.show)

    def _ask(self, plan: PricePlan) -> None:
        """Show the brackets and ask for what the model needs.

        It is a quantity, or the amount a percentage is of.
        """
        self.brackets.show_owner(plan.id, columns_for(plan.model))
        self.brackets.setVisible(plan.model in BRACKETED or bool(self.brackets.model.rows))
        self.client.offer_for(self.session.project, plan)
        by_amount = plan.model is PriceModel.PERCENTAGE
        self.quantity.setVisible(not by_amount)
        self.amount.setVisible(by_amount)
        self.quantity.unit.setText(_unit(self.session.project, plan, self.quantity.value))
        self.amount.unit.setText(plan.percentage_of)
        if by_amount and self.amount.value is None and not self.amount.line.text():
            currency = _currency(self.session, plan)
            self.amount.show_value(Money(FIRST_AMOUNT, currency), plan.percentage_of)

    @property
    def order(self) -> Order:
        """The order that is tried."""
        plan = self._plan
        on_level = plan is not None and bool(plan.level) and is_valid(plan, None)
        return Order(
            self.quantity.value,
            self.amount.value,
            client=self.client.key,
            service=plan.service if plan else "",
            plan=plan.id if plan is not None and on_level else "",
        )

    def _again(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.quantity.unit.setText(_unit(self.session.project, plan, self.quantity.value))
        self._draw(plan)
        self._add_up(plan)
        for portion in self._comparing(plan):
            portion()

    def _draw(self, plan: PricePlan) -> None:
        self._note()
        tried = self._tried(plan)
        found = price_curve(self.session.project, plan, tried * BEYOND if tried else None)
        if len(found.corners) < 2:  # noqa: PLR2004 - a curve needs two ends
            self.curve.show_plot(None)
            return
        unit = plan.percentage_of or several_of(plan.unit_name) or "quantity"
        told = "; ".join(f"{x}: {y} {found.currency}" for x, y in found.corners)
        marks = [Mark(at, "cheaper beyond") for at in dips(found)]
        if tried is not None:
            words = self._counted(plan, tried)
            marks.append(Mark(tried, words, "accent"))
        self.curve.show_plot(
            Plot(
                found.corners,
                unit,
                f"Price, {found.currency}",
                self.local.sentence(told),
                tuple(marks),
                tuple(self._missing(plan)),
            )
        )

    def _tried(self, plan: PricePlan) -> Decimal | None:
        if plan.model is PriceModel.PERCENTAGE:
            money = self.amount.value
            return money.amount if isinstance(money, Money) else None
        found = self.quantity.value
        return found if isinstance(found, Decimal) else None

    def _missing(self, plan: PricePlan) -> Iterator[Stretch]:
        """Quantities between the brackets that no bracket prices."""
        if plan.model in BRACKETED:
            found = holes(brackets_of(self.session.project, plan))
            yield from (Stretch(start, end, "no price") for start, end in found if end is not None)

    def _note(self, _found: Any = None) -> None:
        plan = self._plan
        if plan is None:
            return
        rows = self.session.project.price_brackets.where("plan", plan.id)
        found = self.session.found.of_rows((plan.id, *(row.id for row in rows)))
        for at, note in enumerate(self.notes):
            one = found[at] if at < len(found) else None
            note.say(
                str(one.severity) if one else "", self.local.finding(one.sentence) if one else ""
            )

    def _quoted(self, plan: PricePlan) -> Quote:
        """The price by this plan: as its level is quoted, else by its own lines."""
        project = self.session.project
        level = project.service_levels.get(plan.level)
        if level is not None and self.order.plan:
            return quote(project, level, self.order)
        more = set_up_lines(project, plan, self.order)
        lines = (*plan_lines(project, plan, self.order), *more)
        return Quote((*lines, *rounding_lines(lines)))

    def _add_up(self, plan: PricePlan) -> None:
        trouble = self.quantity.trouble or self.amount.trouble
        try:
            found = self._quoted(plan)
        except NotPriceable as unpriced:
            self.sum.show_lines(())
            self.unpriced.setText(trouble or unpriced.sentence)
            self.unpriced.show()
            return
        lines = [
            SumLine(self.local.sentence(one.words), (self._money(one.money),) if one.money else ())
            for one in found.lines
        ]
        lines += [
            SumLine(f"Total {_period(total.period)}", (self._money(total.money),), strong=True)
            for total in found.totals
        ]
        lines += [SumLine(self.local.sentence(words), quiet=True) for words in found.remarks]
        self.sum.show_lines(lines)
        self.unpriced.setVisible(bool(trouble))
        self.unpriced.setText(trouble)

    def _comparing(self, plan: PricePlan) -> Sequence[Callable[[], None]]:
        """Return what says how much the same order costs at each level, one level at a time."""
        lines: list[SumLine] = []
        levels = sold(self.session.project)
        each = (partial(self._price_level, plan, one, lines) for one in levels)
        return (*each, partial(self._compare, plan, lines))

    def _price_level(self, plan: PricePlan, level: ServiceLevel, lines: list[SumLine]) -> None:
        order = Order(self.quantity.value, self.amount.value)
        lines.append(self._level_line(level_price(self.session.project, level, order), plan))

    def _compare(self, plan: PricePlan, lines: Sequence[SumLine]) -> None:
        """Show what the same order costs at each level."""
        self.levels.show_lines(lines, ("", "a month", "a year", "once") if lines else ())
        self.levels_heading.setVisible(bool(lines))
        tried = self._tried(plan)
        self.levels_heading.setText(f"{self._counted(plan, tried)} at each level")

    def _level_line(self, one: LevelPrice, plan: PricePlan) -> SumLine:
        project, mine = self.session.project, plan.level == one.level.id
        name = title(project, one.level)
        if one.trouble:
            return SumLine(f"{name}: {self.local.sentence(one.trouble)}", quiet=True)
        charged = chosen(plans_of(project, one.level))[:1]
        if charged and _thing(charged[0]) not in {"", _thing(plan)}:
            return SumLine(f"{name}: counted per {_thing(charged[0])}", quiet=True)
        open_ = " and more, quoted" if one.quote is not None and one.quote.is_open else ""
        amounts = tuple(self._money(money) for money in (one.a_month, one.a_year, one.once))
        return SumLine(f"{name}{open_}", amounts, strong=mine)

    def _counted(self, plan: PricePlan, count: Decimal | None) -> str:
        """A number of what the plan counts, such as “40 users”."""
        number = self.local.words(kinds.NUMBER, count) if count is not None else ""
        return f"{number} {_unit(self.session.project, plan, count)}".strip()

    def _money(self, money: Money | None) -> str:
        return self.local.words(kinds.MONEY, money) if money is not None else "–"

    def _reading(self, at: float) -> str:
        plan = self._plan
        if plan is None:
            return ""
        count = Decimal(round(at))
        project = self.session.project
        amount = Money(count, _currency(self.session, plan))
        try:
            lines = plan_lines(project, plan, Order(count, amount))
        except NotPriceable:
            return ""
        total = Quote((*lines, *rounding_lines(lines))).totals
        said = ", ".join(f"{self._money(one.money)} {_period(one.period)}" for one in total)
        return f"{self._counted(plan, count)}: {said}"

    def _picked(self, at: float) -> None:
        plan = self._plan
        if plan is None:
            return
        count = Decimal(round(at))
        if plan.model is PriceModel.PERCENTAGE:
            money = Money(count, _currency(self.session, plan))
            self.amount.show_value(money, plan.percentage_of)
        else:
            self.quantity.show_value(count, _unit(self.session.project, plan, count))
        self._again()


def _thing(plan: PricePlan) -> str:
    """What a plan counts, such as "user"; nothing where it counts nothing."""
    return one_of(counted_by(plan))


def _unit(project: Project, plan: PricePlan, count: Decimal | None) -> str:
    """What is counted, in the plural where the word is plain."""
    return counted_unit(project, counted_by(plan) or "unit", count)


def _period(period: Period | None) -> str:
    return PERIODS.get(period) or f"per {period}"


def _currency(session: Session, plan: PricePlan) -> str:
    """The currency a plan is in, else that of any other plan."""
    own = [plan.price.money if plan.price else None, plan.minimum, plan.maximum, plan.set_up]
    others = [one.price.money for one in session.project.price_plans if one.price]
    return next((money.currency for money in (*own, *others) if money), "EUR")
