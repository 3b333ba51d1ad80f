"""The dictionaries that come with the program know their words."""

from __future__ import annotations

import pytest

from slaeditor.session.dictionary import Dictionary, dictionary

RIGHT = {
    "en-GB": ("colour", "escalation", "don’t", "onboarding", "well-kept"),
    "en-US": ("color", "escalation", "helpdesk"),
    "de-DE": ("Straße", "Eskalationsstufe", "Dienstleistungsvertrag", "Supportanfrage"),
}
WRONG = {"en-GB": "color", "en-US": "colour", "de-DE": "Straase"}


@pytest.mark.parametrize("language", RIGHT)
def test_words_of_the_language_are_right(language):
    read = dictionary(language)
    assert read.is_there
    assert [word for word in RIGHT[language] if not read.knows(word)] == []
    assert not read.knows(WRONG[language])


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [("en-GB", "mistaek", "mistake"), ("de-DE", "Fehlre", "Fehler")],
)
def test_what_was_meant_is_suggested(language, typed, meant):
    assert meant in dictionary(language).suggestions(typed)


def test_a_language_without_a_dictionary_knows_nothing_wrong():
    read = Dictionary("tlh")
    assert not read.is_there
    assert read.knows("Qapla’x")
    assert read.suggestions("Qapla’x") == ()
