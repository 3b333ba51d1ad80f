"""The brackets of a price plan as a small table; its columns follow the model of the price."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from slaeditor.model.entity import field
from slaeditor.model.prices import PriceBracket, PriceModel
from slaeditor.model.project import Project
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.bracket_amounts import AMOUNTS, amount_alone
from slaeditor.rules.bracket_words import bracket_ends
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.schedule_model import Schedule, ScheduleColumn

BRACKETED = frozenset(
    {PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK, PriceModel.PERCENTAGE}
)
"""Models whose price follows from brackets."""


class _Said:
    """Says a field of a bracket."""

    def __init__(self, name: str) -> None:
        self._spec = field(PriceBracket, name)

    def __call__(self, row: Any, local: LocaleWords) -> str:
        return local.words(self._spec.kind, getattr(row, self._spec.name))


class _Read:
    """Reads a field of a bracket."""

    def __init__(self, name: str) -> None:
        self._spec = field(PriceBracket, name)

    def __call__(self, row: Any, typed: str, local: LocaleWords) -> Any:
        value = local.parse(self._spec, typed.strip())
        least = self._spec.least
        if isinstance(value, Decimal) and least is not None and value < least:
            raise Unreadable(f"“{self._spec.label}” must be {least} or more.")
        return row.but(**{self._spec.name: value})


class _ReadEnd(_Read):
    """Reads an end of a bracket; words such as "21–60" or "over 60" say what they say of both."""

    def __call__(self, row: Any, typed: str, local: LocaleWords) -> Any:
        ends = bracket_ends(local.canonical(typed), row.above)
        if ends is None:
            return super().__call__(row, typed, local)
        above = row.above if ends.above is None else ends.above
        return row.but(above=above, up_to=row.up_to if ends.up_to is None else ends.up_to)


def _column(name: str, hint: str = "", reads: type[_Read] = _Read) -> ScheduleColumn:
    return ScheduleColumn(field(PriceBracket, name).label, name, _Said(name), reads(name), hint)


ABOVE = _column("above", "The quantity after which it begins; or in words: 21–60.", _ReadEnd)
UP_TO = _column("up_to", "The last quantity in the bracket; empty in the last one.", _ReadEnd)
EACH = _column("unit_price", "What each unit costs: 29 EUR.")
WHOLE = _column("flat_price", "What the bracket costs once: 500 EUR.")
SHARE = _column("percentage", "The part of the amount: 5 %.")
WORDS = _column("words", "Instead of a figure: on request.")


def following(blank: PriceBracket, before: PriceBracket | None) -> PriceBracket:
    """Return a new bracket that begins where the one before it ends."""
    start = before.up_to if before is not None and before.up_to is not None else Decimal(0)
    return blank.but(above=start)


def columns_for(model: PriceModel) -> tuple[ScheduleColumn, ...]:
    """Return the columns that a model of price needs."""
    if model is PriceModel.BLOCK:
        return (ABOVE, UP_TO, WHOLE, WORDS)
    if model is PriceModel.PERCENTAGE:
        return (ABOVE, UP_TO, SHARE, WORDS)
    return (ABOVE, UP_TO, EACH, WHOLE, WORDS)


def plain(project: Project, plan: str, name: str, words: str) -> str:
    """Return an amount without the unit and period that the plan says for all its brackets."""
    return amount_alone(project, plan, words) if name in AMOUNTS else words


def spread(about: str, cells: list[list[str]]) -> list[list[str]]:
    """Return pasted cells with room for both ends where one column says both in words."""
    firsts = [line[0] for line in cells if line and line[0].strip()]
    if about != "above" or not firsts or not all(map(bracket_ends, firsts)):
        return cells
    return [[line[0], "", *line[1:]] for line in cells]


BRACKETS = Schedule(
    PriceBracket, "plan", columns_for(PriceModel.GRADUATED), following, plain, spread
)
