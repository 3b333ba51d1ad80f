"""Fonts that are subsets of one face united."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from slaeditor.bundled import bundled
from slaeditor.publish.fragment import Face
from slaeditor.publish.press.faces import united
from slaeditor.publish.press.trouble import Mismatch

FILE = bundled("fonts", "inter", "Inter-Regular.ttf")


@pytest.fixture(scope="module")
def font():
    return TTFont(FILE)


def face(font, letters, name="/ABCDEF+Inter"):
    """Return a face with some letters, made smaller as the layout engine does."""
    glyphs = {font.getGlyphID(font.getBestCmap()[ord(one)]): one for one in letters}
    smaller = TTFont(FILE)
    options = subset.Options(retain_gids=True, notdef_outline=True, hinting=False)
    options.drop_tables += ["GSUB", "GPOS"]
    options.prune_unicode_ranges = False
    worker = subset.Subsetter(options)
    worker.populate(gids=list(glyphs))
    worker.subset(smaller)
    out = BytesIO()
    smaller.save(out)
    widths = {glyph: 500.0 + glyph for glyph in glyphs}
    return Face(name, out.getvalue(), widths, glyphs, b"/Ascent 969 /Descent -241")


def opened(file):
    """Return a font whose glyphs are called by their numbers."""
    made = TTFont(BytesIO(file))
    made.setGlyphOrder([f"glyph{at}" for at in range(made["maxp"].numGlyphs)])
    return made


def drawn(file, glyph):
    made = opened(file)
    pen = DecomposingRecordingPen(made.getGlyphSet())
    made.getGlyphSet()[made.getGlyphName(glyph)].draw(pen)
    return pen.value


def test_every_letter_of_all_is_there(font):
    one, other = face(font, "abcä"), face(font, "xyzÖé")
    made = united([one, other])
    for part in (one, other):
        for glyph in part.letters:
            assert drawn(made.file, glyph) == drawn(part.file, glyph) != []


def test_widths_and_letters_are_united(font):
    one, other = face(font, "abc"), face(font, "bcd")
    made = united([one, other])
    assert sorted(made.letters.values()) == ["a", "b", "c", "d"]
    assert made.widths.keys() == made.letters.keys()


def test_what_stands_first_in_the_handbook_holds(font):
    one, other = face(font, "a"), face(font, "a")
    [glyph] = one.letters
    other.letters[glyph] = "ɑ"
    assert united([one, other]).letters[glyph] == "a"


def test_a_font_that_has_all_is_taken_as_it_is(font):
    one, other = face(font, "abcdef"), face(font, "abc")
    assert united([other, one]).file == one.file


def test_advances_are_those_of_the_face(font):
    made = opened(united([face(font, "iM"), face(font, "w ")]).file)
    for letter in "iMw":
        name = font.getBestCmap()[ord(letter)]
        glyph = made.getGlyphName(font.getGlyphID(name))
        assert made["hmtx"][glyph][0] == font["hmtx"][name][0]


def test_fonts_of_two_faces_are_not_united(font):
    with pytest.raises(Mismatch):
        united([face(font, "a"), face(font, "b", name="/ABCDEF+Other")])


def test_what_is_no_font_is_refused(font):
    one = face(font, "a")
    with pytest.raises(Mismatch):
        united([one, Face(one.name, b"OTTO" + bytes(40), {9: 1.0}, {9: "q"}, one.descriptor)])
