"""What a difference between two projects means for a client: more of something, or less.

A lower price, a shorter time and a larger allowance are better for the client. What cannot be
ranked (other words, another currency, a price per another unit) is undecided rather than guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from slaeditor.model.compensation import CompensationBand, Direction
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.rules.checks.comparing import Standing, standing
from slaeditor.rules.difference import Difference, Way

_DEARER_IS_WORSE: Final = frozenset(
    {
        ("PricePlan", "price"),
        ("SpecialDeal", "agreed_price"),
        ("PricePlan", "minimum"),
        ("PricePlan", "maximum"),
        ("PricePlan", "set_up"),
        ("PriceBracket", "unit_price"),
        ("PriceBracket", "flat_price"),
        ("PriceBracket", "percentage"),
        ("Allowance", "over"),
    }
)
_MORE_IS_BETTER: Final = frozenset(
    {
        ("LevelEntitlement", "value"),
        ("SpecialDeal", "agreed_discount"),
        ("Allowance", "quantity"),
        ("CompensationBand", "share"),
        ("CompensationBand", "amount"),
        ("CompensationBand", "hours"),
    }
)
_GIVEN: Final = frozenset({"Target", "LevelEntitlement", "Allowance", "ServiceLevel", "Service"})
"""Kinds of which a new record is something more for the client, and a lost one something less."""

_REVERSED: Final = {Standing.BETTER: Standing.WORSE, Standing.WORSE: Standing.BETTER}


def consequence(new: Project, one: Difference, name: str = "") -> Standing:
    """Return how a client stands after a difference, or after that of one field of it.

    `new` is the newer project, whose service hours decide how long a promise takes.
    """
    if one.before is None or one.after is None:
        return _of_single(one)
    if one.way is Way.MOVED:
        return Standing.EQUAL
    if name:
        return _of_field(new, one.before, one.after, name)
    found = {_of_field(new, one.before, one.after, field.name) for field in one.fields}
    told = found - {Standing.UNDECIDED, Standing.EQUAL}
    return told.pop() if len(told) == 1 else Standing.UNDECIDED


def _of_single(one: Difference) -> Standing:
    row = one.after or one.before
    if type(row).__name__ not in _GIVEN or _says_no(row):
        return Standing.UNDECIDED
    return Standing.BETTER if one.way is Way.ADDED else Standing.WORSE


def _says_no(row: Entity | None) -> bool:
    """Whether the record says that there is nothing."""
    value = getattr(row, "value", None)
    return isinstance(value, Grant) and value.state is GrantState.NO


def _of_field(new: Project, before: Entity, after: Entity, name: str) -> Standing:
    place = (type(after).__name__, name)
    if isinstance(after, Target) and isinstance(before, Target) and name == "value":
        return _of_promise(new, before, after)
    if isinstance(after, CompensationBand) and not _is_owed_to_client(new, after):
        return Standing.UNDECIDED
    old, now = _ranks(getattr(before, name), getattr(after, name))
    if old is None or now is None:
        return Standing.UNDECIDED
    if place in _MORE_IS_BETTER:
        return _ranked(old, now)
    if place in _DEARER_IS_WORSE:
        more = _ranked(old, now)
        return _REVERSED.get(more, more)
    return Standing.UNDECIDED


def _of_promise(new: Project, before: Target, after: Target) -> Standing:
    measure = new.measures.get(after.measure)
    if measure is None:
        return Standing.UNDECIDED
    return standing(new, measure, after, after.but(value=before.value))


def _is_owed_to_client(new: Project, band: CompensationBand) -> bool:
    """Whether the band is of a credit; a reward goes to the team."""
    owner = new.compensations.get(band.compensation)
    return owner is not None and owner.direction is Direction.CREDIT


def _ranked(old: Decimal, now: Decimal) -> Standing:
    if old == now:
        return Standing.EQUAL
    return Standing.BETTER if now > old else Standing.WORSE


def _ranks(old: Any, now: Any) -> tuple[Decimal | None, Decimal | None]:
    """Both as numbers of the same unit; nothing where their units differ."""
    if type(old) is not type(now) or type(now) not in _MEASURED:
        return None, None
    unit, amount = _MEASURED[type(now)]
    if unit(old) != unit(now):
        return None, None
    return amount(old), amount(now)


def _amount_granted(grant: Grant) -> Decimal | None:
    plain = {GrantState.NO: Decimal(0), GrantState.UNLIMITED: Decimal("Infinity")}
    return grant.amount if grant.state is GrantState.QUANTITY else plain.get(grant.state)


def _unit_granted(grant: Grant) -> object:
    """The unit of a quantity; all and nothing compare with each other only."""
    return (grant.unit, grant.per) if grant.state is GrantState.QUANTITY else ""


_MEASURED: Final[dict[type, tuple[Callable[[Any], object], Callable[[Any], Decimal | None]]]] = {
    Decimal: (lambda _: "", lambda value: value),
    Money: (lambda value: value.currency, lambda value: value.amount),
    Percentage: (lambda _: "", lambda value: value.value),
    Price: (
        lambda value: (value.money.currency, value.per, value.period, value.tax),
        lambda value: value.money.amount,
    ),
    Grant: (_unit_granted, _amount_granted),
}
"""For each type of value what has to be the same, and the number that is compared."""
