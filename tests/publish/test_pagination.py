"""Where the sections of a long chapter begin a page."""

from __future__ import annotations

from slaeditor.publish.document import Chapter, Paragraph, Section
from slaeditor.publish.pagination import PAGE, first_on_page, first_within, section_lines
from tests.publish import editions

LINE = "x" * 70


def section(name, lines, **more):
    return Section(f"s-{name}", name, (Paragraph("\n".join([LINE] * lines)),), **more)


def chapter(*lengths):
    return Chapter("c-1", "One", sections=tuple(section(at, n) for at, n in enumerate(lengths)))


def test_a_chapter_of_few_pages_runs_on():
    assert first_on_page(chapter(PAGE * 2, PAGE * 2)) == set()


def test_a_long_section_of_a_long_chapter_begins_a_page():
    assert first_on_page(chapter(PAGE, PAGE * 4, 10, PAGE * 2)) == {1, 2}


def test_a_long_section_follows_a_few_lines_on_their_page():
    assert first_on_page(chapter(10, PAGE * 7)) == set()


def test_short_sections_do_not_run_on_for_ever():
    assert first_on_page(chapter(*[PAGE] * 9)) == {4, 8}


def test_a_section_that_is_to_begin_a_page_does():
    whole = Chapter("c-1", "One", sections=(section("a", 3), section("b", 3, opener=True)))
    assert first_on_page(whole) == {1}


def test_each_kind_of_block_has_a_length():
    for one in editions.every_block().chapters:
        for part in one.sections:
            assert section_lines(part) > 4


def test_steps_are_as_long_as_their_words():
    few = Section("s-1", "Few", (editions.steps(),))
    many = Section("s-1", "Many", (editions.steps(), editions.steps()))
    assert section_lines(many) > section_lines(few)


def test_the_parts_of_a_section_of_many_pages_begin_pages_like_sections():
    parts = tuple(section(at, length) for at, length in enumerate([PAGE * 2, 9, PAGE * 3]))
    assert first_within(Section("s-1", "Many pages", sections=parts)) == {1}
    assert first_within(Section("s-1", "Few pages", sections=parts[:2])) == set()
