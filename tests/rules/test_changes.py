"""The difference between two projects and what can be done with it."""

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.changes import changes, composed

POOL = [ServiceLevel(name=f"Level {n}") for n in range(4)] + [
    Service(name="Web"),
    Service(name="Mail"),
]


@st.composite
def some_projects(draw: st.DrawFn) -> Project:
    chosen = draw(st.lists(st.sampled_from(POOL), unique_by=lambda row: row.id))
    names = draw(st.lists(st.sampled_from("abc"), min_size=len(chosen), max_size=len(chosen)))
    return Project().put(*(row.but(name=name) for row, name in zip(chosen, names, strict=True)))


@given(some_projects(), some_projects())
def test_changes_turn_the_old_project_into_the_new_one(old: Project, new: Project) -> None:
    assert changes(old, new).applied(old) == new


@given(some_projects(), some_projects())
def test_inverted_changes_turn_it_back(old: Project, new: Project) -> None:
    assert changes(old, new).inverted.applied(new) == old


@given(some_projects(), some_projects(), some_projects())
def test_composed_changes_do_what_both_do(one: Project, two: Project, three: Project) -> None:
    assert composed(changes(one, two), changes(two, three)).applied(one) == three


@given(some_projects())
def test_a_project_does_not_differ_from_itself(project: Project) -> None:
    assert not changes(project, project)


def test_a_change_names_the_fields_that_differ() -> None:
    gold = ServiceLevel(name="Gold")
    project = Project().add(gold)
    (change,) = changes(project, project.put(project.service_levels[gold.id].but(name="Platinum")))
    assert change.fields == ("name",)
