"""How long parts of a handbook are going to be."""

from __future__ import annotations

import pytest

from slaeditor.publish.document import Callout, Chapter, Paragraph, Prose, Section, Steps, Tone
from slaeditor.publish.lengths import blocks_lines, chapter_lines, section_lines
from tests.publish import editions


def test_each_kind_of_block_has_a_length():
    for one in editions.every_block().chapters:
        for part in one.sections:
            assert section_lines(part) > 4


def test_a_text_is_as_long_as_its_lines():
    assert blocks_lines((Paragraph("x" * 77),)) == pytest.approx(1.42)
    assert blocks_lines((Paragraph("x" * 780),)) == pytest.approx(10.42)


def test_a_text_is_as_long_wherever_its_source_is_broken():
    words = "Some words. " * 40
    broken = words.replace("words. Some words.", "words.\nSome words.")
    assert blocks_lines((Prose(broken),)) == blocks_lines((Prose(words),))


def test_a_row_of_a_table_in_a_text_is_as_high_as_its_highest_cell():
    few, many = (f"| One | Two |\n|---|---|\n| Words | {'Words ' * count}|" for count in (1, 40))
    assert blocks_lines((Prose(many),)) > blocks_lines((Prose(few),)) + 3


def test_a_title_of_two_lines_takes_more():
    short, long = (Chapter("c-1", title) for title in ("Prices", "How to read what we say to you"))
    assert chapter_lines(long) > chapter_lines(short) + 1


def test_a_picture_in_a_text_takes_room():
    assert blocks_lines((Prose("![Map](asset:map)"),)) > 10


def test_steps_are_as_long_as_their_words():
    few = blocks_lines((editions.steps(),))
    assert blocks_lines((editions.steps(), editions.steps())) == pytest.approx(2 * few)
    assert blocks_lines((Steps("", ()),)) == 0


def test_a_row_is_as_high_as_its_highest_cell():
    few, many = editions.table(2), editions.table(12)
    assert 10 <= blocks_lines((many,)) - blocks_lines((few,)) <= 14


def test_a_box_takes_more_than_its_words():
    text = "Words"
    box = Callout(Tone.NOTE, "Note", text)
    assert blocks_lines((box,)) > blocks_lines((Paragraph(text),)) + 2


def test_a_chapter_lists_its_sections_where_there_are_several():
    one, other = (Section(f"s-{at}", "Words") for at in range(2))
    single, double = (Chapter("c-1", "One", sections=each) for each in ((one,), (one, other)))
    assert chapter_lines(double) - chapter_lines(single) > section_lines(other)


def test_a_title_within_a_section_is_lower():
    part = Section("s-2", "Part")
    assert section_lines(Section("s-1", "Whole", sections=(part,))) < 2 * section_lines(part)
