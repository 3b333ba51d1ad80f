"""Escalation: ladders of steps that fire by the clock, by an event or on the client's demand."""

from __future__ import annotations

from datetime import datetime

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    duration,
    flag,
    moment,
    percent,
    prose,
    reference,
    references,
    text,
    whole,
)
from slaeditor.model.readers import EVERYONE, STAFF, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage


class EscalationKind(Choice):
    """Towards what a ladder climbs."""

    FUNCTIONAL = "functional", "Functional: to more skill"
    HIERARCHICAL = "hierarchical", "Hierarchical: to more authority"
    COMMERCIAL = "commercial", "Commercial: to those who own the account"
    CUSTOMER = "customer", "By the client: on request with a reason"
    DISPUTE = "dispute", "Dispute"


@entity(
    "Escalation policy",
    "Escalation policies",
    icon="trending-up",
    area=Area.WORK,
)
class EscalationPolicy(Entity):
    """A ladder of steps for some levels, services or severities."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    kind: EscalationKind | None = choice(
        "Kind", EscalationKind, readers=EVERYONE, default=EscalationKind.HIERARCHICAL
    )
    description: str = prose("What it is for", readers=EVERYONE, default="")
    measure: str = reference(
        "Watches",
        to="Measure",
        readers=EVERYONE,
        default="",
        help="Whose due time the steps count from.",
    )
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    reasons: str = prose("Reasons that count", readers=EVERYONE, default="")
    allowed_when: str = prose("Allowed when", readers=EVERYONE, default="")
    at_most_once_per: Duration | None = duration("At most once per", readers=EVERYONE, default=None)
    sequential: bool = flag("Steps may not be skipped", readers=EVERYONE, default=False)
    channel: str = reference("Only by", to="Channel", readers=EVERYONE, default="", needed=False)
    must_bring: str = text("Must bring", readers=EVERYONE, default="")
    superseded_by: str = text("Superseded by", readers=EVERYONE, default="")
    ends_when: str = text("Ends when", readers=EVERYONE, default="")
    staff_note: str = prose("What staff must know", readers=STAFF, default="")


class Trigger(Choice):
    """What makes a step fire."""

    AFTER_START = "after start", "Time after the start"
    AT_SHARE = "at share", "Share of the time used up"
    BEFORE_DUE = "before due", "Time before it is due"
    AFTER_DUE = "after due", "Time after it was due"
    NO_ACKNOWLEDGEMENT = "no acknowledgement", "Nobody acknowledged the step before"
    AFTER_PREVIOUS = "after previous", "Time after the step before"
    EVENT = "event", "An event"
    ON_REQUEST = "on request", "The client asks"
    REPEATED_BREACH = "repeated breach", "A target is missed again"
    DISSATISFACTION = "dissatisfaction", "The client's mood"


@entity(
    "Escalation step",
    "Escalation steps",
    icon="arrow-up-right",
    area=Area.WORK,
    title=("policy", "name"),
)
class EscalationStep(Entity):
    """When it fires, who is told, by what channel, and what is expected of them."""

    policy: str = reference(
        "Policy", to="EscalationPolicy", readers=EVERYONE, default="", owner=True, required=True
    )
    name: str = text("Name", readers=EVERYONE, default="")
    rung: int = whole(
        "Rung", readers=EVERYONE, default=0, least=0, help="Steps of one rung happen together."
    )
    trigger: Trigger = choice(
        "Fires", Trigger, readers=EVERYONE, default=Trigger.AFTER_DUE, required=True
    )
    after: Duration | None = duration("Time", readers=EVERYONE, default=None)
    share: Percentage | None = percent("Share", readers=EVERYONE, default=None, least=0)
    event: str = text("Event", readers=EVERYONE, default="")
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    from_role: str = reference("From", to="Role", readers=EVERYONE, default="", needed=False)
    to_roles: tuple[str, ...] = references("To", to="Role", readers=EVERYONE, default=())
    to_client: bool = flag("The client is told", readers=EVERYONE, default=False)
    inform_roles: tuple[str, ...] = references(
        "Also inform", to="Role", readers=EVERYONE, default=(), needed=False
    )
    channel: str = reference("By", to="Channel", readers=EVERYONE, default="", needed=False)
    means: str = text("By what means", readers=EVERYONE, default="")
    action: str = prose("What happens", readers=EVERYONE, default="")
    staff_action: str = prose("What staff do", readers=STAFF, default="")
    what_we_say: str = prose("What we say to the client", readers=EVERYONE, default="")
    acknowledge_within: Duration | None = duration(
        "Acknowledged within", readers=EVERYONE, default=None
    )
    repeat_every: Duration | None = duration("Repeated every", readers=EVERYONE, default=None)
    until: str = text("Until", readers=EVERYONE, default="")
    may_refuse: str = text("May be refused", readers=EVERYONE, default="")
    why: str = prose("Why", readers=TEAM, default="")


@entity(
    "Worked example",
    "Worked examples",
    icon="lightbulb",
    area=Area.WORK,
)
class WorkedExample(Entity):
    """A case that is followed through the clock: when it is due and when each step fires."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", required=True
    )
    severity: str = reference("Severity", to="Severity", readers=EVERYONE, default="")
    service: str = reference("Service", to="Service", readers=EVERYONE, default="")
    channel: str = reference("Channel", to="Channel", readers=EVERYONE, default="")
    starts: datetime | None = moment("Starts", readers=EVERYONE, required=True, default=None)
    paused_from: datetime | None = moment("Paused from", readers=EVERYONE, default=None)
    paused_until: datetime | None = moment("Paused until", readers=EVERYONE, default=None)
    further_pauses: str = text(
        "Further pauses",
        readers=EVERYONE,
        default="",
        help="With semicolons between: 2026-12-28 10:00 – 2026-12-28 12:00.",
    )
    pause_reason: str = text("Reason of the pause", readers=EVERYONE, default="")
    story: str = prose("What happened", readers=EVERYONE, default="")
