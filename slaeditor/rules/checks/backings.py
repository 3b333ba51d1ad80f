"""Rules about what stands behind the promises: suppliers, other departments, people, time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import Dependency, Supplier, SupportAgreement
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.document import Document
from slaeditor.model.levels import Channel, Service, ServiceLevel
from slaeditor.model.prices import Promise, PromiseClass
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Strength, Target
from slaeditor.model.work import Department, HandOff, Role
from slaeditor.rules.agreements import owed_length, possible_promises, relying
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, called_each, ids, listed
from slaeditor.rules.deals import is_over
from slaeditor.rules.feasibility import (
    Chain,
    Link,
    chain_of,
    chain_of_deal,
    minutes_of,
    tightest_start,
)
from slaeditor.rules.feasibility_words import (
    hours_words,
    promised_words,
    slack_words,
    start_words,
    way_out,
)
from slaeditor.rules.names import title
from slaeditor.rules.usual_hours import length_of, usual_hours, week_hours

BACKING = (
    *(Dependency, SupportAgreement, HandOff, Calendar, Channel, Service, ServiceLevel),
    *(Supplier, Department, Role, Document),
)
"""What a rule about the chain behind a target reads."""

_BINDING: Final = frozenset({Strength.GUARANTEED, Strength.TARGET})


@rule(
    "no-slack",
    subject=Target,
    reads=BACKING,
    severity=ERROR,
    source="L25",
    why="Those we depend on may take longer than we have: the promise is not backed.",
    remedy="Promise more time, or agree on less with those who carry a part of it.",
)
def no_slack(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """What others and we ourselves need for a target fits into it, in comparable time."""
    del on
    chain = chain_of(project, row)
    if chain is not None and chain.slack < 0:
        yield Flaw(
            f"What stands behind {called(project, row)} takes about {hours_words(chain.needed)}, "
            f"but only {promised_words(chain)} is promised: {slack_words(project, chain)}."
            f"{_dispute_words(project, chain.links)}",
            "value",
            _concerned(chain),
            remedy=way_out(project, chain),
        )


def _concerned(chain: Chain) -> tuple[str, ...]:
    return tuple(one.part.id for one in chain.links)


def _dispute_words(project: Project, links: Iterable[Link]) -> str:
    """Who owns a case while those who carry it blame each other."""
    owners = dict.fromkeys(title(project, one.in_dispute) for one in links if one.in_dispute)
    return f" While they dispute, {listed(list(owners))} owns the case." if owners else ""


@rule(
    "slack-depends-on-start",
    subject=Target,
    reads=BACKING,
    severity=WARNING,
    source="L25",
    why="As a rule the time is enough, but a case that begins at the wrong moment is late.",
    remedy="Count both in the same service hours, promise more time, or agree on less.",
)
def slack_depends_on_start(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """What stands behind a target fits into it whenever in the week a case begins."""
    del on
    chain = chain_of(project, row)
    worst = tightest_start(chain) if chain is not None and chain.slack >= 0 else None
    if chain is not None and worst is not None and worst.slack < 0:
        yield Flaw(
            f"{called(project, row)} promises {row.value}. {start_words(worst)}",
            "value",
            _concerned(chain),
        )


@rule(
    "deal-not-backed",
    subject=SpecialDeal,
    reads=(*BACKING, Target, Measure, Severity, Client),
    severity=ERROR,
    source="L25",
    why="Sales promised this client what service cannot keep with what stands behind it.",
    remedy="Agree on what is possible, or shorten what stands behind the promise for this client.",
)
def deal_not_backed(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """What is agreed with a client instead of a target leaves time for what stands behind it."""
    chain = chain_of_deal(project, row) if not is_over(row, on) else None
    if chain is not None and chain.slack < 0:
        yield Flaw(
            f"{_whose_deal(project, row)} was promised {promised_words(chain)} instead of "
            f"{chain.target.value} in {called(project, row)}, but what stands behind it takes "
            f"about {hours_words(chain.needed)}: {slack_words(project, chain)}.",
            "agreed_target",
            (chain.target.id, *_concerned(chain)),
            remedy=way_out(project, chain),
        )


@rule(
    "sales-promise-beyond-chain",
    subject=Promise,
    reads=(*BACKING, Target, Measure, Severity),
    severity=ERROR,
    source="L28",
    why="Sales may say what service cannot keep with what stands behind it.",
    remedy="Forbid it or ask for approval until the promise behind it is backed.",
)
def sales_promise_beyond_chain(project: Project, row: Promise, on: date) -> Iterator[Flaw]:
    """What sales may promise rests on a target that what stands behind it leaves time for."""
    del on
    target = project.targets.get(row.backed_by)
    if target is None or row.kind is PromiseClass.FORBIDDEN:
        return
    chain = chain_of(project, target)
    if chain is not None and chain.slack < 0:
        yield Flaw(
            f"Sales may promise {called(project, row)}, which rests on {called(project, target)}, "
            f"{promised_words(chain)}; what stands behind it takes about "
            f"{hours_words(chain.needed)}: {slack_words(project, chain)}."
            f"{_dispute_words(project, chain.links)}",
            "backed_by",
            (target.id, *_concerned(chain)),
            remedy=way_out(project, chain),
        )


def _whose_deal(project: Project, deal: SpecialDeal) -> str:
    client = project.clients.get(deal.client)
    return called(project, client) if client else "A client"


@rule(
    "backing-without-time",
    subject=Dependency,
    reads=(SupportAgreement, Target),
    severity=WARNING,
    source="B2",
    why="We promise a time that rests on somebody who promises none.",
    remedy="Agree on a time with them, or promise best effort.",
)
def backing_without_time(project: Project, row: Dependency, on: date) -> Iterator[Flaw]:
    """Whoever carries a part of a promised time owes a time."""
    del on
    target = project.targets.get(row.target)
    agreement = project.support_agreements.get(row.agreement)
    if agreement is None or target is None or row.takes is not None:
        return
    binding = target.strength in _BINDING and length_of(target.value) is not None
    if binding and length_of(agreement.value) is None:
        said = f"only “{agreement.value}”" if agreement.value else "no time"
        yield Flaw(
            f"{called(project, agreement)} owes {said}, yet {called(project, target)} promises "
            f"{target.value} on it.",
            "value",
            (target.id,),
            agreement,
        )


@rule(
    "agreement-not-relied-on",
    subject=SupportAgreement,
    reads=(*BACKING, Target, Measure, Severity),
    severity=WARNING,
    source="L25",
    why="A promise can only be held against what stands behind it where the tie is said.",
    remedy="Enter a dependency of the promise on the agreement, or say which measure, severities "
    "and services the agreement is for.",
)
def agreement_not_relied_on(project: Project, row: SupportAgreement, on: date) -> Iterator[Flaw]:
    """An agreement about what is promised is named as standing behind the promise.

    One that takes longer than such a promise is a warning, or a hint where promises of another
    measure rest on it; so is one that nothing rests on.
    """
    del on
    owed = _owed(project, row)
    promises = possible_promises(project, row) if owed is not None else ()
    short = [one for one in promises if owed is not None and _promised(project, one) < owed]
    is_used = bool(relying(project, row))
    if owed is not None and short:
        flaw = _too_long(project, row, owed, short)
        yield replace(flaw, severity=HINT) if is_used else flaw
    elif promises and not is_used:
        yield Flaw(
            f"No promise is said to depend on {called(project, row)}, which owes {row.value}; "
            f"{called_each(project, promises)} may.",
            "",
            ids(promises),
            severity=HINT,
        )


def _too_long(
    project: Project, agreement: SupportAgreement, owed: Decimal, promises: list[Target]
) -> Flaw:
    """That an agreement takes longer than promises of which nobody said that they rest on it."""
    tight = min(promises, key=lambda one: _promised(project, one))
    length = agreement.value.duration if agreement.value else None
    is_elapsed = length is not None and length.minutes == owed
    elapsed = "" if is_elapsed else f" (about {hours_words(owed)} elapsed)"
    more = len(promises) - 1
    others = f" and {more} more promise{'s' * (more > 1)}" if more else ""
    return Flaw(
        f"{called(project, agreement)} owes {agreement.value}{elapsed}, longer than "
        f"{called(project, tight)} with {tight.value}{others}; nothing says whether the promise "
        "depends on it.",
        "",
        ids(promises),
    )


def _owed(project: Project, agreement: SupportAgreement) -> Decimal | None:
    """The comparable minutes that an agreement owes, in its own calendar."""
    length = owed_length(agreement)
    hours = week_hours(project.calendars.get(agreement.calendar))
    return minutes_of(length, hours) if length is not None else None


def _promised(project: Project, target: Target) -> Decimal:
    """The comparable minutes that a target promises."""
    length = length_of(target.value)
    minutes = minutes_of(length, usual_hours(project, target)) if length else None
    return minutes if minutes is not None else Decimal("Infinity")


@rule(
    "agreement-expires",
    subject=SupportAgreement,
    reads=(Document, Dependency),
    severity=WARNING,
    source="L26",
    why="From that day on the promise rests on nothing.",
    remedy="Prolong the agreement, or end the promise with it.",
)
def agreement_expires(project: Project, row: SupportAgreement, on: date) -> Iterator[Flaw]:
    """An agreement lasts as long as the document is in force."""
    until = project.the(Document).effective_to
    if row.expires is None:
        return
    if row.expires < on:
        used = bool(project.dependencies.where("agreement", row.id))
        yield Flaw(
            f"{called(project, row)} expired on {row.expires.isoformat()}.",
            "expires",
            severity=ERROR if used else None,
        )
    elif until is not None and row.expires < until:
        yield Flaw(
            f"{called(project, row)} expires on {row.expires.isoformat()}, before the document on "
            f"{until.isoformat()}.",
            "expires",
        )


@rule(
    "dispute-without-owner",
    subject=SupportAgreement,
    severity=HINT,
    source="S14",
    why="While two blame each other, nobody serves the client.",
    remedy="Say who owns the case meanwhile.",
)
def dispute_without_owner(project: Project, row: SupportAgreement, on: date) -> Iterator[Flaw]:
    """An agreement says who owns a case in dispute."""
    del on
    if not row.owner_in_dispute:
        yield Flaw(
            f"{called(project, row)} does not say who owns a case in dispute.", "owner_in_dispute"
        )
