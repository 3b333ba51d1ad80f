"""How far the team is with reading, training, skills and load."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from slaeditor.model.backing import (
    Acknowledgement,
    Capability,
    Person,
    Rating,
    Skill,
    SkillNeed,
    Training,
    Workload,
)
from slaeditor.model.document import Revision
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.rules.team_standing import acknowledged, standing

TODAY = date(2027, 3, 10)
ANN, BEN = Person(id="ann", name="A. M."), Person(id="ben", name="B. N.")
OLD = Revision(id="old", label="1.0", made_on=date(2026, 1, 1))
NEW = Revision(id="new", label="2.0", made_on=date(2027, 1, 1))


def told(kind, *rows):
    return standing(Project().add(*rows), kind, TODAY)


def test_who_has_not_read_the_newest_revision_is_open():
    read = Acknowledgement(person="ann", revision="new", on=TODAY)
    older = Acknowledgement(person="ben", revision="old", on=TODAY)
    found = told(Acknowledgement, ANN, BEN, OLD, NEW, read, older)
    assert found.sentence == "1 of 2 people acknowledged version 2.0."
    assert [one.words for one in found.open] == ["B. N."]


def test_an_acknowledgement_without_a_date_is_open():
    asked = Acknowledgement(person="ann", revision="new")
    assert told(Acknowledgement, ANN, NEW, asked).done == 0


def test_to_acknowledge_closes_what_is_open():
    project = Project().add(ANN, NEW)
    project = project.add(acknowledged(ANN, project, TODAY))
    found = standing(project, Acknowledgement, TODAY)
    assert found is not None
    assert found.open == ()


def test_nothing_is_told_without_people():
    assert told(Acknowledgement, NEW) is None


def test_a_training_that_was_not_held_is_overdue():
    row = Training(name="Briefing", planned_on=date(2027, 3, 1))
    found = told(Training, row)
    assert found.sentence == "0 of 1 training held."
    assert [(one.words, one.on) for one in found.open] == [("Briefing, overdue", date(2027, 3, 1))]


def test_a_training_is_due_again():
    row = Training(
        name="Briefing", held_on=date(2026, 3, 20), repeat_every=Duration.parse("1 year")
    )
    (one,) = told(Training, row).open
    assert one.on == date(2027, 3, 20)


def test_a_training_that_was_held_lately_is_not_due():
    row = Training(name="Briefing", held_on=date(2027, 3, 1), repeat_every=Duration.parse("1 year"))
    assert told(Training, row).open == ()


def test_a_need_that_too_few_meet_is_open():
    level, skill = ServiceLevel(id="gold", name="Gold"), Skill(id="log", name="Reading logs")
    need = SkillNeed(skill="log", level="gold", people=2)
    able = Capability(person="ann", skill="log", rating=Rating.EXPERT)
    learning = Capability(person="ben", skill="log", rating=Rating.LEARNING)
    found = told(Capability, ANN, BEN, level, skill, need, able, learning)
    assert found.sentence == "0 of 1 need is met."
    assert [one.words for one in found.open] == ["Reading logs: 1 of 2"]


def test_who_has_more_than_a_week_of_work_is_open():
    ann = ANN.but(hours_per_week=Decimal(20))
    rows = (Workload(person="ann", name=name, hours_per_week=Decimal(12)) for name in ("A", "B"))
    found = told(Workload, ann, *rows)
    assert [one.words for one in found.open] == ["A. M.: 24 of 20 h"]


def test_a_kind_that_tells_nothing_has_no_standing():
    assert told(ServiceLevel, ANN) is None
