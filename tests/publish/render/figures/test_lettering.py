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
