"""A copy has everything of its model but its identity."""

from __future__ import annotations

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.rules.copies import copied
from slaeditor.rules.names import title


def test_a_copy_is_named_so_and_stands_after_its_model():
    project = Project().add(ServiceLevel(name="Gold"), ServiceLevel(name="Silver"))
    project, _ = copied(project, [next(iter(project.service_levels))])
    assert [one.name for one in project.service_levels] == ["Gold", "Gold (copy)", "Silver"]


def test_a_second_copy_has_a_number():
    project = Project().add(ServiceLevel(name="Gold"))
    for _ in range(2):
        project, _copies = copied(project, [next(iter(project.service_levels))])
    names = {one.name for one in project.service_levels}
    assert names == {"Gold", "Gold (copy)", "Gold (copy 2)"}


def test_what_belongs_to_a_record_is_copied_with_it():
    credit = Compensation(name="Credit")
    project = Project().add(credit, *(CompensationBand(compensation=credit.id) for _ in range(3)))
    project, (copy,) = copied(project, [credit])
    assert len(project.compensation_bands.where("compensation", copy.id)) == 3
    assert len(project.compensation_bands.where("compensation", credit.id)) == 3


def test_references_among_copies_point_at_copies_and_others_stay():
    level, measure = ServiceLevel(name="Gold"), Measure(name="Response")
    target = Target(level=level.id, measure=measure.id)
    project, (copy,) = copied(Project().add(level, measure, target), [level])
    (new,) = project.targets.where("level", copy.id)
    assert (new.measure, new.id != target.id) == (measure.id, True)


def test_several_records_are_copied_together():
    levels = [ServiceLevel(name=name) for name in ("Gold", "Silver", "Bronze")]
    project, copies = copied(Project().add(*levels), levels[:2])
    assert [title(project, one) for one in copies] == ["Gold (copy)", "Silver (copy)"]
    assert list(project.service_levels)[2:4] == list(copies)


def test_a_record_without_a_name_is_copied_as_it_is():
    level = ServiceLevel()
    project, (copy,) = copied(Project().add(level), [level])
    assert (project.service_levels[copy.id].name, len(project.service_levels)) == ("", 2)
