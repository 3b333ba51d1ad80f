"""The catalogues of the languages hold the same phrases with the same parts."""

import string

import pytest

from slaeditor.model.entity import fields
from slaeditor.model.project import kinds
from slaeditor.model.readers import NOBODY
from slaeditor.publish.edition import translations
from slaeditor.publish.edition.english import ENGLISH, YOUR_LABELS
from slaeditor.publish.edition.german import GERMAN
from slaeditor.publish.edition.phrases import Phrases, short
from slaeditor.rules.checks.catalogue import RULES
from slaeditor.rules.checks.rule import title_of_rule


def parts(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def printed_labels() -> set[str]:
    found = set(YOUR_LABELS.values())
    for kind in kinds().values():
        found |= {kind.declaration.plural, kind.declaration.singular}
        found |= {spec.label for spec in fields(kind) if spec.readers != NOBODY}
        found |= {spec.unit for spec in fields(kind) if spec.readers != NOBODY and spec.unit}
    return found


def printed_choices() -> set[str]:
    return {
        short(member.label)
        for kind in kinds().values()
        for spec in fields(kind)
        if spec.choices and spec.readers != NOBODY
        for member in spec.choices
    }


def test_german_has_every_phrase_of_english() -> None:
    assert set(GERMAN) == set(ENGLISH)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_phrase_has_the_same_parts_in_german(key: str) -> None:
    assert parts(GERMAN[key]) == parts(ENGLISH[key])


def test_every_printed_label_has_a_german_one() -> None:
    translated = set(translations.labels("de")) | set(translations.choices("de"))
    assert printed_labels() - translated == set()


def test_every_printed_choice_has_a_german_one() -> None:
    assert printed_choices() - set(translations.choices("de")) == set()


def test_no_translation_is_left_over() -> None:
    known = printed_labels() | printed_choices() | set(YOUR_LABELS.values())
    assert set(translations.labels("de")) - known == set()
    assert set(translations.choices("de")) - known == set()


def test_a_client_is_spoken_to() -> None:
    client = Phrases("en-GB", to_client=True)
    assert client("chapter.duties") == "Your part"
    assert client.labelled("What the client does") == "What you do"


def test_american_spelling_is_derived() -> None:
    assert Phrases("en-US").labelled("Organisation") == "Organization"


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        Phrases("en-GB")("no such phrase")


def test_every_rule_has_a_german_title_and_no_title_is_left_over():
    titles = {title_of_rule(rule.name) for rule in RULES}
    assert set(translations.rules("de")) == titles


def test_no_two_rules_have_one_german_title():
    titles = list(translations.rules("de").values())
    assert len(titles) == len(set(titles))
