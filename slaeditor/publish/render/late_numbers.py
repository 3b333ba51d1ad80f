"""Late numbers found on laid out pages by their colour, which gives way to the true one.

The layout engine sets the colour of a run of letters just before it, and the font within; what
stands between is part of the same run. Where a number is not found as expected, NotApart is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slaeditor.publish.late import Digit, Kind, Late, Numbering, packed, place_of
from slaeditor.publish.trouble import NotApart

_SET = re.compile(rb"(?P<colour>[\d.]+ [\d.]+ [\d.]+) rg\n")
_RUN = re.compile(rb"/(?P<face>\w+) [\d.]+ Tf\n|\[(?P<glyphs>[^\]]*)\] TJ")
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_WIDTH = 4
_GREY = "#56606b"
_AT_START = {Kind.CHAPTER, Kind.OVERVIEW, Kind.SECTION, Kind.DIGITS}

_Fonts = Mapping[str, Mapping[int, str]]
_Place = tuple[int, Kind, int]


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A glyph of a run: where it stands in the stream, its four digits, its letters."""

    at: int
    words: str
    letters: str


_Run = tuple[str, list[_Glyph]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A late number in a stream: its kind and place, its font, its glyphs."""

    kind: Kind
    at: int
    face: str
    glyphs: tuple[_Glyph, ...]

    @property
    def printed(self) -> str:
        return "".join(one.letters for one in self.glyphs)


@dataclass
class LateNumbers:
    """Finds late numbers in the streams of a piece's pages.

    `numbers` are those that it was laid out with, `heads` those of its sections with their titles
    by their places, `accent` the colour of all numbers but those of pages, as "#rrggbb", `fonts`
    the letters of each glyph by font, `places` the kinds and places that there can be; other
    colours are only colours.
    """

    numbers: Numbering
    heads: Mapping[int, str]
    accent: str
    fonts: _Fonts
    places: frozenset[tuple[Kind, int]]

    def taken_out(self, number: int, content: bytes) -> tuple[bytes, tuple[Late, ...]]:
        """Return the packed stream of a page, whose object has a number, and its late numbers."""
        plain, places = self._plain(content)
        found = list(self._found(plain, places))
        starts = sorted({one.at for each in found for one in _digits(each)})
        stream, moved = packed(plain, starts, _WIDTH)
        where = dict(zip(starts, moved, strict=True))

        def digit(glyph: _Glyph) -> Digit:
            return Digit(where[glyph.at], len(plain) - glyph.at)

        late = (
            Late(one.kind, one.at, number, one.face, one.printed, tuple(map(digit, _digits(one))))
            for one in found
        )
        return stream, tuple(late)

    def digits(self, content: bytes) -> dict[str, tuple[str, ...]]:
        """Return the glyphs of 0 to 9 by font, from a page that shows them."""
        return {
            one.face: tuple(glyph.words for glyph in one.glyphs)
            for one in self._found(*self._plain(content))
            if one.kind is Kind.DIGITS
        }

    def _plain(self, content: bytes) -> tuple[bytes, list[_Place]]:
        """Return a stream with the true colours, and which number follows after which byte."""
        made, places, at = bytearray(), [], 0
        for found in _SET.finditer(content):
            place = place_of([float(each) for each in found["colour"].split()])
            if place is not None and place in self.places:
                grey = place[0] in (Kind.PAGE, Kind.HEAD, Kind.DIGITS)
                made += content[at : found.start()] + _operator(_GREY if grey else self.accent)
                places.append((len(made), *place))
                at = found.end()
        return bytes(made + content[at:]), places

    def _found(self, content: bytes, places: list[_Place]) -> Iterator[_Found]:
        for begun, kind, at in places:
            after = _SET.search(content, begun)
            runs = self._runs(content, begun, after.start() if after else len(content))
            one = self._number(kind, at, list(runs))
            if one is not None:
                yield one

    def _runs(self, content: bytes, begun: int, end: int) -> Iterator[_Run]:
        """Yield the runs of letters between two colours: their font and their glyphs."""
        face = ""
        for found in _RUN.finditer(content, begun, end):
            face = found["face"].decode() if found["face"] else face
            if found["glyphs"] is not None and face:
                yield face, self._glyphs(face, found)

    def _glyphs(self, face: str, run: re.Match[bytes]) -> list[_Glyph]:
        letters = self.fonts[face]
        made = []
        for group in _GLYPHS.finditer(run["glyphs"]):
            begun = run.start("glyphs") + group.start(1)
            for at in range(0, len(group[1]), _WIDTH):
                words = group[1][at : at + _WIDTH].decode()
                made.append(_Glyph(begun + at, words, letters.get(int(words, 16), "")))
        return made

    def _number(self, kind: Kind, at: int, runs: list[_Run]) -> _Found | None:
        """Return the number among runs of one colour; None for a head of the page without one.

        Dots that lead to the number of a page are runs before it.
        """
        if kind is Kind.HEAD:
            kind, at = Kind.SECTION, self._section(_said(runs[0][1]) if runs else "")
            if at < 0:
                return None
        expected = "0123456789" if kind is Kind.DIGITS else self.numbers.printed(kind, at)
        for face, glyphs in runs:
            said = _said(glyphs)
            begun = 0 if kind in _AT_START else said.rfind(expected)
            own = glyphs[begun : begun + len(expected)] if begun >= 0 else []
            single = len(_said(glyphs[:begun])) == begun
            if single and [one.letters for one in own] == list(expected):
                return _Found(kind, at, face, tuple(own))
        raise _strange(f"{expected} is not where it belongs")

    def _section(self, said: str) -> int:
        """Return whose number the head of a page begins with, -1 for none."""
        heads = self.heads.items()
        own = (at for at, head in heads if said.startswith(f"{head.split()[0]} "))
        return next(own, -1)


def _said(glyphs: list[_Glyph]) -> str:
    return "".join(one.letters for one in glyphs)


def _digits(found: _Found) -> list[_Glyph]:
    """Return the glyphs of a number that are digits."""
    return [one for one in found.glyphs if one.letters.isdigit()]


def _operator(colour: str) -> bytes:
    """Return the words that set a colour, as the layout engine writes them."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return b"%b %b %b rg\n" % tuple(
        f"{each:.6f}".rstrip("0").rstrip(".").encode() for each in parts
    )


def _strange(what: str) -> NotApart:
    return NotApart(f"The numbers cannot be put in: {what}.", "Please report this.")
