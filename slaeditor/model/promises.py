"""Severities, measures, clock rules and targets: what is promised, and how it is measured."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    duration,
    flag,
    number,
    prose,
    reference,
    references,
    target_value,
    text,
)
from slaeditor.model.readers import EVERYONE, STAFF, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.target_value import TargetValue


@entity("Severity", "Severities", icon="flame", area=Area.PROMISES)
class Severity(Entity):
    """How badly the client's work is hit; the most severe comes first."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    code: str = text("Code", readers=EVERYONE, default="")
    aliases: str = text("Also called", readers=EVERYONE, default="")
    definition: str = prose("Definition", readers=EVERYONE, default="")
    example: str = prose("For example", readers=EVERYONE, default="")
    counter_example: str = prose("Not, for example", readers=EVERYONE, default="")
    effort: str = prose(
        "Effort", readers=EVERYONE, default="", help="For instance: work goes on until it is lower."
    )
    customer_duty: str = prose("What the client does", readers=EVERYONE, default="")
    set_by: str = text("Who sets it", readers=EVERYONE, default="")
    disputed_by: str = text("Who may dispute it, and how", readers=EVERYONE, default="")
    changing: str = prose(
        "When it changes",
        readers=EVERYONE,
        default="",
        help="What happens to the clock when a case is raised, lowered or found to be none.",
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    starts_at: str = reference(
        "First handled by", to="Role", readers=TEAM, default="", needed=False
    )
    staff_note: str = prose("How staff handle it", readers=STAFF, default="")


@entity(
    "Severity of a level",
    "Severities of levels",
    icon="flame-kindling",
    area=Area.PROMISES,
    title=("level", "severity"),
    unique=("level", "service", "severity"),
)
class SeverityMeaning(Entity):
    """What a severity means in one level or service, where that differs."""

    severity: str = reference(
        "Severity", to="Severity", readers=EVERYONE, default="", owner=True, required=True
    )
    level: str = reference("Service level", to="ServiceLevel", readers=EVERYONE, default="")
    service: str = reference("Service", to="Service", readers=EVERYONE, default="")
    definition: str = prose("Definition", readers=EVERYONE, required=True, default="")
    example: str = prose("For example", readers=EVERYONE, default="")
    counter_example: str = prose("Not, for example", readers=EVERYONE, default="")


@entity(
    "Priority rule",
    "Priority matrix",
    icon="grid",
    area=Area.PROMISES,
    title=("impact", "urgency"),
    unique=("matrix", "impact", "urgency"),
)
class PriorityRule(Entity):
    """A cell of the matrix from impact and urgency to a severity, or a rule that overrides it."""

    matrix: str = text("Matrix", readers=EVERYONE, default="", help="Empty where there is one.")
    impact: str = text("Impact", readers=EVERYONE, required=True, default="")
    urgency: str = text("Urgency", readers=EVERYONE, required=True, default="")
    severity: str = reference(
        "Severity", to="Severity", readers=EVERYONE, default="", required=True
    )
    override: str = prose(
        "Overrides the matrix when", readers=EVERYONE, default="", help="Empty for a plain cell."
    )
    footnote: str = text("Footnote", readers=EVERYONE, default="")


class MeasureKind(Choice):
    """What sort of thing a measure observes."""

    TIME = "time", "Time from an event to another"
    AVAILABILITY = "availability", "Availability: share of time in working order"
    RATIO = "ratio", "Share of cases or events"
    COUNT = "count", "Count"
    SCORE = "score", "Score, such as satisfaction"
    QUANTITY = "quantity", "Other quantity, such as latency"


class Better(Choice):
    """Which way a measure improves."""

    LOWER = "lower", "Lower is better"
    HIGHER = "higher", "Higher is better"


class Aggregation(Choice):
    """How single cases become the figure of a period."""

    PER_CASE = "per case", "Every case by itself"
    SHARE = "share within", "Share of cases within the target"
    MEAN = "mean", "Mean"
    MEDIAN = "median", "Median"
    PERCENTILE = "percentile", "Percentile"
    AVAILABILITY = "availability", "Share of time available"
    TOTAL = "total", "Total"


@entity("Measure", "Measures", icon="gauge", area=Area.PROMISES)
class Measure(Entity):
    """Exactly what is observed: from which event to which, in what unit, by whose data."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    kind: MeasureKind | None = choice(
        "Kind", MeasureKind, readers=EVERYONE, default=MeasureKind.TIME
    )
    plain_definition: str = prose("In plain words", readers=EVERYONE, default="")
    start_event: str = text("Starts when", readers=EVERYONE, default="")
    stop_event: str = text("Stops when", readers=EVERYONE, default="")
    follows: str = reference(
        "Begins with the end of",
        to="Measure",
        readers=EVERYONE,
        default="",
        needed=False,
        help="The stage before, where the end of one starts the clock of the next.",
    )
    does_not_count: str = prose(
        "What does not count",
        readers=EVERYONE,
        default="",
        help="An automatic reply, for instance.",
    )
    unit: str = text("Unit", readers=EVERYONE, default="")
    better: Better | None = choice("Direction", Better, readers=EVERYONE, default=Better.LOWER)
    aggregation: Aggregation | None = choice(
        "Figure of a period", Aggregation, readers=EVERYONE, default=Aggregation.PER_CASE
    )
    percentile: Decimal | None = number(
        "Percentile", readers=EVERYONE, default=None, least=0, most=100
    )
    formula: str = prose("How it is calculated", readers=EVERYONE, default="")
    source_of_figures: str = text("Source of the figures", readers=EVERYONE, default="")
    reported: str = text("How and when it is reported", readers=EVERYONE, default="")
    verified_by: str = text("Who may verify it", readers=EVERYONE, default="")
    outcome: bool = flag(
        "Matters to the client by itself",
        readers=TEAM,
        default=False,
        help="An outcome the client feels, not only a technical figure.",
    )
    pairs_with: str = reference(
        "Guarded by",
        to="Measure",
        readers=STAFF,
        default="",
        needed=False,
        help="A measure of quality that shows when this one is met on paper only.",
    )


class ClockVerb(Choice):
    """What a rule does to a clock."""

    START = "start", "Starts"
    PAUSE = "pause", "Pauses"
    RESUME = "resume", "Resumes"
    STOP = "stop", "Stops"
    RESET = "reset", "Starts again"
    CANCEL = "cancel", "Is void"
    EXCLUDE = "exclude", "Does not count"
    CONTINUE = "continue", "Goes on"


@entity(
    "Clock rule",
    "Clock rules",
    icon="timer",
    area=Area.PROMISES,
    title=("measure", "verb", "condition"),
)
class ClockRule(Entity):
    """When the clock of a measure starts, pauses, resumes, stops or does not count."""

    measure: str = reference(
        "Measure", to="Measure", readers=EVERYONE, default="", owner=True, required=True
    )
    verb: ClockVerb = choice(
        "The clock", ClockVerb, readers=EVERYONE, default=ClockVerb.START, required=True
    )
    condition: str = prose("When", readers=EVERYONE, required=True, default="")
    longest: Duration | None = duration("At most for", readers=EVERYONE, default=None)
    allowance_period: str = text(
        "Per", readers=EVERYONE, default="", suggestions=("month", "quarter", "year", "case")
    )
    notice: Duration | None = duration("Announced ahead by", readers=EVERYONE, default=None)
    evidence: str = text("Shown by", readers=EVERYONE, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    staff_note: str = prose("How staff record it", readers=STAFF, default="")


class Strength(Choice):
    """How binding a promise is."""

    GUARANTEED = "guaranteed", "Guaranteed: missing it has a remedy"
    TARGET = "target", "Target: measured and reported, no remedy"
    BEST_EFFORT = "best effort", "Best effort: no time is promised"
    INTERNAL = "internal", "Internal goal: not part of any agreement"
    NOT_OFFERED = "not offered", "Not offered"


class Period(Choice):
    """Over which time a share or availability is counted."""

    DAY = "day", "Day"
    WEEK = "week", "Week"
    MONTH = "month", "Calendar month"
    BILLING_CYCLE = "billing cycle", "Billing cycle"
    QUARTER = "quarter", "Quarter"
    YEAR = "year", "Year"
    ROLLING = "rolling", "Rolling"


@entity(
    "Target",
    "Targets",
    icon="target",
    area=Area.PROMISES,
    title=("measure", "severity", "level", "service", "channel", "variants", "applies_when"),
    unique=("level", "service", "measure", "severity", "channel", "variants", "applies_when"),
)
class Target(Entity):
    """What is promised for a measure: for one level and severity, or wider where left open."""

    level: str = reference(
        "Service level",
        to="ServiceLevel",
        readers=EVERYONE,
        default="",
        owner=True,
        help="Empty means every level that says nothing else.",
    )
    measure: str = reference("Measure", to="Measure", readers=EVERYONE, default="", required=True)
    severity: str = reference(
        "Severity", to="Severity", readers=EVERYONE, default="", help="Empty means all."
    )
    service: str = reference(
        "Service", to="Service", readers=EVERYONE, default="", help="Empty means all."
    )
    channel: str = reference(
        "Channel", to="Channel", readers=EVERYONE, default="", help="Empty means all."
    )
    variants: tuple[str, ...] = references(
        "Only for", to="Variant", readers=EVERYONE, default=(), help="Region, component, …"
    )
    applies_when: str = text(
        "Only when",
        readers=EVERYONE,
        default="",
        help="A condition that tells two targets apart, such as: all users are hit.",
    )
    value: TargetValue | None = target_value("Promise", readers=EVERYONE, default=None)
    strength: Strength | None = choice(
        "Strength", Strength, readers=EVERYONE, default=Strength.TARGET
    )
    calendar: str = reference(
        "Counted in",
        to="Calendar",
        readers=EVERYONE,
        default="",
        help="Empty means the hours of the channel, level or service.",
    )
    counted_from: str = text(
        "Counted from", readers=EVERYONE, default="", help="Where it differs from the measure."
    )
    period: Period | None = choice("Counted over", Period, readers=EVERYONE, default=None)
    period_length: Duration | None = duration(
        "Length of the period", readers=EVERYONE, default=None, help="For a rolling period."
    )
    least_cases: Decimal | None = number(
        "Only from", readers=EVERYONE, default=None, unit="cases", least=0
    )
    least_outage: Duration | None = duration(
        "An outage counts from", readers=EVERYONE, default=None
    )
    counted_per: str = text(
        "Counted per", readers=EVERYONE, default="", suggestions=("client", "region", "instance")
    )
    condition: str = prose(
        "On condition that", readers=EVERYONE, default="", help="What must be true for it to hold."
    )
    footnote: str = text("Footnote", readers=EVERYONE, default="")
    internal_value: TargetValue | None = target_value(
        "Inside we aim for", readers=STAFF, default=None, help="Tighter than what is promised."
    )
    reason: str = prose("Why this value", readers=TEAM, default="")


@entity(
    "Maintenance window",
    "Maintenance windows",
    icon="wrench",
    area=Area.PROMISES,
)
class MaintenanceWindow(Entity):
    """Planned work: when it may happen, how long, how it is announced, and whether it counts."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    calendar: str = reference("When", to="Calendar", readers=EVERYONE, default="")
    at_most: Duration | None = duration("At most", readers=EVERYONE, default=None)
    per: Period | None = choice("Per", Period, readers=EVERYONE, default=None)
    notice: Duration | None = duration("Announced ahead by", readers=EVERYONE, default=None)
    counts_as_downtime: bool = flag("Counts as downtime", readers=EVERYONE, default=False)
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    description: str = prose("How it goes", readers=EVERYONE, default="")
