"""The slides: what stands on which, and the wording whole in the notes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pptx
import pytest

from slaeditor.publish.document import (
    Cell,
    Chapter,
    Column,
    Facts,
    Prose,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.render.slides.deck import slides_bytes
from tests.publish import editions

WORDING = "We answer within two hours, day and night. We never promise a repair."


def grid(rows=3, caption="The levels side by side"):
    cells = tuple((Cell(f"Row {at}"), Cell("Yes", tone="yes"), Cell("–")) for at in range(rows))
    return Table(caption, (Column("What"), Column("Gold"), Column("Silver")), (RowGroup(cells),))


def promises():
    columns = (Column("Promise"), Column("Approved wording"), Column("Never say"))
    row = (Cell("Fast answers"), Cell(WORDING, markdown=True), Cell("Always"))
    return Table("May promise", columns, (RowGroup((row,)),))


def a_sales_edition(*more):
    facts = Facts((("Price", "£29"),))
    level = Section("r-1", "Gold", (facts, Prose("For **all**.")), lead="Best.")
    told = (Prose("Ask first. Then wait."), Prose("**Never.** Guess."))
    point = Section("r-2", "Silence costs", told)
    chapters = (
        a_chapter("levels", Section("s-side-by-side", "S", (grid(),)), level),
        a_chapter("selling", Section("s-promise-may", "May promise", (promises(),))),
        a_chapter("talking", Section("s-talking-points", "Points", sections=(point,))),
        *more,
    )
    return replace(editions.edition(), chapters=chapters)


def a_chapter(key, *sections):
    return Chapter(f"c-{key}", key.capitalize(), sections=sections)


@pytest.fixture(scope="module")
def deck():
    return pptx.Presentation(BytesIO(slides_bytes(a_sales_edition())))


def titled(deck, title):
    [slide] = [one for one in deck.slides if one.shapes.title.text_frame.text == title]
    return slide


def words(slide):
    return "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)


def test_every_slide_has_a_title_that_programs_know(deck):
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [
        *("Support methodology handbook", "The levels side by side", "Gold"),
        *("May promise", "Silence costs"),
    ]


def test_a_level_says_its_promise_and_its_price(deck):
    told = words(titled(deck, "Gold"))
    assert "Best." in told
    assert "Price:  £29" in told


def test_the_approved_wording_stands_whole_in_the_notes(deck):
    notes = titled(deck, "May promise").notes_slide.notes_text_frame.text
    assert WORDING in notes
    assert "Never say: Always" in notes


def test_each_sentence_of_a_point_is_a_line_and_a_label_stands_before_its_words(deck):
    told = words(titled(deck, "Silence costs")).split("\n")
    assert {"Ask first.", "Then wait.", "Never:  Guess."} <= set(told)


def test_a_long_table_goes_on_on_the_next_slide():
    section = Section("s-side-by-side", "S", (grid(40),))
    edition = replace(
        editions.edition(), chapters=(Chapter("c-levels", "Levels", sections=(section,)),)
    )
    deck = pptx.Presentation(BytesIO(slides_bytes(edition)))
    tables = [one.table for slide in deck.slides for one in slide.shapes if one.has_table]
    assert len(tables) > 1
    assert sum(len(table.rows) - 1 for table in tables) == 40
    assert {table.cell(0, 1).text for table in tables} == {"Gold"}


def test_nothing_stands_outside_the_slide(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_a_chapter_that_is_for_others_gives_no_slide(deck):
    secret = Chapter("c-team", "The team", blocks=(Prose("Load 120 %"),))
    made = pptx.Presentation(BytesIO(slides_bytes(a_sales_edition(secret))))
    assert len(made.slides) == len(deck.slides)


def test_a_long_table_is_shared_out_evenly():
    long = a_chapter("levels", Section("s-side-by-side", "S", (grid(31, "All levels"),)))
    made = pptx.Presentation(BytesIO(slides_bytes(replace(editions.edition(), chapters=(long,)))))
    shapes = [one for slide in made.slides for one in slide.shapes if one.name == "All levels"]
    counts = [len(shape.table.rows) - 1 for shape in shapes]
    assert sum(counts) == 31
    assert max(counts) - min(counts) <= len(counts)


def test_a_clients_service_comes_first_with_what_is_promised():
    has = Section("s-summary-has", "What you have", (Facts((("Level", "Gold"),)),))
    answers = Section("s-summary-answers", "What you can count on", (grid(caption="At a glance"),))
    calls = Facts((("How you reach us", ""), ("Hotline", "112"), ("Mail", "x@y")), run_in=True)
    helps = Section("s-summary-helps", "Who helps you", (calls,))
    edition = replace(a_sales_edition(), front=(a_chapter("summary", has, answers, helps),))
    made = pptx.Presentation(BytesIO(slides_bytes(edition)))
    titles = [slide.shapes.title.text for slide in made.slides][1:4]
    assert titles == ["What you have", "At a glance", "Who helps you"]
    shapes = (shape for shape in made.slides[3].shapes if shape.has_text_frame)
    told = " ".join(shape.text_frame.text for shape in shapes)
    assert "How you reach us" in told
    assert "Hotline: 112 · Mail: x@y" in told
