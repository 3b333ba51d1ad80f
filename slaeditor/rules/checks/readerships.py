"""Rules about who may read what belongs together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from slaeditor.model.calendars import Calendar, Holiday, HolidaySet
from slaeditor.model.document import Document
from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.checks.rule import HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, listed
from slaeditor.rules.inheritance import is_offered

CLOSED_TO_CLIENTS: Final = "levels-closed-to-clients"
"""The rule that finds a project whose handbook for clients would say nothing of a level."""


@rule(
    "holidays-hidden",
    subject=Calendar,
    reads=(HolidaySet, Holiday),
    severity=WARNING,
    source="S12",
    why="Who reads the hours and not the holidays takes a closed day for an open one.",
    remedy="Open the holiday list, and each of its days, to whoever reads the hours.",
)
def holidays_hidden(project: Project, row: Calendar, on: date) -> Iterator[Flaw]:
    """Whoever reads service hours reads the holidays on which they are closed."""
    del on
    found = (project.holiday_sets.get(key) for key in row.holiday_sets)
    for one in filter(None, found):
        days = project.holidays.where("holiday_set", one.id)
        shut_out = [each for each in Reader if _is_shut_out(each, row, (one, *days))]
        if shut_out:
            names = listed([each.people for each in shut_out])
            yield Flaw(
                f"The service hours {called(project, row)} are open to {names}, but not all "
                f"holidays of {called(project, one)}, on which they are closed.",
                "holiday_sets",
                (one.id,),
            )


def _is_shut_out(reader: Reader, hours: Calendar, holidays: tuple[Entity, ...]) -> bool:
    """Whether a reader sees service hours but not every one of the holidays."""
    sees_all = all(one.readers.include(reader) for one in holidays)
    return hours.readers.include(reader) and not sees_all


@rule(
    "level-closed-to-sales",
    subject=ServiceLevel,
    severity=WARNING,
    source="S12",
    why="Clients would hold Sales and the team to a level of which their handbooks say nothing.",
    remedy="Open the level to sales and staff, or close it to clients.",
)
def level_closed_to_sales(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A level that clients read is read by those who sell and keep it."""
    del on
    if not row.readers.include(Reader.CLIENT):
        return
    closed = [one for one in (Reader.SALES, Reader.STAFF) if not row.readers.include(one)]
    if closed:
        names = listed([one.people for one in closed])
        yield Flaw(f"{called(project, row)} is open to clients, but not to {names}.")


@rule(
    CLOSED_TO_CLIENTS,
    subject=Document,
    reads=(ServiceLevel,),
    severity=HINT,
    source="S12",
    why="Their handbook would be made, and say nothing of what they buy.",
    remedy="Open the levels that clients may know; what they rest on is opened along.",
)
def levels_closed_to_clients(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """Where levels are offered, clients read of one at least."""
    del on
    offered = [one for one in project.service_levels if is_offered(one)]
    if offered and not any(one.readers.include(Reader.CLIENT) for one in offered):
        which = f"any of the {len(offered)} service levels" if len(offered) > 1 else "the level"
        yield Flaw(f"Clients may not read of {which} that {called(project, row)} is about.")
