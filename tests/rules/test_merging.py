"""Two people's edits come together, and what both changed is told."""

from __future__ import annotations

from hypothesis import given, settings

from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, STAFF, Reader
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import Phase, Role
from slaeditor.rules.changes import changes
from slaeditor.rules.merging import merged
from slaeditor.rules.visible import visible
from tests.builders import a_level, a_promise
from tests.projects import projects


def edited(project: Project, row: Entity, **values: object) -> Project:
    """The project with other values in a record of it."""
    return project.put(project.table(type(row))[row.id].but(**values))


def test_edits_of_different_fields_come_together():
    base = Project().put(gold := a_level())
    result = merged(base, edited(base, gold, promise="P"), edited(base, gold, for_whom="W"))
    (level,) = result.project.service_levels
    assert (level.promise, level.for_whom, result.conflicts) == ("P", "W", ())


def test_where_both_changed_a_field_ours_stands_and_it_is_told():
    base, _, target = a_promise("4 h")
    ours = edited(base, target, value=TargetValue.parse("2 h"))
    theirs = edited(base, target, value=TargetValue.parse("1 h"))
    result = merged(base, ours, theirs)
    assert result.project == ours
    (conflict,) = result.conflicts
    assert conflict.sentence == (
        "Target “First response · Critical · Gold”: Promise was changed by both: "
        "ours “2 h” stands, theirs is “1 h”."
    )


def test_the_same_edit_by_both_is_no_conflict():
    base = Project().put(gold := a_level())
    both = edited(base, gold, promise="P")
    assert merged(base, both, both).conflicts == ()


def test_records_of_both_are_added():
    base = Project()
    ours, theirs = base.add(Role(name="A")), base.add(Role(name="B"))
    assert {one.name for one in merged(base, ours, theirs).project.roles} == {"A", "B"}


def test_what_one_removed_is_gone():
    base = Project().put(gold := a_level())
    assert merged(base, base, base.drop(gold)).project == Project()
    assert merged(base, base.drop(gold), base).project == Project()


def test_what_they_removed_and_we_changed_is_kept_and_told():
    base = Project().put(gold := a_level())
    result = merged(base, edited(base, gold, promise="P"), base.drop(gold))
    assert result.project.count == 1
    assert "removed by them and changed by us" in result.conflicts[0].sentence


def test_what_we_removed_and_they_changed_is_kept_and_told():
    base = Project().put(gold := a_level())
    result = merged(base, base.drop(gold), edited(base, gold, promise="P"))
    assert result.project.count == 1
    assert "removed by us and changed by them" in result.conflicts[0].sentence


def test_lists_of_references_take_the_changes_of_both():
    a, b, c = (a_level(name) for name in "ABC")
    phase = Phase(name="Start", levels=(a.id, b.id))
    base = Project().put(a, b, c, phase)
    ours = edited(base, phase, levels=(a.id, b.id, c.id))
    result = merged(base, ours, edited(base, phase, levels=(b.id,)))
    assert next(iter(result.project.phases)).levels == (b.id, c.id)
    assert result.conflicts == ()


def test_a_reference_to_what_the_other_removed_is_told():
    base = Project().put(silver := a_level("Silver"), gold := a_level("Gold"))
    result = merged(base, base.drop(silver), edited(base, gold, based_on=silver.id))
    assert "refers to service level “Silver”, which the other side removed" in (
        result.conflicts[0].sentence
    )


def test_what_a_reader_could_not_see_is_no_edit_of_theirs():
    gold = ServiceLevel(name="Gold", readers=EVERYONE, selling_note="Ask for two years.")
    inside = ServiceLevel(name="Inside", readers=STAFF)
    base = Project().add(gold, inside)
    copy = edited(visible(base, Reader.CLIENT), gold, promise="P")
    result = merged(base, base, copy, Reader.CLIENT)
    first, second = result.project.service_levels
    assert (first.selling_note, first.promise, second.name) == ("Ask for two years.", "P", "Inside")
    assert result.conflicts == ()


def test_what_a_reader_added_stands_at_the_end():
    base = Project().add(a_level("A"), a_level("B"))
    copy = visible(base, Reader.CLIENT)
    result = merged(base, base, copy.add(a_level("C")), Reader.CLIENT)
    assert [one.name for one in result.project.service_levels] == ["A", "B", "C"]


@given(projects(), projects())
@settings(max_examples=20, deadline=None)
def test_only_one_side_s_edits_are_that_side(base: Project, other: Project):
    assert merged(base, other, base).project == other
    assert merged(base, base, other).project == other
    assert merged(base, other, other).project == other


@given(projects())
@settings(max_examples=20, deadline=None)
def test_an_untouched_copy_changes_nothing(base: Project):
    for reader in Reader:
        result = merged(base, base, visible(base, reader), reader)
        assert list(changes(result.project, base)) == []
        assert result.conflicts == ()


def with_levels(*names: str) -> Project:
    return Project().add(*(ServiceLevel(name=name) for name in names))


def test_a_merge_that_takes_a_fifth_of_the_records_away_is_told():
    base = with_levels(*"abcdefghij")
    theirs = base
    for level in list(base.service_levels)[:5]:
        theirs = theirs.drop(level)
    made = merged(base, base, theirs)
    assert (made.removed, made.of, made.is_sweeping) == (5, 10, True)


def test_a_merge_that_takes_a_few_records_away_is_not_worth_a_word():
    base = with_levels(*"abcdefghij")
    theirs = base
    for level in list(base.service_levels)[:4]:
        theirs = theirs.drop(level)
    assert not merged(base, base, theirs).is_sweeping


def test_what_we_removed_ourselves_does_not_count():
    base = with_levels(*"abcdefghij")
    ours = base
    for level in list(base.service_levels)[:8]:
        ours = ours.drop(level)
    assert not merged(base, ours, base).is_sweeping
