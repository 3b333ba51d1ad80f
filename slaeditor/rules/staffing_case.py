"""The case for staff: what arrives, who is there, what is missing, what that costs.

Every figure is told with the step that leads to it, so that whoever decides can follow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from slaeditor.model.entity import Entity
from slaeditor.model.learning import FailureCost, Scenario
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.activity_log import log_of, person_loads
from slaeditor.rules.capacity import (
    AS_IT_IS,
    StreamNeed,
    Supposition,
    TeamNeed,
    supposition,
    team_need,
)
from slaeditor.rules.cost_to_serve import WEEKS_OF_MONTH, CostToServe, cost_to_serve
from slaeditor.rules.inheritance import sold
from slaeditor.rules.names import title
from slaeditor.rules.passages import Passage, plain

ASSUMPTIONS = (
    "A live line is staffed by Erlang C: contacts come at random and nobody hangs up.",
    "Its positions are a floor, not a forecast, and are manned in every hour the line is open.",
    "The busiest hour is the mean hour times the peak over the mean.",
    "Whoever mans a line does nothing else; what the lines leave of a team is shared by the rest.",
    "Work that may wait counts by its hours.",
    "With more clients the work grows in proportion. A month has 365 × 24 / 12 hours.",
)


def case_for_staff(project: Project) -> tuple[Passage, ...]:
    """Return the case part by part; nothing for a project that knows no team."""
    needs = tuple(team_need(project, one) for one in project.teams)
    if not needs:
        return ()
    passages = (
        Passage("In short", tuple(_in_short(one) for one in needs)),
        *(_work(project, one) for one in needs if one.streams),
        Passage("What people do", (), _people(project)),
        Passage("Where the hours go", *_logged(project)),
        *(what_if(project, one) for one in project.scenarios),
        Passage("What a client costs to serve", *_costs(project)),
        Passage("What failing costs a year", *_failing(project)),
        Passage("How this was worked out", ASSUMPTIONS),
    )
    return tuple(one for one in passages if one.sentences or len(one.rows) > 1)


def _in_short(need: TeamNeed) -> str:
    name = f"“{need.team.name}”"
    if need.missing is None:
        return f"{name}: say how many positions it has; its work needs {_positions(need.people)}."
    told = f"{name} has {_positions(need.positions)} and needs {plain(need.people)}"
    if need.missing > 0:
        return f"{told}: {plain(need.missing)} missing{_salary(need)}."
    return f"{told}: {plain(-need.missing)} to spare."


def _salary(need: TeamNeed) -> str:
    cost, hours = need.team.cost_per_hour, need.team.hours_per_week
    if cost is None or hours is None or need.missing is None:
        return ""
    return f", {(cost * (need.missing * hours * WEEKS_OF_MONTH)).rounded()} a month"


def _positions(count: Decimal | None) -> str:
    return f"{plain(count or Decimal(0))} position{'' if count == 1 else 's'}"


_STREAM_HEAD = ("Work", "Cases a week", "Hours a week", "Positions")


def _work(project: Project, need: TeamNeed) -> Passage:
    rows = tuple(_stream_row(one) for one in need.streams)
    capacity = f" of {plain(need.capacity)} h" if need.capacity is not None else ""
    total = f"{need.team.name} gets {plain(need.load)} h of work a week{capacity}."
    told = (line for one in need.streams for line in _stream_sentences(project, one))
    return Passage(f"The work of {need.team.name}", (total, *told), (_STREAM_HEAD, *rows))


def _stream_row(need: StreamNeed) -> tuple[str, ...]:
    people = plain(need.people) if need.people is not None else "not known"
    return (need.stream.name, plain(need.cases), plain(need.hours), people)


def _stream_sentences(project: Project, need: StreamNeed) -> Iterator[str]:
    if need.trouble:
        yield need.trouble
    if need.line is not None:
        target = project.targets.get(need.stream.target)
        promised = f" to keep {target.value}" if target else ""
        yield (
            f"{need.stream.name}: {need.line.positions} positions must be manned in the busiest "
            f"hour{promised}; {need.line.outcome.sentence}"
        )
    if need.now is not None:
        yield f"{need.stream.name} with those who are there: {need.now.sentence}"
    if need.backlog is not None and need.backlog.waiting:
        yield f"{need.stream.name}: {need.backlog.sentence}{_age(project, need)}"
    elif need.backlog is not None and not need.backlog.stable:
        growth = plain(
            Decimal(need.backlog.growth_per_day.numerator) / need.backlog.growth_per_day.denominator
        )
        yield f"{need.stream.name}: {growth} more cases wait every working day."


def _age(project: Project, need: StreamNeed) -> str:
    """How long a case that arrives now waits, beside what was promised."""
    oldest = need.backlog.oldest_days if need.backlog else None
    if oldest is None:
        return ""
    days = plain(Decimal(oldest.numerator) / oldest.denominator)
    target = project.targets.get(need.stream.target)
    value: TargetValue | None = target.value if target else None
    promised = f"; promised is {value}" if value else ""
    return f" A case that arrives now waits {days} working days{promised}."


def _people(project: Project) -> tuple[tuple[str, ...], ...]:
    rows = tuple(
        (
            one.person.name,
            plain(one.hours),
            plain(one.capacity) if one.capacity else "",
            "over" if one.is_over else "",
        )
        for one in person_loads(project)
        if one.hours
    )
    return (("Who", "Hours of activities", "Hours a week", ""), *rows)


def _logged(project: Project) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    log = log_of(project)
    if log is None:
        return (), ()
    told = f"The activity log spans {plain(log.weeks)} weeks and shows {plain(log.hours)} h a week."
    rows = (
        *_hours(project.service_levels.rows, log.by_level, "no level"),
        *_hours(project.activities.rows, log.by_activity, "no activity"),
    )
    return (told,), (("For", "Hours a week"), *rows)


def _hours(
    known: Mapping[str, Entity], hours: dict[str, Decimal], otherwise: str
) -> Iterator[tuple[str, ...]]:
    for key, count in sorted(hours.items(), key=lambda one: -one[1]):
        yield (str(getattr(known.get(key), "name", "")) or otherwise, plain(count))


def what_if(project: Project, scenario: Scenario) -> Passage:
    """Return what a scenario changes: the positions each team needs, what a client costs."""
    supposed = supposition(scenario)
    level = project.service_levels.get(scenario.level)
    more = (
        [f"{plain(scenario.more_clients)} more clients of {level.name}"]
        if (level and scenario.more_clients)
        else []
    )
    team = project.teams.get(scenario.team)
    if team and scenario.more_positions:
        more.append(f"{plain(scenario.more_positions)} more positions in {team.name}")
    told = tuple(line for one in project.teams for line in _difference(project, one.id, supposed))
    first = (f"Supposed: {' and '.join(more)}.",) if more else ()
    reason = (scenario.reasoning,) if scenario.reasoning else ()
    unchanged = () if told else ("No team needs more or fewer positions for it.",)
    costs = _cost_differences(project, supposed)
    return Passage(f"What if: {scenario.name}", (*first, *told, *unchanged, *reason), costs)


def _cost_differences(project: Project, supposed: Supposition) -> tuple[tuple[str, ...], ...]:
    """What a client of each level costs in a month today and as supposed, where that differs."""
    rows = []
    for level in sold(project):
        before, after = cost_to_serve(project, level).money, cost_to_serve(project, level, supposed)
        if after.money is not None and after.money != before:
            rows.append((level.name, "" if before is None else str(before), str(after.money)))
    return (("Cost to serve a client a month", "Today", "As supposed"), *rows) if rows else ()


def _difference(project: Project, key: str, supposed: Supposition) -> Iterator[str]:
    before = team_need(project, project.teams[key], AS_IT_IS)
    after = team_need(project, project.teams[key], supposed)
    if (before.people, before.positions) != (after.people, after.positions):
        yield _in_short(after).rstrip(".") + f" (today {_in_short(before).split(' has ', 1)[-1]})"


_COST_HEAD = ("Level", "Clients", "Cost to serve a month", "By the activity log", "Floor")


def _costs(project: Project) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found = [cost_to_serve(project, level) for level in sold(project)]
    known = [one for one in found if one.floor is not None]
    steps = tuple(f"{one.level.name}, {share.words}" for one in known for share in one.shares)
    return steps, (_COST_HEAD, *(_cost_row(one) for one in known))


def _cost_row(cost: CostToServe) -> tuple[str, ...]:
    amounts = (cost.money, cost.logged, cost.floor)
    words = tuple("" if one is None else str(one) for one in amounts)
    return (cost.level.name, plain(cost.clients), *words)


def _failing(project: Project) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found = [(row, yearly_cost(row)) for row in project.failure_costs if row.counted]
    rows = tuple(
        (title(project, row), str(row.each or ""), str(money)) for row, money in found if money
    )
    totals: dict[str, Money] = {}
    for _, money in found:
        if money is not None:
            before = totals.get(money.currency)
            totals[money.currency] = money if before is None else before + money
    told = tuple(f"Together {money} a year." for money in totals.values())
    return told, (("What fails", "Each time", "A year, expected"), *rows)


def yearly_cost(row: FailureCost) -> Money | None:
    """Return what a failure costs in a year: each time × times a year × likelihood."""
    if row.each is None:
        return None
    times = row.times_a_year if row.times_a_year is not None else Decimal(1)
    likely = row.likelihood.fraction if row.likelihood else Decimal(1)
    return (row.each * (times * likely)).rounded()
