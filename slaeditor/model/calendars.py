"""When the service clock runs: calendars, holidays and exceptions."""

from __future__ import annotations

from datetime import date

from slaeditor.model.areas import Area
from slaeditor.model.entity import Entity, entity
from slaeditor.model.field import day, duration, prose, reference, references, text, week, zone
from slaeditor.model.readers import EVERYONE, STAFF
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.week import Week


@entity("Service hours", "Service hours", icon="clock", area=Area.PROMISES)
class Calendar(Entity):
    """The hours in which the service clock runs and people answer."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    hours: Week | None = week("Hours", readers=EVERYONE, required=True, default=None)
    time_zone: str = zone("Time zone", readers=EVERYONE, default="")
    zone_words: str = text(
        "Whose time zone",
        readers=EVERYONE,
        default="",
        help="Where it depends on the client, for instance: the client's headquarters. "
        "The time zone above then serves for examples.",
    )
    day_length: Duration | None = duration(
        "A service day is",
        readers=EVERYONE,
        default=None,
        help="Hours of one service day; empty means as long as most days are open.",
    )
    holiday_sets: tuple[str, ...] = references(
        "Closed on the holidays of", to="HolidaySet", readers=EVERYONE, default=(), needed=False
    )
    holiday_words: str = text(
        "Holidays in words", readers=EVERYONE, default="", help="Where no list of dates is known."
    )
    outside_hours: str = prose("Outside these hours", readers=EVERYONE, default="")
    staff_note: str = prose("Rota and shifts", readers=STAFF, default="")


@entity("Holiday list", "Holiday lists", icon="calendar-days", area=Area.PROMISES)
class HolidaySet(Entity):
    """Closed dates that several calendars may share; dates are stored, never recomputed."""

    name: str = text("Name", readers=EVERYONE, required=True, default="")
    country: str = text("Country", readers=EVERYONE, default="")
    subdivision: str = text("Region", readers=EVERYONE, default="")
    taken_from: str = text("Taken from", readers=STAFF, default="")
    taken_on: date | None = day("Taken on", readers=STAFF, default=None)


@entity(
    "Holiday",
    "Holidays",
    icon="calendar-x",
    area=Area.PROMISES,
    title=("name", "on"),
    unique=("holiday_set", "on"),
)
class Holiday(Entity):
    """A date on which the service is closed, or open for some hours only."""

    holiday_set: str = reference(
        "Holiday list", to="HolidaySet", readers=EVERYONE, default="", owner=True, required=True
    )
    on: date | None = day("Date", readers=EVERYONE, required=True, default=None)
    name: str = text("Name", readers=EVERYONE, default="")
    hours: Week | None = week(
        "Open", readers=EVERYONE, default=None, help="Empty means closed: daily 09:00–12:00, say."
    )


@entity(
    "Calendar exception",
    "Calendar exceptions",
    icon="calendar-clock",
    area=Area.PROMISES,
    title=("calendar", "name", "first_day"),
)
class CalendarException(Entity):
    """Days on which the hours of one calendar differ."""

    calendar: str = reference(
        "Service hours", to="Calendar", readers=EVERYONE, default="", owner=True, required=True
    )
    name: str = text("Reason", readers=EVERYONE, default="")
    first_day: date | None = day("First day", readers=EVERYONE, required=True, default=None)
    last_day: date | None = day(
        "Last day", readers=EVERYONE, default=None, help="Empty means one day."
    )
    hours: Week | None = week("Open", readers=EVERYONE, default=None, help="Empty means closed.")
