"""Tables of prices by quantity: which columns hold what, and which price plan they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

from slaeditor.exchange.fields_meant import field_meant
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import FoundTable
from slaeditor.exchange.taken import Taken
from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import fields
from slaeditor.model.prices import Billing, PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.period import Period
from slaeditor.model.values.price import Price
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.bracket_amounts import AMOUNTS
from slaeditor.rules.bracket_words import bracket_ends
from slaeditor.rules.names import title
from slaeditor.rules.openings import started

TABLE: Final = "price_brackets"
ENDS: Final = frozenset({"above", "up_to"})
"""The fields of a bracket whose words may say both ends."""

_BRACKETED: Final = frozenset({PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK})
_INVOICED: Final = {
    Period.MONTH: Billing.MONTHLY,
    Period.QUARTER: Billing.QUARTERLY,
    Period.YEAR: Billing.YEARLY,
    Period.ONCE: Billing.ONCE,
}
_REMARK: Final = (
    "Taken in with its brackets, by volume: the bracket reached sets the price of all units. "
    "Choose “graduated” where each bracket prices only the units inside it."
)
_SHARE: Final = 0.6
_FEW: Final = 2


def bracket_columns(found: FoundTable) -> tuple[str, ...]:
    """Return what the columns of a table of prices by quantity hold; nothing for other tables.

    It is one when most words of a column are brackets in words, and of another one amounts.
    """
    heads = found.rows[0]
    ends = next((at for at in range(len(heads)) if _most(found, at, _is_bracket)), None)
    if ends is None:
        return ()
    columns = tuple(_columns(found, ends))
    return columns if "unit_price" in columns or "flat_price" in columns else ()


def _columns(found: FoundTable, ends: int) -> Iterator[str]:
    free = {one.name: one for one in fields(PriceBracket) if one.kind is not field_kinds.CONTENT}
    for name in ("note", "source", *ENDS):
        free.pop(name)
    for at, head in enumerate(found.rows[0]):
        name = "above" if at == ends else field_meant(head, free)
        if not name and "unit_price" in free and _most(found, at, _is_amount):
            name = "unit_price"
        free.pop(name, None)
        yield name


def _most(found: FoundTable, at: int, looks_right: Callable[[str], bool]) -> bool:
    """Whether most of the filled cells of a column, at least two, look alike."""
    words = [row[at] for row in found.rows[1:] if row[at]]
    fitting = sum(map(looks_right, words))
    return fitting >= _FEW and fitting >= _SHARE * len(words)


def _is_bracket(words: str) -> bool:
    return bracket_ends(words) is not None


def _is_amount(words: str) -> bool:
    return _price(words) is not None


def _price(words: str) -> Price | None:
    try:
        return Price.parse(words)
    except Unreadable:
        return None


def bracket_said(words: str, reached: Decimal | None) -> dict[str, Any]:
    """Return the ends that words say of a bracket as values; nothing for other words.

    `reached` is where the bracket before ends: there begins one that does not say where.
    """
    ends = bracket_ends(words, reached)
    if ends is None:
        return {}
    above = ends.above if ends.above is not None else reached or Decimal(0)
    return {"above": above, "up_to": ends.up_to}


def is_in_words(name: str, words: str) -> bool:
    """Return whether the words in the column of an amount are said instead: "on request"."""
    silent = words.casefold() in {"", "n/a", "n.a.", "-", "–", "—"}
    return name in AMOUNTS and not silent and not any(map(str.isdigit, words))


def plan_of(taken: Taken, found: FoundTable) -> str:
    """Return the id of the price plan that a table's brackets belong to; a new one where none fits.

    It is a plan in brackets that the words above the table name, by itself or by its level.
    """
    words = folded(found.title)
    for plan in taken.project.price_plans:
        if plan.model in _BRACKETED and any(one in words for one in _names(taken.project, plan)):
            return plan.id
    made = _made(taken.project, found)
    taken.add(made)
    return made.id


def _names(project: Project, plan: PricePlan) -> Iterator[str]:
    level = project.service_levels.get(plan.level)
    names = (title(project, plan), plan.name, level.name if level else "")
    return (folded(one) for one in names if one)


def _made(project: Project, found: FoundTable) -> PricePlan:
    """A plan for the brackets of a table, with the unit and period that its prices are for."""
    words = folded(found.title)
    levels = (one for one in project.service_levels if one.name and folded(one.name) in words)
    prices = (_price(cell) for row in found.rows[1:] for cell in row)
    told = next((one for one in prices if one is not None and (one.per or one.period)), None)
    level = next(levels, None)
    plan = PricePlan(
        level=level.id if level else "",
        name=found.title,
        model=PriceModel.VOLUME,
        unit_name=told.per if told else "",
        note=_REMARK,
    )
    invoiced = _INVOICED.get(told.period) if told and told.period else None
    return started(plan if invoiced is None else plan.but(billing=invoiced))
