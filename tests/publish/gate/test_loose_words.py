"""Rows of letters among bytes: what is found fast is what the plain patterns find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.gate.loose_words import loose_words

_PLAIN = re.compile(rb"(?:[\x20-\x7e\t]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")
_WIDE = (re.compile(rb"(?:\x00[\x20-\x7e]){6,}"), re.compile(rb"(?:[\x20-\x7e]\x00){6,}"))
_PARTS = st.one_of(
    st.binary(max_size=20),
    st.text(max_size=20).map(lambda words: words.encode("utf-8", "ignore")),
    st.text("abcé ", min_size=5, max_size=9).map(lambda words: words.encode("utf-16-be")),
    st.text("abcé ", min_size=5, max_size=9).map(lambda words: words.encode("utf-16-le")),
    st.just(bytes(50)),
)


@given(st.lists(_PARTS, max_size=8).map(b"".join))
def test_all_rows_that_the_patterns_find_are_found(content: bytes) -> None:
    """The short way through bytes without letters leaves nothing out."""
    plain = [found[0].decode("utf-8", "ignore") for found in _PLAIN.finditer(content)]
    for pattern in _WIDE:
        plain += [one[0].replace(b"\x00", b"").decode() for one in pattern.finditer(content)]
    assert list(loose_words(content)) == plain


def test_words_between_many_empty_bytes_are_found() -> None:
    """A name that stands in the outlines of a font."""
    assert list(loose_words(bytes(9000) + b"Margin floor" + bytes(9000))) == ["Margin floor"]


def test_words_of_two_bytes_a_letter_are_found() -> None:
    """As strings of Windows are kept."""
    content = b"\xff\xff\x01" + "Margin floor".encode("utf-16-le") + b"\xff"
    assert "Margin floor" in list(loose_words(content))


def test_five_letters_are_chance() -> None:
    """Any bytes hold so many."""
    assert list(loose_words(b"\x00abcde\x00")) == []
