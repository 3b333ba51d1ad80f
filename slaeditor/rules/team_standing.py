"""How far the team is: who has read the handbook, what is trained, who can do what is needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import (
    Acknowledgement,
    Capability,
    Person,
    Rating,
    SkillNeed,
    Training,
    Workload,
)
from slaeditor.model.document import Revision
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.rules.names import title

SOON: Final = timedelta(days=30)
_DAYS: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that is still to be done: the record it is about, and a word on it."""

    row: Entity
    words: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of so many are done, in a sentence, and what is open."""

    sentence: str
    done: int
    asked: int
    open: tuple[Open, ...] = ()


def standing(project: Project, kind: type[Entity], on: date) -> Standing | None:
    """Return how far the team is with what records of a kind tell; None where they tell nothing."""
    found = _TOLD.get(kind.__name__)
    return found(project, on) if found is not None else None


def newest_revision(project: Project) -> Revision | None:
    """Return the revision made last, None while none is frozen."""
    rows = sorted(project.revisions, key=lambda row: (row.made_on or date.min, row.position))
    return rows[-1] if rows else None


def acknowledged(person: Person, project: Project, on: date) -> Acknowledgement:
    """Return the record that somebody has read the newest revision."""
    revision = newest_revision(project)
    key = revision.id if revision is not None else ""
    return Acknowledgement(person=person.id, revision=key, edition="staff", on=on, means="read")


def _acknowledgements(project: Project, _on: date) -> Standing | None:
    people = tuple(project.people)
    if not people:
        return None
    revision = newest_revision(project)
    key = revision.id if revision is not None else ""
    known = {one.person for one in project.acknowledgements.where("revision", key) if one.on}
    missing = tuple(one for one in people if one.id not in known)
    what = f"version {title(project, revision)}" if revision is not None else "the handbook"
    done = len(people) - len(missing)
    told = f"{done} of {_counted(len(people), 'person', 'people')} acknowledged {what}."
    return Standing(told, done, len(people), tuple(Open(one, one.name) for one in missing))


def _trainings(project: Project, on: date) -> Standing | None:
    rows = tuple(project.trainings)
    if not rows:
        return None
    due = tuple(sorted(_due(rows, on), key=lambda one: one.on or date.min))
    held = sum(row.held_on is not None for row in rows)
    told = f"{held} of {_counted(len(rows), 'training', 'trainings')} held."
    return Standing(told, held, len(rows), due)


def _due(rows: tuple[Training, ...], on: date) -> Iterator[Open]:
    """Each training that is planned, overdue or to be repeated within a month."""
    for row in rows:
        if row.held_on is None and row.planned_on is not None:
            late = ", overdue" if row.planned_on < on else ""
            yield Open(row, f"{row.name}{late}", row.planned_on)
        elif row.held_on is not None and row.repeat_every is not None:
            again = row.held_on + timedelta(days=_days(row))
            if again <= on + SOON:
                yield Open(row, f"{row.name}, again", again)


def _days(row: Training) -> int:
    """After how many days a training is given again; a month counts as 30 days."""
    if row.repeat_every is None:
        return 0
    return int(row.repeat_every.amount * _DAYS.get(str(row.repeat_every.unit), 1))


def _capabilities(project: Project, _on: date) -> Standing | None:
    needs = tuple(project.skill_needs)
    if not needs:
        return None
    short = tuple(filter(None, (_short(project, need) for need in needs)))
    done = len(needs) - len(short)
    told = f"{done} of {_counted(len(needs), 'need is', 'needs are')} met."
    return Standing(told, done, len(needs), short)


def _short(project: Project, need: SkillNeed) -> Open | None:
    """A need for which too few people are good enough."""
    ranks = list(Rating)
    least = ranks.index(need.rating or Rating.ALONE)
    able = {
        one.person
        for one in project.capabilities.where("skill", need.skill)
        if one.rating is not None and ranks.index(one.rating) >= least
    }
    skill = project.skills.get(need.skill)
    if skill is None or len(able) >= need.people:
        return None
    return Open(need, f"{skill.name}: {len(able)} of {need.people}")


def _loads(project: Project, _on: date) -> Standing | None:
    hours: dict[str, Decimal] = defaultdict(Decimal)
    for row in project.workloads:
        hours[row.person] += row.hours_per_week or Decimal(0)
    people = tuple(one for one in project.people if one.hours_per_week)
    if not people:
        return None
    over = tuple(
        Open(one, f"{one.name}: {numbers.words(hours[one.id])} of {_own(one)} h")
        for one in people
        if hours[one.id] > (one.hours_per_week or 0)
    )
    done = len(people) - len(over)
    told = (
        f"{done} of {_counted(len(people), 'person has', 'people have')} no more work than hours."
    )
    return Standing(told, done, len(people), over)


def _own(person: Person) -> str:
    return numbers.words(person.hours_per_week or Decimal(0))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


_TOLD: Final[Mapping[str, Callable[[Project, date], Standing | None]]] = {
    Acknowledgement.__name__: _acknowledgements,
    Training.__name__: _trainings,
    Capability.__name__: _capabilities,
    Person.__name__: _loads,
    Workload.__name__: _loads,
}

READ: Final = frozenset(
    {
        *("people", "workloads", "capabilities", "skills", "skill_needs", "trainings"),
        *("acknowledgements", "revisions"),
    }
)
"""The tables that say how far the team is."""
