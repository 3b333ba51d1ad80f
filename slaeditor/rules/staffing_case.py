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
from slaeditor.rules.activity_log import log_of, person_loads
from slaeditor.rules.capacity import AS_IT_IS, Supposition, supposition
from slaeditor.rules.cost_to_serve import WEEKS_OF_MONTH, CostToServe, Share, cost_to_serve
from slaeditor.rules.deferred_work import Backlog
from slaeditor.rules.inheritance import sold
from slaeditor.rules.names import title
from slaeditor.rules.passages import Passage, plain, sums
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.staffing_words import (
    ASSUMPTIONS,
    age_words,
    amount,
    backlog_words,
    decimal_of,
    figure,
    head,
    heads,
    outcome_words,
)
from slaeditor.rules.team_needs import StreamNeed, TeamNeed, team_need

_NOTHING = Decimal(0)


def case_for_staff(project: Project) -> tuple[Passage, ...]:
    """Return the case part by part; nothing for a project that knows no team."""
    needs = tuple(team_need(project, one) for one in project.teams)
    if not needs:
        return ()
    passages = (
        Passage(head("In short"), tuple(_in_short(one) for one in needs)),
        *(_work(project, one) for one in needs if one.streams),
        Passage(head("What people do"), (), _people(project)),
        Passage(head("Where the hours go"), *_logged(project)),
        *(what_if(project, one) for one in project.scenarios),
        Passage(head("What a client costs to serve"), *_costs(project)),
        Passage(head("What failing costs a year"), *_failing(project)),
        Passage(head("How this was worked out"), ASSUMPTIONS),
    )
    return tuple(one for one in passages if one.sentences or len(one.rows) > 1)


def _in_short(need: TeamNeed) -> Phrase:
    name, facts = f"“{need.team.name}”", _short_facts(need)
    if need.missing is None:
        words = f"{name}: say how many positions it has; its work needs {_positions(need.people)}."
        return Phrase(words, "short.unknown", **facts)
    told = f"{name} has {_positions(need.positions)} and needs {plain(need.people)}"
    if need.missing > 0:
        cost = _salary(need)
        missing = f"{told}: {plain(need.missing)} missing"
        if cost is None:
            return Phrase(f"{missing}.", "short.missing", **facts)
        return Phrase(f"{missing}, {cost} a month.", "short.cost", **facts, cost=cost)
    return Phrase(f"{told}: {plain(-need.missing)} to spare.", "short.spare", **facts)


def _short_facts(need: TeamNeed) -> dict[str, object]:
    missing = abs(need.missing) if need.missing is not None else _NOTHING
    return {
        "team": need.team.name,
        "has": need.positions or _NOTHING,
        "needs": need.people,
        "rest": missing,
    }


def _salary(need: TeamNeed) -> Money | None:
    cost, hours = need.team.cost_per_hour, need.team.hours_per_week
    if cost is None or hours is None or need.missing is None:
        return None
    return (cost * (need.missing * hours * WEEKS_OF_MONTH)).rounded()


def _positions(count: Decimal | None) -> str:
    return f"{plain(count or _NOTHING)} position{'' if count == 1 else 's'}"


def _work(project: Project, need: TeamNeed) -> Passage:
    rows = tuple(_stream_row(one) for one in need.streams)
    told = (line for one in need.streams for line in _stream_sentences(project, one))
    name = need.team.name
    heading = Phrase(f"The work of {name}", "The work of", team=name)
    top = heads("Work", "Cases a week", "Hours a week", "Positions")
    return Passage(heading, (_total(need), *told), (top, *rows))


def _total(need: TeamNeed) -> Phrase:
    name, load = need.team.name, need.load
    if need.capacity is None:
        return Phrase(f"{name} gets {plain(load)} h of work a week.", "work", team=name, load=load)
    words = f"{name} gets {plain(load)} h of work a week of {plain(need.capacity)} h."
    return Phrase(words, "work.of", team=name, load=load, capacity=need.capacity)


def _stream_row(need: StreamNeed) -> tuple[str, ...]:
    people = figure(need.people) if need.people is not None else head("not known")
    return (need.stream.name, figure(need.cases), figure(need.hours), people)


def _stream_sentences(project: Project, need: StreamNeed) -> Iterator[str]:
    name = need.stream.name
    if need.trouble:
        yield need.trouble
    if need.line is not None:
        target = project.targets.get(need.stream.target)
        promised = f" to keep {target.value}" if target else ""
        outcome = outcome_words(need.line.outcome)
        words = (
            f"{name}: {need.line.positions} positions must be manned in the busiest "
            f"hour{promised}; {outcome}"
        )
        value = target.value if target else None
        key = "line.promised" if value else "line"
        facts = {"count": need.line.positions, "outcome": outcome, "promise": value}
        yield Phrase(words, key, work=name, **facts)
    if need.now is not None:
        outcome = outcome_words(need.now)
        words = f"{name} with those who are there: {outcome}"
        yield Phrase(words, "line.now", work=name, outcome=outcome)
    if need.backlog is not None and need.backlog.waiting:
        yield _backlog(project, need, need.backlog)
    elif need.backlog is not None and not need.backlog.stable:
        growth = decimal_of(need.backlog.growth_per_day)
        words = f"{name}: {plain(growth)} more cases wait every working day."
        yield Phrase(words, "backlog.begins", work=name, growth=growth)


def _backlog(project: Project, need: StreamNeed, found: Backlog) -> Phrase:
    told, age = backlog_words(found), age_words(project, need, found)
    name = need.stream.name
    words = f"{name}: {told}"
    if age is None:
        return Phrase(words, "backlog", work=name, told=told)
    return Phrase(f"{words} {age}", "backlog.age", work=name, told=told, age=age)


def _people(project: Project) -> tuple[tuple[str, ...], ...]:
    rows = tuple(
        (
            one.person.name,
            figure(one.hours),
            figure(one.capacity) if one.capacity else "",
            head("over") if one.is_over else "",
        )
        for one in person_loads(project)
        if one.hours
    )
    return ((*heads("Who", "Hours of activities", "Hours a week"), ""), *rows)


def _logged(project: Project) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    log = log_of(project)
    if log is None:
        return (), ()
    words = (
        f"The activity log spans {plain(log.weeks)} weeks and shows {plain(log.hours)} h a week."
    )
    rows = (
        *_hours(project.service_levels.rows, log.by_level, "no level"),
        *_hours(project.activities.rows, log.by_activity, "no activity"),
    )
    told = Phrase(words, "log", weeks=log.weeks, hours=log.hours)
    return (told,), (heads("For", "Hours a week"), *rows)


def _hours(
    known: Mapping[str, Entity], hours: dict[str, Decimal], otherwise: str
) -> Iterator[tuple[str, ...]]:
    for key, count in sorted(hours.items(), key=lambda one: -one[1]):
        yield (str(getattr(known.get(key), "name", "")) or head(otherwise), figure(count))


def what_if(project: Project, scenario: Scenario) -> Passage:
    """Return what a scenario changes: the positions each team needs, what a client costs."""
    supposed = supposition(scenario)
    told = tuple(line for one in project.teams for line in _difference(project, one.id, supposed))
    reason = (scenario.reasoning,) if scenario.reasoning else ()
    nothing = "No team needs more or fewer positions for it."
    unchanged = () if told else (Phrase(nothing, "unchanged"),)
    heading = Phrase(f"What if: {scenario.name}", "What if", name=scenario.name)
    sentences = (*_supposed(project, scenario), *told, *unchanged, *reason)
    return Passage(heading, sentences, _cost_differences(project, supposed))


def _supposed(project: Project, scenario: Scenario) -> Iterator[Phrase]:
    """Yield what is supposed, in a sentence."""
    level, team = project.service_levels.get(scenario.level), project.teams.get(scenario.team)
    clients = scenario.more_clients if level else None
    positions = scenario.more_positions if team else None
    facts: dict[str, object] = {"clients": clients, "positions": positions}
    facts |= {"level": level.name if level else "", "team": team.name if team else ""}
    more = []
    if level and clients:
        more.append(f"{plain(clients)} more clients of {level.name}")
    if team and positions:
        more.append(f"{plain(positions)} more positions in {team.name}")
    if more:
        kinds = "".join(("c" if clients else "", "p" if positions else ""))
        yield Phrase(f"Supposed: {' and '.join(more)}.", f"supposed.{kinds}", **facts)


def _cost_differences(project: Project, supposed: Supposition) -> tuple[tuple[str, ...], ...]:
    """What a client of each level costs in a month today and as supposed, where that differs."""
    rows = []
    for level in sold(project):
        before, after = cost_to_serve(project, level).money, cost_to_serve(project, level, supposed)
        if after.money is not None and after.money != before:
            rows.append((level.name, amount(before), amount(after.money)))
    top = heads("Cost to serve a client a month", "Today", "As supposed")
    return (top, *rows) if rows else ()


def _difference(project: Project, key: str, supposed: Supposition) -> Iterator[Phrase]:
    before = team_need(project, project.teams[key], AS_IT_IS)
    after = team_need(project, project.teams[key], supposed)
    if (before.people, before.positions) != (after.people, after.positions):
        now, today = _in_short(after), _in_short(before)
        words = now.rstrip(".") + f" (today {today.split(' has ', 1)[-1]})"
        yield Phrase(words, "difference", now=now, today=today)


def _costs(project: Project) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found = [cost_to_serve(project, level) for level in sold(project)]
    known = [one for one in found if one.floor is not None]
    steps = tuple(_cost_step(one, share) for one in known for share in one.shares)
    top = heads("Level", "Clients", "Cost to serve a month", "By the activity log", "Floor")
    return steps, (top, *(_cost_row(one) for one in known))


_STEPS = ("positions", "hours", "weeks", "clients", "each")
"""What the steps of a cost are called."""


def _cost_step(cost: CostToServe, share: Share) -> Phrase:
    facts: dict[str, object] = {"level": cost.level.name, "work": share.stream.name}
    facts |= {"money": share.money, **dict(zip(_STEPS, share.steps, strict=True))}
    return Phrase(f"{cost.level.name}, {share.words}", "cost", **facts)


def _cost_row(cost: CostToServe) -> tuple[str, ...]:
    amounts = (cost.money, cost.logged, cost.floor)
    return (cost.level.name, figure(cost.clients), *(amount(one) for one in amounts))


def _failing(project: Project) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found = [(row, yearly_cost(row)) for row in project.failure_costs if row.counted]
    rows = tuple(
        (title(project, row), amount(row.each), amount(money)) for row, money in found if money
    )
    told = tuple(
        Phrase(f"Together {money} a year.", "together", money=money)
        for money in sums(money for _, money in found if money is not None)
    )
    return told, (heads("What fails", "Each time", "A year, expected"), *rows)


def yearly_cost(row: FailureCost) -> Money | None:
    """Return what a failure costs in a year: each time × times a year × likelihood."""
    if row.each is None:
        return None
    times = row.times_a_year if row.times_a_year is not None else Decimal(1)
    likely = row.likelihood.fraction if row.likelihood else Decimal(1)
    return (row.each * (times * likely)).rounded()
