"""Comments on a record are found by its id and by its key."""

from __future__ import annotations

from datetime import date

from slaeditor.model.document import Comment
from slaeditor.model.project import Project
from slaeditor.rules.comments import comment_on, has_words, open_comments
from slaeditor.rules.names import record_named
from tests.builders import a_level

GOLD = a_level("Gold")


def test_a_comment_is_about_its_record():
    assert comment_on(GOLD, "Ann", date(2026, 3, 2)).subject == GOLD.id


def test_a_new_comment_says_nothing():
    assert not has_words(comment_on(GOLD, "Ann", date(2026, 3, 2)))


def test_a_comment_is_found_by_the_id_of_its_record():
    asked = Comment(subject=GOLD.id, words="Why?")
    assert [one.id for one in open_comments(Project().add(GOLD, asked), GOLD)] == [asked.id]


def test_a_comment_is_found_by_the_key_of_its_record():
    asked = Comment(subject="Service levels/gold", words="Why?")
    assert [one.id for one in open_comments(Project().add(GOLD, asked), GOLD)] == [asked.id]


def test_a_settled_comment_is_not_open():
    asked = Comment(subject=GOLD.id, words="Why?", settled=True)
    assert open_comments(Project().add(GOLD, asked), GOLD) == ()


def test_a_comment_on_another_record_is_not_found():
    silver = a_level("Silver")
    asked = Comment(subject=silver.id, words="Why?")
    assert open_comments(Project().add(GOLD, silver, asked), GOLD) == ()


def test_words_name_a_record_by_its_id():
    found = record_named(Project().add(GOLD), GOLD.id)
    assert found is not None
    assert found.id == GOLD.id


def test_words_that_name_nothing_give_nothing():
    assert record_named(Project().add(GOLD), "Gold") is None
