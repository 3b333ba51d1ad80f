"""Colours that can be read: contrast is computed, never hoped for.

Formulas: relative luminance and contrast ratio of WCAG 2.1. Colours are "#rrggbb".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from slaeditor.publish.trouble import LayoutTrouble

WHITE = "#ffffff"
INK = "#1b1f24"
TEXT_CONTRAST = 4.5
_STEPS = 100
_LINEAR_UP_TO = 0.04045
_MIDDLE = 0.18  # as far from white as from black, in contrast
_EDITIONS = {"staff": "#9a3412", "sales": "#6d28a8", "client": "#0f6b50"}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one handbook, each readable where it is used."""

    accent: str
    cover: str
    cover_ink: str
    cover_soft: str
    tint: str
    band: str
    line: str
    mark: str


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of "#rrggbb", each 0 to 255."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise LayoutTrouble(
            f"{colour!r} is not a colour.", "Give the accent colour as # and six digits."
        )
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white)."""
    shares = [channel / 255 for channel in channels(colour)]
    linear = [
        share / 12.92 if share <= _LINEAR_UP_TO else ((share + 0.055) / 1.055) ** 2.4
        for share in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, with_colour: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `with_colour` mixed in."""
    pairs = zip(channels(colour), channels(with_colour), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, background: str = WHITE, at_least: float = TEXT_CONTRAST) -> str:
    """Return `colour`, moved away from `background` just enough to reach the contrast."""
    towards = "#000000" if luminance(background) > _MIDDLE else WHITE
    for step in range(_STEPS + 1):
        candidate = mixed(colour, towards, step / _STEPS)
        if contrast(candidate, background) >= at_least:
            return candidate
    return towards


def ink_on(background: str) -> str:
    """Return white or near-black, whichever reads better on `background`."""
    return max((WHITE, INK), key=lambda ink: contrast(ink, background))


def palette(accent: str, reader: str) -> Palette:
    """Return the colours of a handbook with this accent for this reader."""
    tint = mixed(WHITE, accent, 0.07)
    ink = ink_on(accent)
    cover = accent if contrast(ink, accent) >= TEXT_CONTRAST else readable(accent, ink)
    return Palette(
        accent=readable(accent, tint),
        cover=cover,
        cover_ink=ink,
        cover_soft=readable(mixed(ink, cover, 0.25), cover),
        tint=tint,
        band=mixed(WHITE, accent, 0.13),
        line=mixed(WHITE, INK, 0.22),
        mark=_EDITIONS.get(reader, "#3f4a56"),
    )
