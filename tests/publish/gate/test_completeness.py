"""Nothing that an edition says may be missing from the pages, or lie beyond their edge."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from slaeditor.publish import printing
from slaeditor.publish.document import Callout, Chapter, Paragraph, Prose, Tone
from slaeditor.publish.gate.completeness import missing, strayed
from slaeditor.publish.gate.pdf_reading import pdf_reading
from slaeditor.publish.gate.web_reading import web_reading
from tests.publish import editions
from tests.publish.gate.pdf_leaks import PLANTS

EDITION = editions.every_block()


@pytest.fixture(scope="module")
def handbook() -> bytes:
    return printing.pdf(EDITION)


def with_block(block):
    chapter = Chapter("more", "More", blocks=(block,))
    return replace(EDITION, chapters=(*EDITION.chapters, chapter))


def test_every_block_of_a_handbook_is_on_its_pages(handbook):
    assert missing(pdf_reading(handbook), EDITION) == ()


def test_every_block_of_a_web_page_is_in_it():
    assert missing(web_reading(printing.made(EDITION, "html")), EDITION) == ()


def test_a_page_that_is_gone_is_missed(handbook):
    with pikepdf.open(BytesIO(handbook)) as pdf:
        del pdf.pages[3]
        target = BytesIO()
        pdf.save(target)
    assert missing(pdf_reading(target.getvalue()), EDITION)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("The lift stands still on Sundays."),
        Prose("A **lift** that [stands](https://merrow.example) still."),
        Prose("- one lift\n- two stairs and a rope\n"),
        Callout(Tone.DO, "Take the stairs", "They never stand still."),
    ],
)
def test_a_block_that_is_not_printed_is_missed(handbook, block):
    [sentence] = missing(pdf_reading(handbook), with_block(block))[:1]
    assert sentence.endswith("of chapter “More” is on no page.")


def test_the_sentence_names_the_words_and_the_chapter(handbook):
    found = missing(pdf_reading(handbook), with_block(Paragraph("The lift stands still.")))
    assert "“The lift stands still.” of chapter “More” is on no page." in found


def test_words_beyond_the_edge_are_told_with_their_page(handbook):
    planted = PLANTS["words beyond the edge"](handbook, "The lift stands still")
    [sentence] = strayed(pdf_reading(planted))
    assert "words lie beyond the edge" in sentence
    assert "lift" in sentence


def test_a_handbook_has_no_words_beyond_the_edge(handbook):
    assert strayed(pdf_reading(handbook)) == ()
