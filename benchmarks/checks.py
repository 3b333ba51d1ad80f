"""Measures how long checking takes as a project grows, and how long after a single edit.

A project is a department with levels, severities, measures, a target for each, activities with a
matrix, steps, roles, clients and deals. Checking has to stay linear: the time of a record in the
largest project beside that in one of 1,000 records, run in turn. Checking again after an edit of a
step has to be worth while beside checking all.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.document import Document
from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.readers import EVERYONE
from slaeditor.model.table import STEP, Table
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.model.work import Activity, Assignment, MethodStep, Phase, Role
from slaeditor.rules.changes import changes
from slaeditor.rules.checks.checking import check, recheck
from slaeditor.rules.findings import Finding

TODAY = date(2026, 6, 1)
LEVELS = 5
SEVERITIES = 4
REPEATS = 3
SIZES = (100, 1_000, 10_000)
MOST_GROWTH = 2.5
MOST_AGAIN = 0.1
WORDS = "We call the client back within the time that was promised and say what happens next. " * 3


def a_department(rows: int) -> Project:
    """Returns a project of about so many records, of the kinds a department has."""
    project = Project()
    for kind, made in by_kind(records(rows)).items():
        placed = [row.but(position=STEP * (place + 1)) for place, row in enumerate(made)]
        project = project.with_table(name_of(project, kind), Table(placed))
    return project


def by_kind(rows: Iterator[Entity]) -> dict[type[Entity], list[Entity]]:
    """Returns records grouped by their kind."""
    grouped: dict[type[Entity], list[Entity]] = {}
    for row in rows:
        grouped.setdefault(type(row), []).append(row)
    return grouped


def name_of(project: Project, kind: type[Entity]) -> str:
    """Returns the name of the table that holds a kind."""
    return next(name for name, held, _ in project.tables() if held is kind)


def records(rows: int) -> Iterator[Entity]:
    """Yields the records: a third targets, a third matrix, a third steps, clients and deals."""
    hours = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
    levels = [ServiceLevel(name=f"Level {n}", calendar=hours.id) for n in range(LEVELS)]
    roles = [Role(name=f"Role {n}") for n in range(12)]
    yield Document(name="Handbook")
    yield hours
    yield from levels
    yield from roles
    for number, level in enumerate(levels):
        price = Price.parse(f"{100 * (number + 1)} EUR per month")
        yield PricePlan(level=level.id, price=price)
    yield from promises(rows // 3, levels)
    yield from matrix(rows // 3, roles)
    yield from work(rows // 3, levels, roles)


def promises(rows: int, levels: list[ServiceLevel]) -> Iterator[Entity]:
    """Yields measures with a target for each level and severity."""
    severities = [Severity(name=f"Severity {n}", definition=WORDS) for n in range(SEVERITIES)]
    yield from severities
    for number in range(max(1, rows // (LEVELS * SEVERITIES + 1))):
        measure = Measure(name=f"Measure {number}: first response", plain_definition=WORDS)
        yield measure
        for step, level in enumerate(levels):
            for place, severity in enumerate(severities):
                words = f"{(LEVELS - step) * (place + 1)} service h"
                yield Target(
                    level=level.id,
                    measure=measure.id,
                    severity=severity.id,
                    value=TargetValue.parse(words),
                )


def matrix(rows: int, roles: list[Role]) -> Iterator[Entity]:
    """Yields activities with four cells each."""
    for number in range(rows // 5):
        activity = Activity(name=f"Activity {number}")
        yield activity
        for place, words in enumerate(("R A", "C", "I", "S")):
            role = roles[(number + place) % len(roles)]
            yield Assignment(activity=activity.id, role=role.id, letters=Letters.parse(words))


def work(rows: int, levels: list[ServiceLevel], roles: list[Role]) -> Iterator[Entity]:
    """Yields steps of a methodology, clients and their deals."""
    phase = Phase(name="Delivery")
    yield phase
    for number in range(rows // 3):
        who = roles[number % len(roles)].id
        yield MethodStep(
            phase=phase.id, name=f"Step {number}", who=who, what=WORDS, why=WORDS, readers=EVERYONE
        )
        level = levels[number % len(levels)]
        client = Client(name=f"Client {number}", level=level.id, quantity=Decimal(5))
        yield client
        yield SpecialDeal(client=client.id, name=f"Deal {number}", reason=WORDS)


def least_seconds(function: Callable[..., object], *arguments: object) -> float:
    """Returns the least of several measured times of a call."""
    found = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        function(*arguments)
        found.append(time.perf_counter() - start)
    return min(found)


def main() -> int:
    """Prints a line for each size and the ratios; returns 1 when one of them is missed."""
    print(f"{'records':>8} {'findings':>9} {'check ms':>9} {'per record µs':>14}   edits, ms")
    each, repeated = {}, {}
    for size in SIZES:
        project = a_department(size)
        found = check(project, TODAY)
        whole = least_seconds(check, project, TODAY)
        again = dict(after_edits(project, found))
        each[size] = whole / project.count * 1e6
        repeated[size] = again["step"] / (whole * 1e3)
        edits = ", ".join(f"{name} {milliseconds:.1f}" for name, milliseconds in again.items())
        counts = f"{project.count:>8} {len(found):>9}"
        print(f"{counts} {whole * 1e3:>9.1f} {each[size]:>14.1f}   {edits}")
    growth = each[SIZES[-1]] / each[SIZES[1]]
    print(f"a record, {SIZES[-1]:,} beside {SIZES[1]:,}: {growth:.2f}, to reach {MOST_GROWTH}")
    share = repeated[SIZES[-1]]
    print(f"after an edit of a step, beside all: {share:.2f}, to reach {MOST_AGAIN}")
    return int(growth > MOST_GROWTH or share > MOST_AGAIN)


def after_edits(project: Project, found: tuple[Finding, ...]) -> Iterator[tuple[str, float]]:
    """Yields the milliseconds of checking again after an edit of a target, a step and a level."""
    target, step = next(iter(project.targets)), next(iter(project.method_steps))
    level = next(iter(project.service_levels))
    edits = {
        "target": target.but(value=TargetValue.parse("1 service h")),
        "step": step.but(what="Another word."),
        "level": level.but(name="Another name"),
    }
    for name, row in edits.items():
        edited = project.put(row)
        made = changes(project, edited)
        yield name, least_seconds(recheck, edited, found, made, TODAY) * 1e3


if __name__ == "__main__":
    sys.exit(main())
