"""A picture that is taken in is drawn anew: upright, plain, and only what is seen."""

from __future__ import annotations

import base64
import time
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PySide6.QtGui import QImage, QPixmap

from slaeditor.model.document import Picture
from slaeditor.model.entity import fields
from slaeditor.model.picture_bytes import JPEG, PNG, media_type
from slaeditor.session.session import Session
from slaeditor.ui.editors.picture import PictureEditor
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


def drawing(body: str, before: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {names} viewBox="0 0 9 9">{body}</svg>'.encode()


def repeated(levels: int) -> str:
    each = [
        f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, levels)
    ]
    return f'<rect id="a0" width="1" height="1"/>{"".join(each)}<use href="#a{levels - 1}"/>'


OUTSIDE = {
    "a picture of this computer": drawing('<image xlink:href="/etc/passwd" width="9" height="9"/>'),
    "a picture of a server": drawing('<image href="http://127.0.0.1/x.png"/>'),
    "a picture of a share": drawing('<image href="\\\\host\\share\\x.png"/>'),
    "a file by its address": drawing('<use href="file:///etc/passwd#a"/>'),
    "a style of a server": drawing("<style>@import 'http://127.0.0.1/x.css';</style>"),
    "a fill of a server": drawing('<rect fill="url(http://127.0.0.1/x#a)"/>'),
    "an entity": drawing(
        "<text>&e;</text>", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>'
    ),
    "a script": drawing("<script>alert(1)</script>"),
}


@pytest.mark.parametrize("what", OUTSIDE)
def test_a_drawing_that_shows_something_from_outside_is_not_drawn(qapp, what):
    made, sentence = taken(OUTSIDE[what], "a.svg")
    assert made == b""
    assert "from outside itself" in sentence


def test_a_drawing_without_end_is_not_begun(qapp):
    begun = time.process_time()
    for body in (repeated(30), '<g id="a"><use href="#a"/></g>', "<g>" * 3000 + "</g>" * 3000):
        made, sentence = taken(drawing(body), "a.svg")
        assert made == b""
        assert "is a drawing" in sentence
    assert time.process_time() - begun < 1


def test_laughs_by_the_billion_are_not_read(qapp):
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = drawing("<text>&l9;</text>", f'<!DOCTYPE x [<!ENTITY l0 "lol">{names}]>')
    assert taken(text, "a.svg")[0] == b""


def test_a_drawing_may_repeat_and_hold_pictures(qapp):
    inside = base64.b64encode(saved("PNG")).decode()
    body = repeated(3) + f'<image href="data:image/png;base64,{inside}" width="9" height="9"/>'
    made, sentence = taken(drawing(body), "a.svg")
    assert (media_type(made), sentence) == (PNG, "")


def test_the_first_of_ten_thousand_pictures_is_taken(qapp):
    frames = [Image.new("P", (4, 4), n % 256) for n in range(2000)]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    begun = time.process_time()
    assert media_type(taken(file.getvalue() * 5, "a.gif")[0]) == PNG
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "I;16", "LA", "P"])
def test_pictures_of_every_depth_are_taken(qapp, mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert media_type(taken(saved(form, Image.new(mode, (40, 20))), "a picture")[0])


def test_a_very_narrow_picture_is_taken(qapp):
    made, _ = taken(saved("PNG", Image.new("L", (1, 30_000))), "a.png")
    assert QImage.fromData(made).size().toTuple() == (1, 30_000)


def test_a_wrong_checksum_is_refused_or_mended(qapp, caplog, qtlog):
    with qtlog.disabled():
        content = bytearray(saved("PNG"))
        content[30] ^= 1
        made, sentence = taken(bytes(content), "a.png")
        assert made == b""
        assert "no picture" in sentence


def test_words_that_unfold_without_end_stay_folded(qapp):
    words = PngInfo()
    words.add_text("Comment", "x" * 20_000_000, zip=True)
    begun = time.process_time()
    made, _ = taken(saved("PNG", pnginfo=words), "a.png")
    assert b"zTXt" not in made
    assert time.process_time() - begun < 2


def test_a_strangers_drawing_is_not_drawn_when_it_is_shown(qtbot, editing):
    with pytest.MonkeyPatch.context() as patch:
        opened: list[str] = []
        patch.setattr(QPixmap, "loadFromData", lambda *_: opened.append("drawn"))
        spec = next(one for one in fields(Picture) if one.name == "picture")
        editor = PictureEditor(spec, Session())
        qtbot.addWidget(editor)
        editor.show_value(OUTSIDE["a picture of this computer"])
        assert opened == []
