import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.slug import LONGEST, slug


@given(st.text())
def test_a_slug_is_ascii_words_with_hyphens(words):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug(words))


@given(st.text())
def test_a_slug_is_its_own_slug(words):
    assert slug(slug(words)) == slug(words)


@given(st.text(min_size=LONGEST))
def test_a_slug_is_never_too_long(words):
    assert len(slug(words)) <= LONGEST


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Gold", "gold"),
        ("24x7 – Gold+", "24x7-gold"),
        ("Größe & Gewicht", "grosse-gewicht"),
        ("Crème brûlée", "creme-brulee"),
        ("Łódź", "lodz"),
        ("Client's duty", "clients-duty"),
        ("ﬁle", "file"),
        ("", "item"),
        ("日本", "item"),
    ],
)
def test_a_slug_of_a_name_can_be_read(name, key):
    assert slug(name) == key
