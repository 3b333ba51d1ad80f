"""The Word document: real headings, tables with heads, pictures with words, fields."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from slaeditor.publish.document import (
    Callout,
    Cell,
    Chapter,
    Column,
    Paragraph,
    Prose,
    RowGroup,
    Table,
    Terms,
    Tone,
)
from slaeditor.publish.render.word.document import word_bytes
from slaeditor.publish.trouble import PictureTrouble, ProseTrouble
from tests.publish import editions, packages


@pytest.fixture(scope="module")
def whole():
    return word_bytes(editions.every_block())


@pytest.fixture(scope="module")
def document(whole):
    return docx.Document(BytesIO(whole))


def of(*blocks):
    return docx.Document(BytesIO(word_bytes(editions.edition(*blocks))))


def styled(document, name):
    return [one.text for one in document.paragraphs if one.style.name == name]


def test_chapters_are_headings_of_the_first_level(document):
    edition = editions.every_block()
    titles = [one.title for one in (*edition.front, *edition.chapters, *edition.back)]
    assert styled(document, "Heading 1") == titles


def test_a_chapter_that_runs_on_begins_no_page():
    short = [Chapter(f"c-{at}", f"Short {at}", blocks=(editions.table(2),)) for at in range(2)]
    edition = replace(editions.edition(), chapters=tuple(short), back=())
    document = docx.Document(BytesIO(word_bytes(edition)))
    heads = [one for one in document.paragraphs if one.text.startswith("Short ")]
    titles = [one for one in heads if one.style and one.style.name == "Heading 1"]
    assert [one.paragraph_format.page_break_before for one in titles] == [None, False]


def test_the_rows_of_a_glossary_may_stand_on_several_pages():
    made = of(Terms(tuple((f"Term {at}", "Its meaning.") for at in range(60))))
    heads = [row.cells[0].paragraphs[0] for row in made.tables[-1].rows]
    assert not any(one.paragraph_format.keep_with_next for one in heads)


def test_word_counts_the_chapters_that_have_numbers(document):
    heading = document.styles["Heading 1"].element
    assert heading.pPr.numPr.numId.val > 0
    edition = editions.every_block()
    free = {one.title for one in (*edition.front, *edition.back) if not one.numbered}
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Heading 1" and paragraph.text in free:
            assert paragraph._p.pPr.numPr.numId.val == 0


def test_every_table_repeats_its_head(document):
    tables = [one for one in document.tables if len(one.columns) > 2]
    assert tables
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_no_row_is_torn_apart(document):
    rows = [row for table in document.tables[1:] for row in table.rows]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_figure_is_a_picture_that_says_what_it_shows(document):
    shown = list(document.element.iter(qn("wp:docPr")))
    assert editions.week().alternative in [one.get("descr") for one in shown]
    assert all(one.get("descr") for one in shown)


def test_a_wide_table_stands_on_a_landscape_page(document):
    kinds = [section.orientation for section in document.sections]
    assert WD_ORIENT.LANDSCAPE in kinds
    assert kinds[0] == WD_ORIENT.PORTRAIT


def test_the_contents_are_a_field_with_the_titles_in_it(document):
    codes = [one.text for one in document.element.iter(qn("w:instrText"))]
    assert any(code.strip().startswith("TOC") for code in codes)
    listed = "\n".join(styled(document, "toc 1"))
    assert editions.every_block().chapters[0].title in listed


def test_links_of_the_contents_lead_to_bookmarks_that_are_there(document):
    names = {one.get(qn("w:name")) for one in document.element.iter(qn("w:bookmarkStart"))}
    wanted = {
        one.get(qn("w:anchor"))
        for one in document.element.iter(qn("w:hyperlink"))
        if one.get(qn("w:anchor"))
    }
    assert wanted
    assert wanted <= names


def test_pages_are_numbered_in_the_foot(document):
    foot = document.sections[0].footer._element.xml
    assert "PAGE" in foot
    assert "NUMPAGES" in foot


def test_a_draft_carries_its_mark_behind_every_page():
    edition = editions.edition()
    draft = replace(edition, cover=replace(edition.cover, watermark="DRAFT"))
    heads = [part for name, part in packages.parts(word_bytes(draft)).items() if "header" in name]
    assert all(b'string="DRAFT"' in head for head in heads if b"textpath" in head)
    assert sum(b"textpath" in head for head in heads) == 2


def test_prose_keeps_its_emphasis_lists_and_links():
    made = of(Prose("**Call** us.\n\n1. First\n2. Then\n\n[Status](https://example.com)"))
    [paragraph] = [one for one in made.paragraphs if one.text.startswith("Call")]
    assert paragraph.runs[0].bold
    [first] = [one for one in made.paragraphs if one.text == "First"]
    assert first._p.pPr.numPr.numId.val > 0
    targets = [one.target_ref for one in made.part.rels.values() if one.is_external]
    assert targets == ["https://example.com"]


def test_each_list_begins_with_one():
    made = of(Prose("1. a\n2. b"), Prose("1. c\n2. d"))
    keys = {
        one.text: one._p.pPr.numPr.numId.val
        for one in made.paragraphs
        if one._p.pPr is not None and one._p.pPr.numPr is not None and one.text in "abcd"
    }
    assert keys["a"] == keys["b"] != keys["c"] == keys["d"]


def test_a_callout_says_its_kind_in_words():
    made = of(Callout(Tone.DO_NOT, "Guess", "Ask first."))
    assert styled(made, "Callout Title") == ["Do not. Guess"]
    assert styled(made, "Callout") == ["Ask first."]


def test_a_cell_of_several_paragraphs_begins_in_its_first_line():
    cell = Cell("One.\n\nTwo.", markdown=True)
    made = of(Table("T", (Column("A"), Column("B")), (RowGroup(((Cell("x"), cell),)),)))
    assert [one.text for one in made.tables[-1].rows[1].cells[1].paragraphs] == ["One.", "Two."]


def test_hebrew_is_read_from_the_right():
    [paragraph] = [one for one in of(Prose("שלום עולם")).paragraphs if "שלום" in one.text]
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None


def test_what_cannot_be_printed_is_told_with_its_place():
    with pytest.raises(ProseTrouble, match="The text of Gold"):
        word_bytes(editions.edition(Prose("[x](file:///etc/passwd)", "Gold")))


def test_a_picture_that_is_none_is_refused():
    from slaeditor.publish.document import Asset

    edition = editions.edition()
    with pytest.raises(PictureTrouble):
        word_bytes(replace(edition, assets=(Asset("p", "image/png", "AAEC"),)))


def test_words_that_lead_to_a_table_stay_on_its_page():
    led, plain = (
        next(
            one
            for one in of(Paragraph("Nothing leaves."), following).paragraphs
            if "Nothing" in one.text
        )
        for following in (editions.table(2), Paragraph("And so on."))
    )
    assert led.paragraph_format.keep_with_next
    assert not plain.paragraph_format.keep_with_next
