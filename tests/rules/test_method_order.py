"""Steps move among and between phases, and hold at levels."""

from __future__ import annotations

import pytest

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.work import MethodStep, Phase
from slaeditor.rules.method_order import holds_at, levels_of, placed, shifted_step, with_step


@pytest.fixture
def project() -> Project:
    phases = [Phase(name=name, id=name) for name in ("One", "Two")]
    steps = [
        MethodStep(name=name, id=name, phase=phase)
        for name, phase in (("a", "One"), ("b", "One"), ("c", "Two"))
    ]
    return Project().add(*phases, *steps)


def told(project: Project) -> str:
    parts = (
        "".join(row.name for row in project.method_steps.where("phase", phase.id))
        for phase in project.phases
    )
    return "|".join(parts)


def test_steps_are_put_before_another_in_any_phase(project):
    assert told(placed(project, ["c"], "One", "b")) == "acb|"
    assert told(placed(project, ["a", "b"], "Two", None)) == "|cab"


@pytest.mark.parametrize(
    ("step", "by", "order"),
    [("a", 1, "ba|c"), ("b", 1, "a|bc"), ("c", -1, "abc|"), ("a", -1, "ab|c"), ("c", 1, "ab|c")],
)
def test_a_step_goes_up_and_down_and_over_the_edge(project, step, by, order):
    assert told(shifted_step(project, project.method_steps[step], by)) == order


def test_a_new_step_stands_after_the_chosen_one(project):
    new = MethodStep(name="n")
    assert told(with_step(project, new, project.method_steps["a"])) == "anb|c"
    assert told(with_step(project, new, None)) == "ab|cn"


def test_the_first_step_brings_a_phase():
    made = with_step(Project(), MethodStep(name="n"), None)
    assert [phase.name for phase in made.phases] == ["First phase"]
    assert told(made) == "n"


def test_a_step_holds_where_it_and_its_phase_do(project):
    gold, silver = ServiceLevel(name="Gold"), ServiceLevel(name="Silver")
    project = project.add(gold, silver)
    project = project.put(project.phases["Two"].but(levels=(gold.id,)))
    project = project.put(project.method_steps["a"].but(levels=(silver.id,)))
    rows = project.method_steps
    assert [holds_at(project, rows[key], gold) for key in "abc"] == [False, True, True]
    assert [holds_at(project, rows[key], silver) for key in "abc"] == [True, True, False]
    assert levels_of(project, rows["c"]) == ((gold.id,), True)
    assert levels_of(project, rows["a"]) == ((silver.id,), False)


def test_a_level_does_what_its_base_does(project):
    base = ServiceLevel(name="Base")
    gold = ServiceLevel(name="Gold", based_on=base.id)
    project = project.add(base, gold)
    project = project.put(project.method_steps["a"].but(levels=(base.id,)))
    assert holds_at(project, project.method_steps["a"], gold)
