"""Words are never wider than reckoned."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.bundled import bundled
from slaeditor.publish.render.figures.lettering import width, wrapped

FACES = (
    "inter/Inter",
    "ibm-plex-sans/IBMPlexSans",
    "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext",
)
SAMPLES = (
    "Service desk",
    "Bereitschaftsingenieurin",
    "WWW MMM %%",
    "≤ 2 h 15 min",
    "Ärger über Öl",
)


def true_width(text: str, face: str, size: float) -> float:
    with TTFont(bundled("fonts", f"{face}.ttf")) as font:
        names, advances = font.getBestCmap(), font["hmtx"]
        units = sum(advances[names[ord(letter)]][0] for letter in text)
        return float(units * size / font["head"].unitsPerEm)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("text", SAMPLES)
def test_no_family_needs_more_room_than_reckoned(face, text):
    assert true_width(text, f"{face}-Regular", 8) <= width(text, 8) * 1.001
    assert true_width(text, f"{face}-SemiBold", 8) <= width(text, 8, bold=True) * 1.03


@given(st.text(alphabet="abc WMi-ßé漢", max_size=120), st.floats(12, 300))
def test_no_line_is_wider_than_its_room(text, room):
    assert all(width(line, 8) <= room + 1e-6 for line in wrapped(text, room, 8))


@given(st.text(alphabet="abc WMi", max_size=120), st.floats(20, 300))
def test_no_letter_is_lost(text, room):
    kept = "".join(wrapped(text, room, 8)).replace("-", "")
    assert kept.replace(" ", "") == text.replace(" ", "")


def test_a_word_that_is_too_long_is_broken_as_its_language_does():
    assert wrapped("Medizinproduktesicherheit", 90, 8, language="de") == [
        "Medizinproduktesi-",
        "cherheit",
    ]


@pytest.mark.parametrize("language", ["", "tlh"])
def test_where_no_language_is_known_a_word_is_broken_anywhere(language):
    assert "".join(wrapped("Medizinproduktesicherheit", 60, 8, language=language)) != ""
    assert all(width(one, 8) <= 60 for one in wrapped("W" * 40, 60, 8, language=language))


@given(st.text(alphabet="abcdeinrst", max_size=60), st.floats(24, 300))
def test_no_line_is_wider_than_its_room_in_a_language(text, room):
    lines = wrapped(text, room, 8, language="de")
    assert all(width(line, 8) <= room + 1e-6 for line in lines)
    assert "".join(lines).replace("-", "") == text


def test_a_hyphen_of_its_own_is_not_doubled():
    assert "--" not in "".join(wrapped("Hochleistungs-Servicetechniker", 60, 8, language="de"))
