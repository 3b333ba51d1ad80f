"""The structure of a handbook as HTML."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from slaeditor.publish.document import (
    Align,
    Asset,
    Brand,
    Callout,
    Cell,
    Chapter,
    Column,
    Edition,
    Facts,
    Paragraph,
    Prose,
    RowGroup,
    Section,
    Step,
    Steps,
    Table,
    Terms,
    Tone,
)
from slaeditor.publish.render.html import document_html
from slaeditor.publish.trouble import EditionUnreadable, LinkTrouble, ProseTrouble
from tests.publish import editions


def html(edition: Edition) -> str:
    return document_html(edition, {})


def page(*blocks: object) -> str:
    return html(editions.edition(*blocks))


def small(*cells: Cell, **changes: object) -> Table:
    columns = tuple(Column(f"Column {at}") for at, _ in enumerate(cells))
    return replace(Table("A caption", columns, (RowGroup((cells,)),)), **changes)  # type: ignore[arg-type]


def chapters(edition: Edition) -> list[str]:
    parts = html(edition).split('<section class="chapter')[1:]
    return [part.removesuffix("</body></html>") for part in parts]


def test_the_language_stands_on_the_root():
    assert '<html lang="de-DE">' in html(editions.german())


def test_words_are_escaped_everywhere():
    nasty = "<script>alert(1)</script>"
    whole = replace(
        editions.edition(
            Paragraph(nasty),
            Facts(((nasty, nasty),)),
            Terms(((nasty, nasty),)),
            small(Cell(nasty), Cell(nasty, marks=nasty), caption=nasty, notes=((nasty, nasty),)),
            Callout(Tone.NOTE, nasty, nasty),
            replace(editions.timeline(), caption=nasty, alternative=nasty),
            editions.lanes(),
        ),
        cover=editions.cover(title=nasty, recipient=nasty, owner=nasty),
    )
    assert "<script" not in html(whole)


def test_headings_skip_no_level():
    levels = [int(level) for level in re.findall(r"<h(\d)", html(editions.every_block()))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_cover_holds_no_heading():
    cover = html(editions.edition()).partition('<section class="chapter')[0]
    assert not re.search(r"<h\d", cover)


def test_chapters_and_sections_are_numbered_as_words():
    shown = html(editions.every_block())
    assert '<p class="numeral">2</p>' in shown
    assert '<span class="clause">1.2</span> What we do, step by step' in shown


def test_a_chapter_without_a_number_does_not_count():
    plain = Chapter("c-0", "Before", numbered=False)
    whole = editions.edition()
    shown = html(replace(whole, chapters=(plain, *whole.chapters)))
    assert re.findall(r'class="numeral">(\d)', shown) == ["1"]


def test_tables_and_figures_are_numbered_by_chapter():
    shown = html(editions.every_block())
    assert re.findall(r"<strong>Table\u00a0([\d.]+)", shown) == ["1.1", "2.1", "2.2", "2.3"]
    assert re.findall(r"<strong>Figure\u00a0([\d.]+)", shown) == [f"1.{at}" for at in range(1, 7)]


def test_a_chapter_is_the_same_whatever_else_the_edition_holds_but_for_where_pages_begin():
    whole = editions.every_block()
    other = replace(
        whole,
        cover=editions.cover(edition_name="Staff edition", date="1 May 2030", version="Version 9"),
        chapters=(whole.chapters[0], Chapter("c-other", "Another chapter")),
    )
    first, second = (
        next(chapter for chapter in chapters(each) if 'id="c-respond"' in chapter[:40])
        for each in (whole, other)
    )
    assert first.replace(" fresh", "") == second.replace(" fresh", "")


def test_a_chapter_names_neither_edition_nor_date_nor_version():
    for chapter in chapters(editions.every_block()):
        for word in ("Client edition", "22 November 2026", "Version 2.3"):
            assert word not in chapter


def test_a_title_never_becomes_an_identifier():
    whole = editions.every_block()
    known = {"contents"}
    for chapter in whole.front + whole.chapters + whole.back:
        known |= {chapter.id} | {section.id for section in chapter.sections}
    known |= {"s-gold-more"}
    assert set(re.findall(r' id="([^"]*)"', html(whole))) == known


def test_an_identifier_that_says_something_is_refused():
    whole = editions.edition()
    telling = replace(whole.chapters[0], id="Floor prices")
    with pytest.raises(EditionUnreadable):
        html(replace(whole, chapters=(telling,)))


def test_a_link_to_a_part_of_the_edition_leads_there():
    assert '<a href="#c-1">Gold</a>' in page(small(Cell("Gold", link="c-1")))


def test_a_link_to_a_part_that_is_not_there_stops_the_build():
    with pytest.raises(LinkTrouble):
        page(small(Cell("Gold", link="c-hidden")))


def test_no_block_ends_in_white_space():
    ends = re.findall(
        r"\s</(?:p|li|td|th|h\d|caption|figcaption|div)>", html(editions.every_block())
    )
    assert not ends


def test_no_definition_list_is_used():
    assert "<dl" not in html(editions.every_block())


def test_widths_come_from_weights():
    table = small(Cell("a"), Cell("b"), columns=(Column("A", 30), Column("B", 10)))
    assert '<col style="width:75.00%"><col style="width:25.00%">' in page(table)


def test_heads_head_columns_and_first_cells_head_rows():
    shown = page(small(Cell("a"), Cell("b")))
    assert shown.count('scope="col"') == 2
    assert shown.count('scope="row"') == 1


def test_the_unit_stands_in_the_head():
    table = small(Cell("a"), Cell("4"), columns=(Column("A"), Column("Fix", 5, Align.RIGHT, "h")))
    assert 'Fix,<span class="unit">\u00a0h</span>' in page(table)


def test_a_group_of_rows_has_a_head_over_all_columns():
    table = small(Cell("a"), Cell("b"))
    table = replace(table, groups=(replace(table.groups[0], title="People"),))
    assert '<th scope="rowgroup" colspan="2">People</th>' in page(table)


def test_notes_stand_below_the_table():
    shown = page(small(Cell("a", marks="1"), notes=(("1", "In writing."),)))
    assert shown.index("</table>") < shown.index("In writing.")


def test_a_table_of_more_than_five_hundred_rows_is_split_and_says_so():
    shown = page(editions.table(1001))
    assert shown.count("<table") == 3
    assert shown.count("(continued)") == 2
    assert shown.count('scope="row"') == 1001


def test_a_wide_table_takes_its_heading_along():
    whole = editions.edition()
    section = Section("s-1", "Who does what", (editions.wide_table(),))
    shown = html(replace(whole, chapters=(replace(whole.chapters[0], sections=(section,)),)))
    assert '<div class="section-head wide">' in shown


def test_a_tall_cell_may_break_over_pages():
    shown = page(small(Cell("a"), Cell("word " * 200)))
    assert "whole-rows" not in shown


def test_a_callout_is_named_by_a_word():
    assert "<strong>Do not</strong>. Wait" in page(Callout(Tone.DO_NOT, "Wait", "Call."))


def test_the_words_of_the_frame_are_in_the_language():
    shown = html(editions.german())
    assert "<h1>Inhalt</h1>" in shown
    assert "<strong>Richtig</strong>" in shown


def test_what_is_changed_carries_a_bar():
    assert '<p class="changed">' in page(Paragraph("New", changed=True)).replace(
        'class=" ', 'class="'
    )


def test_a_step_has_its_facts_in_the_note_column():
    shown = page(editions.steps())
    assert '<span class="aside-name">When</span> at once, within 15\u00a0min' in shown


def test_the_name_of_a_passage_opens_its_paragraph():
    step = Step("1", "Call", "We call.", extras=(("Why", "It is **kind**."),))
    shown = page(Steps("", (step,)))
    assert '<p><span class="extra-name">Why</span> It is <strong>kind</strong>.</p>' in shown


def test_facts_that_run_in_stand_in_one_paragraph():
    shown = page(Facts((("Kind", "Time"), ("Unit", "hours")), run_in=True))
    first, second = "<strong>Kind:</strong> Time\u00a0·", "<strong>Unit:</strong> hours"
    assert f'<p class="particulars">{first} {second}</p>' in shown


def test_a_turned_title_has_a_head_as_high_as_it_is_long():
    column = Column("Service Desk Adviser", turned=True)
    shown = page(replace(small(Cell("R")), columns=(column,)))
    assert '<th class="turned" scope="col"><span>Service Desk Adviser</span></th>' in shown
    assert re.search(r'<tr style="height:\d{2,3}pt">', shown)


def test_a_dense_timeline_is_said_as_a_list_too():
    assert "<ol" in page(editions.timeline(9))
    assert "<ol" not in page(editions.timeline(5))


def test_every_figure_says_what_it_shows():
    shown = html(editions.every_block())
    assert shown.count("<svg") == shown.count("<title>") - 1 == 6


def test_trouble_in_a_text_names_the_record():
    with pytest.raises(ProseTrouble, match="level Gold"):
        page(Prose(":::staff\nsecret", "level Gold"))


def test_the_logo_stands_on_the_cover_with_words_for_it():
    content = BytesIO()
    Image.new("RGB", (4, 4), "red").save(content, "PNG")
    asset = Asset("a-1", "image/png", base64.b64encode(content.getvalue()).decode(), "Northwind")
    whole = replace(editions.edition(brand=Brand(logo="a-1")), assets=(asset,))
    shown = document_html(whole, {"a-1": "asset:picture/a-1"})
    assert '<img src="asset:picture/a-1" alt="Northwind">' in shown


def test_contents_lead_to_every_chapter_and_section():
    whole = editions.every_block()
    toc = html(whole).partition('id="contents"')[2].partition("</section>")[0]
    for chapter in (*whole.chapters, *whole.back):
        assert f'href="#{chapter.id}"' in toc
    for section in whole.chapters[0].sections:
        assert f'href="#{section.id}"' in toc


def test_a_legend_of_letters_has_a_narrow_column():
    assert 'class="pairs facts whole letters"' in page(
        Facts((("R", "Does it"), ("A", "Answers for it")))
    )


def test_the_first_and_the_last_two_rows_of_a_table_stay_together():
    rows = tuple((Cell(f"Row {at}"),) for at in range(5))
    shown = page(Table("Rows", (Column("Name"),), (RowGroup(rows),)))
    kept = [" kept" in row or '"kept' in row for row in shown.split("<tr")[2:]]
    assert kept == [True, False, False, True, False]


def test_chapters_without_their_cover_have_its_words_at_their_feet():
    whole = editions.edition()
    made = replace(whole, shown=(whole.chapters[0].id,))
    shown = document_html(made, {})
    assert f'data-edition="{made.cover.edition_name}"' in shown
    assert 'class="cover"' not in shown
