"""When the clock runs: the weeks drawn, holidays, exceptions, ways to reach us, planned work."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.calendars import Calendar, CalendarException, Holiday
from slaeditor.model.entity import Entity
from slaeditor.model.values.week import Week
from slaeditor.publish.document import Block, Cell, Column, RowGroup, Section, Table
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    card,
    cards,
    facts,
    facts_block,
    leftovers,
    particulars,
    passages,
    rest,
    section,
    table,
    told_apart_from_names,
)
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import WeekPicture
from slaeditor.rules.calendars import open_length, service_day, time_zone

CHANNELS = Layout(
    ("name", "address", "calendar", "who_may_use", "description"), (14, 24, 16, 20, 26)
)


def hours(view: View) -> tuple[Section, ...]:
    """Return each calendar with its week drawn, and the dates on which it differs."""
    parts = tuple(_calendar(view, row) for row in view.project.calendars)
    holidays = _holidays(view)
    if not parts and not holidays:
        return ()
    named, told = told_apart_from_names((*parts, *holidays))
    return (Section("s-hours", view.phrases("section.hours"), named, told),)


def channels(view: View) -> tuple[Section, ...]:
    """Return the ways to reach us."""
    rows = tuple(view.project.channels)
    blocks = table(view, view.phrases("caption.channels"), rows, CHANNELS)
    return section("channels", view.phrases("section.channels"), blocks)


def maintenance(view: View) -> tuple[Section, ...]:
    """Return the windows of planned work."""
    return cards(view, "maintenance", view.project.maintenance_windows, _window)


def _window(view: View, row: Entity) -> Section:
    """A window, which says of its downtime also that it does not count."""
    counts = (view.label(row, "counts_as_downtime"), view.say(row, "counts_as_downtime"))
    return card(view, row, particulars((counts,), changed=view.changed(row, "counts_as_downtime")))


def reports(view: View) -> tuple[Section, ...]:
    """Return the regular reports and reviews."""
    layout = Layout(
        ("name", "every", "owner_role", "participants", "content"),
        (18, 18, 14, 18, 32),
        {"every": "cadence_words"},
    )
    rows = tuple(view.project.reports)
    blocks = table(view, view.phrases("caption.reports"), rows, layout)
    return section("reports", view.phrases("section.reports"), blocks)


def _calendar(view: View, row: Calendar) -> Section:
    view.note(row, "hours", "day_length")
    pictured = (_picture(view, row, row.hours),) if row.hours else ()
    exceptions = view.project.calendar_exceptions.where("calendar", row.id)
    return Section(
        view.anchor(row),
        view.title(row),
        (
            *pictured,
            *_figures(view, row),
            *passages(view, row, "outside_hours", "staff_note"),
            *rest(view, row),
            *_exceptions(view, exceptions),
        ),
    )


def _picture(view: View, row: Calendar, week: Week) -> WeekPicture:
    spans = tuple((day, start, end) for day in range(1, 8) for start, end in week.day(day))
    zone = "" if row.zone_words else view.words.value(_zoned(view, row).time_zone)
    words = view.words.week(week)
    return WeekPicture(
        view.phrases("caption.week", calendar=row.name, hours=words),
        view.phrases("picture.week", calendar=row.name, hours=words),
        spans,
        view.words.day_names(),
        zone,
    )


def _figures(view: View, row: Calendar) -> tuple[Block, ...]:
    """How long the week and a service day are, both readings of "a day", and whose clock it is."""
    if row.hours is None or row.hours.is_never:
        return ()
    week = open_length(row.hours.minutes)
    day = service_day(row)
    return particulars(
        (
            (view.phrases("fact.week"), view.words.duration(week)),
            (view.phrases("fact.service-day"), view.words.duration(day)),
            *facts(view, _zoned(view, row), "zone_words", "time_zone"),
        )
    )


def _zoned(view: View, row: Calendar) -> Calendar:
    """Hours with the time zone in which they are read; none where they are always open."""
    if row.hours is None or row.hours.is_always or row.zone_words:
        return row
    return row.but(time_zone=time_zone(view.project, row))


def _exceptions(view: View, rows: Sequence[CalendarException]) -> tuple[Block, ...]:
    if not rows:
        return ()
    columns = (
        Column(view.phrases("column.date"), 40),
        Column(view.phrases("column.reason"), 35),
        Column(view.phrases("column.open"), 25),
    )
    lines = tuple(_exception(view, row) for row in rows)
    return (
        Table(view.phrases("caption.exceptions"), columns, (RowGroup(lines),), fitted=True),
        *leftovers(view, rows),
    )


def _exception(view: View, row: CalendarException) -> tuple[Cell, ...]:
    view.note(row, "calendar")
    days = (view.say(row, "first_day"), view.say(row, "last_day"))
    return (
        Cell(" – ".join(filter(None, days)), changed=view.changed(row)),
        Cell(view.say(row, "name")),
        Cell(_open(view, row, is_one=not row.last_day) or view.phrases("week.never")),
    )


def _open(view: View, row: CalendarException | Holiday, *, is_one: bool) -> str:
    """When we are open instead; of one day only the hours."""
    view.note(row, "hours")
    if row.hours is None:
        return ""
    return view.words.hours_of_day(row.hours) if is_one else view.words.week(row.hours)


def _holidays(view: View) -> tuple[Section, ...]:
    return tuple(
        Section(
            view.anchor(row),
            _heading(view, view.title(row)),
            (*rest(view, row), *_dates(view, view.project.holidays.where("holiday_set", row.id))),
        )
        for row in view.project.holiday_sets
    )


def _heading(view: View, name: str) -> str:
    """The name of a list; a word before it where the name does not say that these are holidays."""
    told = view.phrases("holidays.of", name=name)
    return name if told.partition(":")[0].casefold() in name.casefold() else told


def _dates(view: View, rows: Sequence[Holiday]) -> tuple[Block, ...]:
    """The days of each year in a line; those that are open for some hours say so."""
    years: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: (row.on is None, str(row.on))):
        year = str(row.on.year) if row.on else view.phrases("holidays.undated")
        years.setdefault(year, []).append(_date(view, row))
    changed = any(view.changed(row) for row in rows)
    lines = ((year, "; ".join(days)) for year, days in years.items())
    return (*facts_block(lines, changed=changed), *leftovers(view, rows))


def _date(view: View, row: Holiday) -> str:
    view.note(row, "holiday_set")
    hours = _open(view, row, is_one=True)
    day = view.words.day_of_year(row.on) if row.on else ""
    view.note(row, "on")
    about = ", ".join(filter(None, (view.say(row, "name"), hours)))
    return view.phrases("holidays.day", day=day, name=about) if day and about else day or about
