"""Who points at whom, and what a removal takes along."""

from slaeditor.model.escalation import EscalationPolicy, EscalationStep
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.work import Role
from slaeditor.rules.references import dangling, owner_of, uses, without
from tests.builders import a_promise


def test_removing_a_level_removes_its_targets() -> None:
    project, level, _ = a_promise()
    assert len(without(project, level).targets) == 0


def test_removing_a_severity_empties_the_references_to_it() -> None:
    project, _, target = a_promise()
    severity = next(iter(project.severities))
    left = without(project, severity)
    assert left.targets[target.id].severity == ""
    assert not list(dangling(left))


def test_removing_one_of_several_leaves_the_others() -> None:
    gold, silver = ServiceLevel(name="Gold"), ServiceLevel(name="Silver")
    policy = EscalationPolicy(name="Ladder", levels=(gold.id, silver.id))
    left = without(Project().add(gold, silver, policy), gold)
    assert left.escalation_policies[policy.id].levels == (silver.id,)


def test_a_removal_reaches_down_all_the_way() -> None:
    policy = EscalationPolicy(name="Ladder")
    step = EscalationStep(policy=policy.id, name="Team lead")
    assert without(Project().add(policy, step), policy).count == 0


def test_a_reference_to_nothing_is_found() -> None:
    project = Project().add(Target(level="3f8f8f8f-0000-4000-8000-000000000000"))
    ((_, spec, _),) = dangling(project)
    assert spec.name == "level"


def test_every_use_of_a_role_is_listed_with_its_field() -> None:
    lead = Role(name="Lead")
    agent = Role(name="Agent", reports_to=lead.id)
    (use,) = uses(Project().add(lead, agent), lead)
    assert (use.row.id, use.field.name) == (agent.id, "reports_to")


def test_a_target_is_owned_by_its_level() -> None:
    project, level, target = a_promise()
    found = owner_of(project, target)
    assert found is not None
    assert found.id == level.id
