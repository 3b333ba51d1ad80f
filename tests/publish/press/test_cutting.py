"""An edition cut into pieces."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.publish.document import Chapter, Paragraph, Section
from slaeditor.publish.document_json import value_from_json, value_json
from slaeditor.publish.late import Kind, place
from slaeditor.publish.piece import ContentsPages, Piece, Run, runs_in
from slaeditor.publish.press.cutting import contents, cut, only_shown
from tests.publish import editions


def runs(edition):
    return [one.piece.content for one in cut(edition).after if isinstance(one.piece.content, Run)]


def numbers(edition):
    return [one.numbers for one in cut(edition).after]


def chapter(*sections):
    return replace(editions.edition(), chapters=(Chapter("c-1", "One", sections=sections),))


def test_a_chapter_is_a_piece():
    assert [run.chapter.id for run in runs(editions.edition())] == ["c-1"]


def test_a_section_that_begins_a_page_begins_a_piece():
    whole = chapter(
        Section("s-1", "First"), Section("s-2", "Second", opener=True), Section("s-3", "Third")
    )
    made = runs(whole)
    assert [[one.id for one in run.chapter.sections] for run in made] == [["s-1"], ["s-2", "s-3"]]
    assert [run.opens for run in made] == [True, False]
    assert [one.first for one in numbers(whole)] == [1, 2]


def test_tables_and_figures_are_counted_on():
    tables = (editions.table(2), editions.week(), editions.table(2))
    made = numbers(chapter(Section("s-1", "First", tables), Section("s-2", "Second", opener=True)))
    assert [(one.tables, one.figures) for one in made] == [(0, 0), (2, 1)]


def test_a_section_under_another_number_is_the_same_piece():
    second = Section("s-2", "Second", (editions.table(2),), opener=True)
    one = chapter(Section("s-1", "First", (editions.table(2),)), second)
    other = chapter(Section("s-0", "None"), Section("s-1", "First"), second)
    assert cut(one).after[-1].piece == cut(other).after[-1].piece
    assert [numbers(each)[-1].first for each in (one, other)] == [2, 3]


def _last(*sections: Section) -> Piece:
    """The last piece of a chapter of sections, apart from its numbers."""
    return cut(chapter(*sections)).after[-1].piece


def test_a_section_under_a_longer_number_is_another_piece():
    second = Section("s-2", "Second", opener=True)
    nine = [Section(f"s-0{at}", "None") for at in range(9)]
    assert _last(*nine[:8], second) != _last(*nine, second)
    assert numbers(chapter(*nine, second))[-1].printed(Kind.SECTION, 0) == "1.10"


def test_the_text_of_a_chapter_is_in_its_first_piece_alone():
    whole = chapter(Section("s-1", "First"), Section("s-2", "Second", opener=True))
    [one] = whole.chapters
    first, second = runs(replace(whole, chapters=(replace(one, blocks=(Paragraph("Words"),)),)))
    assert (len(first.chapter.blocks), len(second.chapter.blocks)) == (1, 0)


def test_no_piece_but_cover_and_feet_knows_the_edition():
    whole = replace(
        editions.every_block(),
        cover=editions.cover(edition_name="Edition XYZ", date="3 May", version="v9"),
    )
    pieces = [one.piece for one in cut(whole).pieces]
    told = [piece for piece in pieces if b"Edition XYZ" in value_json(piece)]
    assert [type(piece.content).__name__ for piece in told] == ["Feet", "CoverPage"]
    assert sum(b"3 May" in value_json(piece) for piece in pieces) == 2


def test_a_piece_knows_where_its_links_lead():
    whole = chapter(Section("s-1", "First"), Section("s-2", "Second", opener=True))
    first, second = (one.piece for one in cut(whole).after)
    assert (first.elsewhere, second.elsewhere) == (("s-2",), ())


def test_the_contents_have_a_page_for_each_entry():
    whole = editions.every_block()
    ids = [one.id for one in whole.chapters + whole.back]
    ids += [part.id for one in whole.chapters for part in one.sections]
    made = contents(whole, {key: at for at, key in enumerate(ids)})
    assert isinstance(made.piece.content, ContentsPages)
    assert made.numbers.pages == tuple(str(ids.index(each)) for each in _listed(whole))


def test_other_page_numbers_of_the_same_length_leave_the_contents_as_they_are():
    whole = editions.every_block()
    first, second = (contents(whole, dict.fromkeys(_listed(whole), at)) for at in (3, 4))
    assert first.piece == second.piece
    assert first.piece != contents(whole, dict.fromkeys(_listed(whole), 12)).piece


def _listed(whole):
    for one in whole.chapters + whole.back:
        yield one.id
        yield from (part.id for part in one.sections if one.numbered)


def test_a_piece_survives_the_pipe():
    for one in cut(editions.every_block()).pieces:
        assert value_from_json(Piece, value_json(one.piece)) == one.piece


def test_what_is_not_shown_keeps_its_titles_alone():
    whole = replace(editions.every_block(), shown=("s-gold",))
    respond, levels = only_shown(whole).chapters
    assert not respond.blocks
    assert [one.title for one in respond.sections] == [
        one.title for one in whole.chapters[0].sections
    ]
    assert levels == whole.chapters[1]


def test_the_parts_of_a_very_long_section_are_pieces():
    parts = tuple(
        Section(f"s-{at}", f"Part {at}", (Paragraph("word " * 16 * lines),))
        for at, lines in enumerate((76, 88, 88))
    )
    whole = chapter(Section("s-x", "First"), Section("s-y", "Second", sections=parts))
    made = [(one.continues, _parts(one.chapter.sections)) for one in runs(whole)]
    assert made == [
        (False, [("s-x", []), ("s-y", ["s-0"])]),
        (True, [("s-y", ["s-1"])]),
        (True, [("s-y", ["s-2"])]),
    ]
    assert [one.first for one in numbers(whole)] == [1, 2, 2]


def _parts(sections):
    return [(one.id, [part.id for part in one.sections]) for one in sections]


def _short(key, *sections, numbered=True):
    return Chapter(key, key, sections=sections, numbered=numbered)


def test_short_chapters_that_run_on_are_one_piece():
    first, second = _short("c-1", Section("s-1", "One")), _short("c-2", Section("s-2", "Two"))
    whole = replace(editions.edition(), chapters=(first, second))
    [run] = runs(whole)
    assert [one.chapter.id for one in runs_in(run)] == ["c-1", "c-2"]
    [numbers_] = numbers(whole)
    assert numbers_.printed(Kind.SECTION, 0) == "1.1"
    assert numbers_.printed(Kind.SECTION, place(1, 0)) == "2.1"


def test_chapters_together_under_other_numbers_are_the_same_piece():
    first, second = _short("c-1", Section("s-1", "One")), _short("c-2", Section("s-2", "Two"))
    plain = replace(first, id="c-0", sections=(), alone=True)
    one = replace(editions.edition(), chapters=(first, second))
    other = replace(editions.edition(), chapters=(plain, first, second))
    assert cut(one).after[-1].piece == cut(other).after[-1].piece


def test_a_chapter_without_a_number_runs_on_below_one_with_a_number():
    whole = replace(
        editions.edition(), chapters=(_short("c-1"),), back=(_short("c-2", numbered=False),)
    )
    [run] = runs(whole)
    assert [one.number for one in runs_in(run)] == ["1", ""]


def test_of_a_chapter_that_runs_on_only_the_first_sections_belong_to_the_piece_before():
    words = (Paragraph("\n".join(["word " * 14] * 50)),)
    parts = tuple(Section(f"s-{at}", f"Part {at}", words) for at in range(8))
    before = _short("c-1", Section("s-x", "One", words))
    whole = replace(editions.edition(), chapters=(before, _short("c-2", *parts)))
    first, *others = runs(whole)
    assert [one.chapter.id for one in runs_in(first)] == ["c-1", "c-2"]
    assert others
    assert not any(one.opens for one in others)
    assert sum(len(one.chapter.sections) for run in (first, *others) for one in runs_in(run)) == 9
