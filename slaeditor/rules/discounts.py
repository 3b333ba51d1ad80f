"""Who may grant a discount, and the price below which nobody may go."""

from __future__ import annotations

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import DiscountAuthority, DiscountKind
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.names import title


def grantors(
    project: Project, level: ServiceLevel, discount: Percentage, deal: Money | None
) -> tuple[DiscountAuthority, ...]:
    """Return the authorities that cover a discount on a deal of a level."""
    return tuple(
        row
        for row in project.discount_authorities
        if row.kind is DiscountKind.PERCENT
        and (not row.levels or level.id in row.levels)
        and row.most is not None
        and discount <= row.most
        and _concerns(row, deal)
    )


def discount_remark(
    project: Project, level: ServiceLevel, discount: Percentage, deal: Money | None
) -> str:
    """Return the sentence that says who may grant a discount, or that nobody may."""
    found = grantors(project, level, discount, deal)
    if not found:
        return f"Nobody may grant a discount of {discount} by the discount authority."
    return f"A discount of {discount} may be granted by {_listed(project, found)}."


def floor_remark(project: Project, level: ServiceLevel, price: Money) -> str:
    """Return the sentence that says a price lies below the floor; empty when it does not."""
    floor = level.floor_price
    if floor is None or floor.currency != price.currency or not price < floor:
        return ""
    return (
        f"{price.rounded()} is below {floor}, the lowest price anyone may accept for "
        f"“{title(project, level)}”."
    )


def _concerns(row: DiscountAuthority, deal: Money | None) -> bool:
    if deal is None:
        return True
    if any(
        limit is not None and limit.currency != deal.currency
        for limit in (row.deal_from, row.deal_to)
    ):
        return False
    reaches = row.deal_from is None or row.deal_from <= deal
    return reaches and (row.deal_to is None or deal < row.deal_to)


def _listed(project: Project, rows: tuple[DiscountAuthority, ...]) -> str:
    roles = (project.roles.get(row.role) for row in rows)
    return (
        ", ".join(dict.fromkeys(title(project, role) for role in roles if role)) or "nobody named"
    )
