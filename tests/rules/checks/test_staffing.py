"""People: enough of them, able, and not overloaded."""

from decimal import Decimal

from slaeditor.model.backing import (
    Capability,
    Person,
    Rating,
    Skill,
    SkillNeed,
    Team,
    Workload,
    WorkStream,
)
from slaeditor.model.clients import Client
from slaeditor.model.levels import Channel, ChannelKind
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.checks import staffing
from tests.rules.checks.check_builders import (
    BRONZE,
    RESPONSE,
    a_target,
    office,
    promises,
    says,
)


def a_desk(cases, *, positions="1", live=False, **values):
    """Returns a team of 40 h a week and a stream of cases of an hour each."""
    team = Team(name="Desk", positions=Decimal(positions))
    channel = Channel(name="Line", kind=ChannelKind.LIVE if live else ChannelKind.DEFERRED)
    stream = WorkStream(
        name="Cases",
        team=team.id,
        channel=channel.id,
        volume=Decimal(cases),
        per=Duration.parse("1 week"),
        handling=Duration.parse("1 h"),
        **values,
    )
    return Project().add(team, channel, stream)


def test_a_team_with_more_work_than_hours_is_found():
    assert says(staffing.team_too_small, a_desk(41)) == [
        "“Desk” gets about 41 h of work a week, but has 40 h for it."
    ]


def test_a_team_with_as_much_work_as_hours_is_fine():
    assert says(staffing.team_too_small, a_desk(40)) == []


def test_work_side_by_side_takes_less():
    assert says(staffing.team_too_small, a_desk(80, side_by_side=2)) == []


def test_the_peak_of_live_work_counts():
    project = a_desk(21, live=True, peak_factor=Decimal(2))
    assert len(says(staffing.team_too_small, project)) == 1


def test_the_peak_of_work_that_may_wait_does_not_count():
    assert says(staffing.team_too_small, a_desk(21, peak_factor=Decimal(2))) == []


def test_leave_and_meetings_take_hours_away():
    project = a_desk(37)
    (team,) = project.teams
    project = project.put(team.but(shrinkage=Percentage.parse("10 %")))
    assert len(says(staffing.team_too_small, project)) == 1


def test_each_client_brings_its_cases():
    project = a_desk(0, level=BRONZE.id, volume_per_client=Decimal(180))
    project = project.add(BRONZE, Client(name="Ash", level=BRONZE.id))
    assert len(says(staffing.team_too_small, project)) == 1


def a_week(*hours):
    person = Person(name="A. B.", hours_per_week=Decimal(40))
    loads = [Workload(person=person.id, name="Work", hours_per_week=Decimal(one)) for one in hours]
    return Project().add(person, *loads)


def test_a_person_with_too_much_work_is_found():
    assert says(staffing.person_overloaded, a_week(30, 11)) == [
        "The activities of “A. B.” take 41 h a week, of 40 h."
    ]


def test_a_person_with_enough_work_is_fine():
    assert says(staffing.person_overloaded, a_week(30, 10)) == []


def skilled(*ratings, people=2):
    skill = Skill(name="Networks")
    need = SkillNeed(skill=skill.id, people=people, rating=Rating.ALONE)
    able = [
        Capability(person=str(number), skill=skill.id, rating=rating)
        for number, rating in enumerate(ratings)
    ]
    return Project().add(skill, need, *able)


def test_a_skill_that_too_few_have_is_found():
    project = skilled(Rating.ALONE, Rating.LEARNING)
    assert says(staffing.skill_missing, project) == [
        "2 people are needed for “Networks”, but 1 can do it."
    ]


def test_a_skill_that_enough_have_is_fine():
    assert says(staffing.skill_missing, skilled(Rating.ALONE, Rating.EXPERT)) == []


def a_line(positions, kind=ChannelKind.LIVE):
    """Returns 200 calls of 180 s an hour, 80 % of them promised within 20 s, in office hours."""
    hours, line = office(), Channel(name="Line", kind=kind)
    target = a_target(RESPONSE, "80 % within 20 s", calendar=hours.id, channel=line.id)
    team = Team(name="Desk", positions=Decimal(positions))
    stream = WorkStream(
        name="Calls",
        team=team.id,
        channel=line.id,
        target=target.id,
        volume=Decimal(8000),
        per=Duration.parse("1 week"),
        handling=Duration.parse("180 s"),
    )
    return promises(target, team, stream, more=(hours, line))


def test_a_line_with_one_position_too_few_is_found():
    assert says(staffing.line_understaffed, a_line(13)) == [
        (
            "At its peak “Calls” needs 14 positions to keep 80 % within 20 s of "
            "“First response · Line”, but about 13 are manned."
        )
    ]


def test_a_line_with_enough_positions_is_fine():
    assert says(staffing.line_understaffed, a_line(14)) == []


def test_mail_is_no_line():
    assert says(staffing.line_understaffed, a_line(1, ChannelKind.DEFERRED)) == []
