"""What is in scope, what the client owes, what runs its course and who approves what."""

from __future__ import annotations

from datetime import date

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    choice,
    day,
    duration,
    money,
    prose,
    reference,
    references,
    text,
)
from slaeditor.model.readers import EVERYONE, NOBODY, STAFF, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money


class ScopeClass(Choice):
    """Whether something is supported."""

    SUPPORTED = "supported", "Supported"
    BEST_EFFORT = "best effort", "Best effort"
    CHARGEABLE = "chargeable", "At extra charge"
    NOT_SUPPORTED = "not supported", "Not supported"
    LIMITATION = "limitation", "Known limitation"


@entity("Scope item", "Scope", icon="scan", area=Area.WORK)
class ScopeItem(Entity):
    """Something we do or do not support, and where to send it otherwise."""

    name: str = text("Topic", readers=EVERYONE, required=True, default="")
    kind: ScopeClass = choice(
        "Supported?", ScopeClass, readers=EVERYONE, default=ScopeClass.SUPPORTED, required=True
    )
    section: str = text("Group", readers=EVERYONE, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    explanation: str = prose("Explanation", readers=EVERYONE, default="")
    charge: Money | None = money("Charge", readers=EVERYONE, default=None)
    charge_words: str = text("How it is charged", readers=EVERYONE, default="")
    send_to: str = reference("Send it to", to="Role", readers=EVERYONE, default="", needed=False)
    send_to_words: str = text("Where clients turn", readers=EVERYONE, default="")
    what_we_say: str = prose("What we say", readers=TEAM, default="")
    staff_note: str = prose("What staff do", readers=STAFF, default="")
    workaround: str = prose("Way round it", readers=EVERYONE, default="")
    expected_until: date | None = day("Expected to be gone by", readers=NOBODY, default=None)


class IfNotMet(Choice):
    """What follows when a client does not do its part."""

    CLOCK_PAUSES = "clock pauses", "The clock pauses"
    TARGET_VOID = "target void", "The target does not apply"
    CHARGEABLE = "chargeable", "The extra work is charged"
    SUSPENDED = "suspended", "The service is suspended"


@entity("Client's duty", "Clients' duties", icon="user-check", area=Area.WORK)
class ClientDuty(Entity):
    """What the client has to do, and what follows when it is not done."""

    name: str = text("Duty", readers=EVERYONE, required=True, default="")
    description: str = prose("In detail", readers=EVERYONE, default="")
    within: Duration | None = duration("Within", readers=EVERYONE, default=None)
    who: str = text("Who, on the client's side", readers=EVERYONE, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    if_not_met: IfNotMet | None = choice("If not done", IfNotMet, readers=EVERYONE, default=None)
    if_not_met_words: str = text("If not done, in words", readers=EVERYONE, default="")


@entity("Timed policy", "Timed policies", icon="list-ordered", area=Area.WORK)
class TimedPolicy(Entity):
    """A course of events with days between them, such as the retirement of a product."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    description: str = prose("What it is for", readers=EVERYONE, default="")
    begins_with: str = text("Begins with", readers=EVERYONE, default="")
    may_be_shortened: str = text("May be shortened", readers=EVERYONE, default="")


@entity(
    "Event of a policy",
    "Events of policies",
    icon="list-plus",
    area=Area.WORK,
    title=("policy", "name"),
)
class TimedEvent(Entity):
    """What happens how long after a policy begins, and how often it is repeated."""

    policy: str = reference(
        "Policy", to="TimedPolicy", readers=EVERYONE, default="", owner=True, required=True
    )
    name: str = text("What happens", readers=EVERYONE, required=True, default="")
    not_before: Duration | None = duration("Not before", readers=EVERYONE, default=None)
    not_after: Duration | None = duration("Not after", readers=EVERYONE, default=None)
    every: Duration | None = duration("Every", readers=EVERYONE, default=None)
    counted_from: str = text("Counted from", readers=EVERYONE, default="")
    notice: Duration | None = duration("Warned ahead by", readers=EVERYONE, default=None)
    role: str = reference("Who", to="Role", readers=EVERYONE, default="", needed=False)
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )


@entity(
    "Approval",
    "Approvals",
    icon="stamp",
    area=Area.WORK,
    title=("name",),
)
class Approval(Entity):
    """Who must approve something, for which severity, and when it is looked at again."""

    name: str = text("What is approved", readers=EVERYONE, required=True, default="")
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    approvers: tuple[str, ...] = references(
        "Approved by", to="Role", readers=EVERYONE, default=(), required=True
    )
    within: Duration | None = duration("Answered within", readers=EVERYONE, default=None)
    again_every: Duration | None = duration("Looked at again every", readers=EVERYONE, default=None)
    condition: str = prose("On condition that", readers=EVERYONE, default="")
