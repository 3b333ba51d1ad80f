"""Lines of text that are broken once: the same words in the same letters and the same room.

The engine sets up a layout of Pango for each line, and breaks the same line again whenever a page
or a column is tried anew. Here what is set up for a style is copied, and a line that is known is
not broken again, whichever piece it stands in.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import count
from typing import Any

from weasyprint.pdf import stream
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.line_break import Layout

MOST_LINES, MOST_LOOKS = 40_000, 4
_COPY = "PangoLayout * pango_layout_copy (PangoLayout *layout);"
_REFER = "gpointer g_object_ref (gpointer object);"
LETTERING = "slaeditor_lettering"
_DECIDES = (
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("font_feature_settings", "font_variation_settings", "font_language_override", "lang"),
    *("direction", "letter_spacing", "word_spacing", "white_space", "tab_size", "hyphens"),
    *("hyphenate_limit_chars", "hyphenate_limit_zone", "hyphenate_character"),
    *("overflow_wrap", "word_break", "text_decoration_line"),
)

_setup = Layout.setup
_split_first_line = line_break.split_first_line
_get_pango_font_key = stream.get_pango_font_key


class _Model:
    """A layout of Pango that is ready for a style, with what the engine reads from it."""

    def __init__(self, style: Any) -> None:
        _setup(self, style)  # it sets what a layout has, on whatever it is given
        del self.style

    style: Any
    layout: Any


class KnownLines:
    """First lines of texts by all that decides them."""

    def __init__(self) -> None:
        """Know none."""
        self._known: dict[Hashable, tuple[Any, ...]] = {}
        self._letterings: dict[tuple[Any, str], int] = {}
        self._numbers = count()
        self._models: dict[int, _Model] = {}
        self._fonts: dict[int, tuple[Any, tuple[Any, ...]]] = {}

    def setup(self, layout: Any, style: Any) -> None:
        """Make a layout ready for a style, as a copy of the first of such letters."""
        lettering = self.lettering(style)
        if lettering not in self._models:
            self._models[lettering] = _Model(style)
        model = self._models[lettering]
        layout.__dict__.update(model.__dict__)
        layout.style = style
        layout.layout = ffi.gc(pango.pango_layout_copy(model.layout), gobject.g_object_unref)

    def split_first_line(
        self, text: str, style: Any, context: Any, *room: object, **more: object
    ) -> tuple[Any, ...]:
        """Return the first line of a text as the engine breaks it in some room."""
        key = (text, self.lettering(style), room, *more.items())
        if key not in self._known:
            self._known[key] = _split_first_line(text, style, context, *room, **more)
        layout, *rest = self._known[key]
        return _copied(layout), *rest

    def lettering(self, style: Any) -> int:
        """Return a number for all of a style that decides how text is broken."""
        kept = style.__dict__
        if LETTERING not in kept:
            key = (style.font_config, repr([style[name] for name in _DECIDES]))
            if key not in self._letterings:
                self._letterings[key] = next(self._numbers)
            kept[LETTERING] = self._letterings[key]
        number: int = kept[LETTERING]
        return number

    def font_key(self, font: Any) -> tuple[Any, ...]:
        """Return what the engine calls a font of Pango; the font is kept, so none takes its place.

        As long as a font is kept its address is its own.
        """
        address = int(ffi.cast("uintptr_t", font))
        if address not in self._fonts:
            gobject.g_object_ref(font)
            self._fonts[address] = font, _get_pango_font_key(font)
        return self._fonts[address][1]

    def forget(self) -> bool:
        """Forget all lines once they are many, and all letters once they are of many looks.

        Returns whether the letters with their fonts were forgotten. A number is given once, so
        that a style that is known longer may keep its own.
        """
        if len(self._known) > MOST_LINES:
            self._known.clear()
        if len({fonts for fonts, _ in self._letterings}) <= MOST_LOOKS:
            return False
        self._known.clear()
        self._letterings.clear()
        self._models.clear()
        for font, _ in self._fonts.values():
            gobject.g_object_unref(font)
        self._fonts.clear()
        return True


def _copied(layout: Any) -> Any:
    copy = Layout.__new__(Layout)
    copy.__dict__.update(layout.__dict__)
    return copy


def lines_kept() -> tuple[KnownLines, dict[Any, Any]]:
    """Return the lines, and the functions of the engine with those for them."""
    ffi.cdef(_COPY)
    ffi.cdef(_REFER)
    known = KnownLines()

    def setup(layout: Any, style: Any) -> None:
        known.setup(layout, style)

    return known, {
        _setup: setup,
        _split_first_line: known.split_first_line,
        _get_pango_font_key: known.font_key,
    }
