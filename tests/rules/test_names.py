"""What records are called, and which record words mean."""

import pytest

from slaeditor.model.project import Project
from slaeditor.model.promises import Severity, Target
from slaeditor.rules.names import Titles, readable_keys, record_meant, title
from tests.builders import a_level

GOLD = a_level("Gold & more")
FIRST, SECOND = Severity(name="Serious"), Severity(name="Serious")
PROJECT = Project().add(GOLD, FIRST, SECOND)


def test_a_second_record_of_a_name_gets_a_number() -> None:
    keys = readable_keys(PROJECT)
    assert (keys[FIRST.id], keys[SECOND.id]) == ("serious", "serious-2")


@pytest.mark.parametrize(
    "words", ["service levels/gold-more", "service_levels/gold-more", "Service-levels/Gold & more"]
)
def test_table_and_readable_key_mean_a_record(words: str) -> None:
    assert record_meant(PROJECT, words) == GOLD.id


def test_the_second_record_of_a_name_is_meant_by_its_number() -> None:
    assert record_meant(PROJECT, "severities/serious-2") == SECOND.id


def test_an_id_comes_back_unchanged() -> None:
    assert record_meant(PROJECT, GOLD.id) == GOLD.id


@pytest.mark.parametrize("words", ["severities/silver", "levels/gold", "gold", ""])
def test_other_words_come_back_unchanged(words: str) -> None:
    assert record_meant(PROJECT, words) == words


def test_titles_made_together_are_those_of_each_record() -> None:
    rows = [GOLD, FIRST, Severity(), Target(level=GOLD.id, severity=FIRST.id), Target()]
    called = Titles(PROJECT)
    assert [called.of_named(row) for row in rows] == [title(PROJECT, row) for row in rows]
