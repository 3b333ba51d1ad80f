"""Objects written as a file that any reader opens."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.press.objects import (
    Objects,
    array,
    block,
    block_bytes,
    block_from_bytes,
    text,
)


def small(count=1):
    made = Objects()
    catalog, pages, information = (made.number() for _ in range(3))
    numbers = [made.number() for _ in range(count)]
    made.put(catalog, b"<</Type /Catalog /Pages %d 0 R>>" % pages)
    made.put(pages, b"<</Type /Pages /Count %d /Kids %b>>" % (count, array(*numbers)))
    made.put(information, b"<</Title %b>>" % text("Ä (b) \\"))
    for number in numbers:
        content = made.number()
        made.put_packed(content, b"", b"q Q %d" % number)
        page = (
            b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] /Resources <<>> /Contents %d 0 R>>"
        )
        made.put(number, page % (pages, content))
    return made.file(catalog, information)


@pytest.mark.parametrize("count", [1, 450])
def test_a_reader_finds_every_object(count):
    with pikepdf.open(BytesIO(small(count))) as pdf:
        assert len(pdf.pages) == count
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[-1].Contents.read_bytes().startswith(b"q Q")
        assert str(pdf.docinfo.Title) == "Ä (b) \\"


def test_the_same_objects_give_the_same_bytes():
    assert small(3) == small(3)


@given(st.text(st.characters(codec="utf-8")))
def test_any_words_are_read_as_they_were_written(words):
    assert str(pikepdf.Object.parse(text(words))) == words


def test_a_block_is_read_as_it_was_written():
    made = block(256, 4, {256: b"<<>>", 258: b"[1]"}, {257: b"<<>>\nstream\n\0\xff\nendstream"})
    assert block_from_bytes(block_bytes(made)) == made
