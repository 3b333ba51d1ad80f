"""Prices: plans with brackets, allowances, discounts anyone may grant, and their floor."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    day,
    duration,
    flag,
    grant,
    money,
    number,
    percent,
    price_value,
    prose,
    reference,
    references,
    text,
)
from slaeditor.model.levels import Offer
from slaeditor.model.readers import EVERYONE, SALES, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price


class PriceModel(Choice):
    """How a price follows from a quantity."""

    INCLUDED = "included", "Included: costs nothing extra"
    FLAT = "flat", "Flat: the same whatever the quantity"
    PER_UNIT = "per unit", "Per unit: price times quantity"
    GRADUATED = "graduated", "Graduated: each bracket's price for the units inside it"
    VOLUME = "volume", "Volume: the bracket reached sets the price of all units"
    BLOCK = "block", "Block: the bracket reached has one price"
    PERCENTAGE = "percentage", "Percentage of an amount, in brackets, with a minimum"
    TIME_AND_MATERIAL = "time and material", "By the hour, as used"
    QUOTED = "quoted", "Quoted"


class Billing(Choice):
    """When it is invoiced."""

    ONCE = "once", "Once"
    MONTHLY = "month", "Monthly"
    QUARTERLY = "quarter", "Quarterly"
    YEARLY = "year", "Yearly"
    AS_USED = "as used", "As used"


class Proration(Choice):
    """What a part of a period costs."""

    BY_DAY = "by day", "In proportion to the days"
    FULL = "full", "The full period"


@entity(
    "Price plan",
    "Price plans",
    icon="coins",
    area=Area.PRICES,
    title=("level", "name"),
)
class PricePlan(Entity):
    """What a level costs: a price per unit or period, brackets, a minimum, a set-up fee."""

    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", owner=True
    )
    service: str = reference("Service", to="Service", readers=EVERYONE, default="")
    name: str = text("Name", readers=EVERYONE, default="")
    model: PriceModel = choice(
        "Model", PriceModel, readers=EVERYONE, default=PriceModel.FLAT, required=True
    )
    price: Price | None = price_value("Price", readers=EVERYONE, default=None)
    unit_name: str = text(
        "Unit",
        readers=EVERYONE,
        default="",
        help="One of what is counted: user, server, campaign. Where several are called otherwise "
        "than in plain English, type both words: Maschine | Maschinen.",
    )
    percentage_of: str = text("Percentage of", readers=EVERYONE, default="")
    minimum: Money | None = money("At least", readers=EVERYONE, default=None)
    maximum: Money | None = money("At most", readers=EVERYONE, default=None)
    least_quantity: Decimal | None = number(
        "Smallest quantity", readers=EVERYONE, default=None, least=0
    )
    set_up: Money | None = money("Set-up fee", readers=EVERYONE, default=None)
    set_up_each: bool = flag(
        "Set-up for each unit",
        readers=EVERYONE,
        default=False,
        help="The fee is due for each of what is counted, not once for the contract.",
    )
    set_up_words: str = text("How the set-up is charged", readers=EVERYONE, default="")
    billing: Billing | None = choice("Invoiced", Billing, readers=EVERYONE, default=Billing.MONTHLY)
    paid_ahead: bool = flag("Paid ahead", readers=EVERYONE, default=False)
    proration: Proration | None = choice(
        "Part of a period", Proration, readers=EVERYONE, default=None
    )
    on_top: bool = flag(
        "Comes on top",
        readers=EVERYONE,
        default=False,
        help="Charged together with the other plan of the level, not instead of it.",
    )
    counted_per: str = text(
        "Counted per", readers=EVERYONE, default="", help="Account, site, contract."
    )
    tax: str = text("Tax", readers=EVERYONE, default="", suggestions=("plus VAT", "VAT included"))
    minimum_term: Duration | None = duration("Minimum term", readers=EVERYONE, default=None)
    valid_from: date | None = day("Valid from", readers=EVERYONE, default=None)
    valid_to: date | None = day("Valid until", readers=EVERYONE, default=None)
    offer: Offer | None = choice("Offer", Offer, readers=EVERYONE, default=Offer.OFFERED)
    listed: bool = flag(
        "Printed for clients",
        readers=TEAM,
        default=True,
        help="Otherwise clients read “on request”.",
    )
    description: str = prose("What it covers", readers=EVERYONE, default="")
    selling_note: str = prose("How to argue the price", readers=SALES, default="")


@entity(
    "Price bracket",
    "Price brackets",
    icon="bar-chart",
    area=Area.PRICES,
    title=("plan", "above", "up_to"),
)
class PriceBracket(Entity):
    """The price from one quantity to the next; the last bracket has no end."""

    plan: str = reference(
        "Price plan", to="PricePlan", readers=EVERYONE, default="", owner=True, required=True
    )
    above: Decimal | None = number("Above", readers=EVERYONE, default=Decimal(0), least=0)
    up_to: Decimal | None = number("Up to", readers=EVERYONE, default=None, least=0)
    unit_price: Money | None = money("Per unit", readers=EVERYONE, default=None)
    flat_price: Money | None = money("For the bracket", readers=EVERYONE, default=None)
    percentage: Percentage | None = percent("Percentage", readers=EVERYONE, default=None)
    words: str = text("Or in words", readers=EVERYONE, default="")


@entity(
    "Allowance",
    "Allowances",
    icon="package",
    area=Area.PRICES,
    title=("level", "name"),
)
class Allowance(Entity):
    """What a price includes in quantity, and what more of it costs."""

    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", owner=True
    )
    plan: str = reference("Price plan", to="PricePlan", readers=EVERYONE, default="")
    name: str = text("What", readers=EVERYONE, required=True, default="")
    quantity: Grant | None = grant("Included", readers=EVERYONE, default=None)
    over: Price | None = price_value("More of it costs", readers=EVERYONE, default=None)
    increment: str = text("Counted in steps of", readers=EVERYONE, default="")
    carries_over: bool = flag("Unused quantity carries over", readers=EVERYONE, default=False)
    carries_over_words: str = text("How it carries over", readers=EVERYONE, default="")
    not_covered: str = text("Not covered", readers=EVERYONE, default="")
    footnote: str = text("Footnote", readers=EVERYONE, default="")


class DiscountKind(Choice):
    """In what form less is charged."""

    PERCENT = "percent", "Percentage off"
    TERM = "term", "Longer term at the same price"
    FREE_MONTHS = "free months", "Months free"
    EXTRA_SERVICE = "extra service", "Extra service at no charge"


@entity(
    "Discount authority",
    "Discount authority",
    icon="badge-percent",
    area=Area.PRICES,
    starts=SALES,
    title=("role", "kind"),
)
class DiscountAuthority(Entity):
    """Who may grant how much, on which deals, for what in return, and who must approve more."""

    role: str = reference("Role", to="Role", readers=SALES, default="", required=True)
    kind: DiscountKind = choice(
        "Kind", DiscountKind, readers=SALES, default=DiscountKind.PERCENT, required=True
    )
    most: Percentage | None = percent("At most", readers=SALES, default=None, least=0)
    most_quantity: Decimal | None = number(
        "At most, in number", readers=SALES, default=None, help="Months or hours."
    )
    deal_from: Money | None = money("For deals from", readers=SALES, default=None)
    deal_to: Money | None = money("For deals below", readers=SALES, default=None)
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=SALES, default=(), help="None means all levels."
    )
    in_return: str = text("Only in return for", readers=SALES, default="")
    approver: str = reference(
        "More needs approval by", to="Role", readers=SALES, default="", needed=False
    )
    approve_within: Duration | None = duration("Answered within", readers=SALES, default=None)
    remark: str = prose("Remark", readers=SALES, default="")


class PromiseClass(Choice):
    """Whether sales may say it."""

    ALLOWED = "allowed", "May promise"
    NEEDS_APPROVAL = "needs approval", "Only with approval"
    FORBIDDEN = "forbidden", "Never"


@entity("Promise", "Promise matrix", icon="handshake", area=Area.SALES, starts=TEAM)
class Promise(Entity):
    """What sales may promise, what needs approval, what never, and the fact that backs it."""

    name: str = text("Promise", readers=TEAM, required=True, default="")
    kind: PromiseClass = choice(
        "May it be promised?",
        PromiseClass,
        readers=TEAM,
        default=PromiseClass.ALLOWED,
        required=True,
    )
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=TEAM, default=(), help="None means all levels."
    )
    backed_by: str = reference(
        "Backed by the target", to="Target", readers=TEAM, default="", needed=False
    )
    backed_by_scope: str = reference(
        "Backed by the scope", to="ScopeItem", readers=TEAM, default="", needed=False
    )
    approver: str = reference("Approved by", to="Role", readers=TEAM, default="", needed=False)
    approved_wording: str = prose("Say it like this", readers=TEAM, default="")
    forbidden_wording: str = prose("Never say", readers=TEAM, default="")
    why: str = prose("Why", readers=TEAM, default="")
