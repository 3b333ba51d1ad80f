"""Whatever is planted in a web page or a file of an office program is found."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest
from docx import Document as Word
from pptx import Presentation
from xlsxwriter import Workbook

from slaeditor.model.backing import Person
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.readers import NOBODY, Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.gate.gate import check
from slaeditor.publish.gate.office_reading import office_reading
from slaeditor.publish.trouble import UnsafeFile
from slaeditor.rules.visible import View
from tests.builders import a_level, open_to_all
from tests.publish.gate.confidential_project import (
    FLOOR,
    HIDDEN_PICTURE,
    NAME,
    PASSAGE,
    VIEW,
    a_picture,
    client_edition,
    confidential_project,
)

PROJECT = confidential_project()
EDITION = client_edition(PROJECT)
SPOKEN = base64.b64encode(a_picture("JPEG", PASSAGE.encode())).decode()
SHOWN = base64.b64encode(HIDDEN_PICTURE).decode()


def hits(content: bytes, form: str):
    return check(content, form, EDITION, PROJECT, VIEW).hits


def faults(content: bytes, form: str):
    return check(content, form, EDITION, PROJECT, VIEW).faults


PAGES = {
    "words": f"<p>{PASSAGE}</p>",
    "hidden words": f"<p style='display:none'>{PASSAGE}</p>",
    "escaped words": "<p>" + "".join(f"&#{ord(one)};" for one in PASSAGE) + "</p>",
    "words with soft hyphens": f"<p>{'­'.join(PASSAGE)}</p>",
    "words in pieces": "<p>" + "".join(f"<b>{one}</b>" for one in PASSAGE) + "</p>",
    "a remark": f"<!-- {PASSAGE} -->",
    "a title": f"<p title='{PASSAGE}'>x</p>",
    "an attribute of our own": f"<p data-note='{PASSAGE}'>x</p>",
    "the description of a page": f"<meta name='description' content='{PASSAGE}'>",
    "a script": f"<script>var x = '{PASSAGE}'</script>",
    "a style": f"<style>p::after {{ content: '{PASSAGE}' }}</style>",
    "a template": f"<template>{PASSAGE}</template>",
    "an identifier": f"<h2 id='{PASSAGE.lower().replace(' ', '-')}'>x</h2>",
    "a drawing": f"<svg><desc>{PASSAGE}</desc></svg>",
    "what a picture says of itself": f"<img src='data:image/jpeg;base64,{SPOKEN}'>",
    "a hidden picture": f"<img src='data:image/png;base64,{SHOWN}'>",
    "a number": f"<p>{FLOOR}</p>",
}


@pytest.mark.parametrize("place", list(PAGES))
def test_a_secret_is_found_in_a_web_page_as(place):
    page = f"<!doctype html><html><body>{PAGES[place]}</body></html>"
    assert hits(page.encode(), "html")


def test_a_web_page_without_secrets_has_no_hit():
    assert hits(b"<!doctype html><p>You are answered within the hour.</p>", "html") == ()


@pytest.mark.parametrize("address", ["https://merrow.example/x.png", "file:///etc/x", "//host/x"])
def test_a_web_page_that_loads_from_elsewhere_is_refused(address):
    assert faults(f"<img src='{address}'>".encode(), "html")


def word(change) -> bytes:
    document, target = Word(), io.BytesIO()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_paragraph("You are answered within the hour.")
    change(document)
    document.save(target)
    return target.getvalue()


def packed(content: bytes, name: str, part: bytes) -> bytes:
    """A file with one more part."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as package:
        package.writestr(name, part)
    return target.getvalue()


def commented(content: bytes) -> bytes:
    """A file whose package bears a remark."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as package:
        package.comment = PASSAGE.encode()
    return target.getvalue()


PLAIN = word(lambda document: None)
WORDS = {
    "a paragraph": word(lambda one: one.add_paragraph(PASSAGE)),
    "a table": word(lambda one: setattr(one.add_table(1, 1).cell(0, 0), "text", PASSAGE)),
    "pieces": word(lambda one: [one.paragraphs[0].add_run(letter) for letter in PASSAGE]),
    "the head of a page": word(lambda one: one.sections[0].header.paragraphs[0].add_run(PASSAGE)),
    "the title": word(lambda one: setattr(one.core_properties, "title", PASSAGE)),
    "the author": word(lambda one: setattr(one.core_properties, "author", NAME)),
    "a comment": packed(
        PLAIN, "word/comments.xml", f"<w:c xmlns:w='w'><w:t>{PASSAGE}</w:t></w:c>".encode()
    ),
    "a part of its own": packed(PLAIN, "customXml/item7.xml", f"<x>{PASSAGE}</x>".encode()),
    "the name of a part": packed(PLAIN, f"word/media/{NAME}.bin", b"x"),
    "a picture's remark": packed(
        PLAIN, "word/media/image1.jpeg", a_picture("JPEG", PASSAGE.encode())
    ),
    "a hidden picture": packed(PLAIN, "word/media/image2.png", HIDDEN_PICTURE),
    "a remark of the package": commented(PLAIN),
    "behind the end": PLAIN + PASSAGE.encode(),
}


@pytest.mark.parametrize("place", list(WORDS))
def test_a_secret_is_found_in_a_word_document_in(place):
    assert hits(WORDS[place], "docx")


def test_a_word_document_without_secrets_has_no_hit():
    assert hits(PLAIN, "docx") == ()


def test_a_change_that_is_kept_track_of_is_refused():
    part = b"<w:p xmlns:w='w'><w:del><w:delText>old</w:delText></w:del></w:p>"
    assert faults(packed(PLAIN, "word/more.xml", part), "docx")


def test_a_part_that_acts_is_refused():
    assert faults(packed(PLAIN, "word/vbaProject.bin", b"x"), "docx")


def workbook(change) -> bytes:
    target = io.BytesIO()
    book = Workbook(target)
    change(book, book.add_worksheet("Levels"))
    book.close()
    return target.getvalue()


def hidden_sheet(book, _):
    sheet = book.add_worksheet("Workings")
    sheet.hide()


BOOKS = {
    "a cell": lambda book, sheet: sheet.write_string(0, 0, PASSAGE),
    "a number": lambda book, sheet: sheet.write_number(0, 0, float(FLOOR)),
    "a comment": lambda book, sheet: sheet.write_comment("A1", PASSAGE),
    "the name of a sheet": lambda book, sheet: book.add_worksheet(NAME),
    "a name": lambda book, sheet: book.define_name(NAME.replace(" ", "_"), "=Levels!$A$1"),
    "the head of a page": lambda book, sheet: sheet.set_header(PASSAGE),
    "a property": lambda book, sheet: book.set_properties({"subject": PASSAGE}),
    "a formula": lambda book, sheet: sheet.write_formula(0, 0, f'=LEN("{PASSAGE}")'),
}


@pytest.mark.parametrize("place", list(BOOKS))
def test_a_secret_is_found_in_a_workbook_in(place):
    assert hits(workbook(BOOKS[place]), "xlsx")


def test_the_place_of_shared_words_is_no_number():
    named = workbook(lambda _, sheet: sheet.write_string(0, 0, "Gold"))
    said = [one.text.split() for one in office_reading(named).passages if "sheet1" in one.place]
    assert "0" not in said[0]
    counted = workbook(lambda _, sheet: sheet.write_number(0, 0, 0))
    said = [one.text.split() for one in office_reading(counted).passages if "sheet1" in one.place]
    assert said[0] == ["0"]


def test_a_hidden_sheet_is_refused():
    assert faults(workbook(hidden_sheet), "xlsx")


def slides(change) -> bytes:
    show, target = Presentation(), io.BytesIO()
    change(show.slides.add_slide(show.slide_layouts[5]))
    show.save(target)
    return target.getvalue()


SLIDES = {
    "a title": lambda one: setattr(one.shapes.title, "text", PASSAGE),
    "the speaker's notes": lambda one: setattr(one.notes_slide.notes_text_frame, "text", PASSAGE),
    "the name of a shape": lambda one: setattr(one.shapes.title, "name", PASSAGE),
}


@pytest.mark.parametrize("place", list(SLIDES))
def test_a_secret_is_found_in_slides_in(place):
    assert hits(slides(SLIDES[place]), "pptx")


def test_a_file_that_is_no_office_file_is_refused():
    with pytest.raises(UnsafeFile, match="no office file"):
        hits(b"PK nothing", "docx")


def test_letters_of_two_passages_that_meet_on_a_page_are_no_hit():
    hidden = Person(name="Start-up trainings", readers=NOBODY)
    said = (a_level("Start-up training"), a_level("Gold, by night"), a_level("Silver, by day"))
    project = Project().add(open_to_all(Document, name="Handbook"), hidden, *said)
    ours = edition(project, Reader.CLIENT)
    page = b"<!doctype html><p>Start-up training</p><p>Silver, by day</p>"
    assert check(page, "html", ours, project, View(Reader.CLIENT)).hits == ()
