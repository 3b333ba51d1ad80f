"""Words to be spelled right are found in Markdown; the project knows its own names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.clients import GlossaryTerm
from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.work import Role
from slaeditor.rules.spelled_words import knows, own_words, with_own_word, words_in


def found(text: str) -> list[str]:
    return [word.letters for word in words_in(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We answer **at once**.", ["We", "answer", "at", "once"]),
        ("See `code_here` and https://x.example/abc now", ["See", "and", "now"]),
        ("Write to a.b@c.example please", ["Write", "to", "please"]),
        ("[the plan](https://x.example) ![x](asset:ab)", ["the", "plan"]),
        ("4h P1 x_y SLAs GmbH OpenSLO", []),
        ("It isn't client's e-mail", ["It", "isn't", "client's", "e-mail"]),
        ("Größe naïve", ["Größe", "naïve"]),
        ("a" * 60, []),
    ],
)
def test_only_plain_words_are_looked_at(text, words):
    assert found(text) == words


@given(st.text(max_size=80))
def test_each_word_stands_where_it_is_said_to(text):
    assert all(text[at : at + len(word)] == word for at, word in words_in(text))


def test_names_and_glossary_are_words_of_the_project():
    project = Project().add(
        ServiceLevel(name="Platin Plus"),
        Role(name="Adviser Zorp"),
        GlossaryTerm(name="Frobnication", aliases="frob"),
        Document(organisation="Quuxware"),
    )
    own = own_words(project)
    assert {"Platin", "Zorp", "Frobnication", "frob", "Quuxware"} <= own
    assert knows(own, "Quuxware's")
    assert knows(own, "Platin-Zorp")
    assert not knows(own, "Blurb")


def test_a_word_is_added_once_in_the_order_of_the_alphabet():
    project = Project()
    for word in ("zeta", "Alpha", "zeta"):
        project = with_own_word(project, word)
    assert project.the(Document).own_words == "Alpha\nzeta"
    assert knows(own_words(project), "zeta")
