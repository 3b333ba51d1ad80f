"""What stands behind the promises."""

from datetime import date
from decimal import Decimal

from slaeditor.model.backing import (
    Capability,
    Dependency,
    Person,
    Rating,
    Skill,
    SkillNeed,
    SupportAgreement,
    Team,
    Workload,
    WorkStream,
)
from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.levels import Channel, ChannelKind
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import HandOff
from slaeditor.rules.checks import backings
from tests.rules.checks.check_builders import (
    BRONZE,
    RESOLUTION,
    TODAY,
    a_target,
    office,
    promises,
    says,
)


def a_chain(promise, *parts, hours=None):
    """Returns a project with a promise and the times that stand behind it, with their places."""
    target = a_target(RESOLUTION, promise, calendar=hours.id if hours else "")
    rows = [
        Dependency(target=target.id, name=words, takes=Duration.parse(words), order=order)
        for words, order in parts
    ]
    return promises(target, *rows, more=(hours,) if hours else ())


def test_a_chain_longer_than_the_promise_is_found():
    project = a_chain("4 h", ("3 h", 1), ("90 min", 2))
    assert says(backings.no_slack, project) == [
        "What stands behind “Resolution” takes about 4.5 h, but only 4 h is promised."
    ]


def test_a_chain_as_long_as_the_promise_is_fine():
    assert says(backings.no_slack, a_chain("4 h", ("3 h", 1), ("1 h", 2))) == []


def test_of_parts_side_by_side_the_longest_counts():
    assert says(backings.no_slack, a_chain("4 h", ("3 h", 1), ("2 h", 1))) == []


def test_a_chain_is_measured_in_comparable_time():
    project = a_chain("8 service h", ("24 h", 1), hours=office())
    assert says(backings.no_slack, project) == []


def backed_by(words, **values):
    """Returns a promise of 4 h that rests on a supplier's promise."""
    target = a_target(RESOLUTION, "4 h")
    agreement = SupportAgreement(
        name="Line", value=TargetValue.parse(words) if words else None, **values
    )
    part = Dependency(target=target.id, agreement=agreement.id)
    return promises(target, agreement, part)


def test_a_supplier_with_more_time_than_we_have_is_found():
    assert len(says(backings.no_slack, backed_by("8 h"))) == 1


def test_a_supplier_with_as_much_time_as_we_have_is_fine():
    assert says(backings.no_slack, backed_by("4 h")) == []


def test_a_hand_off_takes_its_time():
    target = a_target(RESOLUTION, "4 h")
    given = HandOff(name="Over", accept_within=Duration.parse("5 h"))
    project = promises(target, given, Dependency(target=target.id, hand_off=given.id))
    assert len(says(backings.no_slack, project)) == 1


def test_a_supplier_who_promises_no_time_is_found():
    assert says(backings.backing_without_time, backed_by("best effort")) == [
        "“Line” owes only “best effort”, yet “Resolution” promises 4 h on it."
    ]


def test_a_supplier_who_promises_a_time_is_fine():
    assert says(backings.backing_without_time, backed_by("4 h")) == []


def lasting_until(expires):
    document = Document(name="Handbook", effective_to=date(2026, 12, 31))
    return backed_by("4 h", expires=date.fromisoformat(expires)).add(document)


def test_an_agreement_that_expired_is_found():
    assert says(backings.agreement_expires, lasting_until("2026-05-31")) == [
        "“Line” expired on 2026-05-31."
    ]


def test_an_agreement_that_expires_before_the_document_is_found():
    assert len(says(backings.agreement_expires, lasting_until("2026-12-30"))) == 1


def test_an_agreement_that_lasts_as_long_as_the_document_is_fine():
    assert says(backings.agreement_expires, lasting_until("2026-12-31")) == []


def test_an_agreement_may_end_today():
    project = Project().add(SupportAgreement(name="Line", expires=TODAY))
    assert says(backings.agreement_expires, project) == []


def test_an_agreement_without_owner_in_dispute_is_found():
    assert len(says(backings.dispute_without_owner, backed_by("4 h"))) == 1


def test_an_agreement_with_owner_in_dispute_is_fine():
    project = backed_by("4 h", owner_in_dispute="somebody")
    assert says(backings.dispute_without_owner, project) == []


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
    assert says(backings.team_too_small, a_desk(41)) == [
        "“Desk” gets about 41 h of work a week, but has 40 h for it."
    ]


def test_a_team_with_as_much_work_as_hours_is_fine():
    assert says(backings.team_too_small, a_desk(40)) == []


def test_work_side_by_side_takes_less():
    assert says(backings.team_too_small, a_desk(80, side_by_side=2)) == []


def test_the_peak_of_live_work_counts():
    project = a_desk(21, live=True, peak_factor=Decimal(2))
    assert len(says(backings.team_too_small, project)) == 1


def test_the_peak_of_work_that_may_wait_does_not_count():
    assert says(backings.team_too_small, a_desk(21, peak_factor=Decimal(2))) == []


def test_leave_and_meetings_take_hours_away():
    project = a_desk(37)
    (team,) = project.teams
    project = project.put(team.but(shrinkage=Percentage.parse("10 %")))
    assert len(says(backings.team_too_small, project)) == 1


def test_each_client_brings_its_cases():
    project = a_desk(0, level=BRONZE.id, volume_per_client=Decimal(180))
    project = project.add(BRONZE, Client(name="Ash", level=BRONZE.id))
    assert len(says(backings.team_too_small, project)) == 1


def a_week(*hours):
    person = Person(name="A. B.", hours_per_week=Decimal(40))
    loads = [Workload(person=person.id, name="Work", hours_per_week=Decimal(one)) for one in hours]
    return Project().add(person, *loads)


def test_a_person_with_too_much_work_is_found():
    assert says(backings.person_overloaded, a_week(30, 11)) == [
        "The activities of “A. B.” take 41 h a week, of 40 h."
    ]


def test_a_person_with_enough_work_is_fine():
    assert says(backings.person_overloaded, a_week(30, 10)) == []


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
    assert says(backings.skill_missing, project) == [
        "2 people are needed for “Networks”, but 1 can do it."
    ]


def test_a_skill_that_enough_have_is_fine():
    assert says(backings.skill_missing, skilled(Rating.ALONE, Rating.EXPERT)) == []
