"""A picture says what it shows and nothing else."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from slaeditor.model.picture_bytes import JPEG, PNG, bare_picture, media_type

SECRET = b"52.5163 N 13.3777 E"


def picture() -> Image.Image:
    drawn = Image.new("RGB", (40, 30))
    drawn.putdata([(x * 5 % 256, x % 256, 90) for x in range(1200)])
    return drawn


def photograph(**options: object) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    file = BytesIO()
    picture().save(file, "JPEG", exif=exif, comment=SECRET, icc_profile=SECRET * 9, **options)
    return file.getvalue()


def worded_png() -> bytes:
    words = PngInfo()
    words.add_text("Comment", SECRET.decode())
    words.add_text("Long", SECRET.decode() * 50, zip=True)
    words.add_itxt("Title", SECRET.decode())
    file = BytesIO()
    picture().save(file, "PNG", pnginfo=words, dpi=(300, 300))
    return file.getvalue()


def pixels(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as opened:
        return opened.convert("RGB").tobytes()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_a_photograph_keeps_its_pixels_and_loses_its_place(options: dict[str, object]):
    content = photograph(**options)
    bare = bare_picture(content)
    assert SECRET in content
    assert SECRET not in bare
    assert b"Exif" not in bare
    assert pixels(bare) == pixels(content)


def test_a_png_keeps_its_pixels_and_loses_its_words():
    content = worded_png()
    bare = bare_picture(content)
    assert all(name in content for name in (b"tEXt", b"zTXt", b"iTXt"))
    assert not any(name in bare for name in (b"tEXt", b"zTXt", b"iTXt", SECRET))
    assert pixels(bare) == pixels(content)


def test_the_resolution_of_a_png_stays():
    with Image.open(BytesIO(bare_picture(worded_png()))) as opened:
        assert round(opened.info["dpi"][0]) == 300


@pytest.mark.parametrize("content", [photograph(), worded_png()])
def test_what_follows_the_end_is_gone(content: bytes):
    assert bare_picture(content + b"<html>" + SECRET) == bare_picture(content)


@pytest.mark.parametrize("content", [photograph(), worded_png()])
def test_a_bare_picture_is_bare(content: bytes):
    assert bare_picture(bare_picture(content)) == bare_picture(content)


def test_the_colours_of_a_print_photograph_stay():
    file = BytesIO()
    picture().convert("CMYK").save(file, "JPEG", comment=SECRET)
    assert pixels(bare_picture(file.getvalue())) == pixels(file.getvalue())


@given(st.binary(max_size=60), st.integers(0, 400))
def test_a_picture_that_does_not_hold_together_ends(noise: bytes, cut: int):
    for content in (photograph(), worded_png()):
        assert bare_picture(content[:cut] + noise) is not None


@pytest.mark.parametrize(
    ("content", "wanted"),
    [(photograph(), JPEG), (worded_png(), PNG), (b"<svg/>", ""), (b"", ""), (b"%!PS", "")],
)
def test_a_picture_is_known_by_its_first_bytes(content: bytes, wanted: str):
    assert media_type(content) == wanted
