"""The looks of a handbook: families, style sheets, colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from slaeditor.bundled import bundled
from slaeditor.publish.document import Edition, Theme
from slaeditor.publish.render.colour import Palette, ink_on, mixed, palette, readable

DARK_PAPER, DARK_TINT = "#14181d", "#1c242c"
_FACES = (
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("SemiBold", 600, "normal"),
    ("Bold", 700, "normal"),
    ("BoldItalic", 700, "italic"),
)
_FILES = {
    "Source Serif 4": ("source-serif-4", "SourceSerif4"),
    "Inter": ("inter", "Inter"),
    "IBM Plex Serif": ("ibm-plex-serif", "IBMPlexSerif"),
    "IBM Plex Sans": ("ibm-plex-sans", "IBMPlexSans"),
    "Atkinson Hyperlegible Next": ("atkinson-hyperlegible-next", "AtkinsonHyperlegibleNext"),
    "Source Code Pro": ("source-code-pro", "SourceCodePro"),
}


@dataclass(frozen=True, slots=True)
class Families:
    """The family of running text and the family of heads, tables and figures."""

    text: str
    sans: str


_FAMILIES = {
    Theme.CLASSIC: Families("Source Serif 4", "Inter"),
    Theme.MODERN: Families("IBM Plex Serif", "IBM Plex Sans"),
    Theme.READABLE: Families("Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next"),
}


def families(theme: Theme) -> Families:
    """Return the families of a theme."""
    return _FAMILIES[theme]


def print_style(edition: Edition) -> str:
    """Return the whole style sheet of the printed handbook."""
    theme = edition.brand.theme
    colours = palette(edition.brand.accent, edition.cover.reader)
    parts = [
        faces(theme),
        variables(theme, colours),
        style_sheet("base"),
        style_sheet(theme.value),
        edition.cover.watermark and style_sheet("watermark"),
    ]
    return "\n".join(part for part in parts if part)


def screen_style(edition: Edition) -> str:
    """Return the style sheet of the handbook as one web page."""
    colours = palette(edition.brand.accent, edition.cover.reader)
    dark = dark_variables(colours)
    return "\n".join((variables(edition.brand.theme, colours), style_sheet("screen"), dark))


def dark_variables(colours: Palette) -> str:
    """Return the colours of the web page on a dark screen; each reads on the dark paper."""
    accent, mark = readable(colours.accent, DARK_TINT), readable(colours.mark, DARK_PAPER)
    cover = mixed(colours.cover, DARK_PAPER, 0.35)
    words = (
        f"color-scheme:dark;--paper:{DARK_PAPER};--ink:#e4e8ec;--soft:#b9c1ca;--muted:#9aa4af;"
        f"--strong:#f4f6f8;--line:#3a434d;--tint:{DARK_TINT};--band:#232c35;--accent:{accent};"
        f"--mark:{mark};--cover:{cover};--cover-ink:{ink_on(cover)};--cover-soft:{ink_on(cover)};"
        f"--badge-ink:{ink_on(accent)};--do:#6cc79a;--do-tint:#17261f;--do-not:#f0975f;"
        "--do-not-tint:#2b1f17;--example:#b9c1ca;--example-tint:#1d2329"
    )
    return f"@media screen and (prefers-color-scheme:dark){{:root{{{words}}}}}"


@cache
def style_sheet(name: str) -> str:
    """Return one of our own style sheets."""
    return bundled("themes", f"{name}.css").read_text(encoding="utf-8")


def variables(theme: Theme, colours: Palette) -> str:
    """Return the colours and families as CSS variables."""
    chosen = families(theme)
    return (
        f":root{{--accent:{colours.accent};--cover:{colours.cover};--cover-ink:{colours.cover_ink};"
        f"--cover-soft:{colours.cover_soft};--tint:{colours.tint};--band:{colours.band};"
        f"--line:{colours.line};--mark:{colours.mark};"
        f"--text:'{chosen.text}',serif;--sans:'{chosen.sans}',sans-serif;"
        f"--code:'Source Code Pro',monospace}}"
    )


def font_files(theme: Theme) -> dict[str, Path]:
    """Return the file of each font of a theme by its address."""
    return {
        f"font/{path.parent.name}/{path.name}": path
        for family in _used(theme)
        for _, _, path in _faces_of(family)
    }


def _used(theme: Theme) -> list[str]:
    chosen = families(theme)
    return list(dict.fromkeys((chosen.text, chosen.sans, "Source Code Pro")))


def _faces_of(family: str) -> list[tuple[int, str, Path]]:
    folder, stem = _FILES[family]
    found = (
        (weight, style, bundled("fonts", folder) / f"{stem}-{face}.ttf")
        for face, weight, style in _FACES
    )
    return [(weight, style, path) for weight, style, path in found if path.is_file()]


def faces(theme: Theme) -> str:
    """Return the style rules by which a theme's fonts are found."""
    return "\n".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
        f"src:url(asset:font/{path.parent.name}/{path.name})}}"
        for family in _used(theme)
        for weight, style, path in _faces_of(family)
    )
