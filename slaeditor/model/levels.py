"""Services, the levels they are sold at, and what each level includes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    colour,
    day,
    duration,
    flag,
    grant,
    money,
    number,
    prose,
    reference,
    references,
    text,
)
from slaeditor.model.readers import EVERYONE, NOBODY, SALES, STAFF, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.money import Money


class Offer(Choice):
    """Whether something can be had."""

    OFFERED = "offered", "Offered"
    ON_REQUEST = "on request", "On request, quoted"
    PLANNED = "planned", "Planned"
    LEGACY = "legacy", "Legacy: kept for those who have it"
    NOT_AVAILABLE = "not available", "Not available"


class LevelKind(Choice):
    """Whether a level stands alone, is only inherited from, or comes on top of another."""

    BASE = "base", "Base level: others inherit from it, nobody buys it"
    LEVEL = "level", "Service level"
    ADD_ON = "add-on", "Add-on to a level"


@entity("Service", "Services", icon="briefcase", area=Area.LEVELS)
class Service(Entity):
    """Something of value offered to a customer that levels apply to."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    aliases: str = text("Also called", readers=EVERYONE, default="")
    description: str = prose("What it is", readers=EVERYONE, default="")
    owner_role: str = reference("Service owner", to="Role", readers=TEAM, default="", needed=False)
    part_of: str = reference("Part of", to="Service", readers=EVERYONE, default="", needed=False)
    offer: Offer | None = choice("Offer", Offer, readers=EVERYONE, default=Offer.OFFERED)
    available_means: str = prose(
        "What “available” means", readers=EVERYONE, default="", help="When it counts as working."
    )
    in_scope: str = prose("Included", readers=EVERYONE, default="")
    out_of_scope: str = prose("Not included", readers=EVERYONE, default="")
    precondition: str = prose(
        "Applies only if", readers=EVERYONE, default="", help="For instance an architecture."
    )
    calendar: str = reference("Service hours", to="Calendar", readers=EVERYONE, default="")


@entity("Service level", "Service levels", icon="layers", area=Area.LEVELS)
class ServiceLevel(Entity):
    """A package of commitments a client can buy, such as Gold.

    What is not said for a level comes from the level it is based on.
    """

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    aliases: str = text("Also called", readers=EVERYONE, default="")
    kind: LevelKind = choice(
        "Kind", LevelKind, readers=EVERYONE, default=LevelKind.LEVEL, required=True
    )
    based_on: str = reference(
        "Based on",
        to="ServiceLevel",
        readers=EVERYONE,
        default="",
        needed=False,
        help="What this level does not say comes from there.",
    )
    adds_to: tuple[str, ...] = references(
        "Comes on top of", to="ServiceLevel", readers=EVERYONE, default=(), help="For an add-on."
    )
    ladder: str = text(
        "Ladder",
        readers=TEAM,
        default="",
        help="Levels of one ladder are compared: each must be at least as good as the one before. "
        "Give packages that are chosen independently another ladder.",
        suggestions=("Support", "Coverage"),
    )
    ordered: bool = flag(
        "Better than the level before it", readers=STAFF, default=True, help="In its ladder."
    )
    offer: Offer | None = choice("Offer", Offer, readers=EVERYONE, default=Offer.OFFERED)
    promise: str = prose("What the client gets", readers=EVERYONE, default="")
    for_whom: str = prose("For whom", readers=EVERYONE, default="")
    eligibility: str = prose(
        "Who can have it", readers=EVERYONE, default="", help="For instance by date of contract."
    )
    selling_note: str = prose("How to sell it", readers=SALES, default="")
    staff_note: str = prose("What staff must know", readers=STAFF, default="")
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    calendar: str = reference("Service hours", to="Calendar", readers=EVERYONE, default="")
    mark_colour: str = colour("Colour", readers=EVERYONE, default="")
    valid_from: date | None = day("Offered from", readers=EVERYONE, default=None)
    valid_to: date | None = day("Offered until", readers=EVERYONE, default=None)
    minimum_term: Duration | None = duration("Minimum term", readers=EVERYONE, default=None)
    notice: Duration | None = duration("Period of notice", readers=EVERYONE, default=None)
    renewal: str = text(
        "Renewal", readers=EVERYONE, default="", help="For instance: renews for a year."
    )
    floor_price: Money | None = money(
        "Lowest price anyone may accept",
        readers=SALES,
        default=None,
        help="What a client pays in all for one period, however many units it has.",
    )
    floor_basis: str = text("What the floor rests on", readers=NOBODY, default="")
    client_count: Decimal | None = number(
        "Clients at this level",
        readers=NOBODY,
        default=None,
        least=0,
        help="Where not all of them are entered; empty means those that are.",
    )
    cost_to_serve: Money | None = money(
        "Cost to serve a client for a month", readers=NOBODY, default=None
    )


@entity("Entitlement", "Entitlements", icon="list-checks", area=Area.LEVELS)
class Entitlement(Entity):
    """Something a level may include: named users, a review meeting, hours of training."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    section: str = text("Group", readers=EVERYONE, default="")
    description: str = prose("What it means", readers=EVERYONE, default="")
    staff_note: str = prose("How we deliver it", readers=STAFF, default="")


@entity(
    "Entitlement of a level",
    "Entitlements of levels",
    icon="table",
    area=Area.LEVELS,
    title=("level", "entitlement"),
    unique=("level", "entitlement"),
)
class LevelEntitlement(Entity):
    """What one level includes of an entitlement; a level that says nothing inherits."""

    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", owner=True, required=True
    )
    entitlement: str = reference(
        "Entitlement", to="Entitlement", readers=EVERYONE, default="", required=True
    )
    value: Grant | None = grant("Included", readers=EVERYONE, default=None)
    footnote: str = text("Footnote", readers=EVERYONE, default="")


@entity(
    "Variant",
    "Variants",
    icon="git-branch",
    area=Area.LEVELS,
    title=("dimension", "name"),
)
class Variant(Entity):
    """A further way in which promises or duties differ: region, component, team, type of work."""

    dimension: str = text(
        "Differs by",
        readers=EVERYONE,
        required=True,
        default="",
        suggestions=("Region", "Component", "Team", "Type of work", "Customer type", "Product"),
    )
    name: str = text("Name", readers=EVERYONE, required=True, default="")
    description: str = prose("What it is", readers=EVERYONE, default="")


class ChannelKind(Choice):
    """Whether somebody waits at the other end."""

    LIVE = "live", "Live: the client waits (telephone, chat)"
    DEFERRED = "deferred", "Deferred: the answer comes later (mail, form)"


@entity("Channel", "Channels", icon="phone", area=Area.PROMISES)
class Channel(Entity):
    """A way in which clients reach us."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    kind: ChannelKind | None = choice(
        "Kind", ChannelKind, readers=EVERYONE, default=ChannelKind.DEFERRED
    )
    address: str = text("Number or address", readers=EVERYONE, default="")
    disclosed: str = text(
        "Given to clients when", readers=TEAM, default="", help="For an address that is not public."
    )
    calendar: str = reference("Open", to="Calendar", readers=EVERYONE, default="", needed=False)
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    languages: str = text("Languages", readers=EVERYONE, default="")
    who_may_use: str = text("Who may use it", readers=EVERYONE, default="")
    description: str = prose("When to use it", readers=EVERYONE, default="")
    staff_note: str = prose("How staff handle it", readers=STAFF, default="")
