"""A picture that is taken in is drawn anew: upright, plain, and only what is seen."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from slaeditor.model.picture_bytes import JPEG, PNG, media_type
from slaeditor.ui.editors.picture_taking import DRAWN_WIDTH, taken

SECRET = "52.5163 N 13.3777 E"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0H40V20"/></svg>'


def saved(form: str, image: Image.Image | None = None, **options: object) -> bytes:
    file = BytesIO()
    (image or Image.new("RGB", (40, 20), "#0b5c8a")).save(file, form, **options)
    return file.getvalue()


def photograph(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x0112] = orientation
    return saved("JPEG", exif=exif)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        *((saved("PNG"), PNG), (photograph(), JPEG), (saved("GIF"), PNG)),
        *((saved("WEBP"), PNG), (SVG, PNG)),
    ],
    ids=["PNG", "JPEG", "GIF", "WebP", "SVG"],
)
def test_every_picture_becomes_one_that_can_be_printed(qapp, content: bytes, wanted: str):
    made, sentence = taken(content, "a picture")
    assert sentence == ""
    assert media_type(made) == wanted


def test_where_a_photograph_was_taken_stays_out(qapp):
    made, _ = taken(photograph(), "a.jpg")
    assert SECRET.encode() not in made
    assert b"Exif" not in made


def test_a_photograph_taken_sideways_stands_upright(qapp):
    made, _ = taken(photograph(orientation=6), "a.jpg")
    assert QImage.fromData(made).size().toTuple() == (20, 40)


def test_a_drawing_is_drawn_large_enough(qapp):
    made, _ = taken(SVG, "a.svg")
    assert QImage.fromData(made).size().toTuple() == (DRAWN_WIDTH, DRAWN_WIDTH // 2)


def test_a_picture_without_end_is_refused_unread(qapp):
    made, sentence = taken(saved("PNG", Image.new("1", (10_000, 10_000))), "a.png")
    assert made == b""
    assert "20 million pixels" in sentence


@pytest.mark.expects_log
@pytest.mark.parametrize(
    "content",
    [b"", b"%!PS-Adobe-3.0 EPSF-3.0\n", b"<html></html>", saved("PNG")[:60]],
    ids=["nothing", "EPS", "HTML", "cut PNG"],
)
def test_what_is_no_picture_is_refused(qapp, content: bytes):
    made, sentence = taken(content, "a.png")
    assert made == b""
    assert sentence.startswith("a.png is no picture that can be shown")
