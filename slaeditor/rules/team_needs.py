"""Whether the team can do what is promised: the work that arrives beside the people there are.

Work on a live channel is staffed by Erlang C: so many positions must be manned in the busiest hour,
in every hour the line is open. Work that may wait is a matter of throughput: hours that arrive
beside hours that can be worked, and the age of the backlog. All counts are exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from slaeditor.model.backing import Team, WorkStream
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.rules.capacity import (
    AS_IT_IS,
    HOUR,
    Supposition,
    handling_hours,
    is_live,
    open_hours,
    present_hours,
    productive_hours,
    weekly_capacity,
    weekly_cases,
)
from slaeditor.rules.deferred_work import Backlog, backlog
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.staffing import (
    Demand,
    LineOutcome,
    StaffingError,
    line_outcome,
    positions_needed,
)
from slaeditor.rules.staffing import StaffingNeed as LineNeed

DAYS_OF_WEEK: Final = Decimal(5)
"""Working days of a week where a team has no calendar."""
_NONE: Final = Decimal(0)
_ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class StreamNeed:
    """What one work stream asks for.

    `cases` and `hours` are those of a mean week, `people` the positions that have to be paid for
    it, None where a figure is missing; `trouble` then says which. A live stream has the `line`
    that keeps its promise and the outcome `now`; other streams have a `backlog`.
    """

    stream: WorkStream
    live: bool
    cases: Decimal
    hours: Decimal
    people: Decimal | None = None
    line: LineNeed | None = None
    now: LineOutcome | None = None
    backlog: Backlog | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class TeamNeed:
    """What the work streams of a team ask for together, and what is there.

    `load` and `capacity` are hours a week, `people` and `positions` full-time positions; None where
    a figure is missing.
    """

    team: Team
    streams: tuple[StreamNeed, ...]
    load: Decimal
    capacity: Decimal | None
    people: Decimal
    positions: Decimal | None

    @property
    def missing(self) -> Decimal | None:
        """The positions that are missing; negative where there are more than are needed."""
        return None if self.positions is None else self.people - self.positions


def demand_of(
    project: Project, stream: WorkStream, supposed: Supposition = AS_IT_IS
) -> Demand | None:
    """Return the live contacts of the busiest hour; None where it is not said how long each is."""
    hours, handling = open_hours(project, stream), handling_hours(stream)
    if not hours or not handling:
        return None
    contacts = weekly_cases(project, stream, supposed) * (stream.peak_factor or _ONE) / hours
    return Demand(contacts, HOUR, handling * HOUR * 60)


def line_need(
    project: Project, stream: WorkStream, supposed: Supposition = AS_IT_IS
) -> LineNeed | None:
    """Return the positions a live stream needs in its busiest hour; None where that is not said.

    Raises StaffingError for figures that no number of positions can reach.
    """
    target = project.targets.get(stream.target)
    share, seconds = answer_promised(target)
    demand = demand_of(project, stream, supposed)
    if share is None or seconds is None or demand is None:
        return None
    return positions_needed(demand, share, seconds)


def answer_promised(target: Target | None) -> tuple[Decimal | None, Decimal | None]:
    """Return the share of contacts and the seconds of a promise like "80 % within 20 s"."""
    value = target.value if target else None
    if value is None or value.share is None or value.duration is None:
        return None, None
    return value.share.fraction, value.duration.seconds


def manned(
    project: Project, team: Team, stream: WorkStream, more: Decimal = _NONE
) -> Decimal | None:
    """Return the positions that a team mans at any time a stream is open."""
    hours = open_hours(project, stream)
    if team.positions is None or not present_hours(team) or not hours:
        return None
    return (team.positions + more) * present_hours(team) / hours


def team_need(project: Project, team: Team, supposed: Supposition = AS_IT_IS) -> TeamNeed:
    """Return what the work streams of a team ask for, beside what the team has."""
    rows = project.work_streams.where("team", team.id)
    streams = [_stream_need(project, team, one, supposed) for one in rows]
    more = supposed.positions.get(team.id, _NONE)
    people = sum((one.people for one in streams if one.people is not None), _NONE)
    positions = None if team.positions is None else team.positions + more
    waiting = _with_backlogs(team, tuple(streams), positions)
    return TeamNeed(
        *(team, waiting, sum((one.hours for one in streams), _NONE)),
        *(weekly_capacity(team, more), people, positions),
    )


def _stream_need(
    project: Project, team: Team, stream: WorkStream, supposed: Supposition
) -> StreamNeed:
    cases = weekly_cases(project, stream, supposed)
    live = is_live(project, stream)
    hours = cases * handling_hours(stream)
    plain = StreamNeed(stream, live, cases, hours, trouble=_what_is_missing(stream, cases))
    if plain.trouble:
        return plain
    if live:
        return _live_need(project, team, plain, supposed)
    productive = productive_hours(team)
    if not productive:
        return StreamNeed(
            *(stream, live, cases, hours),
            trouble=Phrase(
                f"Say how many hours a week a position of “{team.name}” has.",
                "trouble.hours",
                team=team.name,
            ),
        )
    return StreamNeed(stream, live, cases, hours, hours / productive)


def _what_is_missing(stream: WorkStream, cases: Decimal) -> str:
    if not cases:
        words = f"Say how many cases of “{stream.name}” arrive, and in what time."
        return Phrase(words, "trouble.cases", work=stream.name)
    if not handling_hours(stream):
        words = f"Say how long a case of “{stream.name}” takes."
        return Phrase(words, "trouble.handling", work=stream.name)
    return ""


def _live_need(
    project: Project, team: Team, plain: StreamNeed, supposed: Supposition
) -> StreamNeed:
    """A live stream: the line that keeps its promise, and what the positions there achieve."""
    stream, hours = plain.stream, open_hours(project, plain.stream)
    words: str = Phrase(
        f"Say which promise “{stream.name}” answers, such as 80 % within 20 s, and when.",
        "trouble.promise",
        work=stream.name,
    )
    try:
        line = line_need(project, stream, supposed)
    except StaffingError as error:
        line, words = None, error.sentence
    if line is None or not present_hours(team):
        return StreamNeed(stream, plain.live, plain.cases, plain.hours, trouble=words)
    people = line.positions * hours / present_hours(team)
    now = _outcome_now(project, team, stream, supposed)
    return StreamNeed(stream, plain.live, plain.cases, plain.hours, people, line, now)


def _outcome_now(
    project: Project, team: Team, stream: WorkStream, supposed: Supposition
) -> LineOutcome | None:
    there = manned(project, team, stream, supposed.positions.get(team.id, _NONE))
    _, seconds = answer_promised(project.targets.get(stream.target))
    demand = demand_of(project, stream, supposed)
    if there is None or seconds is None or demand is None or int(there) < 1:
        return None
    return line_outcome(demand, int(there), seconds)


def _with_backlogs(
    team: Team, streams: tuple[StreamNeed, ...], positions: Decimal | None
) -> tuple[StreamNeed, ...]:
    """The streams, each that may wait with what becomes of its open cases.

    What live lines leave of the team is shared among the rest in proportion to their hours.
    """
    waiting = [one for one in streams if not one.live and one.people]
    hours = sum((one.hours for one in waiting), _NONE)
    if positions is None or not hours:
        return streams
    lines = sum((one.people or _NONE for one in streams if one.live), _NONE)
    free = max(positions - lines, _NONE) * productive_hours(team)
    return tuple(_waiting(one, free / hours) if one in waiting else one for one in streams)


def _waiting(need: StreamNeed, share: Decimal) -> StreamNeed:
    """A stream that may wait, of whose hours so large a share can be worked."""
    finished = Fraction(need.cases * share / DAYS_OF_WEEK)
    arriving = need.cases / DAYS_OF_WEEK
    found = backlog(need.stream.backlog or _NONE, arriving, finished)
    return StreamNeed(*(need.stream, need.live, need.cases, need.hours, need.people), backlog=found)
