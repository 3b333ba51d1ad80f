"""What a client of a level costs to serve in a month, and the price below which it loses money.

The cost of a work stream is the people it needs × their paid hours × the cost of an hour; it falls
on the clients of its level, or on all clients where it names none. Hours of the activity log are
another witness: they cost what the hours of the team cost. A month has 365 × 24 / 12 hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import Team, WorkStream
from slaeditor.model.levels import LevelKind, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.rules.activity_log import Log, log_of
from slaeditor.rules.availability import MEAN_MONTH_MINUTES
from slaeditor.rules.capacity import AS_IT_IS, WEEK, Supposition, clients_of
from slaeditor.rules.team_needs import StreamNeed, team_need

WEEKS_OF_MONTH: Final = MEAN_MONTH_MINUTES / WEEK


@dataclass(frozen=True, slots=True)
class Share:
    """What one work stream costs a client of a level in a month, with its step in words.

    `steps` are the positions, the hours a week of one, the weeks of a month, the clients, and the
    hours that each of them takes.
    """

    stream: WorkStream
    money: Money
    words: str
    steps: tuple[Decimal, Decimal, Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class CostToServe:
    """What a client of a level costs in a month: by the work streams, and by the activity log.

    `money` is None where nothing is known; `logged` where the log shows nothing of the level.
    """

    level: ServiceLevel
    clients: Decimal
    shares: tuple[Share, ...]
    money: Money | None = None
    logged: Money | None = None

    @property
    def floor(self) -> Money | None:
        """The price a month below which a client loses money: the greater of both costs."""
        known = [one for one in (self.money, self.logged) if one is not None]
        if len({one.currency for one in known}) != 1:
            return self.money
        return max(known)


def cost_to_serve(
    project: Project, level: ServiceLevel, supposed: Supposition = AS_IT_IS
) -> CostToServe:
    """Return what a client of a level costs in a month; where it has none, what one would cost.

    Work for all clients is borne by the levels they have, so an add-on costs only its own.
    """
    own = clients_of(project, level.id)
    if not own and level.id not in supposed.clients:
        supposed = Supposition({**supposed.clients, level.id: Decimal(1)}, supposed.positions)
    clients = own + supposed.clients.get(level.id, Decimal(0))
    everyone = clients_of(project, "") + sum(supposed.clients.values(), Decimal(0))
    counted = {level.id: clients, **({} if level.kind is LevelKind.ADD_ON else {"": everyone})}
    shares = []
    for team in project.teams:
        for need in team_need(project, team, supposed).streams:
            served = counted.get(need.stream.level)
            if served and (share := _share(team, need, served)) is not None:
                shares.append(share)
    money = _sum([one.money for one in shares])
    return CostToServe(level, clients, tuple(shares), money, _logged(project, level, clients))


def _share(team: Team, need: StreamNeed, clients: Decimal) -> Share | None:
    if need.people is None or team.cost_per_hour is None or team.hours_per_week is None:
        return None
    hours = need.people * team.hours_per_week * WEEKS_OF_MONTH / clients
    money = (team.cost_per_hour * hours).rounded()
    words = (
        f"{need.stream.name}: {_plain(need.people)} positions × {_plain(team.hours_per_week)} h × "
        f"{_plain(WEEKS_OF_MONTH)} weeks / {_plain(clients)} clients = {_plain(hours)} h at "
        f"{team.cost_per_hour} = {money}"
    )
    steps = (need.people, team.hours_per_week, WEEKS_OF_MONTH, clients, hours)
    return Share(need.stream, money, words, steps)


def _logged(project: Project, level: ServiceLevel, clients: Decimal) -> Money | None:
    """What the hours of the activity log cost a client of a level in a month."""
    log = log_of(project)
    hours = log.by_level.get(level.id) if log else None
    cost = _cost_of_hour(project, log) if log else None
    if hours is None or cost is None or not clients:
        return None
    return (cost * (hours * WEEKS_OF_MONTH / clients)).rounded()


def _cost_of_hour(project: Project, log: Log) -> Money | None:
    """The cost of an hour of the team that logged most; of the only team where none is named."""
    teams = [one for one in project.teams if one.cost_per_hour]
    busiest = max(teams, key=lambda one: log.by_team.get(one.id, Decimal(0)), default=None)
    return busiest.cost_per_hour if busiest else None


def _sum(amounts: list[Money]) -> Money | None:
    if not amounts or len({one.currency for one in amounts}) != 1:
        return None
    total = amounts[0]
    for one in amounts[1:]:
        total += one
    return total


def _plain(number: Decimal) -> str:
    return f"{round(number, 2):f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"
