"""The finished handbook: the same bytes, accessible, archival, harmless, complete."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from weasyprint import DEFAULT_OPTIONS

from slaeditor.publish import printing, worker_process
from slaeditor.publish.document import (
    Asset,
    Brand,
    Chapter,
    Edition,
    Index,
    IndexEntry,
    IndexPlace,
    Paragraph,
    Prose,
    Section,
)
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.figures import SwimLanes
from slaeditor.publish.render.assertions import assert_harmless
from slaeditor.publish.render.pdf import OPTIONS
from slaeditor.publish.trouble import (
    Cancelled,
    GlyphTrouble,
    PictureTrouble,
    ProseTrouble,
    TooSlow,
    UnsafeFile,
    WorkerLost,
)
from tests.publish import editions

CONTENTS_FOOT, CONTENTS_TOP = 72, 475
"""Points from the foot of the page between which the entries of the contents stand."""


@pytest.fixture(scope="module")
def made() -> bytes:
    return printing.pdf(editions.every_block())


@pytest.fixture(scope="module")
def handbook(made):
    with pikepdf.open(BytesIO(made)) as pdf:
        yield pdf


def text_of(content: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def elements(pdf):
    waiting = [pdf.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop(0)
        yield element
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, pikepdf.Array) else [kids]
        waiting[:0] = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def tags(pdf) -> Counter[str]:
    return Counter(str(element.S) for element in elements(pdf))


def picture(kind: str = "PNG", **options: object) -> str:
    content = BytesIO()
    Image.new("RGB", (40, 20), "#0b5c8a").save(content, kind, **options)
    return base64.b64encode(content.getvalue()).decode()


def test_our_options_are_options_of_the_layout_engine():
    assert OPTIONS.keys() <= DEFAULT_OPTIONS.keys()


def test_the_same_edition_gives_the_same_bytes(made):
    assert printing.pdf(editions.every_block()) == made


def test_the_file_claims_both_standards(handbook):
    packet = handbook.Root.Metadata.read_bytes().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert packet.count("<rdf:RDF") == 1


def test_the_file_says_of_itself_only_what_we_say(handbook):
    assert dict(handbook.docinfo.items()) == {
        "/Title": "Support methodology handbook – Client edition",
        "/Author": "Northwind Service Department",
        "/Producer": "SLA Editor",
    }


def test_the_layout_engine_is_not_named(made):
    with pikepdf.open(BytesIO(made)) as pdf:
        words = b"".join(
            bytes(thing.read_bytes()) if isinstance(thing, pikepdf.Stream) else str(thing).encode()
            for thing in pdf.objects
        )
    assert b"WeasyPrint" not in words


def test_a_table_over_several_pages_is_one_table(handbook):
    tables = [element for element in elements(handbook) if element.S == "/Table"]
    rows = [sum(1 for row in elements_below(table) if row.S == "/TR") for table in tables]
    assert 47 in rows  # 46 rows and one head
    heads = [sum(1 for part in elements_below(table) if part.S == "/THead") for table in tables]
    assert max(heads) == 1


def elements_below(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements_below(kid)


def test_every_head_of_a_table_has_a_scope(handbook):
    heads = [element for element in elements(handbook) if element.S == "/TH"]
    assert heads
    assert {str(head.A.Scope) for head in heads} == {"/Row", "/Column"}


def test_every_figure_says_what_it_shows(handbook):
    figures = [element for element in elements(handbook) if element.S == "/Figure"]
    assert len(figures) == 6
    assert all(str(figure.Alt) for figure in figures)


def test_headings_start_at_one_and_skip_none(handbook):
    levels = [int(str(e.S)[2]) for e in elements(handbook) if re.fullmatch("/H[1-6]", str(e.S))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_what_is_furniture_of_the_page_is_not_read_aloud(handbook):
    marked = re.compile(rb"/MCID\s+(\d+)")
    reached: Counter[tuple[tuple[int, int], int]] = Counter()
    for element in elements(handbook):
        for kid in element.get("/K", []) if isinstance(element.get("/K"), pikepdf.Array) else []:
            if isinstance(kid, int):
                reached[(element.Pg.objgen, kid)] += 1
    for page in handbook.pages:
        for number in marked.findall(page.Contents.read_bytes()):
            assert reached[(page.obj.objgen, int(number))] == 1


def test_each_link_has_words_and_the_words_are_titles(handbook):
    words = [str(a.Contents) for page in handbook.pages for a in page.get("/Annots", [])]
    assert "Escalation path" in words
    assert not [each for each in words if each.startswith(("c-", "s-"))]


def test_only_parts_of_the_edition_are_named_destinations(handbook):
    names = [str(name) for name in list(handbook.Root.Names.Dests.Names)[::2]]
    assert all(re.fullmatch("contents|[cs]-[a-z-]+", name) for name in names)


def test_the_outline_names_chapters_and_sections(handbook):
    with handbook.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        below = [entry.title for top in outline.root for entry in top.children]
    assert titles[:3] == ["How to use this handbook", "Contents", "How we respond"]
    assert "1.1 Escalation path" in below


def test_every_font_is_embedded(handbook):
    fonts = [
        thing
        for thing in handbook.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_every_page_but_the_cover_names_the_edition_and_its_number(made):
    pages = text_of(made)
    for at, words in enumerate(pages[1:], 2):
        assert "Client edition" in words
        assert f"{at} / {len(pages)}" in words


def test_the_opening_page_of_a_chapter_has_no_running_head(made):
    opener = next(words for words in text_of(made) if "You hear from a person" in words)
    assert opener.count("How we respond") == 1


def test_contents_hold_the_page_of_each_chapter(made):
    pages = text_of(made)
    contents = next(words for words in pages if "Contents" in words and "Glossary" in words)
    at = next(n for n, words in enumerate(pages, 1) if re.search(r"Term 1\b", words))
    assert re.search(rf"Glossary[ .]*{at}\b", contents)


def test_no_words_of_the_edition_are_lost(made):
    words = " ".join(text_of(made))
    for expected in (
        "Priority 2 case 45",
        "Activity 29",
        "Term 13",
        "Sam Poe",
        "Fine print",
        "5 h: 2 h 15 min too",
        "Credit is booked",
    ):
        assert expected in words


def test_a_wide_table_lies_on_landscape_pages_and_the_text_after_it_does_not(handbook):
    turned = [page.mediabox[2] > page.mediabox[3] for page in handbook.pages]
    first = turned.index(True)
    last = len(turned) - 1 - turned[::-1].index(True)
    assert all(turned[first : last + 1])
    assert not any(turned[last + 1 :])


def test_difficult_tables_lose_no_row():
    content = printing.pdf(editions.difficult())
    words = " ".join(text_of(content))
    assert all(f"case {row}\r" in words or f"case {row} " in words for row in range(520))


@pytest.mark.parametrize("theme", ["modern", "readable"])
def test_each_theme_embeds_its_own_family(theme):
    whole = editions.edition(Paragraph("Words"), brand=Brand(theme=theme))
    with pikepdf.open(BytesIO(printing.pdf(whole))) as pdf:
        names = {
            str(font.FontName)
            for font in pdf.objects
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"
        }
    wanted = {"modern": "Plex", "readable": "Atkinson"}[theme]
    assert any(wanted in name for name in names)
    assert not any("Inter" in name for name in names)


def test_a_watermark_is_a_picture_of_the_page_and_not_read():
    plain = printing.pdf(replace(editions.edition(), cover=editions.cover(watermark="DRAFT")))
    with pikepdf.open(BytesIO(plain)) as pdf:
        assert not [e for e in elements(pdf) if e.S == "/Figure"]


def test_a_picture_is_printed_with_its_words():
    asset = Asset("a-1", "image/jpeg", picture("JPEG"), "A lift")
    whole = replace(editions.edition(Prose("![A lift](asset:a-1)")), assets=(asset,))
    with pikepdf.open(BytesIO(printing.pdf(whole))) as pdf:
        assert [str(e.Alt) for e in elements(pdf) if e.S == "/Figure"] == ["A lift"]


@pytest.mark.parametrize("content", ["%%%", base64.b64encode(b"GIF89a").decode(), picture("BMP")])
def test_what_is_no_picture_is_refused(content):
    asset = Asset("a-1", "image/png", content, "A lift")
    with pytest.raises(PictureTrouble, match="A lift"):
        printing.pdf(replace(editions.edition(), assets=(asset,)))


def test_trouble_in_a_text_comes_back_with_its_record():
    with pytest.raises(ProseTrouble, match="step Report"):
        printing.pdf(editions.edition(Prose("/// sales\nsecret", "step Report")))


def test_a_sign_that_no_font_has_is_named():
    with pytest.raises(GlyphTrouble, match=r"漢 .in “How we respond”"):
        printing.pdf(editions.edition(Paragraph("an odd 漢 sign")))


def test_progress_tells_the_step_and_the_page():
    heard: list[printing.Progress] = []
    printing.pdf(editions.edition(Paragraph("Words")), on_progress=heard.append)
    assert max(progress.page for progress in heard) == 3
    assert heard[0].step == "start"


def test_cancelling_ends_the_work_at_once():
    began = threading.Event()
    stopped: list[float] = []

    def cancelled() -> bool:
        if began.is_set() and not stopped:
            stopped.append(time.perf_counter())
        return began.is_set()

    with pytest.raises(Cancelled):
        printing.pdf(editions.difficult(), lambda _: began.set(), cancelled)
    assert time.perf_counter() - stopped[0] < 1.5


def test_a_handbook_that_takes_too_long_is_stopped():
    with pytest.raises(TooSlow, match="longer than 0 seconds"):
        printing.pdf(editions.edition(), timeout=0.2)


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printing.pdf(editions.edition())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("key", ["/OpenAction", "/AA"])
def test_a_file_that_acts_by_itself_is_refused(made, key):
    with pikepdf.open(BytesIO(made)) as pdf:
        pdf.Root[key] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        out = BytesIO()
        pdf.save(out)
    with pytest.raises(UnsafeFile):
        assert_harmless(out.getvalue())


def test_a_file_with_an_attachment_is_refused(made):
    with pikepdf.open(BytesIO(made)) as pdf:
        pdf.attachments["secret.txt"] = b"floor price"
        out = BytesIO()
        pdf.save(out)
    with pytest.raises(UnsafeFile, match="holds /"):
        assert_harmless(out.getvalue())


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:x", "//host/x", "smb://h"])
def test_a_file_with_a_foreign_address_is_refused(made, address):
    with pikepdf.open(BytesIO(made)) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                if "/A" in annotation:
                    annotation.A.URI = address
        out = BytesIO()
        pdf.save(out)
    with pytest.raises(UnsafeFile, match="links to"):
        assert_harmless(out.getvalue())


def test_a_file_that_was_added_to_is_refused(made):
    with pytest.raises(UnsafeFile, match="earlier state"):
        assert_harmless(made + b"\n%%EOF\n")


def test_the_parent_never_loads_the_layout_engine():
    asked = (
        "import sys; import slaeditor.publish.printing;"
        "print(sorted({'weasyprint', 'pikepdf', 'markdown', 'PIL', 'nh3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_worker_that_dies_is_reported_with_its_last_words(monkeypatch):
    monkeypatch.setattr(worker_process, "_START", "import sys; sys.exit('no fonts at all')")
    with pytest.raises(WorkerLost, match="no fonts at all"):
        printing.pdf(editions.edition())


def test_words_of_the_surroundings_do_not_reach_the_worker(monkeypatch, tmp_path):
    monkeypatch.setenv("SLA_SECRET", "floor price")
    assert "SLA_SECRET" not in worker_process.environment(tmp_path)
    assert os.environ["SLA_SECRET"]


def test_the_web_page_needs_nothing_from_outside():
    asset = Asset("a-1", "image/png", picture(), "A lift")
    whole = replace(editions.every_block(), assets=(asset,), brand=Brand(logo="a-1"))
    page = printing.made(whole, "html").decode()
    addresses = set(re.findall(r'(?:src|href)="([^"#]+)"', page))
    assert {each for each in addresses if not each.startswith("data:image/")} == {
        "https://example.com/gold"
    }
    assert "url(" not in page
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page


def test_the_web_page_holds_every_block():
    page = printing.made(editions.every_block(), "html").decode()
    assert page.count("<svg") == 6
    assert page.count('class="numeral"') == 2
    assert json.dumps("Sam Poe") in json.dumps(page) or "Sam Poe" in page


def test_the_web_page_is_the_same_each_time():
    whole: Edition = editions.every_block()
    assert printing.made(whole, "html") == printing.made(whole, "html")


def test_a_bundle_starts_itself_as_the_worker(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    word, form = worker_process.command("html")[1:]
    done = subprocess.run(
        [sys.executable, "-m", "slaeditor", word, form],
        input=edition_json(editions.edition(Paragraph("Words"))),
        capture_output=True,
        check=True,
    )
    assert b"<p>Words</p>" in done.stdout


@pytest.mark.parametrize("block", [editions.lanes(), editions.matrix()], ids=["figure", "table"])
def test_a_heading_and_its_short_introduction_stay_with_what_follows(block):
    filler = Paragraph(editions.PROMISE)
    chapters = tuple(
        Chapter(
            f"c-{at}",
            f"Chapter {at}",
            blocks=(filler,) * at,
            sections=(Section(f"s-{at}", f"Heading {at}", (Prose(f"Introduction {at}."), block)),),
        )
        for at in range(1, 8)
    )
    pages = text_of(printing.pdf(replace(editions.edition(), chapters=chapters)))
    follows = "Reports" if isinstance(block, SwimLanes) else "Named service manager"
    for at in range(1, 8):
        page = next(words for words in pages if f"Introduction {at}." in words)
        assert f"{at}.1 Heading {at}" in page
        assert follows in page


def test_the_numbers_of_the_contents_end_below_each_other(made):
    pdf = pypdfium2.PdfDocument(made)
    page = next(one for one in pdf if "Contents" in one.get_textpage().get_text_range())
    middle = page.get_width() / 2
    ends = ends_of_lines(page.get_textpage(), middle)
    pdf.close()
    for column in (0, 1):
        edges = [edge for (at, _), edge in ends.items() if at == column]
        edges = [edge for edge in edges if edge > max(edges) - middle / 2]  # titles of two lines
        assert len(edges) > 1
        assert max(edges) - min(edges) < 1.0


def ends_of_lines(words, middle) -> dict[tuple[int, int], float]:
    """Return where the last digit of each line of two columns ends, by column and height."""
    ends: dict[tuple[int, int], float] = {}
    for at in range(words.count_chars()):
        left, bottom, right, _ = words.get_charbox(at, loose=True)
        if words.get_text_range(at, 1).isdigit() and CONTENTS_FOOT < bottom < CONTENTS_TOP:
            place = (int(left > middle), round(bottom / 4))
            ends[place] = max(ends.get(place, 0.0), right)
    return ends


def test_no_line_of_the_index_ends_within_a_number():
    titles = [f"What {'i' * at} Sales and service agree upon" for at in range(1, 30)]
    places = tuple(IndexPlace("c-index", title, "131") for title in titles)
    index = Chapter("c-index", "Index", blocks=(Index((IndexEntry("Term", places),)),))
    whole = replace(editions.edition(), front=(), chapters=(index,), back=())
    assert "".join(text_of(printing.pdf(whole))).count("(131)") == len(titles)
