"""How the parts of a handbook fall on pages."""

from __future__ import annotations

import pytest

from slaeditor.publish.document import Callout, Facts, Paragraph, Section, Tone
from slaeditor.publish.lengths import section_lines
from slaeditor.publish.strips import (
    BROAD_PAGE,
    PAGE,
    SMALL_TABLE,
    Fall,
    Strip,
    section_strips,
)
from tests.publish import editions


def fallen(*strips):
    fall = Fall()
    fall.add(strips)
    return fall


def test_strips_fill_a_page_one_below_the_other():
    fall = fallen(Strip(10, 10), Strip(PAGE / 2, 2))
    assert (fall.pages, fall.full) == (1, pytest.approx(0.5 + 10 / PAGE))


def test_what_is_not_torn_goes_to_the_next_page():
    fall = fallen(Strip(PAGE - 5, 2), Strip(10, 10))
    assert (fall.pages, fall.filled) == (2, 10)


def test_a_text_is_torn():
    fall = fallen(Strip(PAGE - 5, 2), Strip(10, 2))
    assert (fall.pages, fall.filled) == (2, pytest.approx(5))


def test_a_title_goes_with_what_follows_it():
    fall = fallen(Strip(PAGE - 5, 2), Strip(3, 3, keeps=True), Strip(9, 9))
    assert (fall.pages, fall.filled) == (2, 12)


def test_the_end_of_a_table_stays_together():
    fall = fallen(Strip(PAGE + 1, 5, tail=6))
    assert (fall.pages, fall.filled) == (2, 6)


def test_each_page_of_a_table_repeats_its_head():
    assert fallen(Strip(PAGE + 1, 5, again=2)).filled == pytest.approx(3)


def test_a_tail_longer_than_a_page_ends_some_time():
    assert fallen(Strip(3 * PAGE, 5, tail=2 * PAGE, again=4)).pages > 3


def test_a_landscape_table_has_pages_of_its_own():
    fall = fallen(Strip(10, 2), Strip(BROAD_PAGE / 2, 5, wide=True), Strip(5, 2))
    assert (fall.pages, fall.filled) == (3, 5)


def test_larger_letters_fill_more():
    fall = Fall(2)
    fall.add([Strip(PAGE, 2)])
    assert fall.pages == 2


def test_a_section_is_as_long_as_its_strips():
    for one in editions.every_block().chapters:
        for part in one.sections:
            assert sum(each.lines for each in section_strips(part)) == pytest.approx(
                section_lines(part)
            )


def test_a_small_table_is_not_torn_and_a_large_one_is():
    small, large = (section_strips(_part(editions.table(rows)))[-1] for rows in (3, 40))
    assert small.lines == small.head <= SMALL_TABLE
    assert large.lines > large.head > 0


def test_what_leads_to_a_table_stays_with_it():
    facts = Facts((("Kind", "Time"),), run_in=True)
    led, alone = (section_strips(_part(*blocks))[1] for blocks in _both(facts))
    assert led.keeps
    assert not alone.keeps


def test_a_short_box_is_not_torn():
    short, long = (
        section_strips(_part(Callout(Tone.NOTE, "Note", "Words. " * count)))[-1]
        for count in (10, 300)
    )
    assert short.lines == short.head
    assert long.head < long.lines


def _both(block):
    return (block, editions.table(3)), (block, Paragraph("Words"))


def _part(*blocks):
    return Section("s-1", "Part", blocks)
