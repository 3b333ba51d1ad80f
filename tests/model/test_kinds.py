"""Each kind of field: one grammar, one column, one form of words."""

import pytest

from slaeditor.model import kinds
from slaeditor.model.kinds import Kind
from slaeditor.model.levels import LevelKind
from slaeditor.model.readers import EVERYONE, NOBODY, STAFF, TEAM, Readers
from slaeditor.model.values.unreadable import Unreadable

WITH_WORDS = [kind for kind in kinds.grammar_kinds() if not kind.name.startswith("reference")]


@pytest.mark.parametrize("kind", WITH_WORDS, ids=lambda kind: kind.name)
def test_the_example_of_a_kind_is_read_and_written_back(kind: Kind) -> None:
    value = kind.parse(kind.example)
    assert kind.parse(kind.words(value)) == value
    assert kind.restored(kind.stored(value)) == value


@pytest.mark.parametrize("kind", WITH_WORDS, ids=lambda kind: kind.name)
def test_the_absent_value_of_a_kind_survives_its_column(kind: Kind) -> None:
    assert kind.restored(kind.stored(kind.absent)) == kind.absent


@pytest.mark.parametrize("words", ["Europe/Atlantis", "atlantis", "GMT+1"])
def test_a_time_zone_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(Unreadable, match="no time zone"):
        kinds.ZONE.parse(words)


@pytest.mark.parametrize("words", ["Europe/Berlin", "europe/berlin", "Berlin", " berlin "])
def test_a_time_zone_is_read_however_it_is_cased_and_by_its_city(words: str) -> None:
    assert kinds.ZONE.parse(words) == "Europe/Berlin"


def test_a_time_zone_of_a_city_of_two_words_is_read() -> None:
    assert kinds.ZONE.parse("New York") == "America/New_York"


def test_a_character_that_cannot_be_printed_is_named_with_its_place() -> None:
    with pytest.raises(Unreadable, match=r"U\+202E.*after “price ”"):
        kinds.TEXT.parse("price \u202egnp.exe")


def test_prose_that_is_too_long_says_how_long_it_may_be() -> None:
    with pytest.raises(Unreadable, match="20,001 characters long; at most 20,000"):
        kinds.PROSE.parse("x" * 20_001)


def test_a_choice_is_read_by_its_word_or_its_label() -> None:
    kind = kinds.choice_kind(LevelKind)
    assert kind.parse("add-on") is kind.parse("Add-on to a level") is LevelKind.ADD_ON


def test_a_choice_that_is_none_lists_the_choices() -> None:
    with pytest.raises(Unreadable, match="base, level, add-on"):
        kinds.choice_kind(LevelKind).parse("tier")


@pytest.mark.parametrize("readers", [NOBODY, STAFF, TEAM, EVERYONE, Readers.SALES])
def test_readers_are_read_back_from_their_words(readers: Readers) -> None:
    assert Readers.parse(str(readers)) == readers


def test_an_unknown_reader_is_refused() -> None:
    with pytest.raises(Unreadable, match="partners"):
        Readers.parse("staff, partners")
