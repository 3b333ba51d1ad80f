"""A project is written as text and read back without loss."""

from __future__ import annotations

import random
from time import perf_counter

import yaml
from hypothesis import given, settings

from slaeditor.exchange.text_form import dump, load
from slaeditor.model.clients import GlossaryTerm
from slaeditor.model.document import Comment
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.table import Table
from slaeditor.rules.changes import changes
from tests.projects import made_project, projects


def differences(one: Project, other: Project) -> list[str]:
    """The records in which two projects differ, short enough to read in a failing test."""
    return [f"{change.table}: {change.fields}" for change in changes(one, other)]


@given(projects())
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_read_back_record_for_record(project: Project):
    assert differences(load(dump(project)), project) == []


@given(projects())
@settings(max_examples=30, deadline=None)
def test_a_text_without_ids_says_the_same_when_written_again(project: Project):
    text = dump(project, ids=False)
    assert dump(load(text), ids=False) == text


def test_every_field_of_every_kind_is_read_back():
    project = made_project(7)
    assert differences(load(dump(project)), project) == []


def test_an_empty_project_is_read_back():
    assert load(dump(Project())) == Project()


def test_the_order_in_which_records_were_made_does_not_change_the_text():
    rows = [GlossaryTerm(name=f"Term {n}", position=n) for n in range(20)]
    shuffled = random.Random(3).sample(rows, 20)
    assert dump(Project(glossary=Table(rows))) == dump(Project(glossary=Table(shuffled)))


def test_only_what_differs_from_a_new_record_is_written():
    text = dump(Project().add(ServiceLevel(name="Gold")), ids=False)
    assert text.endswith("service levels:\n  gold:\n    name: Gold\n")


def test_a_promise_stands_under_its_level():
    level, measure = ServiceLevel(name="Gold"), Measure(name="Reply")
    target = Target(level=level.id, measure=measure.id)
    text = dump(Project().add(level, measure, target), ids=False)
    assert "    targets:\n      - {measure: reply}\n" in text


def test_a_reference_to_nothing_is_kept():
    lost = "00000000-0000-4000-8000-000000000000"
    project = Project().add(ServiceLevel(name="Gold", based_on=lost))
    assert load(dump(project)) == project


def test_two_records_of_one_name_keep_apart():
    silver, other = ServiceLevel(name="Silver"), ServiceLevel(name="Silver")
    project = Project().add(silver, other, ServiceLevel(name="Gold", based_on=other.id))
    assert load(dump(project)) == project


def test_an_ordinary_yaml_reader_can_parse_the_text():
    assert "service levels" in yaml.safe_load(dump(made_project(7)))


def test_records_written_ten_times_as_many_take_about_ten_times_as_long():
    small, large = seconds(500), seconds(5000)
    assert large < 40 * small


def seconds(count: int) -> float:
    """Time to write and read a project of so many promises."""
    measure = Measure(name="Reply")
    level = ServiceLevel(name="Gold")
    targets = [Target(level=level.id, measure=measure.id, footnote=f"n {n}") for n in range(count)]
    project = Project().put(level, measure).with_table("targets", Table(targets))
    began = perf_counter()
    load(dump(project))
    return perf_counter() - began


def test_what_a_comment_is_about_is_written_by_its_key_where_ids_are_fresh():
    gold = ServiceLevel(name="Gold")
    text = dump(Project().add(gold, Comment(words="Why?", subject=gold.id)), ids=False)
    assert "subject: service levels/gold" in text


def test_what_a_comment_is_about_comes_back_by_its_id():
    gold = ServiceLevel(name="Gold")
    project = Project().add(gold, Comment(words="Why?", subject=gold.id))
    assert [one.subject for one in load(dump(project)).comments] == [gold.id]
