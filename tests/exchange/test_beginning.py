"""The untouched texts of a project's beginning in the language of its handbooks."""

from __future__ import annotations

import pytest

from slaeditor.exchange.beginning import beginning_in_its_language
from slaeditor.exchange.starters import starter
from slaeditor.model.document import Document, Language
from slaeditor.model.entity import fields
from slaeditor.model.project import Project
from slaeditor.model.promises import Severity
from slaeditor.rules.changes import changes


def begun(key: str, language: Language) -> Project:
    """A project begun from a starter whose handbooks were then given a language."""
    project = starter(key).project()
    return project.put(project.the(Document).but(language=language))


def brought(project: Project) -> Project:
    """The project with its beginning in its language."""
    found = beginning_in_its_language(project)
    assert found is not None
    return found.project


def sentences(project: Project) -> set[str]:
    """All texts of a project that have several words."""
    rows = (row for _, _, held in project.tables() for row in held)
    values = (getattr(row, one.name) for row in rows for one in fields(type(row)))
    return {value for value in values if isinstance(value, str) and " " in value}


@pytest.mark.parametrize(
    ("key", "language", "other"),
    [
        ("blank", Language.GERMAN, "blank-german"),
        ("blank-german", Language.ENGLISH, "blank"),
        ("blank-german", Language.AMERICAN, "blank"),
    ],
)
def test_a_beginning_is_brought_over_whole(key, language, other):
    found = brought(begun(key, language))
    assert sentences(found) == sentences(starter(other).project())


def test_there_and_back_is_the_same():
    german = begun("blank", Language.GERMAN)
    found = brought(german)
    again = brought(found.put(found.the(Document).but(language=Language.ENGLISH)))
    assert not changes(german.put(german.the(Document).but(language=Language.ENGLISH)), again)


def test_what_somebody_changed_stays_as_it_is():
    project = begun("blank", Language.GERMAN)
    first = next(iter(project.severities))
    found = brought(project.put(first.but(definition="Our own words.")))
    made = found.severities[first.id]
    assert (made.name, made.definition) == ("Kritisch", "Our own words.")


def test_a_beginning_in_the_language_of_its_handbooks_needs_nothing():
    assert beginning_in_its_language(starter("blank").project()) is None
    assert beginning_in_its_language(begun("blank", Language.AMERICAN)) is None


def test_single_words_alone_are_no_untouched_beginning():
    document = Document(language=Language.GERMAN)
    assert beginning_in_its_language(Project().add(document, Severity(name="Major"))) is None
