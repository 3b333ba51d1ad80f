"""Words of any script that a font of ours has: printed, and read from the side they begin on."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from slaeditor.publish import printing
from slaeditor.publish.document import Bullets, Cell, Column, Paragraph, Prose, RowGroup, Table
from slaeditor.publish.render.direction import direction
from slaeditor.publish.render.html import document_html
from tests.publish import editions

SIGNS = "😀 ☎ ✈ ⛔ ♞"
HEBREW, ARABIC = "שלום עולם", "خدمة العملاء"
WIDER = "Việt Nam, ἀρχή, Қазақ, ǅ"


@pytest.fixture(scope="module")
def made() -> bytes:
    told = (SIGNS, HEBREW, ARABIC, WIDER)
    return printing.pdf(editions.edition(*map(Paragraph, told), Prose(f"**{HEBREW}** 24/7")))


def html(*blocks: object) -> str:
    return document_html(editions.edition(*blocks), {})


def test_signs_and_scripts_that_the_looks_lack_are_printed(made):
    pages = pypdfium2.PdfDocument(made)
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    assert "Việt Nam" in words
    assert "😀" in words
    assert "ש" in words


def test_their_fonts_are_in_the_file_and_they_are_ours(made):
    with pikepdf.open(BytesIO(made)) as pdf:
        fonts = {str(one.BaseFont) for one in pdf.objects if _is_font(one)}
    names = {name.partition("+")[2] for name in fonts}
    assert any("Noto-Emoji" in name for name in names)
    assert any("Noto-Sans-Hebrew" in name for name in names)
    assert any("Noto-Sans-Arabic" in name for name in names)


def _is_font(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing


def test_the_same_words_give_the_same_bytes(made):
    told = (SIGNS, HEBREW, ARABIC, WIDER)
    again = printing.pdf(editions.edition(*map(Paragraph, told), Prose(f"**{HEBREW}** 24/7")))
    assert again == made


@pytest.mark.parametrize(
    "block", [Paragraph(HEBREW), Prose(HEBREW), Prose(f"*{ARABIC}*"), Prose(f"# {ARABIC}")]
)
def test_a_paragraph_that_begins_from_the_right_is_turned(block):
    assert 'dir="rtl"' in html(block)


def test_lists_and_cells_are_turned_each_by_itself():
    rows = ((Cell(HEBREW), Cell("Acme")),)
    table = Table("T", (Column("A"), Column("B")), (RowGroup(rows),))
    assert html(table).count('dir="rtl"') == 1
    assert html(Bullets((HEBREW, "Acme"))).count('dir="rtl"') == 2
    assert html(Prose(f"- {HEBREW}\n- Acme")).count('dir="rtl"') == 2


def test_a_table_in_prose_keeps_its_scopes_when_it_is_turned():
    found = html(Prose(f"| {HEBREW} | B |\n|---|---:|\n| {ARABIC} | 2 |"))
    assert '<th scope="col" dir="rtl">' in found
    assert '<td dir="rtl">' in found
    assert "align=" not in found


def test_nobody_can_set_a_direction_by_markup():
    assert 'dir="rtl"' not in html(Prose('<p dir="rtl">Acme</p>'))


def test_a_name_within_other_words_does_not_turn_them():
    assert direction(f"Acme, {HEBREW}") is None
    assert direction("24/7") is None
    assert direction(f"24/7 {HEBREW}") == "rtl"
