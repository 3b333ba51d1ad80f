"""The words that a PDF draws, read from small drawings made for the purpose."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from slaeditor.publish.gate.glyphs import drawn


def font(pdf: Pdf, letters: str) -> Dictionary:
    """Return a font whose glyphs 1, 2, … are these letters."""
    pairs = "\n".join(f"<{at:04x}> <{ord(one):04x}>" for at, one in enumerate(letters, 1))
    table = Stream(pdf, f"{len(letters)} beginbfchar\n{pairs}\nendbfchar".encode())
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type0, ToUnicode=pdf.make_indirect(table), Encoding=Name.X
    )


def page(pdf: Pdf, content: bytes, **fonts: str) -> None:
    """Add a page with a drawing and its fonts, each given by its letters."""
    named = Dictionary({f"/{key}": pdf.make_indirect(font(pdf, fonts[key])) for key in fonts})
    made = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, 9, 9]),
        Resources=Dictionary(Font=named),
        Contents=pdf.make_stream(content),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(made)))


ROW = b"BT /F 9 Tf [<0001>0<0002>] TJ ET"


def read(*contents: bytes, letters: tuple[str, ...] = ("ab", "cd")) -> list[str]:
    """Return the words of pages, the first with the first letters and so on."""
    pdf = pikepdf.new()
    for at, content in enumerate(contents):
        page(pdf, content, F=letters[at], G=letters[-1])
    return [one.strip() for one in drawn(pdf)]


def test_the_same_glyphs_of_another_font_are_other_letters():
    assert read(ROW, ROW) == ["ab", "cd"]


def test_another_font_on_the_same_page_counts_from_where_it_is_chosen():
    assert read(ROW + b" BT /G 9 Tf [<0001>0<0002>] TJ ET")[0].split() == ["ab", "cd"]


@pytest.mark.parametrize(
    "shown",
    [
        b"[<0001>0<0002>] TJ",
        b"[<00010002>] TJ",
        b"<00010002> Tj",
        b"<00010002> '",
        b"(\x00\x01\x00\x02) Tj",
        b"[(\x00\x01) 20 <0002>] TJ",
        b"[ <00 01>\n0 <0002> ]\nTJ",
    ],
)
def test_every_way_of_showing_glyphs_is_read(shown):
    assert read(b"q 1 0 0 1 5 5 cm\nBT /F 9 Tf\n" + shown + b"\nET Q")[0] == "ab"


def test_a_wide_gap_parts_words():
    assert read(b"BT /F 9 Tf [<0001>-400<0002>] TJ ET")[0] == "a b"


@pytest.mark.parametrize("ends", [b"ET", b"T*", b"0 -9 Td", b"0 -9 TD", b"1 0 0 1 0 0 Tm"])
def test_what_ends_a_line_parts_words(ends):
    assert read(b"BT /F 9 Tf <0001> Tj " + ends + b" <0002> Tj ET")[0] == "a\nb"


def test_what_only_looks_like_the_end_of_a_line_does_not():
    assert read(b"BT /F 9 Tf <0001> Tj /SET gs 5 Tmore <0002> Tj ET")[0] == "ab"
