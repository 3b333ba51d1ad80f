"""An edition goes over a pipe and comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.document import Edition, Paragraph
from slaeditor.publish.document_json import edition_from_json, edition_json, value_json
from slaeditor.publish.once import Memory
from slaeditor.publish.trouble import EditionUnreadable
from tests.publish import editions


def changed(edition: Edition, **fields: object) -> bytes:
    tree = json.loads(edition_json(edition))
    tree.update(fields)
    return json.dumps(tree).encode()


def test_every_kind_of_block_comes_back_as_it_was():
    whole = editions.every_block()
    assert edition_from_json(edition_json(whole)) == whole


def test_equal_editions_give_equal_bytes():
    assert edition_json(editions.every_block()) == edition_json(editions.every_block())


def test_an_edition_is_written_like_any_other_value():
    whole = editions.every_block()
    assert edition_json(whole) == value_json(whole)


def test_chapters_that_are_known_are_written_once():
    whole, memory = editions.every_block(), Memory()
    assert edition_json(whole, memory.once) == edition_json(whole, memory.once) == value_json(whole)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back_as_they_were(words):
    whole = editions.edition(Paragraph(words))
    assert edition_from_json(edition_json(whole)) == whole


def test_a_missing_field_is_refused():
    tree = json.loads(edition_json(editions.edition()))
    del tree["language"]
    with pytest.raises(EditionUnreadable, match="edition should have the fields"):
        edition_from_json(json.dumps(tree).encode())


def test_an_unknown_field_is_refused():
    with pytest.raises(EditionUnreadable, match="should have the fields"):
        edition_from_json(changed(editions.edition(), secret="floor price"))


def test_a_number_where_words_belong_is_refused_with_its_place():
    with pytest.raises(EditionUnreadable, match=r"edition\.language should be str"):
        edition_from_json(changed(editions.edition(), language=7))


def test_an_unknown_block_is_refused_with_its_place():
    whole = editions.edition(Paragraph("x"))
    content = edition_json(whole).replace(b'"is":"Paragraph"', b'"is":"Picture"')
    with pytest.raises(EditionUnreadable, match=r"chapters\[0\]\.blocks\[0\] is of an unknown"):
        edition_from_json(content)


def test_an_unknown_theme_is_refused_with_those_there_are():
    content = edition_json(editions.edition()).replace(b'"classic"', b'"comic"')
    with pytest.raises(EditionUnreadable, match="classic, modern, readable"):
        edition_from_json(content)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_edition_is_refused_with_a_sentence(content):
    with pytest.raises(EditionUnreadable) as caught:
        edition_from_json(content)
    assert caught.value.sentence.startswith("The edition cannot be read")


def test_a_changed_word_changes_the_bytes():
    whole = editions.edition(Paragraph("a"))
    assert edition_json(whole) != edition_json(replace(whole, language="de-DE"))
