"""Running all rules: none breaks, each says what it reads, an edit runs only what it touches."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model.document import Document, Waiver
from slaeditor.model.entity import fields
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.rules.changes import changes
from slaeditor.rules.checks.catalogue import RULES
from slaeditor.rules.checks.checking import check, recheck, run
from slaeditor.rules.findings import Gravity, errors
from slaeditor.rules.names import readable_keys
from tests.rules.checks.check_builders import (
    BRONZE,
    CRITICAL,
    MINOR,
    RESOLUTION,
    RESPONSE,
    SILVER,
    TODAY,
    a_target,
    promises,
)
from tests.rules.checks.whole_projects import (
    a_bare_project,
    a_full_project,
    a_tangled_project,
    edits,
)


class WatchedProject(Project):
    """A project that remembers which of its tables were looked at."""

    looked_at: set[str] = set()

    def __getattribute__(self, name):
        if name in kinds():
            WatchedProject.looked_at.add(name)
        return super().__getattribute__(name)


def watched(project):
    """Returns the project as one that remembers what is looked at."""
    fields = {one.name: getattr(project, one.name) for one in dataclasses.fields(Project)}
    return WatchedProject(**fields)


PROJECTS = {
    "bare": a_bare_project(),
    "full": a_full_project(),
    "tangled": a_tangled_project(),
}


@pytest.mark.parametrize("name", PROJECTS)
def test_no_rule_breaks(name):
    check(PROJECTS[name], TODAY)


@pytest.mark.parametrize("name", PROJECTS)
def test_a_rule_reads_only_what_it_declares(name):
    project = watched(PROJECTS[name])
    for rule in RULES:
        rows = tuple(project.table(rule.subject))
        declared = {table_name(kind) for kind in (*rule.watches, rule.subject)}
        WatchedProject.looked_at = set()
        found = list(run(rule, project, rows, TODAY))
        assert declared >= WatchedProject.looked_at, (rule.name, rule.subject, found[:1])


@pytest.mark.parametrize("name", PROJECTS)
def test_checking_again_after_an_edit_finds_what_a_check_finds(name):
    project = PROJECTS[name]
    before = check(project, TODAY)
    for edited in edits(project):
        after = recheck(edited, before, changes(project, edited), TODAY)
        assert after == check(edited, TODAY)


def test_every_rule_has_a_name_of_its_own_for_its_subject():
    named = [(rule.name, rule.subject) for rule in RULES]
    assert len(set(named)) == len(named)


def test_every_rule_says_why_and_what_to_do():
    assert all(rule.why.endswith(".") and rule.remedy.endswith(".") for rule in RULES)


def test_a_sentence_is_a_sentence():
    for project in PROJECTS.values():
        for one in check(project, TODAY):
            assert one.sentence.endswith("."), one
            assert "None" not in one.sentence, one


def test_the_gravest_findings_come_first():
    order = list(Gravity)
    found = [order.index(one.severity) for one in check(PROJECTS["tangled"], TODAY)]
    assert found == sorted(found)


def a_faulty_project():
    return promises(a_target(RESPONSE, "8 h"), a_target(RESOLUTION, "4 h"))


def the_fault(project, on=TODAY):
    (found,) = [one for one in check(project, on) if one.rule == "response-before-resolution"]
    return found


def waived(until=None):
    project = a_faulty_project()
    finding = the_fault(project)
    waiver = Waiver(
        rule=finding.rule, subject=finding.row, reason="The client insists.", until=until
    )
    return project.add(waiver)


def test_a_finding_says_where_it_is():
    project = a_faulty_project()
    finding = the_fault(project)
    target = next(iter(project.targets))
    assert (finding.table, finding.row, finding.field) == ("targets", target.id, "value")


def test_a_waived_finding_stays_listed_with_its_reason():
    assert the_fault(waived()).waived == "The client insists."


def test_a_waived_finding_is_no_error_any_more():
    project = a_faulty_project()
    assert len(errors(check(project, TODAY))) - len(errors(check(waived(), TODAY))) == 1


def test_a_waiver_may_name_the_record_by_its_readable_key():
    project = a_faulty_project()
    finding = the_fault(project)
    key = f"{finding.table}/{readable_keys(project)[finding.row]}"
    waiver = Waiver(rule=finding.rule, subject=key, reason="The client insists.")
    assert the_fault(project.add(waiver)).waived == "The client insists."


def test_a_waiver_holds_on_its_last_day():
    assert not the_fault(waived(until=TODAY)).is_open


def test_a_waiver_ends():
    assert the_fault(waived(until=date(2026, 5, 31))).is_open


def test_a_check_is_the_same_every_time():
    project = PROJECTS["tangled"]
    assert check(project, TODAY) == check(project, TODAY)


def test_an_empty_project_has_no_errors():
    assert errors(check(Project().add(Document(name="Handbook")), TODAY)) == ()


def test_usual_rows_are_in_order():
    assert [one.name for one in promises().service_levels] == [BRONZE.name, SILVER.name]
    assert [one.name for one in promises().severities] == [CRITICAL.name, MINOR.name]
    assert isinstance(BRONZE, ServiceLevel)


FOUND = check(PROJECTS["tangled"], TODAY)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_after_any_edit_checking_again_finds_what_a_check_finds(data):
    project = PROJECTS["tangled"]
    table = getattr(project, data.draw(st.sampled_from(sorted(kinds()))))
    rows = tuple(table)
    one, other = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(rows))
    names = [field.name for field in fields(type(one))]
    taken = data.draw(st.sets(st.sampled_from(names)))
    edited = project.put(one.but(**{name: getattr(other, name) for name in taken}))
    found = recheck(edited, FOUND, changes(project, edited), TODAY)
    assert found == check(edited, TODAY)
