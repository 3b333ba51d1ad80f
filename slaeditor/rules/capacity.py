"""The work that arrives in a week, and the hours that can be worked in it.

A position works its hours a week less shrinkage; on work that may wait it is busy no more than the
team allows. All counts are exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import Team, WorkStream
from slaeditor.model.learning import Scenario
from slaeditor.model.levels import ChannelKind, LevelKind
from slaeditor.model.project import Project
from slaeditor.model.promises import Period
from slaeditor.rules.availability import MEAN_MONTH_MINUTES, MINUTES
from slaeditor.rules.service_hours import ServiceHours
from slaeditor.rules.usual_hours import usual_hours, week_hours
from slaeditor.rules.volumes import volume_in

WEEK: Final = MINUTES[Period.WEEK]
HOUR: Final = Decimal(60)
DAYS_OF_WEEK: Final = Decimal(5)
"""Working days of a week where a team has no calendar."""
_NONE: Final = Decimal(0)
_ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed beside the project: more clients by level, more positions by team (ids)."""

    clients: Mapping[str, Decimal] = field(default_factory=dict)
    positions: Mapping[str, Decimal] = field(default_factory=dict)


AS_IT_IS: Final = Supposition()


def supposition(scenario: Scenario) -> Supposition:
    """Return what a scenario supposes."""
    clients = {scenario.level: scenario.more_clients or _NONE} if scenario.level else {}
    positions = {scenario.team: scenario.more_positions or _NONE} if scenario.team else {}
    return Supposition(clients, positions)


def weekly_capacity(team: Team, more: Decimal = _NONE) -> Decimal | None:
    """Return the hours a week a team can work: positions × hours, less shrinkage and idle time."""
    hours = productive_hours(team)
    return None if team.positions is None or not hours else (team.positions + more) * hours


def productive_hours(team: Team) -> Decimal:
    """Return the hours a week one position spends on cases that may wait; 0 where not said."""
    busy = team.greatest_occupancy.fraction if team.greatest_occupancy else _ONE
    return present_hours(team) * busy


def present_hours(team: Team) -> Decimal:
    """Return the hours a week one position is there, leave and meetings taken off."""
    shrinkage = team.shrinkage.fraction if team.shrinkage else _NONE
    return (team.hours_per_week or _NONE) * (1 - shrinkage)


def weekly_cases(project: Project, stream: WorkStream, supposed: Supposition = AS_IT_IS) -> Decimal:
    """Return how many cases of a work stream arrive in a week, those of each client included.

    A volume grows in proportion to the clients of its level, without a level to all clients.
    """
    clients = clients_of(project, stream.level)
    more = _more_clients(stream.level, supposed)
    volume = volume_in(stream, WEEK) or _NONE
    if clients and more:
        volume = volume * (clients + more) / clients
    if stream.volume_per_client is None or not stream.level:
        return volume
    return volume + stream.volume_per_client * (clients + more) * WEEK / MEAN_MONTH_MINUTES


def clients_of(project: Project, level: str) -> Decimal:
    """Return how many clients a level has, or there are at all where no level is meant.

    What the manager says of a level counts before the clients that are entered. Everybody has one
    level, so add-ons add nobody to the whole.
    """
    if not level:
        levels = project.service_levels.where("kind", LevelKind.LEVEL)
        without = len(project.clients.where("level", ""))
        return sum((clients_of(project, one.id) for one in levels), Decimal(without))
    row = project.service_levels.get(level)
    if row is not None and row.client_count is not None:
        return row.client_count
    entered = project.clients.where("level", level)
    added = (one for one in project.clients if level in one.add_ons)
    return Decimal(len(entered) + sum(1 for _ in added))


def _more_clients(level: str, supposed: Supposition) -> Decimal:
    if level:
        return supposed.clients.get(level, _NONE)
    return sum(supposed.clients.values(), _NONE)


def handling_hours(stream: WorkStream) -> Decimal:
    """Return the hours of work one case takes, less where several are worked on at once."""
    minutes = stream.handling.minutes if stream.handling else None
    return (minutes or _NONE) / HOUR / max(stream.side_by_side, 1)


def weekly_load(project: Project, stream: WorkStream, supposed: Supposition = AS_IT_IS) -> Decimal:
    """Return the hours a week a work stream takes; of live work its peak counts."""
    peak = (stream.peak_factor or _ONE) if is_live(project, stream) else _ONE
    return weekly_cases(project, stream, supposed) * handling_hours(stream) * peak


def is_live(project: Project, stream: WorkStream) -> bool:
    """Return whether clients wait at the other end of a work stream."""
    channel = project.channels.get(stream.channel)
    return channel is not None and channel.kind is ChannelKind.LIVE


def open_hours(project: Project, stream: WorkStream) -> Decimal:
    """Return the hours a week of a stream: those of its promise, channel or team."""
    return Decimal(_hours(project, stream).week.minutes) / HOUR


def _hours(project: Project, stream: WorkStream) -> ServiceHours:
    target, team = project.targets.get(stream.target), project.teams.get(stream.team)
    if target is not None:
        return usual_hours(project, target)
    channel = project.channels.get(stream.channel)
    keys = (channel.calendar if channel else "", team.calendar if team else "")
    found = (project.calendars.get(key) for key in keys)
    return week_hours(next((one for one in found if one is not None), None))
