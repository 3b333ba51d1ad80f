"""What stands behind the promises: people, teams, suppliers, other departments."""

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
from slaeditor.model.readers import EVERYONE, NOBODY, STAFF, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue


@entity("Supplier", "Suppliers", icon="truck", area=Area.BACKING)
class Supplier(Entity):
    """A company outside whose work carries part of a promise."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    provides: str = prose("What it provides", readers=EVERYONE, default="")
    contact: str = text("Contact", readers=STAFF, default="")
    role: str = reference(
        "Represented by the role", to="Role", readers=STAFF, default="", needed=False
    )


class SupportKind(Choice):
    """What kind of backing an agreement is."""

    OPERATIONAL = "operational level agreement", "Operational level agreement, inside"
    UNDERPINNING = "underpinning contract", "Underpinning contract, with a supplier"


@entity("Backing agreement", "Backing agreements", icon="file-check", area=Area.BACKING)
class SupportAgreement(Entity):
    """What a supplier or another department owes us for a promise of ours."""

    name: str = text("Name", readers=STAFF, required=True, default="")
    kind: SupportKind | None = choice(
        "Kind", SupportKind, readers=STAFF, default=SupportKind.OPERATIONAL
    )
    supplier: str = reference("Supplier", to="Supplier", readers=STAFF, default="", needed=False)
    department: str = reference(
        "Department", to="Department", readers=STAFF, default="", needed=False
    )
    provider_role: str = reference("Role", to="Role", readers=STAFF, default="", needed=False)
    measure: str = reference("Measure", to="Measure", readers=STAFF, default="", needed=False)
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=STAFF, default=(), help="None means all."
    )
    value: TargetValue | None = target_value("What is owed", readers=STAFF, default=None)
    calendar: str = reference(
        "Counted in",
        to="Calendar",
        readers=STAFF,
        default="",
        needed=False,
        help="What is owed in hours is owed in open hours of these.",
    )
    penalty: str = text("If missed", readers=STAFF, default="")
    exclusions: str = prose("Does not cover", readers=STAFF, default="")
    document: str = text("Document", readers=STAFF, default="")
    expires: date | None = day("Expires", readers=STAFF, default=None)
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=STAFF, default=(), help="None means all services."
    )
    owner_in_dispute: str = reference(
        "Owns a case while they blame each other",
        to="Role",
        readers=STAFF,
        default="",
        needed=False,
    )


@entity(
    "Dependency",
    "Dependencies",
    icon="link-2",
    area=Area.BACKING,
    starts=STAFF,
    title=("target", "agreement", "name"),
)
class Dependency(Entity):
    """A part of a promise that somebody else carries, or a stretch of our own work under it."""

    target: str = reference(
        "Promise", to="Target", readers=STAFF, default="", owner=True, required=True
    )
    agreement: str = reference(
        "Backed by", to="SupportAgreement", readers=STAFF, default="", needed=False
    )
    hand_off: str = reference("Hand-off", to="HandOff", readers=STAFF, default="", needed=False)
    name: str = text("Own work", readers=STAFF, default="", help="Where no agreement is meant.")
    takes: Duration | None = duration("Takes", readers=STAFF, default=None)
    order: int = whole("Order", readers=STAFF, default=1, help="Equal numbers run side by side.")
    role: str = reference("Whose", to="Role", readers=STAFF, default="", needed=False)


@entity("Team", "Teams", icon="users-round", area=Area.BACKING, starts=NOBODY)
class Team(Entity):
    """People who share work: how many, when, at what cost."""

    name: str = text("Name", readers=STAFF, required=True, default="")
    department: str = reference(
        "Department", to="Department", readers=STAFF, default="", needed=False
    )
    calendar: str = reference("Works", to="Calendar", readers=STAFF, default="", needed=False)
    positions: Decimal | None = number("Full-time positions", readers=NOBODY, default=None, least=0)
    hours_per_week: Decimal | None = number(
        "Hours a week of a position", readers=NOBODY, default=Decimal(40), least=0, most=168
    )
    cost_per_hour: Money | None = money("Cost of an hour", readers=NOBODY, default=None)
    shrinkage: Percentage | None = percent(
        "Shrinkage",
        readers=NOBODY,
        default=None,
        least=0,
        most=99,
        help="Paid time that is not available: leave, illness, meetings, training.",
    )
    greatest_occupancy: Percentage | None = percent(
        "Busy at most", readers=NOBODY, default=None, least=1, most=100
    )


@entity("Person", "People", icon="contact", area=Area.BACKING, starts=NOBODY)
class Person(Entity):
    """Somebody of the team; the name may be left to initials."""

    name: str = text("Name", readers=NOBODY, required=True, default="")
    team: str = reference("Team", to="Team", readers=NOBODY, default="", needed=False)
    roles: tuple[str, ...] = references(
        "Roles", to="Role", readers=NOBODY, default=(), needed=False
    )
    hours_per_week: Decimal | None = number(
        "Hours a week", readers=NOBODY, default=None, least=0, most=168
    )
    started: date | None = day("Since", readers=NOBODY, default=None)


@entity(
    "Workload",
    "Workloads",
    icon="weight",
    area=Area.BACKING,
    starts=NOBODY,
    title=("person", "name"),
)
class Workload(Entity):
    """An activity of one person with its hours a week."""

    person: str = reference(
        "Person", to="Person", readers=NOBODY, default="", owner=True, required=True
    )
    name: str = text("What", readers=NOBODY, required=True, default="")
    activity: str = reference("Activity", to="Activity", readers=NOBODY, default="", needed=False)
    level: str = reference(
        "For the level", to="ServiceLevel", readers=NOBODY, default="", needed=False
    )
    hours_per_week: Decimal | None = number(
        "Hours a week", readers=NOBODY, default=None, required=True, least=0, most=168
    )


@entity(
    "Work stream",
    "Work streams",
    icon="waves",
    area=Area.BACKING,
    starts=NOBODY,
)
class WorkStream(Entity):
    """Work of one kind that arrives: how much, how long each takes, under which promise."""

    name: str = text("Name", readers=STAFF, required=True, default="")
    team: str = reference("Done by", to="Team", readers=STAFF, default="", needed=False)
    channel: str = reference("Channel", to="Channel", readers=STAFF, default="", needed=False)
    level: str = reference(
        "Service level", to="ServiceLevel", readers=STAFF, default="", needed=False
    )
    target: str = reference("Promise", to="Target", readers=STAFF, default="", needed=False)
    volume: Decimal | None = number("Cases", readers=NOBODY, default=None, least=0)
    per: Duration | None = duration("Per", readers=NOBODY, default=None)
    volume_per_client: Decimal | None = number(
        "Cases a client a month", readers=NOBODY, default=None, least=0
    )
    peak_factor: Decimal | None = number(
        "Peak over mean", readers=NOBODY, default=Decimal(1), least=0
    )
    handling: Duration | None = duration("Handling time", readers=NOBODY, default=None)
    side_by_side: int = whole("Cases at once a person", readers=NOBODY, default=1, least=1, most=20)
    backlog: Decimal | None = number("Open cases", readers=NOBODY, default=None, least=0)


@entity(
    "Time entry",
    "Activity log",
    icon="hourglass",
    area=Area.BACKING,
    starts=NOBODY,
    title=("on", "activity", "words"),
)
class TimeEntry(Entity):
    """Time spent: on what, for which level or client."""

    on: date | None = day("Date", readers=NOBODY, required=True, default=None)
    person: str = reference("Person", to="Person", readers=NOBODY, default="", needed=False)
    team: str = reference("Team", to="Team", readers=NOBODY, default="", needed=False)
    activity: str = reference("Activity", to="Activity", readers=NOBODY, default="", needed=False)
    level: str = reference(
        "Service level", to="ServiceLevel", readers=NOBODY, default="", needed=False
    )
    client: str = reference("Client", to="Client", readers=NOBODY, default="", needed=False)
    spent: Duration | None = duration("Time", readers=NOBODY, required=True, default=None)
    words: str = text("What", readers=NOBODY, default="")


class Rating(Choice):
    """How well somebody can do something."""

    NONE = "none", "Cannot do it"
    LEARNING = "learning", "Learning"
    ALONE = "alone", "Does it alone"
    EXPERT = "expert", "Expert"
    TEACHES = "teaches", "Teaches others"


@entity("Skill", "Skills", icon="graduation-cap", area=Area.BACKING)
class Skill(Entity):
    """Something the team must be able to do."""

    name: str = text("Name", readers=STAFF, required=True, default="")
    description: str = prose("What it means", readers=STAFF, default="")


@entity(
    "Skill needed",
    "Skills needed",
    icon="badge-check",
    area=Area.BACKING,
    title=("skill", "level", "role"),
)
class SkillNeed(Entity):
    """How many people a level or role needs with a skill, and how good."""

    skill: str = reference(
        "Skill", to="Skill", readers=STAFF, default="", owner=True, required=True
    )
    level: str = reference("For the level", to="ServiceLevel", readers=STAFF, default="")
    role: str = reference("For the role", to="Role", readers=STAFF, default="")
    rating: Rating | None = choice("At least", Rating, readers=STAFF, default=Rating.ALONE)
    people: int = whole("People", readers=STAFF, default=1, least=0)


@entity(
    "Capability",
    "Capabilities",
    icon="star",
    area=Area.BACKING,
    starts=NOBODY,
    title=("person", "skill"),
    unique=("person", "skill"),
)
class Capability(Entity):
    """How well one person masters a skill."""

    person: str = reference(
        "Person", to="Person", readers=NOBODY, default="", owner=True, required=True
    )
    skill: str = reference("Skill", to="Skill", readers=NOBODY, default="", required=True)
    rating: Rating | None = choice("Rating", Rating, readers=NOBODY, default=Rating.ALONE)
    rated_on: date | None = day("Rated on", readers=NOBODY, default=None)


@entity("Training", "Training", icon="presentation", area=Area.BACKING)
class Training(Entity):
    """A course or briefing: on which edition, for whom, when."""

    name: str = text("Name", readers=TEAM, required=True, default="")
    roles: tuple[str, ...] = references("For", to="Role", readers=TEAM, default=(), needed=False)
    edition: str = text("On the edition", readers=TEAM, default="", suggestions=("staff", "sales"))
    revision: str = reference("Revision", to="Revision", readers=TEAM, default="", needed=False)
    planned_on: date | None = day("Planned on", readers=TEAM, default=None)
    held_on: date | None = day("Held on", readers=TEAM, default=None)
    repeat_every: Duration | None = duration("Repeated every", readers=TEAM, default=None)
    trainer: str = reference("Given by", to="Role", readers=TEAM, default="", needed=False)
    content: str = prose("Content", readers=TEAM, default="")


@entity(
    "Acknowledgement",
    "Acknowledgements",
    icon="signature",
    area=Area.BACKING,
    starts=NOBODY,
    title=("person", "edition", "revision"),
)
class Acknowledgement(Entity):
    """Somebody has been trained on an edition, or has read it."""

    person: str = reference(
        "Person", to="Person", readers=NOBODY, default="", owner=True, required=True
    )
    revision: str = reference("Revision", to="Revision", readers=NOBODY, default="", needed=False)
    edition: str = text("Edition", readers=NOBODY, default="")
    training: str = reference("Training", to="Training", readers=NOBODY, default="", needed=False)
    on: date | None = day("Date", readers=NOBODY, default=None)
    means: str = text("How", readers=NOBODY, default="", suggestions=("signed", "read", "trained"))
    score: Percentage | None = percent("Score", readers=NOBODY, default=None, least=0, most=100)
