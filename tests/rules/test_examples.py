"""The examples to start from can be read, and are what they say."""

from datetime import date

import pytest

from slaeditor.model.levels import Channel
from slaeditor.model.project import Project, entity_named
from slaeditor.model.readers import CLIENT, NOBODY
from slaeditor.model.selling import DissatisfactionLevel
from slaeditor.model.work import HandOff, Role
from slaeditor.rules.changes import changes
from slaeditor.rules.checks.checking import check
from slaeditor.rules.examples import EXAMPLES, has_example, purpose_of, with_example

NEEDED = (
    *("DissatisfactionLevel", "Expectation", "HandOff", "GreyArea", "ScopeItem", "SpecialDeal"),
    *("DisputeStep", "LossInterview", "TalkingPoint", "Person", "Team", "WorkStream", "Skill"),
    *("Training", "Acknowledgement", "Promise"),
)


@pytest.mark.parametrize("name", NEEDED)
def test_a_kind_a_manager_must_understand_has_an_example(name):
    assert has_example(entity_named(name))


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_adds_its_records(name):
    kind = entity_named(name)
    project, keys = with_example(Project(), kind)
    assert {row.id for row in project.table(kind)} >= set(keys)
    assert len(keys) == len(EXAMPLES[name].rows)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_has_no_error(name):
    project, _ = with_example(Project(), entity_named(name))
    wrong = [one.sentence for one in check(project, date(2026, 1, 1)) if one.severity == "error"]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_opens_nothing_to_clients(name):
    project, _ = with_example(Project(), entity_named(name))
    new = [one.row for one in changes(Project(), project)]
    allowed = {"Client", "TimedEvent", "SpecialDeal", "SkillNeed"}
    allowed |= {"Assignment", "EscalationStep", "MethodStep"}
    allowed |= {"LevelEntitlement", "Target", "PricePlan", "PriceBracket", "CompensationBand"}
    opened = {type(row).__name__ for row in new if row.readers & CLIENT}
    assert opened <= allowed


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_purpose_is_a_sentence(name):
    assert purpose_of(entity_named(name)).endswith(".")


def test_a_role_that_is_there_is_not_added_again():
    lead = Role(name="team lead")
    project, _ = with_example(Project().add(lead), HandOff)
    assert [one.name for one in project.roles].count("Team lead") == 0
    assert lead.id in {one.to_role for one in project.hand_offs}


def test_several_names_are_several_references():
    project, keys = with_example(Project(), DissatisfactionLevel)
    assert len(project.dissatisfaction_levels[keys[2]].offered_by) == 2


def test_people_stay_the_managers_own():
    project, keys = with_example(Project(), entity_named("Person"))
    assert project.people[keys[0]].readers == NOBODY


def test_a_kind_without_an_example_has_no_purpose():
    assert purpose_of(Channel) == ""
