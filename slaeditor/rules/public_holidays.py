"""A list of holidays held against the public holidays of a country: what comes, what goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from slaeditor.model.calendars import Holiday, HolidaySet
from slaeditor.model.document import Document, Language
from slaeditor.model.project import Project


class Fate(StrEnum):
    """What becomes of a date when public holidays are taken over."""

    ADDED = "added"
    REMOVED = "removed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class HolidayChange:
    """A date with its name and what becomes of it; `row` is the holiday that is stored."""

    on: date
    name: str
    fate: Fate
    row: Holiday | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where dates come from: the country and region by name, the source, and the day of taking."""

    country: str
    region: str
    source: str
    taken_on: date

    @property
    def place(self) -> str:
        """The country, and the region after a comma."""
        return ", ".join(filter(None, (self.country, self.region)))


def compared(
    project: Project, key: str, found: Mapping[date, str], years: Collection[int]
) -> tuple[HolidayChange, ...]:
    """Return by date what is added to a list, removed from it and kept in it.

    Only dates of the years asked for are removed. A holiday that is open for some hours, or has a
    note, was made by hand and is kept.
    """
    stored = {row.on: row for row in project.holidays.where("holiday_set", key) if row.on}
    changes = [*_found(found, stored), *_gone(found, stored, years)]
    return tuple(sorted(changes, key=lambda one: one.on))


def taken_over(
    project: Project, listed: HolidaySet, changes: Collection[HolidayChange], origin: Origin
) -> Project:
    """Return the project with a list that has these changes; the list is added where it is new."""
    known = project.find(HolidaySet, listed.id) is not None
    named = listed.but(
        name=listed.name or f"{_called(project)} {origin.place}",
        country=origin.country,
        subdivision=origin.region,
        taken_from=origin.source,
        taken_on=origin.taken_on,
    )
    project = project.put(named) if known else project.add(named)
    gone = [one.row for one in changes if one.fate is Fate.REMOVED and one.row]
    come = [
        Holiday(holiday_set=listed.id, on=one.on, name=one.name)
        for one in changes
        if one.fate is Fate.ADDED
    ]
    for row in gone:
        project = project.drop(row)
    return project.add(*come)


def _called(project: Project) -> str:
    """What public holidays are called in the language of the handbooks."""
    is_german = project.the(Document).language is Language.GERMAN
    return "Gesetzliche Feiertage" if is_german else "Public holidays"


def _found(found: Mapping[date, str], stored: Mapping[date, Holiday]) -> Iterator[HolidayChange]:
    for on, name in found.items():
        row = stored.get(on)
        yield HolidayChange(on, row.name if row else name, Fate.KEPT if row else Fate.ADDED, row)


def _gone(
    found: Mapping[date, str], stored: Mapping[date, Holiday], years: Collection[int]
) -> Iterator[HolidayChange]:
    for on, row in stored.items():
        if on in found:
            continue
        by_hand = row.hours is not None or bool(row.note)
        kept = by_hand or on.year not in years
        yield HolidayChange(on, row.name, Fate.KEPT if kept else Fate.REMOVED, row)
