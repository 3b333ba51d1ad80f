"""The project: one immutable value that holds everything of one `.sla` file.

A new kind of record becomes part of every project by its one line here.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from slaeditor.model.backing import (
    Acknowledgement,
    Capability,
    Dependency,
    Person,
    Skill,
    SkillNeed,
    Supplier,
    SupportAgreement,
    Team,
    TimeEntry,
    Training,
    Workload,
    WorkStream,
)
from slaeditor.model.calendars import Calendar, CalendarException, Holiday, HolidaySet
from slaeditor.model.clients import Client, GlossaryTerm, Question, SpecialDeal, TalkingPoint
from slaeditor.model.compensation import Compensation, CompensationBand, CompensationTest
from slaeditor.model.document import (
    Charter,
    Comment,
    Document,
    FreeChapter,
    Picture,
    Release,
    Revision,
    SignOff,
    Waiver,
)
from slaeditor.model.entity import Entity
from slaeditor.model.escalation import EscalationPolicy, EscalationStep, WorkedExample
from slaeditor.model.learning import FailureCost, Feedback, LossInterview, Scenario
from slaeditor.model.levels import (
    Channel,
    Entitlement,
    LevelEntitlement,
    Service,
    ServiceLevel,
    Variant,
)
from slaeditor.model.prices import Allowance, DiscountAuthority, PriceBracket, PricePlan, Promise
from slaeditor.model.promises import (
    ClockRule,
    MaintenanceWindow,
    Measure,
    PriorityRule,
    Severity,
    SeverityMeaning,
    Target,
)
from slaeditor.model.remembered import remembered
from slaeditor.model.replacing import replaced
from slaeditor.model.scope import Approval, ClientDuty, ScopeItem, TimedEvent, TimedPolicy
from slaeditor.model.selling import (
    BreachReport,
    CompetitorNote,
    DisputeStep,
    DissatisfactionLevel,
    Evidence,
    Expectation,
    FollowUp,
    Incentive,
    JointMeeting,
    NewsRule,
    Pairing,
    Report,
)
from slaeditor.model.table import STEP, Table
from slaeditor.model.work import (
    Activity,
    ActivityGroup,
    Assignment,
    Department,
    GreyArea,
    HandOff,
    LetterMeaning,
    MethodStep,
    Phase,
    Role,
)

E = TypeVar("E", bound=Entity)


def _table() -> typing.Any:
    return dataclasses.field(default_factory=Table)


@dataclass(frozen=True, slots=True)
class Project:
    """Every record of a project, one table a kind, in the order of the navigator."""

    document: Table[Document] = _table()
    charter: Table[Charter] = _table()
    pictures: Table[Picture] = _table()
    free_chapters: Table[FreeChapter] = _table()
    glossary: Table[GlossaryTerm] = _table()
    revisions: Table[Revision] = _table()
    sign_offs: Table[SignOff] = _table()
    releases: Table[Release] = _table()

    services: Table[Service] = _table()
    service_levels: Table[ServiceLevel] = _table()
    entitlements: Table[Entitlement] = _table()
    level_entitlements: Table[LevelEntitlement] = _table()
    variants: Table[Variant] = _table()

    calendars: Table[Calendar] = _table()
    holiday_sets: Table[HolidaySet] = _table()
    holidays: Table[Holiday] = _table()
    calendar_exceptions: Table[CalendarException] = _table()
    channels: Table[Channel] = _table()
    severities: Table[Severity] = _table()
    severity_meanings: Table[SeverityMeaning] = _table()
    priority_rules: Table[PriorityRule] = _table()
    measures: Table[Measure] = _table()
    clock_rules: Table[ClockRule] = _table()
    targets: Table[Target] = _table()
    maintenance_windows: Table[MaintenanceWindow] = _table()
    reports: Table[Report] = _table()

    price_plans: Table[PricePlan] = _table()
    price_brackets: Table[PriceBracket] = _table()
    allowances: Table[Allowance] = _table()
    discount_authorities: Table[DiscountAuthority] = _table()
    compensations: Table[Compensation] = _table()
    compensation_bands: Table[CompensationBand] = _table()
    compensation_tests: Table[CompensationTest] = _table()

    roles: Table[Role] = _table()
    letter_meanings: Table[LetterMeaning] = _table()
    activity_groups: Table[ActivityGroup] = _table()
    activities: Table[Activity] = _table()
    assignments: Table[Assignment] = _table()
    phases: Table[Phase] = _table()
    method_steps: Table[MethodStep] = _table()
    escalation_policies: Table[EscalationPolicy] = _table()
    escalation_steps: Table[EscalationStep] = _table()
    worked_examples: Table[WorkedExample] = _table()
    scope_items: Table[ScopeItem] = _table()
    client_duties: Table[ClientDuty] = _table()
    timed_policies: Table[TimedPolicy] = _table()
    timed_events: Table[TimedEvent] = _table()
    approvals: Table[Approval] = _table()
    hand_offs: Table[HandOff] = _table()
    grey_areas: Table[GreyArea] = _table()

    clients: Table[Client] = _table()
    special_deals: Table[SpecialDeal] = _table()
    promises: Table[Promise] = _table()
    talking_points: Table[TalkingPoint] = _table()
    questions: Table[Question] = _table()
    competitors: Table[CompetitorNote] = _table()
    evidence: Table[Evidence] = _table()
    expectations: Table[Expectation] = _table()
    dissatisfaction_levels: Table[DissatisfactionLevel] = _table()
    dispute_steps: Table[DisputeStep] = _table()
    incentives: Table[Incentive] = _table()
    joint_meetings: Table[JointMeeting] = _table()
    pairings: Table[Pairing] = _table()
    news_rules: Table[NewsRule] = _table()
    breach_reports: Table[BreachReport] = _table()
    follow_ups: Table[FollowUp] = _table()

    departments: Table[Department] = _table()
    suppliers: Table[Supplier] = _table()
    support_agreements: Table[SupportAgreement] = _table()
    dependencies: Table[Dependency] = _table()
    teams: Table[Team] = _table()
    people: Table[Person] = _table()
    workloads: Table[Workload] = _table()
    work_streams: Table[WorkStream] = _table()
    time_entries: Table[TimeEntry] = _table()
    skills: Table[Skill] = _table()
    skill_needs: Table[SkillNeed] = _table()
    capabilities: Table[Capability] = _table()
    trainings: Table[Training] = _table()
    acknowledgements: Table[Acknowledgement] = _table()
    scenarios: Table[Scenario] = _table()

    loss_interviews: Table[LossInterview] = _table()
    feedback: Table[Feedback] = _table()
    failure_costs: Table[FailureCost] = _table()
    comments: Table[Comment] = _table()
    waivers: Table[Waiver] = _table()

    def table(self, kind: type[E]) -> Table[E]:
        """All records of one kind."""
        found: Table[E] = getattr(self, table_name(kind))
        return found

    def tables(self) -> Iterator[tuple[str, type[Entity], Table[Entity]]]:
        """Name, kind and records of every table, in the order of their declaration."""
        for name, kind in kinds().items():
            yield name, kind, getattr(self, name)

    def with_table(self, name: str, table: Table[E]) -> Project:
        """Return the project with another table under a name."""
        return replaced(self, **{name: table})

    def with_tables(self, tables: Mapping[str, Table[typing.Any]]) -> Project:
        """Return the project with other tables under some names."""
        return replaced(self, **tables) if tables else self

    def put(self, *rows: Entity) -> Project:
        """Return the project with each row added, or in place of the one with its id."""
        project = self
        for row in rows:
            name = table_name(type(row))
            project = project.with_table(name, getattr(project, name).put(row))
        return project

    def add(self, *rows: Entity) -> Project:
        """Return the project with each row at the end of its table."""
        project = self
        for row in rows:
            last = project.table(type(row)).last_position
            project = project.put(row.but(position=last + STEP))
        return project

    def drop(self, row: Entity) -> Project:
        """Return the project without the row; what refers to it stays as it is."""
        name = table_name(type(row))
        return self.with_table(name, getattr(self, name).drop(row.id))

    def the(self, kind: type[E]) -> E:
        """The one record of a kind of which there is just one; a fresh one where it is missing."""
        return next(iter(self.table(kind)), None) or kind()

    @typing.overload
    def find(self, kind: type[E], key: str) -> E | None: ...

    @typing.overload
    def find(self, kind: str, key: str) -> Entity | None: ...

    def find(self, kind: type[Entity] | str, key: str) -> Entity | None:
        """The record of a kind, or of the entity of that name, under an id; else None."""
        return self.table(entity_named(kind) if isinstance(kind, str) else kind).get(key)

    @property
    def count(self) -> int:
        """How many records there are."""
        return sum(len(table) for _, _, table in self.tables())


@remembered
def kinds() -> Mapping[str, type[Entity]]:
    """Every table's name with the kind of its records, in the order of their declaration."""
    hints = typing.get_type_hints(Project)
    return {one.name: typing.get_args(hints[one.name])[0] for one in dataclasses.fields(Project)}


@remembered
def table_name(kind: type[Entity]) -> str:
    """The name of the table that holds a kind; `KeyError` when no project holds it."""
    return {held: name for name, held in kinds().items()}[kind]


@remembered
def entity_named(name: str) -> type[Entity]:
    """The kind of record with this class name; `KeyError` when there is none."""
    return {kind.__name__: kind for kind in kinds().values()}[name]
