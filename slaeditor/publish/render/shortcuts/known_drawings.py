"""Lines of text that are drawn once: the same glyphs for the same words in the same letters.

The engine shapes each line a second time when it draws it, and looks at every glyph. Here what it
wrote for a line is written again, where the page's fonts give each of its glyphs the same width:
the engine rounds the width of a glyph at the size at which a document first shows it.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from weasyprint.draw import text as draw_text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

from slaeditor.publish.render.shortcuts.known_lines import KnownLines

MOST_DRAWINGS = 12_000

_draw_first_line = draw_text.draw_first_line
_reactivate = Layout.reactivate
_deactivate = Layout.deactivate


@dataclass(slots=True)
class _Run:
    """Glyphs of one font in a line: their widths, the letters of each, and what is written."""

    font: Any
    size: float = 0.0
    glyphs: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    letters: tuple[str, ...] = ()
    written: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)


class _Face:
    """A font as the engine sees it while a line is taken down: its letters are those of the line.

    Its widths are those of the document's own font.
    """

    def __init__(self, font: Any) -> None:
        self.__dict__.update(font.__dict__)
        self.font = font
        self.widths: dict[int, int] = font.widths
        self.to_unicode: dict[int, str] = {}
        self.plain = not (font.bitmap or font.png or font.svg or font.colr)

    def get_unused_glyph_id(self, codepoint: int) -> Any:
        """Return the glyph of a sign that is missing, which has to be told each time."""
        self.plain = False
        return self.font.get_unused_glyph_id(codepoint)


class _Tape:
    """Writes to a stream of the engine and takes down what is written."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.ink_rect, self.logical_rect = stream.ink_rect, stream.logical_rect
        self._faces: list[_Face] = []
        self._runs: list[_Run] = []

    def set_text_matrix(self, *values: float) -> None:
        self._stream.set_text_matrix(*values)

    def add_font(self, pango_font: Any) -> tuple[_Face, Any]:
        font, size = self._stream.add_font(pango_font)
        face = _Face(font)
        self._faces.append(face)
        self._runs.append(_Run(pango_font))
        return face, size

    def set_font_size(self, font: str, size: float) -> None:
        self._runs[-1].size = size
        self._write("set_font_size", font, size)

    def show_text(self, words: str) -> None:
        self._write("show_text", words)

    def set_text_rise(self, height: float) -> None:
        self._write("set_text_rise", height)

    def _write(self, name: str, *words: Any) -> None:
        getattr(self._stream, name)(*words)
        self._runs[-1].written.append((name, words))

    def runs(self) -> list[_Run] | None:
        """Return the runs that were written, None where they may not be written again so.

        The letters of the glyphs are told to the fonts of the document.
        """
        for face, run in zip(self._faces, self._runs, strict=True):
            told = face.font.to_unicode
            for glyph, letters in face.to_unicode.items():
                told.setdefault(glyph, letters)
            run.glyphs = tuple(face.to_unicode)
            run.letters = tuple(face.to_unicode.values())
            run.widths = tuple(face.widths[one] for one in run.glyphs)
        return self._runs if all(one.plain for one in self._faces) else None


class KnownDrawings:
    """What was written for lines, by all that decides it but the widths of the document's fonts."""

    def __init__(self, lines: KnownLines) -> None:
        """Know none; letters and fonts are those that known lines have."""
        self._lines = lines
        self._known: dict[Hashable, list[_Run]] = {}
        self._own: dict[tuple[int, float, int], int] = {}

    def draw_first_line(
        self, stream: Any, textbox: Any, overflow: str, ellipsis: Any, matrix: Any
    ) -> Any:
        """Draw a line at a place; return the pictures in it, which are for the engine."""
        layout, style = textbox.pango_layout, textbox.style
        if overflow == "ellipsis" or ellipsis != "none":
            _wake(layout, style)
            return _draw_first_line(stream, textbox, overflow, ellipsis, matrix)
        key = (
            layout.text,
            textbox.text,
            layout.justification_spacing,
            self._lines.lettering(style),
        )
        known = self._known.get(key)
        if known is not None and all(self._fits(stream, run) for run in known):
            _write(stream, known, matrix)
            return []
        _wake(layout, style)
        tape = _Tape(stream)
        pictures = _draw_first_line(tape, textbox, overflow, ellipsis, matrix)
        runs = tape.runs()
        if runs is not None and not pictures:
            self._known[key] = runs
        return pictures

    def _fits(self, stream: Any, run: _Run) -> bool:
        """Return whether a document's font has the widths of a run, or will have them by it."""
        widths = stream.add_font(run.font)[0].widths
        if tuple(map(widths.get, run.glyphs)) == run.widths:
            return True
        pairs = zip(run.glyphs, run.widths, strict=True)
        return all(
            widths[glyph] == width if glyph in widths else self._width(stream, run, glyph) == width
            for glyph, width in pairs
        )

    def _width(self, stream: Any, run: _Run, glyph: int) -> int:
        """Return the width of a glyph as the engine rounds it at the size of a run."""
        key = (int(ffi.cast("uintptr_t", run.font)), run.size, glyph)
        if key not in self._own:
            pango.pango_font_get_glyph_extents(
                run.font, glyph, stream.ink_rect, stream.logical_rect
            )
            width = stream.logical_rect.width * 1000 * FROM_UNITS / run.size
            self._own[key] = round(width)
        return self._own[key]

    def forget(self, *, fonts: bool) -> None:
        """Forget all once they are many, or the `fonts` that they are drawn with are gone."""
        if fonts or len(self._known) > MOST_DRAWINGS:
            self._known.clear()
        if fonts:
            self._own.clear()


def _write(stream: Any, runs: list[_Run], matrix: Any) -> None:
    """Write runs to a stream at a place, and tell its fonts what they show."""
    if not runs:
        return
    stream.set_text_matrix(*matrix.values)
    for run in runs:
        font, _ = stream.add_font(run.font)
        told, widths = font.to_unicode, font.widths
        for glyph, letters, width in zip(run.glyphs, run.letters, run.widths, strict=True):
            if glyph not in told:
                told[glyph] = letters
            if glyph not in widths:
                widths[glyph] = width
        for name, words in run.written:
            getattr(stream, name)(*words)


def _wake(layout: Any, style: Any) -> None:
    """Make a layout ready to be drawn by the engine."""
    if "layout" not in layout.__dict__:
        _reactivate(layout, style)


def reactivate(layout: Any, style: Any) -> None:
    """Leave a layout as it is until the engine has to draw it."""
    layout.__dict__.pop("layout", None)
    layout.style = style


def deactivate(layout: Any) -> None:
    """Give back what Pango needs for a layout, if it was ready."""
    for name in ("layout", "language", "style"):
        layout.__dict__.pop(name, None)


def drawings_kept(lines: KnownLines) -> tuple[KnownDrawings, dict[Any, Any]]:
    """Return the drawings, and the functions of the engine with those for them."""
    known = KnownDrawings(lines)

    def draw_first_line(*words: Any) -> Any:
        return known.draw_first_line(*words)

    return known, {
        _draw_first_line: draw_first_line,
        _reactivate: reactivate,
        _deactivate: deactivate,
    }
