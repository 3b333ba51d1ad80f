"""Rules about sales and clients: promises, deals, clients, and what both departments agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.levels import LevelKind, Offer, ServiceLevel
from slaeditor.model.prices import Promise, PromiseClass
from slaeditor.model.project import Project
from slaeditor.model.promises import Strength, Target
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.selling import DissatisfactionLevel, Expectation, Incentive, SalesPart
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.inheritance import fits
from slaeditor.rules.names import title

_UNBACKED = frozenset({Strength.BEST_EFFORT, Strength.NOT_OFFERED, Strength.INTERNAL})


@rule(
    "promise-not-backed",
    subject=Promise,
    reads=(Target, ScopeItem),
    severity=ERROR,
    source="L28",
    why="Sales may say what service has not promised; this is where the gap begins.",
    remedy="Back it with a target or a scope item, ask for approval, or forbid it.",
)
def promise_not_backed(project: Project, row: Promise, on: date) -> Iterator[Flaw]:
    """What sales may promise is backed by a target that binds, or by something supported."""
    del on
    if row.kind is not PromiseClass.ALLOWED:
        return
    target, scope = project.targets.get(row.backed_by), project.scope_items.get(row.backed_by_scope)
    if target is None and scope is None:
        said = f"Sales may promise {called(project, row)}, but nothing backs it."
        yield Flaw(said, "backed_by", severity=WARNING)
    if target is not None and target.strength is not None and target.strength in _UNBACKED:
        yield Flaw(
            f"Sales may promise {called(project, row)}, but {called(project, target)} is only "
            f"“{target.strength.word}”.",
            "backed_by",
            (target.id,),
        )
    if scope is not None and scope.kind is ScopeClass.NOT_SUPPORTED:
        yield Flaw(
            f"Sales may promise {called(project, row)}, but {called(project, scope)} is not "
            "supported.",
            "backed_by_scope",
            (scope.id,),
        )


@rule(
    "promise-without-approver",
    subject=Promise,
    severity=WARNING,
    source="C2",
    why="Nobody knows whom to ask, so nobody asks.",
    remedy="Say who approves it.",
)
def promise_without_approver(project: Project, row: Promise, on: date) -> Iterator[Flaw]:
    """A promise that needs approval says by whom."""
    del on
    if row.kind is PromiseClass.NEEDS_APPROVAL and not row.approver:
        yield Flaw(f"Nobody is named who approves {called(project, row)}.", "approver")


@rule(
    "deal-expired",
    subject=SpecialDeal,
    severity=WARNING,
    source="L30",
    why="It is over, yet both sides may still act on it.",
    remedy="End it or prolong it, and tell the client.",
)
def deal_expired(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """A deal that is in force has not run out."""
    if row.status is DealStatus.APPROVED and row.valid_to is not None and row.valid_to < on:
        yield Flaw(f"{called(project, row)} ran out on {row.valid_to.isoformat()}.", "valid_to")


@rule(
    "deal-unknown-to-service",
    subject=SpecialDeal,
    severity=ERROR,
    source="L30",
    why="Service will treat the client by the level, and the client will complain.",
    remedy="Tell service, and enter the date.",
)
def deal_unknown_to_service(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """Service has been told of every deal that is approved."""
    over = row.valid_to is not None and row.valid_to < on
    if row.status is not DealStatus.APPROVED or over:
        return
    if row.service_informed_on is None:
        yield Flaw(f"Service has not been told of {called(project, row)}.", "service_informed_on")
    elif row.acknowledged_on is None:
        yield Flaw(
            f"Service has not acknowledged {called(project, row)}.",
            "acknowledged_on",
            severity=HINT,
        )


@rule(
    "deal-without-approver",
    subject=SpecialDeal,
    severity=WARNING,
    source="S17",
    why="Nobody can say who granted it, or that anybody was allowed to.",
    remedy="Enter who granted and who approved it.",
)
def deal_without_approver(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """An approved deal says who granted and who approved it."""
    del on
    if row.status is not DealStatus.APPROVED:
        return
    for name, words in (("granted_by", "granted"), ("approved_by", "approved")):
        if not getattr(row, name):
            yield Flaw(f"{called(project, row)} does not say who {words} it.", name)


@rule(
    "deal-without-end",
    subject=SpecialDeal,
    severity=HINT,
    source="S17",
    why="What has no end becomes a right.",
    remedy="Say until when it holds.",
)
def deal_without_end(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """An approved deal has an end."""
    del on
    if row.status is DealStatus.APPROVED and row.valid_to is None:
        yield Flaw(f"{called(project, row)} has no end.", "valid_to")


@rule(
    "client-without-level",
    subject=Client,
    reads=(ServiceLevel,),
    severity=WARNING,
    source="C1",
    why="Nobody can say what this client may expect.",
    remedy="Choose a level that can be bought.",
)
def client_without_level(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """A client has a level that can be bought, and add-ons that fit it."""
    del on
    level = project.service_levels.get(row.level)
    if level is None:
        yield Flaw(f"{called(project, row)} has no service level.", "level")
        return
    if level.kind is not LevelKind.LEVEL or level.offer is Offer.NOT_AVAILABLE:
        yield Flaw(
            f"{called(project, row)} has {called(project, level)}, which cannot be bought.",
            "level",
            (level.id,),
        )
    for add_on in filter(None, (project.service_levels.get(key) for key in row.add_ons)):
        if not fits(project, add_on, level):
            yield Flaw(
                f"{called(project, row)} has the add-on {called(project, add_on)}, which does not "
                f"fit {called(project, level)}.",
                "add_ons",
                (add_on.id, level.id),
            )


@rule(
    "contract-ended",
    subject=Client,
    severity=HINT,
    source="demand 28",
    why="The client may be served without a contract.",
    remedy="Enter the new end, or remove the client.",
)
def contract_ended(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """A client's contract has not ended."""
    if row.contract_until is not None and row.contract_until < on:
        yield Flaw(
            f"The contract of {called(project, row)} ended on {row.contract_until.isoformat()}.",
            "contract_until",
        )


@rule(
    "incentive-without-retention",
    subject=Incentive,
    severity=HINT,
    source="S23",
    why="Who is paid for the sale alone will promise whatever sells.",
    remedy="Let a part of it depend on the client staying.",
)
def incentive_without_retention(project: Project, row: Incentive, on: date) -> Iterator[Flaw]:
    """What a salesperson gains depends on the client staying."""
    del on
    if not (row.tied_to_retention or row.held_back_for or row.taken_back_when):
        yield Flaw(
            f"{called(project, row)} does not depend on the client staying.", "tied_to_retention"
        )


@rule(
    "expectation-not-agreed",
    subject=Expectation,
    severity=HINT,
    source="S6",
    why="Both departments go on expecting different things.",
    remedy="Agree on an answer and enter it.",
)
def expectation_not_agreed(project: Project, row: Expectation, on: date) -> Iterator[Flaw]:
    """A question that was asked has an answer both agree on, and both know it."""
    del on
    if not row.agreed:
        yield Flaw(f"{called(project, row)} has no answer that both agree on.", "agreed")
    elif not (row.known_to_sales and row.known_to_service):
        missing = "Sales" if not row.known_to_sales else "Service"
        yield Flaw(f"{missing} does not know what was agreed on “{title(project, row)}”.", "agreed")


@rule(
    "mood-without-warning",
    subject=DissatisfactionLevel,
    severity=WARNING,
    source="S7",
    why="Sales learns of the trouble when the client leaves.",
    remedy="Say whom service warns, and how soon.",
)
def mood_without_warning(project: Project, row: DissatisfactionLevel, on: date) -> Iterator[Flaw]:
    """A mood at which Sales takes part says who is warned and by when."""
    del on
    if row.sales_part in {None, SalesPart.NONE}:
        return
    if not row.warn:
        yield Flaw(f"Nobody is warned at {called(project, row)}.", "warn")
    elif row.within is None:
        yield Flaw(f"{called(project, row)} does not say how soon the warning comes.", "within")
