"""Which chapter the preview shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from slaeditor.publish.document import Cell, Chapter, Column, Paragraph, RowGroup, Section, Table
from slaeditor.publish.render.html import document_html
from slaeditor.session.excerpts import chapter_shown, excerpt, with_chapter
from tests.publish.editions import edition, every_block


def says(*words):
    return tuple(Paragraph(one) for one in words)


def a_table(*cells):
    rows = (tuple(Cell(one, link="levels" if one == "Gold" else "") for one in cells),)
    return Table("Targets", tuple(Column("") for _ in cells), (RowGroup(rows),))


@pytest.fixture
def handbook():
    gold = Section(id="gold", title="Gold", blocks=says("For work that cannot stop."))
    return replace(
        edition(),
        front=(),
        chapters=(
            Chapter(id="charter", title="Our charter", blocks=says("We keep what Gold promises.")),
            Chapter(id="levels", title="The service levels", sections=(gold,)),
            Chapter(id="targets", title="Targets", blocks=(a_table("Gold", "4 h"),)),
        ),
        back=(),
    )


def shown(made):
    [key] = made.shown
    return key


def test_a_section_of_that_title_decides(handbook):
    assert shown(excerpt(handbook, ("Gold",))) == "levels"


def test_the_earlier_title_weighs_more(handbook):
    assert shown(excerpt(handbook, ("Gold", "Targets"))) == "levels"
    assert shown(excerpt(handbook, ("Targets", "Gold"))) == "targets"


def test_a_whole_cell_weighs_more_than_a_mention(handbook):
    assert shown(excerpt(handbook, ("4 h",))) == "targets"


def test_letters_may_be_small_or_large(handbook):
    assert shown(excerpt(handbook, ("GOLD",))) == "levels"


def test_without_a_title_the_chapter_that_changed_is_shown(handbook):
    charter, levels, targets = handbook.chapters
    after = replace(handbook, chapters=(charter, levels, replace(targets, blocks=says("New."))))
    assert shown(excerpt(after, ("Platinum",), handbook)) == "targets"


def test_without_any_sign_the_first_chapter_is_shown(handbook):
    assert shown(excerpt(handbook, ())) == "charter"


def test_an_edition_without_chapters_is_shown_as_it_is(handbook):
    empty = replace(handbook, chapters=())
    assert excerpt(empty, ("Gold",)) == empty


def test_a_chapter_alone_keeps_its_number(handbook):
    page = document_html(excerpt(handbook, ("Targets",)), {})
    assert '<p class="numeral">3</p>' in page
    assert "For work that cannot stop." not in page


def test_a_link_to_a_chapter_that_is_not_shown_is_plain_words(handbook):
    assert "href" not in document_html(excerpt(handbook, ("Targets",)), {})
    assert 'href="#levels"' in document_html(handbook, {})


@pytest.fixture
def long_handbook(handbook):
    charter, levels, targets = handbook.chapters
    silver = Section(id="silver", title="Silver", blocks=(a_table("a"), *says("Words. " * 1000)))
    gold = replace(levels.sections[0], blocks=(a_table("b"),))
    long = replace(levels, sections=(silver, gold))
    return replace(handbook, chapters=(charter, long, targets))


def test_of_a_long_chapter_only_the_section_is_shown(long_handbook):
    assert shown(excerpt(long_handbook, ("Gold",))) == "gold"


def test_a_long_chapter_without_a_sign_is_shown_whole(long_handbook):
    assert shown(excerpt(long_handbook, ("The service levels",))) == "levels"


def test_a_section_alone_keeps_its_number_and_those_of_its_tables(long_handbook):
    page = document_html(excerpt(long_handbook, ("Gold",)), {})
    assert "2.2" in page
    assert "Table\N{NO-BREAK SPACE}2.2" in page
    assert "Silver" not in page


def test_a_chapter_in_another_state_takes_its_place_and_is_shown():
    whole = every_block()
    shown = excerpt(whole, ("Gold",))
    assert chapter_shown(shown) == "c-levels"
    newer = replace(whole.chapters[1], title="Levels")
    made = with_chapter(shown, newer, ("Gold",))
    assert made.chapters == (whole.chapters[0], newer)
    assert chapter_shown(made) == "c-levels"
