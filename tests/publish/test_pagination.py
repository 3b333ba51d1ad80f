"""Where chapters and the sections of a long chapter begin a page."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.publish.document import Chapter, Index, Paragraph, Section
from slaeditor.publish.pagination import (
    LONGEST_SHARED,
    PAGE,
    first_on_page,
    first_within,
    is_brief,
    running_on,
    shares_contents,
)
from tests.publish import editions

LINE = "x" * 70


def section(name, lines, **more):
    return Section(f"s-{name}", name, (Paragraph("\n".join([LINE] * lines)),), **more)


def chapter(*lengths, key="c-1", **more):
    sections = tuple(section(at, n) for at, n in enumerate(lengths))
    return Chapter(key, "One", sections=sections, **more)


def following(*chapters):
    named = tuple(replace(one, id=f"c-{at}") for at, one in enumerate(chapters))
    return set(running_on(replace(editions.edition(), chapters=named, back=())))


def test_a_chapter_of_few_pages_runs_on():
    assert first_on_page(chapter(PAGE * 2, PAGE * 2)) == set()


def test_a_long_section_of_a_long_chapter_begins_a_page():
    assert first_on_page(chapter(PAGE * 3 // 2 + 10, PAGE * 4 - 15, 10, PAGE * 2)) == {1, 2}


def test_a_long_section_follows_a_few_lines_on_their_page():
    assert first_on_page(chapter(10, PAGE * 7)) == set()


def test_no_page_of_a_few_lines_comes_before_a_long_section():
    assert first_on_page(chapter(PAGE + 3, PAGE * 4, PAGE * 3 // 2)) == {2}


def test_the_last_lines_of_a_chapter_do_not_begin_a_page():
    assert first_on_page(chapter(PAGE * 6, PAGE // 2 - 12, 4)) == set()


def test_short_sections_do_not_run_on_for_ever():
    assert first_on_page(chapter(*[PAGE - 4] * 12)) == {3, 5, 7, 9, 11}


def test_a_section_that_is_to_begin_a_page_does():
    whole = Chapter("c-1", "One", sections=(section("a", 3), section("b", 3, opener=True)))
    assert first_on_page(whole) == {1}


def test_the_parts_of_a_section_of_many_pages_begin_pages_like_sections():
    parts = tuple(section(at, length) for at, length in enumerate([PAGE * 2 - 10, 20, PAGE * 3]))
    assert first_within(Section("s-1", "Many pages", sections=parts)) == {1}
    assert first_within(Section("s-1", "Few pages", sections=parts[:2])) == set()


def test_the_first_chapter_begins_a_page():
    assert following(chapter(3)) == set()


def test_a_short_chapter_runs_on_below_the_one_before_it():
    assert following(chapter(3), chapter(3), chapter(PAGE * 3), chapter(3)) == {"c-1", "c-3"}


def test_a_sheet_that_stands_alone_shares_its_page_with_no_chapter():
    assert following(chapter(3), chapter(3, alone=True), chapter(3), chapter(3)) == {"c-3"}


def test_a_chapter_whose_first_section_begins_a_page_begins_one_too():
    opens = Chapter("c-1", "One", sections=(section("a", 3, opener=True), section("b", 3)))
    assert following(chapter(3), opens) == set()


def test_a_long_chapter_runs_on_below_a_page_of_a_few_lines():
    long = chapter(PAGE, PAGE, PAGE)
    assert following(chapter(PAGE // 2), long) == set()
    assert following(chapter(PAGE * 2 // 3, PAGE // 3), long) == {"c-1"}


def test_where_pages_begin_in_a_chapter_depends_on_where_it_begins():
    whole = chapter(PAGE - 8, PAGE * 2, PAGE * 4)
    assert first_on_page(whole) != first_on_page(whole, PAGE // 2)


def test_the_index_begins_a_page():
    assert following(chapter(3), Chapter("c-index", "Index", blocks=(Index(()),))) == set()


def test_chapters_do_not_run_on_for_ever():
    many = following(*[chapter(PAGE)] * (LONGEST_SHARED // PAGE + 1))
    assert 0 < len(many) < LONGEST_SHARED // PAGE


def test_only_a_brief_chapter_is_never_torn():
    assert is_brief(chapter(5))
    assert not is_brief(chapter(PAGE))


def test_contents_share_the_first_page_of_a_small_handbook_alone():
    few, many = (tuple(chapter(3, key=f"c-{at}") for at in range(count)) for count in (3, 40))
    small = replace(editions.edition(), front=(chapter(3),), chapters=few, back=())
    assert shares_contents(small)
    assert not shares_contents(replace(small, chapters=many))
    assert not shares_contents(replace(small, front=(chapter(PAGE),)))
    assert not shares_contents(replace(small, front=()))
