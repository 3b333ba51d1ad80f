"""How we work: roles, responsibilities, methodology and hand-offs."""

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
    letter_set,
    prose,
    reference,
    references,
    text,
)
from slaeditor.model.readers import CLIENT, EVERYONE, SALES, STAFF, TEAM
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.letters import Letters


class Organisation(Choice):
    """To whom a role belongs."""

    STAFF = "staff", "Service team"
    SALES = "sales", "Sales"
    CUSTOMER = "customer", "Client"
    SUPPLIER = "supplier", "Supplier"
    MANAGEMENT = "management", "Management"
    OTHER = "other", "Other department"


@entity("Department", "Departments", icon="building", area=Area.BACKING)
class Department(Entity):
    """A part of the company, or of another party, that signs, owes or receives something."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    description: str = prose("What it does", readers=EVERYONE, default="")
    head: str = reference("Led by", to="Role", readers=TEAM, default="", needed=False)
    contact: str = text("Contact", readers=TEAM, default="")


@entity("Role", "Roles", icon="user", area=Area.WORK)
class Role(Entity):
    """A position that does, answers for, or is told something; people come and go, roles stay."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    organisation: Organisation | None = choice(
        "Belongs to", Organisation, readers=EVERYONE, default=Organisation.STAFF
    )
    department: str = reference(
        "Department", to="Department", readers=EVERYONE, default="", needed=False
    )
    reports_to: str = reference("Reports to", to="Role", readers=TEAM, default="", needed=False)
    description: str = prose("What this role is for", readers=EVERYONE, default="")
    client_description: str = prose("In the client's words", readers=CLIENT, default="")
    contact: str = text("Contact for clients", readers=EVERYONE, default="")
    internal_contact: str = text("Contact inside", readers=TEAM, default="")
    stands_in: str = reference("Stand-in", to="Role", readers=TEAM, default="", needed=False)
    available: str = reference(
        "Available", to="Calendar", readers=EVERYONE, default="", needed=False
    )


@entity(
    "Meaning of a letter",
    "Meanings of the letters",
    icon="type",
    area=Area.WORK,
    title="letter",
    unique=("letter", "matrix"),
)
class LetterMeaning(Entity):
    """What a letter of the responsibility matrix means here, where that differs from the usual."""

    letter: str = text("Letter", readers=EVERYONE, required=True, default="")
    name: str = text("Name", readers=EVERYONE, required=True, default="")
    meaning: str = prose("Meaning", readers=EVERYONE, default="")
    matrix: str = text(
        "Matrix",
        readers=EVERYONE,
        default="",
        help="Empty means all; a matrix may use a letter in its own way.",
    )


@entity(
    "Part of the matrix",
    "Parts of the matrix",
    icon="rows",
    area=Area.WORK,
    unique=("matrix", "name"),
)
class ActivityGroup(Entity):
    """A section of the responsibility matrix, or a matrix of its own for one service."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    matrix: str = text(
        "Matrix", readers=EVERYONE, default="", help="Sections of one matrix share this name."
    )
    service: str = reference("Service", to="Service", readers=EVERYONE, default="")
    description: str = prose("What it covers", readers=EVERYONE, default="")


@entity("Activity", "Activities", icon="activity", area=Area.WORK)
class Activity(Entity):
    """Something that has to be done, and for which somebody answers."""

    name: str = text("Activity", readers=EVERYONE, required=True, default="")
    group: str = reference(
        "Part of the matrix", to="ActivityGroup", readers=EVERYONE, default="", owner=True
    )
    trigger: str = text("Begins when", readers=EVERYONE, default="")
    outcome: str = text("Ends with", readers=EVERYONE, default="")
    condition: str = text(
        "Only if", readers=EVERYONE, default="", help="For instance: if subscribed."
    )
    delegable: bool = flag("Can be handed to us by extra contract", readers=EVERYONE, default=False)
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    footnote: str = text("Footnote", readers=EVERYONE, default="")
    staff_note: str = prose("What staff must know", readers=STAFF, default="")


@entity(
    "Responsibility",
    "Responsibilities",
    icon="grid-2x2-check",
    area=Area.WORK,
    title=("activity", "role", "level", "variant"),
    unique=("activity", "role", "level", "variant"),
)
class Assignment(Entity):
    """A cell of the responsibility matrix: the letters of one role in one activity."""

    activity: str = reference(
        "Activity", to="Activity", readers=EVERYONE, default="", owner=True, required=True
    )
    role: str = reference("Role", to="Role", readers=EVERYONE, default="", required=True)
    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", help="Empty means all."
    )
    variant: str = reference(
        "Variant", to="Variant", readers=EVERYONE, default="", help="Empty means all."
    )
    letters: Letters | None = letter_set("Letters", readers=EVERYONE, required=True, default=None)
    delegable: bool = flag("Can be delegated", readers=EVERYONE, default=False)
    footnote: str = text("Footnote", readers=EVERYONE, default="")


@entity("Phase", "Phases", icon="milestone", area=Area.WORK)
class Phase(Entity):
    """A stretch of the methodology, such as taking on, delivering, reviewing."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    services: tuple[str, ...] = references(
        "Services", to="Service", readers=EVERYONE, default=(), help="None means all services."
    )
    purpose: str = prose("What it achieves", readers=EVERYONE, default="")


@entity("Step", "Methodology", icon="footprints", area=Area.WORK)
class MethodStep(Entity):
    """Exactly what happens, when, why and who does it."""

    phase: str = reference(
        "Phase", to="Phase", readers=EVERYONE, default="", owner=True, required=True
    )
    name: str = text("Title", readers=EVERYONE, required=True, default="")
    levels: tuple[str, ...] = references(
        "Levels", to="ServiceLevel", readers=EVERYONE, default=(), help="None means all levels."
    )
    severities: tuple[str, ...] = references(
        "Severities", to="Severity", readers=EVERYONE, default=(), help="None means all."
    )
    what: str = prose("What happens", readers=EVERYONE, default="")
    when: str = text("When", readers=EVERYONE, default="")
    clock: str = reference("Counted by", to="Measure", readers=EVERYONE, default="", needed=False)
    within: Duration | None = duration("Within", readers=EVERYONE, default=None)
    who: str = reference("Who", to="Role", readers=EVERYONE, default="", needed=False)
    why: str = prose("Why", readers=EVERYONE, default="")
    activity: str = reference("Activity", to="Activity", readers=TEAM, default="", needed=False)
    needs: str = text("Needs", readers=TEAM, default="")
    result: str = text("Result", readers=EVERYONE, default="")
    evidence: str = text("Evidence", readers=STAFF, default="")
    instruction: str = prose("Instruction for staff", readers=STAFF, default="")
    sales_note: str = prose("What sales must know", readers=SALES, default="")
    client_does: str = prose("What the client does", readers=EVERYONE, default="")
    what_we_say: str = prose("What we say", readers=EVERYONE, default="")
    otherwise: str = prose("If it does not happen", readers=TEAM, default="")
    targets: tuple[str, ...] = references(
        "Serves the targets", to="Target", readers=STAFF, default=(), needed=False
    )


@entity("Hand-off", "Hand-offs", icon="arrow-left-right", area=Area.WORK, starts=TEAM)
class HandOff(Entity):
    """A transfer of ownership: its trigger, what must come along, how it may be refused."""

    name: str = text("Name", readers=TEAM, required=True, default="")
    from_role: str = reference("From", to="Role", readers=TEAM, default="", required=True)
    to_role: str = reference("To", to="Role", readers=TEAM, default="", required=True)
    trigger: str = text("Happens when", readers=TEAM, default="")
    entry_criteria: str = prose("Only if", readers=TEAM, default="")
    packet: str = prose("What must come along", readers=TEAM, default="")
    accept_within: Duration | None = duration("Accepted within", readers=TEAM, default=None)
    may_refuse: str = prose("May be refused when", readers=TEAM, default="")
    owner_until_accepted: str = reference(
        "Owner until accepted", to="Role", readers=TEAM, default="", needed=False
    )
    commission: str = prose("Who gets the commission", readers=TEAM, default="")


@entity("Grey area", "Grey areas", icon="cloud-fog", area=Area.WORK, starts=TEAM)
class GreyArea(Entity):
    """A topic nobody owns by itself: who owns it meanwhile, who decides, by when."""

    name: str = text("Topic", readers=TEAM, required=True, default="")
    description: str = prose("Why it is unclear", readers=TEAM, default="")
    default_owner: str = reference(
        "Owner meanwhile", to="Role", readers=TEAM, default="", needed=False
    )
    decider: str = reference("Decided by", to="Role", readers=TEAM, default="", needed=False)
    decide_within: Duration | None = duration("Decided within", readers=TEAM, default=None)
    decision: str = prose("Decision", readers=TEAM, default="")
    decided_on: date | None = day("Decided on", readers=TEAM, default=None)
