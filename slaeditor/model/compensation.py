"""Credits, penalties and rewards: what follows when a target is missed or exceeded."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    duration,
    flag,
    money,
    number,
    percent,
    prose,
    reference,
    references,
    target_value,
    text,
    whole,
)
from slaeditor.model.readers import EVERYONE, STAFF
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue


class Direction(Choice):
    """Who gains."""

    CREDIT = "credit", "Service credit: the client pays less"
    BONUS = "bonus", "Bonus: the client pays more"
    REWARD = "reward", "Reward: the team gains"
    PENALTY = "penalty", "Penalty: the team or a supplier loses"


class Method(Choice):
    """How the amount follows from the result."""

    BANDS = "bands", "Bands: one amount per range of results"
    STEP = "step", "Steps: an amount for every so much"
    PER_CASE = "per case", "Per case, day or event"
    FORMULA = "formula", "Formula in words"


class StepRounding(Choice):
    """What a part of a step counts."""

    WHOLE_ONLY = "whole only", "Only whole steps count"
    PART_COUNTS_WHOLE = "part counts whole", "A part counts as a whole step"
    PRO_RATA = "pro rata", "Parts count in proportion"


class Claim(Choice):
    """Whether the client has to ask."""

    AUTOMATIC = "automatic", "Automatic"
    ON_REQUEST = "on request", "On request"


class Payout(Choice):
    """In what form it is given."""

    NEXT_INVOICE = "next invoice", "Credit on the next invoice"
    REFUND = "refund", "Refund"
    HOURS = "hours", "Service hours"
    EXTENSION = "extension", "Longer term"
    PAYROLL = "payroll", "With the salary"


class Combine(Choice):
    """What happens when several apply at once."""

    HIGHEST = "highest", "Only the highest"
    SUM = "sum", "All together"
    SUM_CAPPED = "sum, capped", "All together up to the cap"


@entity(
    "Credit or reward",
    "Credits and rewards",
    icon="scale",
    area=Area.PRICES,
)
class Compensation(Entity):
    """What is owed when a target is missed or exceeded, and how it is claimed."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    direction: Direction = choice(
        "Direction", Direction, readers=EVERYONE, default=Direction.CREDIT, required=True
    )
    measure: str = reference(
        "For the measure", to="Measure", readers=EVERYONE, default="", required=True
    )
    targets: tuple[str, ...] = references(
        "For the targets",
        to="Target",
        readers=EVERYONE,
        default=(),
        help="None means all of the measure.",
    )
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    variants: tuple[str, ...] = references("Only for", to="Variant", readers=EVERYONE, default=())
    beneficiary: str = text("Goes to", readers=EVERYONE, default="")
    base: str = text(
        "Counted on",
        readers=EVERYONE,
        default="",
        help="Which charges of which period, minus what.",
    )
    method: Method = choice("Method", Method, readers=EVERYONE, default=Method.BANDS, required=True)
    baseline: Decimal | None = number(
        "Steps count from", readers=EVERYONE, default=None, help="Empty means from the target."
    )
    step_size: Decimal | None = number("For every", readers=EVERYONE, default=None)
    step_share: Percentage | None = percent("A step is", readers=EVERYONE, default=None)
    step_money: Money | None = money("A step is, in money", readers=EVERYONE, default=None)
    step_rounding: StepRounding | None = choice(
        "Parts of a step", StepRounding, readers=EVERYONE, default=StepRounding.WHOLE_ONLY
    )
    dead_band: Decimal | None = number(
        "Tolerance", readers=EVERYONE, default=None, help="Nothing is owed within it."
    )
    per_case: str = text(
        "Per", readers=EVERYONE, default="", help="Per what: late case, bad day, hour of outage."
    )
    case_share: Percentage | None = percent(
        "A case is", readers=EVERYONE, default=None, help="As a share of the base."
    )
    case_money: Money | None = money("A case is, in money", readers=EVERYONE, default=None)
    case_factor: Decimal | None = number(
        "A case is, times the base", readers=EVERYONE, default=None
    )
    counts_when: str = text(
        "A case counts when", readers=EVERYONE, default="", help="For instance: out for over 5 min."
    )
    formula: str = prose("Formula in words", readers=EVERYONE, default="")
    cap_share: Percentage | None = percent("At most", readers=EVERYONE, default=None)
    cap_money: Money | None = money("At most, in money", readers=EVERYONE, default=None)
    cap_period: str = text(
        "Per", readers=EVERYONE, default="", suggestions=("month", "year", "contract")
    )
    second_cap_share: Percentage | None = percent(
        "Second limit", readers=EVERYONE, default=None, help="Beside the first, over another time."
    )
    second_cap_money: Money | None = money("Second limit, in money", readers=EVERYONE, default=None)
    second_cap_period: str = text(
        "Second limit per",
        readers=EVERYONE,
        default="",
        suggestions=("month", "year", "contract"),
    )
    second_cap: str = text(
        "Second limit, in words",
        readers=EVERYONE,
        default="",
        help="Where no figure says it; words limit nothing that is worked out.",
    )
    smallest: Money | None = money("Paid only from", readers=EVERYONE, default=None)
    weight: Percentage | None = percent(
        "Weight", readers=EVERYONE, default=None, help="Weights of one pool sum to 100 %."
    )
    combine: Combine | None = choice("With others", Combine, readers=EVERYONE, default=None)
    claim: Claim | None = choice("Claim", Claim, readers=EVERYONE, default=Claim.ON_REQUEST)
    claim_within: Duration | None = duration("Claimed within", readers=EVERYONE, default=None)
    claim_from: str = text(
        "Counted from",
        readers=EVERYONE,
        default="",
        suggestions=("the incident", "the end of the month", "the end of the quarter"),
    )
    claim_route: str = text("Claimed by", readers=EVERYONE, default="")
    decided_within: Duration | None = duration(
        "Claim answered within", readers=EVERYONE, default=None
    )
    evidence: str = prose("To be shown", readers=EVERYONE, default="")
    payout: Payout | None = choice(
        "Given as", Payout, readers=EVERYONE, default=Payout.NEXT_INVOICE
    )
    paid_within: Duration | None = duration("Given within", readers=EVERYONE, default=None)
    sole_remedy: bool = flag("The only remedy", readers=EVERYONE, default=False)
    transferable: str = text("Transfer and cash", readers=EVERYONE, default="")
    earn_back: str = prose("Earned back when", readers=EVERYONE, default="")
    termination_misses: int = whole(
        "The client may leave after", readers=EVERYONE, default=0, unit="misses", least=0
    )
    termination_window: int = whole("Out of", readers=EVERYONE, default=0, unit="periods", least=0)
    termination_below: Percentage | None = percent("Or once below", readers=EVERYONE, default=None)
    consequence: str = prose(
        "What else follows", readers=EVERYONE, default="", help="An analysis, a plan, a report."
    )
    exclusions: str = prose("Not owed when", readers=EVERYONE, default="")
    valid_words: str = text("Applies to contracts", readers=EVERYONE, default="")
    staff_note: str = prose("How staff handle it", readers=STAFF, default="")


@entity(
    "Band",
    "Bands",
    icon="bar-chart",
    area=Area.PRICES,
    title=("compensation", "lower", "upper"),
)
class CompensationBand(Entity):
    """A range of results with one amount; an empty end is open."""

    compensation: str = reference(
        "Credit or reward",
        to="Compensation",
        readers=EVERYONE,
        default="",
        owner=True,
        required=True,
    )
    lower: Decimal | None = number("From", readers=EVERYONE, default=None)
    lower_included: bool = flag("From is included", readers=EVERYONE, default=True)
    upper: Decimal | None = number("To", readers=EVERYONE, default=None)
    upper_included: bool = flag("To is included", readers=EVERYONE, default=False)
    share: Percentage | None = percent("Share of the base", readers=EVERYONE, default=None)
    amount: Money | None = money("Amount", readers=EVERYONE, default=None)
    hours: Decimal | None = number("Hours", readers=EVERYONE, default=None)
    words: str = text("Or in words", readers=EVERYONE, default="")


@entity(
    "Further test",
    "Further tests",
    icon="list-filter",
    area=Area.PRICES,
    title=("compensation", "measure"),
)
class CompensationTest(Entity):
    """A second measure that must also be met, or missed, for a credit or reward to be owed."""

    compensation: str = reference(
        "Credit or reward",
        to="Compensation",
        readers=EVERYONE,
        default="",
        owner=True,
        required=True,
    )
    measure: str = reference("Measure", to="Measure", readers=EVERYONE, default="", required=True)
    value: TargetValue | None = target_value(
        "Must be", readers=EVERYONE, required=True, default=None
    )
