"""Clients, their special deals, and the words we use with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    day,
    grant,
    number,
    percent,
    price_value,
    prose,
    reference,
    references,
    target_value,
    text,
    zone,
)
from slaeditor.model.readers import CLIENT, EVERYONE, NOBODY, SALES, STAFF, TEAM
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue


@entity("Client", "Clients", icon="users", area=Area.SALES, starts=EVERYONE)
class Client(Entity):
    """A customer with its level; its own handbook shows its level, prices and deals.

    A client starts open to clients, since no handbook but its own ever shows it to one.
    """

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", needed=False
    )
    add_ons: tuple[str, ...] = references(
        "Add-ons", to="ServiceLevel", readers=EVERYONE, default=(), needed=False
    )
    quantity: Decimal | None = number("Quantity", readers=EVERYONE, default=None, least=0)
    counted_otherwise: str = text(
        "Counted otherwise",
        readers=EVERYONE,
        default="",
        help="How many the client has of what some of its price plans count in another unit, with "
        "commas between: 3 scanners, 2 old devices.",
    )
    plans: tuple[str, ...] = references(
        "Pays by",
        to="PricePlan",
        readers=EVERYONE,
        default=(),
        needed=False,
        help="Where the level or an add-on has several price plans, such as one for each currency. "
        "None means the first.",
    )
    since: date | None = day("Client since", readers=EVERYONE, default=None)
    contract_until: date | None = day("Contract until", readers=EVERYONE, default=None)
    contact: str = text("Their contact", readers=EVERYONE, default="")
    account_role: str = reference(
        "Looked after by", to="Role", readers=EVERYONE, default="", needed=False
    )
    time_zone: str = zone("Time zone of their headquarters", readers=EVERYONE, default="")
    calendar: str = reference("Service hours agreed", to="Calendar", readers=EVERYONE, default="")
    prepared_for: str = text(
        "Prepared for",
        readers=CLIENT,
        default="",
        help="A person or department of theirs, on the cover of their own handbook.",
    )
    welcome: str = prose("Words of welcome in their handbook", readers=CLIENT, default="")
    staff_note: str = prose("What staff must know", readers=STAFF, default="")
    sales_note: str = prose("What sales must know", readers=SALES, default="")


class DealKind(Choice):
    """In what way a deal departs from the level."""

    DEVIATION = "deviation", "Deviation: other than the level says"
    AMENDMENT = "amendment", "Amendment: in addition to the level"
    EXCEPTION = "exception", "Exception: once, for a case"
    WAIVER = "waiver", "Waiver: a duty or charge is dropped"


class DealStatus(Choice):
    """How far a special deal has come."""

    PROPOSED = "proposed", "Proposed"
    APPROVED = "approved", "Approved"
    ENDED = "ended", "Ended"
    REFUSED = "refused", "Refused"


@entity("Special deal", "Special deals", icon="sparkles", area=Area.SALES)
class SpecialDeal(Entity):
    """What one client has otherwise than its level says, who granted it and until when."""

    client: str = reference(
        "Client", to="Client", readers=EVERYONE, default="", owner=True, required=True
    )
    name: str = text("What is different", readers=EVERYONE, required=True, default="")
    kind: DealKind | None = choice("Kind", DealKind, readers=TEAM, default=DealKind.DEVIATION)
    target: str = reference("Instead of the target", to="Target", readers=EVERYONE, default="")
    plan: str = reference("For the price plan", to="PricePlan", readers=EVERYONE, default="")
    entitlement: str = reference(
        "For the entitlement", to="Entitlement", readers=EVERYONE, default=""
    )
    standard: str = text("Usually", readers=EVERYONE, default="")
    agreed: str = text("Agreed, in words", readers=EVERYONE, default="")
    agreed_target: TargetValue | None = target_value(
        "Agreed promise", readers=EVERYONE, default=None
    )
    agreed_price: Price | None = price_value("Agreed price", readers=EVERYONE, default=None)
    agreed_discount: Percentage | None = percent(
        "Agreed discount",
        readers=EVERYONE,
        default=None,
        least=0,
        most=100,
        help="Off the price plan that is named; without one, off every plan the client pays by.",
    )
    agreed_grant: Grant | None = grant("Agreed entitlement", readers=EVERYONE, default=None)
    reason: str = prose("Reason", readers=TEAM, default="")
    granted_by: str = reference("Granted by", to="Role", readers=TEAM, default="", needed=False)
    approved_by: str = reference("Approved by", to="Role", readers=TEAM, default="", needed=False)
    valid_from: date | None = day("From", readers=EVERYONE, default=None)
    valid_to: date | None = day("Until", readers=EVERYONE, default=None)
    service_informed_on: date | None = day("Service told on", readers=TEAM, default=None)
    acknowledged_on: date | None = day("Acknowledged by service on", readers=TEAM, default=None)
    acknowledged_by: str = reference(
        "Acknowledged by", to="Role", readers=TEAM, default="", needed=False
    )
    cost_note: str = text("What it costs us", readers=NOBODY, default="")
    status: DealStatus | None = choice(
        "Status", DealStatus, readers=TEAM, default=DealStatus.PROPOSED
    )


@entity("Talking point", "Talking points", icon="message-circle", area=Area.SALES, starts=TEAM)
class TalkingPoint(Entity):
    """What to say about something, in the client's words, and what proves it."""

    name: str = text("Topic", readers=EVERYONE, required=True, default="")
    words: str = prose("What to say", readers=EVERYONE, default="")
    for_whom: str = text("To whom", readers=TEAM, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    evidence: str = reference("Proof", to="Evidence", readers=TEAM, default="", needed=False)
    avoid: str = prose("What not to say", readers=TEAM, default="")


@entity("Term", "Glossary", icon="book-a", area=Area.DOCUMENT)
class GlossaryTerm(Entity):
    """A word with its meaning, plainly, for people to whom the work is foreign."""

    name: str = text("Term", readers=EVERYONE, required=True, default="")
    aliases: str = text("Also", readers=EVERYONE, default="")
    meaning: str = prose("Meaning", readers=EVERYONE, required=True, default="")
    internal_meaning: str = prose("What staff add", readers=STAFF, default="")


@entity("Question", "Questions and answers", icon="circle-help", area=Area.SALES)
class Question(Entity):
    """A question clients ask, with the answer we give."""

    name: str = text("Question", readers=EVERYONE, required=True, default="")
    answer: str = prose("Answer", readers=EVERYONE, default="")
    section: str = text("Group", readers=EVERYONE, default="")
    behind_it: str = prose("What is behind the question", readers=TEAM, default="")
