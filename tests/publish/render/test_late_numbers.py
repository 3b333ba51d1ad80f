"""Late numbers found on laid out pages."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from slaeditor.publish.document import Chapter, Paragraph, Prose, Section, Theme
from slaeditor.publish.late import Kind
from slaeditor.publish.piece import late_numbers
from slaeditor.publish.press.cutting import cut
from slaeditor.publish.press.numbers import renumbered
from slaeditor.publish.render.layout import LayoutTable
from slaeditor.publish.trouble import NotApart
from tests.publish import editions

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(scope="module")
def table():
    return LayoutTable()


def with_chapter(theme, *blocks):
    whole = editions.themed(theme)
    sections = (
        Section("s-1", "First", (editions.table(2), editions.week())),
        Section("s-2", "Second", (Paragraph("Words"),)),
    )
    return replace(whole, chapters=(Chapter("c-1", "One", blocks=blocks, sections=sections),))


@pytest.mark.parametrize("theme", Theme)
def test_the_numbers_of_a_piece_are_found_in_every_look(table, theme):
    parts = cut(with_chapter(theme))
    made = table.fragment(parts.after[0].piece)
    assert {(one.kind, one.at) for one in made.late} == late_numbers(parts.after[0].piece)
    digits = table.fragment(parts.feet.piece).digits
    assert {one.face for one in made.late} <= digits.keys()
    assert all(len(set(glyphs)) == 10 for glyphs in digits.values())


def test_another_number_changes_its_digits_alone(table):
    parts = cut(with_chapter(Theme.CLASSIC))
    made = table.fragment(parts.after[0].piece)
    digits = table.fragment(parts.feet.piece).digits
    numbers = replace(parts.after[0].numbers, chapter="7")
    streams = renumbered(made, numbers, digits)
    before = {body.number: body.stream for body in made.bodies}
    assert streams
    for number, stream in streams.items():
        one, other = zlib.decompress(before[number] or b""), zlib.decompress(stream)
        assert len(one) == len(other)
        assert one != other
    assert {Kind(one.kind) for one in made.late} >= {Kind.CHAPTER, Kind.SECTION, Kind.TABLE}


def test_a_look_almost_black_is_only_a_colour(table):
    whole = with_chapter(Theme.CLASSIC)
    piece = cut(replace(whole, brand=replace(whole.brand, accent="#050505"))).after[0].piece
    assert {(one.kind, one.at) for one in table.fragment(piece).late} == late_numbers(piece)


def test_a_heading_that_looks_like_a_sections_is_not_taken_for_one(table):
    piece = cut(with_chapter(Theme.CLASSIC, Prose("# 1.1 Another"))).after[0].piece
    with pytest.raises(NotApart):
        table.fragment(piece)
