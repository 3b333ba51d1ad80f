"""What was learnt: lost clients, complaints, the cost of failing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from slaeditor.model.areas import Area
from slaeditor.model.choice import Choice
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import choice, day, flag, money, number, percent, prose, reference, text
from slaeditor.model.readers import EVERYONE, NOBODY, TEAM
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage


class LossCause(Choice):
    """Why a client was lost, as the interview shows."""

    NOT_COMMUNICATED = "promised, not communicated", "Promised and not passed on to service"
    BEYOND_CAPABILITY = "promised beyond capability", "Promised beyond what service can do"
    BY_SERVICE = "promised by service", "Promised by service without Sales knowing"
    EXAGGERATED = "exaggerated", "Exaggerated by the client"
    FAILED_DELIVERY = "failed in delivery", "Failed in delivery"
    NOT_PREVENTABLE = "could not be helped", "Could not be helped: a cut budget, say"


@entity("Loss interview", "Loss interviews", icon="user-x", area=Area.LEARNING, starts=NOBODY)
class LossInterview(Entity):
    """What a lost client said happened, which promise broke, and what we do about it."""

    name: str = text("Title", readers=TEAM, required=True, default="")
    client: str = reference("Client", to="Client", readers=TEAM, default="", needed=False)
    held_on: date | None = day("Date", readers=TEAM, default=None)
    promise_bought: str = prose("What the client had bought", readers=TEAM, default="")
    what_happened: str = prose("What happened", readers=TEAM, default="")
    staff_reaction: str = prose("How staff reacted", readers=TEAM, default="")
    should_have: str = prose("What should have been done", readers=TEAM, default="")
    cause: LossCause | None = choice("Cause", LossCause, readers=TEAM, default=None)
    broken_target: str = reference(
        "Promise that broke", to="Target", readers=TEAM, default="", needed=False
    )
    broken_step: str = reference(
        "Step that broke", to="MethodStep", readers=TEAM, default="", needed=False
    )
    broken_promise: str = reference(
        "What sales had promised", to="Promise", readers=TEAM, default="", needed=False
    )
    action: str = prose("What we change", readers=TEAM, default="")
    action_owner: str = reference("Done by", to="Role", readers=TEAM, default="", needed=False)
    shared_with_sales_on: date | None = day("Shared with sales on", readers=TEAM, default=None)
    worth: Money | None = money("Worth of the contract a year", readers=NOBODY, default=None)


class FeedbackKind(Choice):
    """What sort of message it is."""

    COMPLAINT = "complaint", "Complaint"
    REQUEST = "request", "Feature request"
    PRAISE = "praise", "Praise"
    CHANGE = "change request", "Change of this document"


class FeedbackStatus(Choice):
    """How far it has come."""

    NEW = "new", "New"
    PASSED_ON = "passed on", "Passed on"
    ANSWERED = "answered", "Answered"
    DONE = "done", "Done"
    DECLINED = "declined", "Declined"


@entity(
    "Complaint or request", "Complaints and requests", icon="inbox", area=Area.LEARNING, starts=TEAM
)
class Feedback(Entity):
    """What clients complained of or asked for, and to whom it was passed on."""

    name: str = text("Subject", readers=TEAM, required=True, default="")
    kind: FeedbackKind | None = choice(
        "Kind", FeedbackKind, readers=TEAM, default=FeedbackKind.COMPLAINT
    )
    client: str = reference("Client", to="Client", readers=TEAM, default="", needed=False)
    received_on: date | None = day("Received on", readers=TEAM, default=None)
    words: str = prose("What was said", readers=TEAM, default="")
    times: Decimal | None = number("How often", readers=TEAM, default=None, least=0)
    passed_to: str = reference("Passed on to", to="Role", readers=TEAM, default="", needed=False)
    answer: str = prose("Answer", readers=TEAM, default="")
    status: FeedbackStatus | None = choice(
        "Status", FeedbackStatus, readers=TEAM, default=FeedbackStatus.NEW
    )


class CostKind(Choice):
    """What kind of loss it is."""

    COMPENSATION = "compensation", "Compensation"
    LOST_CONTRACT = "lost contract", "Lost contract"
    LOST_CLIENT = "lost client", "Lost client"
    REPUTATION = "reputation", "Reputation"
    DISCOUNT = "discount", "Discount to make up for it"
    IDLE_STAFF = "idle staff", "Idle staff"
    OTHER = "other", "Other"


@entity(
    "Cost of failure", "Costs of failure", icon="trending-down", area=Area.LEARNING, starts=NOBODY
)
class FailureCost(Entity):
    """What failing costs in a year: how often, how much each time."""

    name: str = text("What fails", readers=TEAM, required=True, default="")
    kind: CostKind | None = choice("Kind", CostKind, readers=TEAM, default=CostKind.COMPENSATION)
    target: str = reference("Promise", to="Target", readers=TEAM, default="", needed=False)
    each: Money | None = money("Cost each time", readers=NOBODY, default=None)
    times_a_year: Decimal | None = number("Times a year", readers=NOBODY, default=None, least=0)
    likelihood: Percentage | None = percent(
        "Likelihood", readers=NOBODY, default=None, least=0, most=100
    )
    reasoning: str = prose("How it was estimated", readers=NOBODY, default="")
    counted: bool = flag("Counts in the sum", readers=NOBODY, default=True)


@entity("Scenario", "Scenarios", icon="flask-conical", area=Area.BACKING, starts=NOBODY)
class Scenario(Entity):
    """A “what if”: so many more clients at a level, so many more or fewer positions."""

    name: str = text("Name", readers=NOBODY, required=True, default="")
    level: str = reference(
        "Service level", to="ServiceLevel", readers=EVERYONE, default="", needed=False
    )
    more_clients: Decimal | None = number("More clients", readers=NOBODY, default=None)
    team: str = reference("Team", to="Team", readers=NOBODY, default="", needed=False)
    more_positions: Decimal | None = number("More positions", readers=NOBODY, default=None)
    reasoning: str = prose("Why it matters", readers=NOBODY, default="")
