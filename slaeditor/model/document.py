"""The document itself: its name and look, pictures, chapters of one's own, revisions."""

from __future__ import annotations

from datetime import date, datetime

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import (
    any_record,
    choice,
    colour,
    content,
    day,
    duration,
    flag,
    moment,
    prose,
    reference,
    references,
    text,
    whole,
    zone,
)
from slaeditor.model.readers import CLIENT as CLIENTS
from slaeditor.model.readers import EVERYONE, NOBODY, SALES, STAFF, TEAM
from slaeditor.model.values.duration import Duration

_LEFT_OUT = "Names of chapters with commas between, such as: charter, glossary."


class Language(Choice):
    """The language and conventions of the handbooks."""

    ENGLISH = "en-GB", "English (United Kingdom)"
    AMERICAN = "en-US", "English (United States)"
    GERMAN = "de-DE", "German"


class Look(Choice):
    """The pair of typefaces and measures."""

    CLASSIC = "classic", "Classic: a serif for reading, a sans for tables"
    MODERN = "modern", "Modern: a plain serif, a squarer sans for tables"
    READABLE = "readable", "Easy reading: large, open letters"


class Status(Choice):
    """How far a document or revision has come."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in review", "In review"
    APPROVED = "approved", "Approved"
    PUBLISHED = "published", "Published"
    SUPERSEDED = "superseded", "Superseded"
    OUTDATED = "possibly outdated", "Possibly outdated"


@entity(
    "Document",
    "Document",
    icon="book-open",
    area=Area.DOCUMENT,
    starts=EVERYONE,
    single=True,
)
class Document(Entity):
    """Title, owner, language and look of the handbooks made from this project."""

    name: str = text("Title", readers=EVERYONE, required=True, default="")
    subtitle: str = text("Subtitle", readers=EVERYONE, default="")
    organisation: str = text("Organisation", readers=EVERYONE, default="")
    department: str = text("Department", readers=EVERYONE, default="")
    keeper: str = text(
        "Owner of the document", readers=EVERYONE, default="", help="Who answers for its content."
    )
    contact: str = text(
        "Contact", readers=EVERYONE, default="", help="Where a reader asks about this document."
    )
    reference_number: str = text("Document number", readers=EVERYONE, default="")
    language: Language = choice(
        "Language", Language, readers=EVERYONE, default=Language.ENGLISH, required=True
    )
    time_zone: str = zone(
        "Time zone", readers=EVERYONE, default="UTC", help="Used where a calendar names none."
    )
    look: Look = choice("Look", Look, readers=EVERYONE, default=Look.CLASSIC, required=True)
    accent: str = colour("Brand colour", readers=EVERYONE, default="#0b5c8a")
    logo: str = reference("Logo", to="Picture", readers=EVERYONE, default="", needed=False)
    status: Status | None = choice("Status", Status, readers=EVERYONE, default=Status.DRAFT)
    version: str = text("Version", readers=EVERYONE, default="")
    effective_from: date | None = day("In force from", readers=EVERYONE, default=None)
    effective_to: date | None = day("In force until", readers=EVERYONE, default=None)
    renewal: str = text(
        "Renewal", readers=EVERYONE, default="", help="For instance: renews for a year."
    )
    review_every: Duration | None = duration("Reviewed every", readers=EVERYONE, default=None)
    next_review: date | None = day("Next review", readers=EVERYONE, default=None)
    authoritative_language: str = text(
        "Language that prevails",
        readers=EVERYONE,
        default="",
        help="When translations differ, for instance: French; translations are informative.",
    )
    precedence: str = text(
        "Order of documents",
        readers=EVERYONE,
        default="",
        help="Which document prevails over which, highest first.",
    )
    own_words: str = prose(
        "Words of your own",
        readers=NOBODY,
        default="",
        help="Spelled right although no dictionary knows them, one on each line.",
    )
    staff_confidentiality: str = text(
        "Confidentiality line, staff",
        readers=STAFF,
        default="",
        help="Empty means that the handbook is internal and must not be passed on.",
    )
    sales_confidentiality: str = text(
        "Confidentiality line, sales",
        readers=SALES,
        default="",
        help="Empty means that the handbook is internal to sales and service.",
    )
    client_confidentiality: str = text("Confidentiality line, clients", readers=CLIENTS, default="")
    marks_copies: bool = flag(
        "Name of the client on each page",
        readers=CLIENTS,
        default=False,
        help="At the foot of each client's own handbook, so that a copy tells whose it is.",
    )
    staff_left_out: str = text(
        "Chapters left out, staff", readers=STAFF, default="", help=_LEFT_OUT
    )
    sales_left_out: str = text(
        "Chapters left out, sales", readers=SALES, default="", help=_LEFT_OUT
    )
    client_left_out: str = text(
        "Chapters left out, clients", readers=CLIENTS, default="", help=_LEFT_OUT
    )
    staff_introduction: str = prose("How staff use this handbook", readers=STAFF, default="")
    sales_introduction: str = prose("How sales use this handbook", readers=SALES, default="")
    client_introduction: str = prose("How clients use this handbook", readers=CLIENTS, default="")
    never_for_clients: str = prose(
        "Words no client may read",
        readers=NOBODY,
        default="",
        help="One a line, such as “margin floor”. A client handbook that holds one is not saved.",
    )
    never_for_others: str = prose(
        "Words nobody else may read",
        readers=NOBODY,
        default="",
        help="One a line. No handbook that holds one is saved, for whomever it is.",
    )


@entity(
    "Charter", "Charter", icon="flag", area=Area.DOCUMENT, starts=TEAM, title="mission", single=True
)
class Charter(Entity):
    """Whom the department serves, who has priority, why it exists and what it basically does."""

    mission: str = text("Why we exist", readers=EVERYONE, default="")
    whom_we_serve: str = prose("Whom we serve", readers=EVERYONE, default="")
    priority: str = prose(
        "Who has priority",
        readers=TEAM,
        default="",
        help="When two wait, who comes first, and why.",
    )
    basic_function: str = prose("Our basic function", readers=EVERYONE, default="")
    values: str = prose("How we decide when no rule fits", readers=TEAM, default="")
    not_our_task: str = prose("What is not our task", readers=TEAM, default="")


@entity("Picture", "Pictures", icon="image", area=Area.DOCUMENT)
class Picture(Entity):
    """A picture that text may show as `![what it shows](asset:key)`."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    alternative: str = text(
        "What it shows",
        readers=EVERYONE,
        default="",
        help="Read aloud to people who cannot see it.",
    )
    media_type: str = text("Type", readers=EVERYONE, default="image/png")
    picture: bytes = content("Picture", readers=EVERYONE, required=True, default=b"")


@entity("Chapter of your own", "Chapters of your own", icon="file-text", area=Area.DOCUMENT)
class FreeChapter(Entity):
    """A chapter in your own words, for whatever no other part says."""

    name: str = text("Title", readers=EVERYONE, required=True, default="")
    lead: str = text("One sentence that sums it up", readers=EVERYONE, default="")
    body: str = prose("Text", readers=EVERYONE, default="")
    services: tuple[str, ...] = references("Services", to="Service", readers=EVERYONE, default=())


@entity("Revision", "Revisions", icon="history", area=Area.DOCUMENT, title="label")
class Revision(Entity):
    """A frozen state of the whole project, with what changed and when it came into force."""

    label: str = text("Version", readers=EVERYONE, required=True, default="")
    status: Status | None = choice("Status", Status, readers=EVERYONE, default=Status.DRAFT)
    made_on: date | None = day("Date", readers=EVERYONE, default=None)
    effective_from: date | None = day("In force from", readers=EVERYONE, default=None)
    effective_to: date | None = day("In force until", readers=EVERYONE, default=None)
    author: str = text("Changed by", readers=TEAM, default="")
    approved_by: str = text("Approved by", readers=EVERYONE, default="")
    material: bool = flag(
        "Changes a promise", readers=EVERYONE, default=False, help="Clients have to be told."
    )
    summary: str = prose("What changed", readers=EVERYONE, default="")
    internal_summary: str = prose("What changed inside", readers=STAFF, default="")
    frozen: bytes = content("Frozen state", readers=NOBODY, default=b"")
    format: str = text("Format of the frozen state", readers=NOBODY, default="")


class Decision(Choice):
    """What somebody who was asked has answered."""

    ASKED = "asked", "Asked"
    AGREED = "agreed", "Agreed"
    OBJECTS = "objects", "Objects"
    WITHDRAWN = "withdrawn", "Withdrawn"


@entity(
    "Sign-off",
    "Sign-offs",
    icon="pen-line",
    area=Area.DOCUMENT,
    starts=TEAM,
    title=("department", "signer", "revision"),
)
class SignOff(Entity):
    """A department's agreement to a revision, or to one measure of it."""

    revision: str = reference("Revision", to="Revision", readers=EVERYONE, default="")
    measure: str = reference("Measure", to="Measure", readers=EVERYONE, default="")
    department: str = reference(
        "Department", to="Department", readers=EVERYONE, default="", needed=False
    )
    signer: str = text("Name or position", readers=TEAM, default="")
    asked_for_it: bool = flag("Asked for it", readers=TEAM, default=False)
    decision: Decision | None = choice("Decision", Decision, readers=TEAM, default=Decision.ASKED)
    signed_on: date | None = day("Date", readers=TEAM, default=None)
    comment: str = prose("Comment", readers=TEAM, default="")


@entity(
    "Release",
    "Releases",
    icon="send",
    area=Area.DOCUMENT,
    starts=NOBODY,
    title=("edition", "recipient", "made_at"),
)
class Release(Entity):
    """A handbook that left the program: for whom, what it was made from, what was checked."""

    edition: str = text("Edition", readers=NOBODY, default="")
    recipient: str = text("Given to", readers=NOBODY, default="")
    client: str = reference("Client", to="Client", readers=NOBODY, default="", needed=False)
    revision: str = reference("Revision", to="Revision", readers=NOBODY, default="", needed=False)
    made_at: datetime | None = moment("Made", readers=NOBODY, default=None)
    given_on: date | None = day("Given on", readers=NOBODY, default=None)
    file_name: str = text("File", readers=NOBODY, default="")
    form: str = text("Form", readers=NOBODY, default="", help="PDF, DOCX and so on.")
    digest: str = text("Hash of the file (SHA-256)", readers=NOBODY, default="")
    content_digest: str = text("Hash of the content", readers=NOBODY, default="")
    confidential: int = whole(
        "Independent of confidential items",
        readers=NOBODY,
        default=0,
        least=0,
        help="How many facts its reader may not see; other ones would give the same handbook.",
    )
    result: str = prose("Result of the checks", readers=NOBODY, default="")


@entity(
    "Comment", "Comments", icon="message-square", area=Area.LEARNING, starts=NOBODY, title="words"
)
class Comment(Entity):
    """A colleague's remark on one record, and the answer."""

    words: str = prose("Comment", readers=TEAM, required=True, default="")
    author: str = text("From", readers=TEAM, default="")
    made_on: date | None = day("Date", readers=TEAM, default=None)
    subject: str = any_record("About", readers=TEAM, default="", help="The record it speaks of.")
    answer: str = prose("Answer", readers=TEAM, default="")
    settled: bool = flag("Settled", readers=TEAM, default=False)


@entity(
    "Waiver", "Waived findings", icon="check-circle", area=Area.LEARNING, starts=STAFF, title="rule"
)
class Waiver(Entity):
    """A finding that is known and accepted, with the reason and until when."""

    rule: str = text("Rule", readers=STAFF, required=True, default="")
    subject: str = any_record("Record", readers=STAFF, required=True, default="")
    reason: str = prose("Reason", readers=STAFF, required=True, default="")
    waived_by: str = text("By", readers=STAFF, default="")
    until: date | None = day("Until", readers=STAFF, default=None)
