"""The web page: contents that open by themselves, readable on dark screens, no script."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from slaeditor.publish.document import Brand, Chapter, Section
from slaeditor.publish.render.colour import contrast, palette
from slaeditor.publish.render.page import page_html
from slaeditor.publish.render.themes import DARK_PAPER, dark_variables
from tests.publish import editions

ACCENTS = ("#0b5c8a", "#000000", "#ffffff", "#ffd400", "#7a0019")


@pytest.fixture(scope="module")
def page():
    return page_html(editions.every_block())


def test_the_contents_open_for_each_chapter_that_has_parts(page):
    edition = editions.every_block()
    with_parts = [one for one in edition.chapters if one.sections and one.numbered]
    assert page.count("<details>") == len(with_parts)


def test_every_entry_of_the_contents_leads_to_a_part_that_is_there(page):
    nav = page[page.index("<nav") : page.index("</nav>")]
    wanted = set(re.findall(r'href="#([^"]+)"', nav))
    assert wanted <= set(re.findall(r'id="([^"]+)"', page))
    assert {one.id for one in editions.every_block().chapters} <= wanted


def test_from_anywhere_there_is_a_way_back_to_the_contents(page):
    assert '<a class="to-contents" href="#contents">' in page
    assert page.count('id="contents"') == 1


def test_a_part_without_number_has_no_numbers_in_the_contents():
    parts = (Section("s-1", "A", ()),)
    edition = replace(
        editions.edition(), back=(Chapter("c-2", "Cards", sections=parts, numbered=False),)
    )
    assert page_html(edition).count("<details>") == 0


@pytest.mark.parametrize("accent", ACCENTS)
def test_colours_can_be_read_on_a_dark_screen(accent):
    words = dark_variables(palette(Brand(accent).accent, "client"))
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", words))
    for name in ("ink", "soft", "muted", "accent", "mark", "do", "do-not"):
        assert contrast(colours[name], DARK_PAPER) >= 4.5, name
    assert contrast(colours["cover-ink"], colours["cover"]) >= 4.5
    assert contrast(colours["badge-ink"], colours["accent"]) >= 4.5


def test_the_page_tells_the_reader_s_screen_that_it_knows_both_schemes(page):
    assert '<meta name="color-scheme" content="light dark">' in page
    assert "prefers-color-scheme:dark" in page
