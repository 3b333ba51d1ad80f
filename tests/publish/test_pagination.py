"""Where chapters and the sections of a chapter begin a page."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.publish.document import Chapter, Index, Paragraph, Section, Theme
from slaeditor.publish.pagination import (
    is_brief,
    pages_begun,
    pages_within,
    shares_contents,
)
from slaeditor.publish.strips import PAGE
from tests.publish import editions

LINE = "x" * 77
FULL = int(PAGE)


def section(name, lines, **more):
    return Section(f"s-{name}", name, (Paragraph("\n".join([LINE] * lines)),), **more)


def chapter(*lengths, key="c-1", **more):
    sections = tuple(section(f"{key}-{at}", n) for at, n in enumerate(lengths))
    return Chapter(key, "One", sections=sections, **more)


def pages(*chapters):
    named = tuple(
        replace(one, id=f"c-{at}", sections=tuple(_renamed(one, at)))
        for at, one in enumerate(chapters)
    )
    return pages_begun(replace(editions.edition(), chapters=named, back=()))


def _renamed(one, at):
    for part in one.sections:
        yield replace(part, id=f"{part.id}-{at}")


def following(*chapters):
    return set(pages(*chapters).running_on)


def begun(one):
    return {key.removeprefix("s-c-1-") for key in pages_within(one, Theme.CLASSIC).begun}


def test_sections_that_fill_their_pages_begin_pages():
    assert begun(chapter(FULL * 3 - 24, FULL * 3 - 8, FULL * 2 - 8)) == {"1", "2"}


def test_a_long_section_follows_a_few_lines_on_their_page():
    assert begun(chapter(10, FULL * 5)) == set()


def test_no_page_of_a_few_lines_comes_before_a_section():
    assert begun(chapter(FULL - 4, FULL * 3 - 18)) == set()


def test_a_chapter_of_a_page_is_not_torn_apart():
    assert begun(chapter(9, 9, 9)) == set()


def test_short_sections_do_not_run_on_for_ever():
    found = sorted(map(int, begun(chapter(*[FULL - 6] * 24))))
    steps = [later - at for at, later in zip([0, *found], [*found, 24], strict=True)]
    assert max(steps) <= 7


def test_a_section_that_is_to_begin_a_page_does():
    whole = Chapter("c-1", "One", sections=(section("c-1-a", 3), section("c-1-b", 3, opener=True)))
    assert begun(whole) == {"b"}


def test_the_parts_of_a_section_of_many_pages_begin_pages_like_sections():
    parts = tuple(section(f"c-1-{at}", FULL * 2 - 8) for at in range(4))
    many = Chapter("c-1", "One", sections=(Section("s-1", "Many pages", sections=parts),))
    few = replace(many, sections=(replace(many.sections[0], sections=parts[:1]),))
    assert begun(many) & {"1", "2", "3"}
    assert begun(few) == set()


def test_the_first_chapter_begins_a_page():
    assert following(chapter(3)) == set()


def test_a_short_chapter_runs_on_below_the_one_before_it():
    assert following(chapter(3), chapter(3), chapter(FULL * 3 - 16), chapter(20)) >= {"c-1"}


def test_a_chapter_begins_a_page_where_the_one_before_it_fills_its_own():
    assert following(chapter(FULL - 14), chapter(FULL * 2 - 20)) == set()


def test_a_sheet_that_stands_alone_shares_its_page_with_no_chapter():
    assert following(chapter(3), chapter(3, alone=True), chapter(3), chapter(3)) == {"c-3"}


def test_a_chapter_whose_first_section_begins_a_page_begins_one_too():
    opens = Chapter("c-1", "One", sections=(section("a", 3, opener=True), section("b", 3)))
    assert following(chapter(3), opens) == set()


def test_a_long_chapter_runs_on_below_a_page_of_a_few_lines():
    assert following(chapter(FULL + 4), chapter(FULL * 2)) == {"c-1"}


def test_where_pages_begin_in_a_chapter_depends_on_where_it_begins():
    whole = chapter(*[FULL // 3] * 12)
    alone = {key.removesuffix("-0") for key in pages(whole).begun}
    below = {key.removesuffix("-1") for key in pages(chapter(FULL + 4), whole).begun}
    assert alone != below


def test_an_edit_moves_no_page_far_behind_it():
    many = [chapter(*[11 + (at * 7 + n * 5) % 23 for n in range(6)]) for at in range(12)]
    longer = [chapter(11, 16, 21, 26, 40, 13), *many[1:]]
    tails = [
        {key for key in pages(*each).begun if int(key.rpartition("-")[2]) > 7}
        for each in (many, longer)
    ]
    assert tails[0] == tails[1]


def test_no_page_is_begun_in_a_chapter_that_stays_on_one():
    short = chapter(6, 6)
    assert is_brief(short)
    found = pages(chapter(FULL - 20), short, chapter(FULL * 2)).begun
    assert not {key for key in found if key.endswith("-1")}


def test_larger_letters_fill_more_pages():
    many = tuple(chapter(*[17] * 9, key=f"c-{at}") for at in range(4))
    book = replace(editions.edition(), chapters=many, back=())
    large = replace(book, brand=replace(book.brand, theme=Theme.READABLE))
    assert pages_begun(book) != pages_begun(large)


def test_the_index_begins_a_page():
    assert following(chapter(3), Chapter("c-index", "Index", blocks=(Index(()),))) == set()


def test_only_a_brief_chapter_is_never_torn():
    assert is_brief(chapter(5))
    assert not is_brief(chapter(FULL))


def test_contents_share_the_first_page_of_a_small_handbook_alone():
    few, many = (tuple(chapter(3, key=f"c-{at}") for at in range(count)) for count in (3, 40))
    small = replace(editions.edition(), front=(chapter(3),), chapters=few, back=())
    assert shares_contents(small)
    assert not shares_contents(replace(small, chapters=many))
    assert not shares_contents(replace(small, front=(chapter(FULL),)))
    assert not shares_contents(replace(small, front=()))
