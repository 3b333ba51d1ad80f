"""What comes with the program is found."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from slaeditor.bundled import bundled

FONTS = sorted(bundled("fonts").glob("*/*.ttf"))


def test_a_bundled_file_is_found():
    assert bundled("fonts", "fonts.conf").read_text(encoding="utf-8").startswith("<?xml")


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match=r"fonts/comic\.ttf did not come with this program"):
        bundled("fonts", "comic.ttf")


def features(font: TTFont) -> set[str]:
    return {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_has_truetype_outlines(path):
    with TTFont(path, lazy=True) as font:
        assert "glyf" in font


@pytest.mark.parametrize("folder", sorted({path.parent for path in FONTS}), ids=lambda f: f.name)
def test_a_font_folder_holds_its_licence(folder):
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8").upper()


@pytest.mark.parametrize("style", ["Regular", "Italic", "SemiBold", "Bold", "BoldItalic"])
def test_the_text_face_has_every_kind_of_figures(style):
    with TTFont(bundled("fonts", "source-serif-4", f"SourceSerif4-{style}.ttf"), lazy=True) as font:
        assert {"onum", "lnum", "tnum", "pnum"} <= features(font)


@pytest.mark.parametrize("style", ["Regular", "SemiBold", "Bold"])
def test_the_upright_text_face_has_true_small_capitals(style):
    with TTFont(bundled("fonts", "source-serif-4", f"SourceSerif4-{style}.ttf"), lazy=True) as font:
        assert {"smcp", "c2sc"} <= features(font)


@pytest.mark.parametrize("family", ["Inter", "AtkinsonHyperlegibleNext"])
def test_the_sans_faces_have_tabular_figures(family):
    (path,) = (path for path in FONTS if path.stem == f"{family}-Regular")
    with TTFont(path, lazy=True) as font:
        assert "tnum" in features(font)


def icons_asked_for() -> list[str]:
    modules = (Path(__file__).resolve().parent.parent / "slaeditor").rglob("*.py")
    words = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    return sorted(set(re.findall(r"\bicon=\"([a-z0-9-]+)\"", words)))


@pytest.mark.parametrize("name", icons_asked_for())
def test_an_icon_that_is_asked_for_is_there(name):
    assert bundled("icons", f"{name}.svg").is_file()


@pytest.mark.parametrize("path", sorted(bundled("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_of_the_theme(path):
    assert ET.parse(path).getroot().get("stroke") == "currentColor"
