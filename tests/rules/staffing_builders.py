"""A support team with a telephone line and mail, in figures that can be worked out by hand."""

from decimal import Decimal

from slaeditor.model.backing import Person, Team, TimeEntry, Workload, WorkStream
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.learning import Scenario
from slaeditor.model.levels import Channel, ChannelKind, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week

OFFICE = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
GOLD = ServiceLevel(name="Gold", calendar=OFFICE.id)
PHONE = Channel(name="Telephone", kind=ChannelKind.LIVE, calendar=OFFICE.id)
ANSWER = Measure(name="Answered")
IN_TIME = Target(measure=ANSWER.id, value=TargetValue.parse("80 % within 20 s"), calendar=OFFICE.id)
TEAM = Team(
    name="Support",
    calendar=OFFICE.id,
    positions=Decimal(15),
    hours_per_week=Decimal(40),
    shrinkage=Percentage.parse("30 %"),
    cost_per_hour=Money.parse("50 EUR"),
)
CALLS = WorkStream(
    name="Calls",
    team=TEAM.id,
    channel=PHONE.id,
    target=IN_TIME.id,
    volume=Decimal(8000),
    per=Duration.parse("1 week"),
    handling=Duration.parse("180 s"),
)
"""8,000 a week in 40 open hours are 200 an hour, or 100 in 30 minutes."""
MAIL = WorkStream(
    name="Mail",
    team=TEAM.id,
    level=GOLD.id,
    volume_per_client=Decimal(73),
    handling=Duration.parse("30 min"),
    backlog=Decimal(50),
)
"""73 a month of 730 h are 16.8 in a week of 168 h, or 8.4 h of work for each client."""


def clients(count):
    """Returns so many clients of the level."""
    return [Client(name=f"Client {number}", level=GOLD.id) for number in range(count)]


def a_department(*rows, more_clients=10):
    """Returns a project with the level, the channel, the promise and whatever rows are given."""
    return Project().add(OFFICE, GOLD, PHONE, ANSWER, IN_TIME, *clients(more_clients), *rows)


def somebody(hours, *activities):
    """Returns a person with so many hours and the hours of some activities."""
    person = Person(name="A. B.", team=TEAM.id, hours_per_week=Decimal(hours))
    loads = [
        Workload(person=person.id, name=f"Activity {place}", hours_per_week=Decimal(count))
        for place, count in enumerate(activities)
    ]
    return person, *loads


def logged(on, words, **values):
    """Returns time spent on a day."""
    return TimeEntry(on=on, spent=Duration.parse(words), **values)


def what_if(**values):
    """Returns a scenario of 20 more clients of the level."""
    return Scenario(name="Campaign", level=GOLD.id, more_clients=Decimal(20), **values)
