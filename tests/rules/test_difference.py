"""The difference of two projects names every promise that is another one now."""

from __future__ import annotations

from hypothesis import given, settings

from slaeditor.exchange.text_form import dump, load
from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, TEAM
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import Role
from slaeditor.rules.changes import changes
from slaeditor.rules.difference import FieldDifference, Way, differences
from tests.builders import a_level, a_promise
from tests.projects import projects


def told(old: Project, new: Project) -> list[str]:
    """Every sentence of a difference."""
    return [sentence for one in differences(old, new) for sentence in one.sentences]


def test_a_changed_promise_is_told_with_both_values():
    project, _, target = a_promise("4 h")
    other = project.put(target.but(value=TargetValue.parse("2 h")))
    assert told(project, other) == [
        "Target First response · Critical · Gold: promise changed from 4 h to 2 h."
    ]


def test_a_new_promise_is_told_with_its_value():
    project, _, target = a_promise("4 h")
    assert told(project.drop(target), project) == [
        "Target First response · Critical · Gold is new: promise 4 h."
    ]


def test_a_removed_promise_is_told_with_its_value():
    project, _, target = a_promise("4 h")
    assert told(project, project.drop(target)) == [
        "Target First response · Critical · Gold was removed: promise 4 h."
    ]


def test_a_value_that_is_no_longer_said_is_told():
    project, _, target = a_promise("4 h")
    (sentence,) = told(project, project.put(target.but(value=None)))
    assert sentence.endswith("promise is no longer said; it was 4 h.")


def test_a_reference_is_told_by_name():
    silver, gold = a_level("Silver"), a_level("Gold")
    project = Project().add(silver, gold)
    other = project.put(project.service_levels[gold.id].but(based_on=silver.id))
    assert told(project, other) == ["Service level Gold: based on is now Silver."]


def test_other_readers_are_told():
    gold = a_level().but(readers=EVERYONE)
    (sentence,) = told(Project().put(gold), Project().put(gold.but(readers=TEAM)))
    assert sentence == "Service level Gold: who may read it changed from everyone to staff, sales."


def test_an_added_sentence_is_told_with_the_words_before_it():
    gold = a_level().but(promise="We call you back. " * 20)
    other = gold.but(promise=gold.promise + "Then we write.")
    (sentence,) = told(Project().put(gold), Project().put(other))
    assert sentence.endswith("from “… you back.” to “… you back. Then we write.”.")


def test_of_a_long_text_only_what_differs_is_told():
    words = "We call you back. " * 20
    gold = a_level().but(promise=words + "Then we mail you. " + words)
    other = gold.but(promise=words + "Then we write to you. " + words)
    (sentence,) = told(Project().put(gold), Project().put(other))
    assert "from “… Then we mail you. We …” to “… Then we write to you. We …”" in sentence


def test_a_row_that_moved_is_told_once():
    rows = [Role(name=name) for name in "ABCDE"]
    project = Project().add(*rows)
    first = next(iter(project.roles))
    other = project.put(first.but(position=first.position + 10_000))
    assert told(project, other) == ["Role A stands elsewhere in its list."]


def test_rows_without_the_same_ids_are_matched_by_key():
    text = "service levels: {silver: , gold: {based on: silver}}"
    assert differences(load(text), load(text)) == ()


def test_files_entered_separately_are_compared():
    old = load("document: {name: A}\nmeasures: {reply: }\ntargets: [{measure: reply, value: 4 h}]")
    new = load("document: {name: B}\nmeasures: {reply: }\ntargets: [{measure: reply, value: 2 h}]")
    assert told(old, new) == [
        "Document B: title changed from A to B.",
        "Target reply: promise changed from 4 h to 2 h.",
    ]


def test_the_only_document_is_matched_whatever_its_name():
    old, new = Project().put(Document(name="A")), Project().put(Document(name="B"))
    assert [one.way for one in differences(old, new)] == [Way.CHANGED]


def test_sentences_stand_in_quotes():
    old = ServiceLevel(name="Gold", promise="We answer at once.")
    new = old.but(promise="We answer today.")
    (sentence,) = told(Project().put(old), Project().put(new))
    assert sentence.endswith("changed from “We answer at once.” to “We answer today.”.")


def test_something_lost_is_said_to_be_lost():
    gold = ServiceLevel(name="Gold")
    lost = gold.but(based_on="00000000-0000-4000-8000-000000000000")
    assert told(Project().put(gold), Project().put(lost)) == [
        "Service level Gold: based on is now something lost."
    ]


@given(projects(), projects())
@settings(max_examples=20, deadline=None)
def test_two_projects_differ_when_their_records_do(one: Project, other: Project):
    assert bool(differences(one, other)) == bool(changes(one, other))


@given(projects())
@settings(max_examples=20, deadline=None)
def test_a_project_does_not_differ_from_itself_with_other_ids(project: Project):
    text = dump(project, ids=False)
    assert differences(load(text), load(text)) == ()


def test_where_one_value_stands_in_quotes_the_other_does():
    old = FieldDifference("promise", "What the client gets", "Help by night", "We answer at once.")
    assert old.sentence == (
        "what the client gets changed from “Help by night” to “We answer at once.”"
    )
