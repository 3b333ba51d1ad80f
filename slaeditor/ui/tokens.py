"""The colours of the window, light and dark, and the contrast between them."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """One colour for each use; `name` is also the folder of the small pictures in that colour."""

    name: str
    window: str
    surface: str
    sunken: str
    border: str
    strong_border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    hover: str
    selected: str
    on_selected: str
    error: str
    warning: str
    ok: str
    error_bg: str
    warning_bg: str
    note_bg: str
    page_bg: str


LIGHT = Tokens(
    name="light",
    window="#F5F6F8",
    surface="#FFFFFF",
    sunken="#EBEDF0",
    border="#D9DCE1",
    strong_border="#868D98",
    text="#1B1F24",
    muted="#5A6370",
    accent="#1F5FBF",
    accent_hover="#194E9E",
    on_accent="#FFFFFF",
    hover="#E9ECF0",
    selected="#DCE8F9",
    on_selected="#12396F",
    error="#B3261E",
    warning="#8A5300",
    ok="#1B6E3C",
    error_bg="#FCEDEC",
    warning_bg="#FFF4DF",
    note_bg="#EAF1FC",
    page_bg="#DDE0E5",
)
DARK = Tokens(
    name="dark",
    window="#1F2227",
    surface="#282C32",
    sunken="#17191D",
    border="#3A3F47",
    strong_border="#7A828E",
    text="#E6E8EB",
    muted="#A3ABB6",
    accent="#6EA8FF",
    accent_hover="#8DBBFF",
    on_accent="#0C1B33",
    hover="#32373F",
    selected="#2C4468",
    on_selected="#DCE9FF",
    error="#FF8A80",
    warning="#FFC166",
    ok="#7FD69B",
    error_bg="#3B2423",
    warning_bg="#3A2F1B",
    note_bg="#22324A",
    page_bg="#121417",
)

READABLE = 4.5
"""Least contrast of words with what is behind them (WCAG 2.2, 1.4.3)."""
LINEAR_UP_TO = 0.04045
"""Share of light up to which sRGB is linear."""
VISIBLE = 3.0
"""Least contrast of the outlines of controls and of focus rings (WCAG 2.2, 1.4.11)."""

PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", behind, READABLE) for behind in ("surface", "window", "hover", "sunken")),
    *(("muted", behind, READABLE) for behind in ("surface", "window", "sunken", "hover")),
    ("on_accent", "accent", READABLE),
    ("on_accent", "accent_hover", READABLE),
    ("on_selected", "selected", READABLE),
    *(("error", behind, READABLE) for behind in ("surface", "window", "error_bg")),
    *(("warning", behind, READABLE) for behind in ("surface", "window", "warning_bg")),
    *(("ok", behind, READABLE) for behind in ("surface", "window")),
    *(("text", behind, READABLE) for behind in ("error_bg", "warning_bg", "note_bg", "selected")),
    ("muted", "note_bg", READABLE),
    *(("accent", behind, READABLE) for behind in ("surface", "window")),
    *(("strong_border", behind, VISIBLE) for behind in ("surface", "window")),
)
"""Which colour stands on which, and how much contrast it needs there."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= LINEAR_UP_TO else float(((share + 0.055) / 1.055) ** 2.4)
