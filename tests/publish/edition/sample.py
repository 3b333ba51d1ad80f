"""A small department with three levels, and ways to look into the handbook made of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.document import Document
from slaeditor.model.escalation import (
    EscalationPolicy,
    EscalationStep,
    Trigger,
    WorkedExample,
)
from slaeditor.model.levels import Entitlement, LevelEntitlement, LevelKind
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, MeasureKind, Severity, Strength, Target
from slaeditor.model.readers import Reader
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.model.work import Activity, ActivityGroup, Assignment, MethodStep, Phase, Role
from slaeditor.publish.document import Block, Chapter, Edition, Section, Table
from slaeditor.publish.edition.builder import edition
from tests.builders import a_level, open_to_all

OFFICE = open_to_all(
    Calendar, name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="Europe/Berlin"
)
BRONZE = a_level("Bronze", calendar=OFFICE.id, promise="You are answered the same day.")
SILVER = a_level("Silver", based_on=BRONZE.id)
NIGHT = a_level("Night", kind=LevelKind.ADD_ON, adds_to=(SILVER.id,))
FIRST = open_to_all(Measure, name="First response")
UPTIME = open_to_all(Measure, name="Availability", kind=MeasureKind.AVAILABILITY, unit="%")
WORST = open_to_all(Severity, name="Standstill")
MINOR = open_to_all(Severity, name="Minor")
DESK = open_to_all(Role, name="Service desk")
LEAD = open_to_all(Role, name="Team lead")
REVIEW = open_to_all(Entitlement, name="Review meeting", section="Care")
PHASE = open_to_all(Phase, name="Running", purpose="Nothing is forgotten.")
LADDER = open_to_all(EscalationPolicy, name="Late answer", measure=FIRST.id)
GROUP = open_to_all(ActivityGroup, name="Daily work")
ANSWER = open_to_all(Activity, name="Answer the client", group=GROUP.id)
PLAN = open_to_all(PricePlan, level=BRONZE.id, price=Price.parse("495 EUR per month"))
STAIRS = open_to_all(PricePlan, level=SILVER.id, model=PriceModel.GRADUATED, unit_name="user")
CREDIT = open_to_all(Compensation, name="Credit for outages", measure=UPTIME.id)
CONTOSO = open_to_all(Client, name="Contoso", level=SILVER.id)


def promise(words: str, level: str, severity: str = "", **values: Any) -> Target:
    """A target that everybody may read."""
    made: Target = open_to_all(
        Target,
        level=level,
        severity=severity,
        value=TargetValue.parse(words),
        **{"measure": FIRST.id, **values},
    )
    return made


SLOW = promise("2 service days", BRONZE.id, MINOR.id)
FAST = promise("4 service h", BRONZE.id, WORST.id, strength=Strength.GUARANTEED)
FASTER = promise("1 service h", SILVER.id, WORST.id)
AVAILABLE = promise("99.9 %", "", measure=UPTIME.id)


def step(name: str, **values: Any) -> MethodStep:
    """A step of the methodology that everybody may read."""
    made: MethodStep = open_to_all(MethodStep, phase=PHASE.id, name=name, **values)
    return made


def department() -> Project:
    """The whole sample."""
    return Project().add(
        open_to_all(
            Document,
            name="Service handbook",
            organisation="Merrow",
            version="2.1",
            effective_from=date(2026, 10, 1),
            keeper="Head of Service",
            status=None,
        ),
        *(OFFICE, BRONZE, SILVER, NIGHT, FIRST, UPTIME, WORST, MINOR, DESK, LEAD, REVIEW),
        *(SLOW, FAST, FASTER, AVAILABLE, PHASE, LADDER, GROUP, ANSWER, PLAN, STAIRS, CREDIT),
        LevelEntitlement(level=BRONZE.id, entitlement=REVIEW.id, value=Grant.parse("1 per year")),
        LevelEntitlement(level=SILVER.id, entitlement=REVIEW.id, value=Grant.parse("4 per year")),
        step("Read the case", what="Say it **back**.", who=DESK.id, instruction="Use the form."),
        step("Set the severity", who=LEAD.id, within=Duration.parse("30 min"), why="To be fair."),
        step("Call back", who=DESK.id, client_does="Be there.", sales_note="Do not promise more."),
        _escalated(Trigger.BEFORE_DUE, "1 service h", "Remind"),
        _escalated(Trigger.AFTER_DUE, "", "Take over"),
        open_to_all(
            WorkedExample,
            name="A Friday case",
            level=BRONZE.id,
            severity=WORST.id,
            starts=datetime(2026, 11, 20, 15, 0),
        ),
        Assignment(activity=ANSWER.id, role=DESK.id, letters=Letters.parse("R")),
        Assignment(activity=ANSWER.id, role=LEAD.id, letters=Letters.parse("A")),
        PriceBracket(plan=STAIRS.id, up_to=Decimal(10), unit_price=Money.parse("9 EUR")),
        PriceBracket(plan=STAIRS.id, above=Decimal(10), unit_price=Money.parse("7 EUR")),
        CompensationBand(
            compensation=CREDIT.id,
            lower=Decimal(99),
            upper=Decimal("99.9"),
            share=Percentage.parse("10 %"),
        ),
        CONTOSO,
    )


def _escalated(trigger: Trigger, after: str, name: str) -> EscalationStep:
    wait = Duration.parse(after) if after else None
    return EscalationStep(
        policy=LADDER.id, trigger=trigger, after=wait, name=name, to_roles=(LEAD.id,)
    )


def faster_deal(words: str = "30 min") -> SpecialDeal:
    """Contoso's deal for a faster answer."""
    made: SpecialDeal = open_to_all(
        SpecialDeal,
        client=CONTOSO.id,
        name="Answered at once",
        target=FASTER.id,
        agreed_target=TargetValue.parse(words),
        status=DealStatus.APPROVED,
    )
    return made


def made(reader: Reader = Reader.STAFF, project: Project | None = None, **more: Any) -> Edition:
    """The handbook of the sample."""
    return edition(project or department(), reader, **more)


def chapter(found: Edition, title: str) -> Chapter:
    """The chapter of that title; StopIteration when there is none."""
    every = (*found.front, *found.chapters, *found.back)
    return next(one for one in every if one.title == title)


def titles(found: Edition) -> list[str]:
    """The titles of all chapters."""
    return [one.title for one in (*found.front, *found.chapters, *found.back)]


def blocks(part: Chapter | Section) -> Iterator[Block]:
    """Every block of a chapter or section, the sections' too."""
    yield from part.blocks
    for one in part.sections:
        yield from blocks(one)


def table(part: Chapter | Section, caption: str) -> list[list[str]]:
    """The rows of the table with that caption, heads first, as words."""
    found = next(one for one in blocks(part) if isinstance(one, Table) and one.caption == caption)
    rows = [[cell.text for cell in row] for group in found.groups for row in group.rows]
    return [[column.title for column in found.columns], *rows]
