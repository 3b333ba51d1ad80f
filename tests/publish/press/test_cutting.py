"""An edition cut into pieces."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.publish.document import Chapter, Paragraph, Section
from slaeditor.publish.document_json import value_from_json, value_json
from slaeditor.publish.piece import ContentsPages, Piece, Run
from slaeditor.publish.press.cutting import contents, cut, only_shown
from tests.publish import editions


def runs(edition):
    return [piece.content for piece in cut(edition).after if isinstance(piece.content, Run)]


def chapter(*sections):
    return replace(editions.edition(), chapters=(Chapter("c-1", "One", sections=sections),))


def test_a_chapter_is_a_piece():
    assert [run.chapter.id for run in runs(editions.edition())] == ["c-1"]


def test_a_section_that_begins_a_page_begins_a_piece():
    made = runs(
        chapter(
            Section("s-1", "First"),
            Section("s-2", "Second", opener=True),
            Section("s-3", "Third"),
        )
    )
    assert [[one.id for one in run.chapter.sections] for run in made] == [["s-1"], ["s-2", "s-3"]]
    assert [(run.opens, run.first) for run in made] == [(True, 1), (False, 2)]


def test_tables_and_figures_are_counted_on():
    tables = (editions.table(2), editions.week(), editions.table(2))
    made = runs(chapter(Section("s-1", "First", tables), Section("s-2", "Second", opener=True)))
    assert [(run.tables, run.figures) for run in made] == [(0, 0), (2, 1)]


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
    told = [piece for piece in cut(whole).pieces if b"Edition XYZ" in value_json(piece)]
    assert [type(piece.content).__name__ for piece in told] == ["Feet", "CoverPage"]
    assert sum(b"3 May" in value_json(piece) for piece in cut(whole).pieces) == 2


def test_a_piece_knows_where_its_links_lead():
    whole = chapter(Section("s-1", "First"), Section("s-2", "Second", opener=True))
    first, second = (piece for piece in cut(whole).after)
    assert (first.elsewhere, second.elsewhere) == (("s-2",), ())


def test_the_contents_have_a_page_for_each_entry():
    whole = editions.every_block()
    ids = [one.id for one in whole.chapters + whole.back]
    ids += [part.id for one in whole.chapters for part in one.sections]
    made = contents(whole, {key: at for at, key in enumerate(ids)}).content
    assert isinstance(made, ContentsPages)
    assert len(made.pages) == len(ids)


def test_a_piece_survives_the_pipe():
    for piece in cut(editions.every_block()).pieces:
        assert value_from_json(Piece, value_json(piece)) == piece


def test_what_is_not_shown_keeps_its_titles_alone():
    whole = replace(editions.every_block(), shown=("s-gold",))
    respond, levels = only_shown(whole).chapters
    assert not respond.blocks
    assert [one.title for one in respond.sections] == [
        one.title for one in whole.chapters[0].sections
    ]
    assert levels == whole.chapters[1]
