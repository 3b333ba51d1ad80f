"""Sales and service together: expectations, moods, disputes, evidence, meetings."""

from __future__ import annotations

from datetime import date

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    day,
    duration,
    flag,
    prose,
    reference,
    references,
    text,
    whole,
)
from slaeditor.model.readers import EVERYONE, STAFF, TEAM
from slaeditor.model.values.duration import Duration


class Side(Choice):
    """Which of the two departments."""

    SALES = "sales", "Sales"
    SERVICE = "service", "Service"


@entity("Expectation", "Expectations", icon="git-compare", area=Area.SALES, starts=TEAM)
class Expectation(Entity):
    """A question one department was asked about the other, its answer, and what both agreed."""

    name: str = text("Question", readers=TEAM, required=True, default="")
    asked_of: Side | None = choice("Asked of", Side, readers=TEAM, default=Side.SALES)
    answer: str = prose("Answer", readers=TEAM, default="")
    reply: str = prose("What the other side says to it", readers=TEAM, default="")
    agreed: str = prose("Agreed", readers=TEAM, default="")
    agreed_on: date | None = day("Agreed on", readers=TEAM, default=None)
    known_to_sales: bool = flag("Sales knows", readers=TEAM, default=False)
    known_to_service: bool = flag("Service knows", readers=TEAM, default=False)


class SalesPart(Choice):
    """What Sales does at a level of dissatisfaction."""

    NONE = "none", "Nothing: service handles it"
    INFORMED = "informed", "Is informed"
    JOINS = "joins", "Joins in"
    LEADS = "leads", "Leads"


@entity("Rung", "Dissatisfaction ladder", icon="frown", area=Area.SALES, starts=TEAM)
class DissatisfactionLevel(Entity):
    """A step of a client's dissatisfaction: its signals, who is warned, who may offer what."""

    name: str = text("Name", readers=TEAM, required=True, default="")
    signals: str = prose("Signals", readers=TEAM, default="")
    warn: str = reference("Service warns", to="Role", readers=TEAM, default="", needed=False)
    warned_by: str = reference("Warned by", to="Role", readers=TEAM, default="", needed=False)
    within: Duration | None = duration("Within", readers=TEAM, default=None)
    sales_part: SalesPart | None = choice("Sales", SalesPart, readers=TEAM, default=SalesPart.NONE)
    allowed_offers: str = prose("May be offered", readers=TEAM, default="")
    offered_by: tuple[str, ...] = references(
        "By", to="Role", readers=TEAM, default=(), needed=False
    )
    actions: str = prose("What we do", readers=TEAM, default="")
    exit_criteria: str = prose("Over when", readers=TEAM, default="")


@entity("Disputed facts", "Disputed facts", icon="search", area=Area.SALES, starts=TEAM)
class DisputeStep(Entity):
    """What we do when the client's account cannot be what happened."""

    name: str = text("Step", readers=TEAM, required=True, default="")
    what: str = prose("What we do", readers=TEAM, default="")
    who: str = reference("Who", to="Role", readers=TEAM, default="", needed=False)
    within: Duration | None = duration("Within", readers=TEAM, default=None)
    what_we_say: str = prose("What we say", readers=TEAM, default="")
    never: str = prose("What we never do", readers=TEAM, default="")


@entity("Competitor", "Competitors", icon="swords", area=Area.SALES, starts=TEAM)
class CompetitorNote(Entity):
    """What clients compare us with, and what to answer."""

    name: str = text("Competitor", readers=TEAM, required=True, default="")
    claim: str = prose("What they say", readers=TEAM, default="")
    comparison: str = prose("How we compare", readers=TEAM, default="")
    answer: str = prose("What to answer", readers=TEAM, default="")
    heard_on: date | None = day("Heard on", readers=TEAM, default=None)
    taken_from: str = text("Heard from", readers=TEAM, default="")


class EvidenceKind(Choice):
    """What sort of proof it is."""

    TESTIMONIAL = "testimonial", "Testimonial"
    MEASURED = "measured", "Measured result"
    REFERENCE = "reference", "Reference client"
    CERTIFICATE = "certificate", "Certificate"


@entity("Evidence", "Evidence", icon="award", area=Area.SALES, starts=TEAM)
class Evidence(Entity):
    """What backs a claim: a testimonial, a measured result, a certificate."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    kind: EvidenceKind | None = choice(
        "Kind", EvidenceKind, readers=EVERYONE, default=EvidenceKind.MEASURED
    )
    words: str = prose("What it says", readers=EVERYONE, default="")
    taken_from: str = text("From", readers=TEAM, default="")
    dated: date | None = day("Date", readers=EVERYONE, default=None)
    may_be_shown: bool = flag("May be shown to clients", readers=TEAM, default=False)
    backs: str = reference("Backs the target", to="Target", readers=TEAM, default="", needed=False)


@entity("Sales incentive", "Sales incentives", icon="gift", area=Area.SALES, starts=TEAM)
class Incentive(Entity):
    """What a salesperson gains or loses with a sale, and how it is tied to the client staying."""

    name: str = text("Name", readers=TEAM, required=True, default="")
    role: str = reference("For", to="Role", readers=TEAM, default="", needed=False)
    rule: str = prose("Rule", readers=TEAM, default="")
    tied_to_retention: bool = flag("Depends on the client staying", readers=TEAM, default=False)
    held_back_for: Duration | None = duration("Held back for", readers=TEAM, default=None)
    taken_back_when: str = prose("Taken back when", readers=TEAM, default="")


@entity("Joint meeting", "Joint meetings", icon="calendar-heart", area=Area.SALES, starts=TEAM)
class JointMeeting(Entity):
    """A regular meeting of two departments: who comes, what for, how often."""

    name: str = text("Name", readers=TEAM, required=True, default="")
    every: Duration | None = duration("Every", readers=TEAM, default=None)
    participants: tuple[str, ...] = references(
        "Participants", to="Role", readers=TEAM, default=(), needed=False
    )
    agenda: str = prose("Agenda", readers=TEAM, default="")
    result: str = text("Result", readers=TEAM, default="")


@entity("Pairing", "Pairings", icon="link", area=Area.SALES, starts=TEAM)
class Pairing(Entity):
    """A service role paired with a sales role: for what, and who takes over when."""

    name: str = text("Name", readers=TEAM, required=True, default="")
    service_role: str = reference("Service", to="Role", readers=TEAM, default="", required=True)
    sales_role: str = reference("Sales", to="Role", readers=TEAM, default="", required=True)
    purpose: str = prose("What for", readers=TEAM, default="")
    cross_training: str = prose("What they teach each other", readers=TEAM, default="")
    may_offer: str = prose("What service may offer more", readers=TEAM, default="")
    hands_over_when: str = prose("When service hands over", readers=TEAM, default="")


@entity(
    "News worth passing on", "News worth passing on", icon="newspaper", area=Area.SALES, starts=TEAM
)
class NewsRule(Entity):
    """Which news about a client is worth passing on, to whom, how fast."""

    name: str = text("News", readers=TEAM, required=True, default="")
    to_roles: tuple[str, ...] = references("To", to="Role", readers=TEAM, default=(), needed=False)
    from_role: str = reference("From", to="Role", readers=TEAM, default="", needed=False)
    within: Duration | None = duration("Within", readers=TEAM, default=None)
    means: str = text("By", readers=TEAM, default="")
    why: str = prose("Why it matters", readers=TEAM, default="")


@entity("Breach report", "Breach reports", icon="megaphone", area=Area.SALES)
class BreachReport(Entity):
    """How the client is told of a missed promise before finding out."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    measure: str = reference("For", to="Measure", readers=EVERYONE, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    trigger: str = text("When", readers=EVERYONE, default="")
    told_within: Duration | None = duration(
        "The client is told within", readers=EVERYONE, default=None
    )
    told_by: str = reference("By", to="Role", readers=EVERYONE, default="", needed=False)
    content: str = prose("What is said", readers=EVERYONE, default="")
    follow_up: str = prose("What follows", readers=EVERYONE, default="")
    staff_note: str = prose("How staff prepare it", readers=STAFF, default="")


@entity("Follow-up", "Follow-up after the sale", icon="calendar-check", area=Area.SALES)
class FollowUp(Entity):
    """A planned contact after the sale: when, by whom, what is asked."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    after: Duration | None = duration("After the start", readers=EVERYONE, default=None)
    repeat_every: Duration | None = duration("Repeated every", readers=EVERYONE, default=None)
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    who: str = reference("Who", to="Role", readers=EVERYONE, default="", needed=False)
    what: str = prose("What happens", readers=EVERYONE, default="")
    questions: str = prose("What we ask", readers=TEAM, default="")
    warns: str = text("Warns us when", readers=TEAM, default="")


@entity("Report", "Reports and reviews", icon="clipboard-list", area=Area.PROMISES)
class Report(Entity):
    """A regular report or review: how often, by what means, from whom, to whom."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    every: Duration | None = duration("Every", readers=EVERYONE, default=None)
    cadence_words: str = text("How often, in words", readers=EVERYONE, default="")
    method: str = text("How it is given", readers=EVERYONE, default="")
    owner_role: str = reference("By", to="Role", readers=EVERYONE, default="", needed=False)
    participants: tuple[str, ...] = references(
        "For", to="Role", readers=EVERYONE, default=(), needed=False
    )
    content: str = prose("Content", readers=EVERYONE, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    is_meeting: bool = flag("Is a meeting", readers=EVERYONE, default=False)
    last_on: date | None = day("Last", readers=TEAM, default=None)
    next_on: date | None = day("Next", readers=EVERYONE, default=None)
    misses_allowed: int = whole("Misses before a plan is due", readers=EVERYONE, default=0, least=0)
