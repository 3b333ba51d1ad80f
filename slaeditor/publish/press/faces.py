"""The fonts of fragments united: one font a face, with every glyph that any fragment uses.

The layout engine leaves each glyph its number when it makes a font smaller, so that the outlines
of several such fonts fit into one. Source of the tables: the OpenType specification 1.9.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace

from slaeditor.publish.fragment import Face
from slaeditor.publish.once import Memory
from slaeditor.publish.press.recalled import Recalled, afresh
from slaeditor.publish.press.trouble import Mismatch

_Tables = dict[bytes, bytes]
_Subsets = tuple[tuple[bytes, frozenset[int]], ...]
"""Files of one face with the glyphs that are used of each."""
_LATELY = Memory(48)
_DROPPED = (b"cmap", b"GSUB", b"GPOS", b"GDEF")


def united(faces: Iterable[Face], recalled: Recalled = afresh) -> Face:
    """Return one font with the glyphs of all, which are subsets of one face; raises Mismatch.

    Its file may be `recalled`.
    """
    every = list(faces)
    first = every[0]
    if any((one.name, one.descriptor) != (first.name, first.descriptor) for one in every):
        raise Mismatch(f"The fonts called {first.name} differ.")
    widths: dict[int, float] = {}
    letters: dict[int, str] = {}
    for one in reversed(every):  # what stands first in the handbook holds
        widths.update(one.widths)
        letters.update(one.letters)
    chosen = _covering(every, set(letters))
    if len(chosen) > 1:
        file = _together(tuple((one.file, frozenset(one.letters)) for one in chosen), recalled)
        return replace(first, file=file, widths=widths, letters=letters)
    return replace(first, file=chosen[0].file, widths=widths, letters=letters)


def _together(parts: _Subsets, recalled: Recalled) -> bytes:
    """Return the file of several subsets; the fonts of a handbook seldom change with an edit."""
    return _LATELY.once(parts, (), lambda: recalled(_told(parts), lambda: _united(parts)))


def _told(parts: _Subsets) -> str:
    told = [(hashlib.sha256(file).hexdigest(), sorted(used)) for file, used in parts]
    return f"font {told}"


def _united(parts: _Subsets) -> bytes:
    return _merged([_Part.of(file, used) for file, used in parts])


def _covering(faces: list[Face], needed: set[int]) -> list[Face]:
    """Return few fonts that have all needed glyphs, the largest first."""
    chosen: list[Face] = []
    for one in sorted(faces, key=lambda face: (-len(face.letters), face.file)):
        if needed & one.letters.keys():
            chosen.append(one)
            needed -= one.letters.keys()
    return chosen or faces[:1]


@dataclass(frozen=True, slots=True)
class _Part:
    """A font that is to be united with others.

    Glyphs from `own` on are parts of composed glyphs alone; their numbers mean something else in
    each.
    """

    tables: _Tables
    places: tuple[int, ...]
    measures: tuple[tuple[int, int], ...]
    used: frozenset[int]
    own: int

    @classmethod
    def of(cls, file: bytes, used: frozenset[int]) -> _Part:
        """Return a font of which these glyphs are used."""
        tables = _tables(file)
        count = struct.unpack_from(">H", tables[b"maxp"], 4)[0]
        own = min(max(used | {0}) + 1, count)
        return cls(tables, _places(tables, count), _measures(tables, count), used | {0}, own)

    @property
    def count(self) -> int:
        """How many glyphs it has."""
        return len(self.places) - 1

    def outline(self, glyph: int, moved: int = 0) -> bytes:
        """Return the outline of a glyph; those from `own` on will be so many numbers later."""
        found = self.tables[b"glyf"][self.places[glyph] : self.places[glyph + 1]]
        composed = found[:1] >= b"\x80"
        return _moved(found, self.own, moved) if composed and moved else found


_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
_OUTLINE_HEAD = 10


def _moved(outline: bytes, own: int, moved: int) -> bytes:
    """Return a composed glyph whose parts from `own` on have other numbers."""
    made, at, flags = bytearray(outline), _OUTLINE_HEAD, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", made, at)
        if part >= own:
            struct.pack_into(">H", made, at + 2, part + moved)
        at += 8 if flags & _WORDS else 6
        at += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES) + 8 * bool(flags & _MATRIX)
    return bytes(made)


def _tables(file: bytes) -> _Tables:
    if file[:4] not in (b"\0\1\0\0", b"true"):
        raise Mismatch("A font is not TrueType.")
    found: _Tables = {}
    for at in range(struct.unpack_from(">H", file, 4)[0]):
        tag, _, begun, length = struct.unpack_from(">4sLLL", file, 12 + 16 * at)
        found[tag] = file[begun : begun + length]
    return found


def _places(tables: _Tables, count: int) -> tuple[int, ...]:
    long = struct.unpack_from(">h", tables[b"head"], 50)[0]
    if long:
        return struct.unpack_from(f">{count + 1}L", tables[b"loca"])
    return tuple(2 * each for each in struct.unpack_from(f">{count + 1}H", tables[b"loca"]))


def _measures(tables: _Tables, count: int) -> tuple[tuple[int, int], ...]:
    """Return the advance and the left side bearing of each glyph."""
    whole = struct.unpack_from(">H", tables[b"hhea"], 34)[0]
    table = tables[b"hmtx"]
    found = [struct.unpack_from(">Hh", table, 4 * at) for at in range(min(whole, count))]
    last = found[-1][0] if found else 0
    bearings = struct.unpack_from(f">{max(0, count - whole)}h", table, 4 * whole)
    return (*found, *((last, bearing) for bearing in bearings))


def _merged(parts: list[_Part]) -> bytes:
    shared = max(part.own for part in parts)
    moves, count = [], shared
    for part in parts:
        moves.append(count - part.own)
        count += part.count - part.own
    glyphs = [_glyph(parts, moves, glyph) for glyph in range(shared)]
    for part, moved in zip(parts, moves, strict=True):
        own = range(part.own, part.count)
        glyphs += [(part.outline(glyph, moved), part.measures[glyph]) for glyph in own]
    return _file(_with_glyphs(parts, glyphs))


def _with_glyphs(parts: list[_Part], glyphs: list[tuple[bytes, tuple[int, int]]]) -> _Tables:
    """Return the tables of a font with these outlines and measures."""
    outlines, places, measures = bytearray(), [0], bytearray()
    for outline, measure in glyphs:
        outlines += outline + b"\0" * (len(outline) % 2)
        places.append(len(outlines))
        measures += struct.pack(">Hh", *measure)
    tables = dict(parts[0].tables)
    tables[b"glyf"], tables[b"hmtx"] = bytes(outlines), bytes(measures)
    tables[b"loca"] = struct.pack(f">{len(places)}L", *places)
    head, widest = bytearray(tables[b"head"]), bytearray(tables[b"hhea"])
    head[8:12], head[50:52], widest[34:36] = bytes(4), b"\0\1", struct.pack(">H", len(glyphs))
    tables[b"head"], tables[b"hhea"] = bytes(head), bytes(widest)
    tables[b"maxp"] = _largest([part.tables[b"maxp"] for part in parts], len(glyphs))
    return {tag: table for tag, table in tables.items() if tag not in _DROPPED}


def _glyph(parts: list[_Part], moves: list[int], glyph: int) -> tuple[bytes, tuple[int, int]]:
    """Return the outline and the measures of a glyph from the first part that has it."""
    holders = [(part, moved) for part, moved in zip(parts, moves, strict=True) if glyph < part.own]
    for part, moved in holders:
        if outline := part.outline(glyph, moved):
            return outline, part.measures[glyph]
    used = [part.measures[glyph] for part, _ in holders if glyph in part.used]
    return b"", used[0] if used else (0, 0)


def _largest(tables: list[bytes], count: int) -> bytes:
    """Return a table of maxima that holds for all of some."""
    made = bytearray(tables[0])
    for at in range(6, min(map(len, tables)), 2):
        made[at : at + 2] = max(table[at : at + 2] for table in tables)
    made[4:6] = struct.pack(">H", count)
    return bytes(made)


def _file(tables: _Tables) -> bytes:
    """Return the tables as one font file."""
    power = 1 << (len(tables).bit_length() - 1)
    search = power * 16, power.bit_length() - 1, (len(tables) - power) * 16
    head, body = bytearray(b"\0\1\0\0" + struct.pack(">HHHH", len(tables), *search)), bytearray()
    begun = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        whole = table + bytes(-len(table) % 4)
        check = sum(struct.unpack(f">{len(whole) // 4}L", whole)) & 0xFFFFFFFF
        head += struct.pack(">4sLLL", tag, check, begun + len(body), len(table))
        body += whole
    return bytes(head + body)
