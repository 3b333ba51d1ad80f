"""Service hours and moments in few words, and strategies that make them up."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from slaeditor.model.values.duration import Clock, Duration, Unit
from slaeditor.model.values.week import Week
from slaeditor.rules.pauses import Pause
from slaeditor.rules.service_hours import ServiceHours

BERLIN = "Europe/Berlin"
OFFICE = "Mon–Fri 09:00–17:00"
ZONES = (BERLIN, "America/New_York", "Australia/Sydney", "Asia/Kathmandu", "UTC")
WEEKS = (
    OFFICE,
    "Mon–Fri 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00",
    "Mon-Thu 08:15-16:45, Fri 08:15-16:15",
    "Sun 14:00–Fri 17:00",
    "Mon–Fri 22:00–06:00",
    "daily 01:00–04:00",
    "Wed 10:00–10:01",
    "24x7",
)


def a_service(week=OFFICE, zone=BERLIN, exceptions=None, day_minutes=None):
    """Returns service hours; exceptions are given by ISO date."""
    days = {date.fromisoformat(day): slots for day, slots in (exceptions or {}).items()}
    return ServiceHours(zone, Week.parse(week), days, day_minutes)


def at(words, zone=BERLIN, fold=0):
    """Returns a local moment such as "2026-03-02 09:30" (a Monday)."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone), fold=fold)


def lasting(words):
    """Returns the duration that words say."""
    return Duration.parse(words)


def a_pause(start, end, zone=BERLIN):
    """Returns a pause between two local moments."""
    return Pause(at(start, zone), at(end, zone))


def service_hours_of(amount):
    """Returns so many hours of the service clock."""
    return Duration(Decimal(amount), Unit.HOUR, Clock.SERVICE)


def service_minutes_of(amount):
    """Returns so many minutes of the service clock."""
    return Duration(Decimal(amount), Unit.MINUTE, Clock.SERVICE)


DAYS_OF_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))
SLOTS_OF_A_DAY = st.sampled_from(
    [(), ((0, 1440),), ((600, 601),), ((0, 60), (1380, 1440)), ((540, 720), (780, 1020))]
)


@st.composite
def services(draw):
    """Returns any of several weeks in any of several zones, with up to five exceptions in 2026."""
    exceptions = draw(st.dictionaries(DAYS_OF_2026, SLOTS_OF_A_DAY, max_size=5))
    week = Week.parse(draw(st.sampled_from(WEEKS)))
    return ServiceHours(draw(st.sampled_from(ZONES)), week, exceptions)


def moments(zone="UTC"):
    """Returns a strategy of moments of 2026, to the second."""
    first = datetime(2026, 1, 1, tzinfo=ZoneInfo(zone))
    return st.integers(0, 365 * 86_400).map(lambda seconds: first + timedelta(seconds=seconds))


SERVICE_DURATIONS = st.one_of(
    st.integers(1, 60 * 200).map(service_minutes_of),
    st.integers(1, 200_000).map(lambda n: Duration(Decimal(n), Unit.SECOND, Clock.SERVICE)),
    st.integers(1, 40).map(lambda n: Duration(Decimal(n), Unit.DAY, Clock.SERVICE)),
)


@st.composite
def pauses(draw):
    """Returns up to three pauses in 2026, which may overlap."""
    starts = draw(st.lists(moments(), max_size=3))
    lengths = draw(st.lists(st.integers(0, 20_000), min_size=3, max_size=3))
    pairs = zip(starts, lengths, strict=False)
    return [Pause(start, start + timedelta(minutes=length)) for start, length in pairs]
