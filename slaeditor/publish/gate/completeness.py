"""Whether all that an edition says is on the pages of a file, and inside them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from slaeditor.publish.document import Chapter, Edition
from slaeditor.publish.figures import Chain, Curve, SwimLanes, Timeline, WeekPicture
from slaeditor.publish.gate.known import Known
from slaeditor.publish.gate.passages import Reading, Sort
from slaeditor.publish.gate.wording import compact

_MARKS = frozenset(
    {
        *("id", "style", "source", "align", "tone", "link", "turned", "opener"),
        *("language", "media_type", "content", "reader", "watermark", "shown"),
    }
)
"""Fields of an edition that say how it looks or is put together, not words to be read."""

_FIGURES = (Timeline, WeekPicture, Curve, SwimLanes, Chain)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_DEFINITION = re.compile(r"^\s*\[[^\]]+\]:\s.*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+[.)]|>+|#+)\s+", re.MULTILINE)
_TIMES = re.compile(r"(?<=\d)[ \u00a0]?[x×][ \u00a0]?(?=\d)")
_LEFTWARD = frozenset({"R", "AL", "AN"})
_LEAST_PIECE = 3
_PIECE = 300
"""Letters of a passage that a break of the page may part once more."""
_SHOWN = 60


def missing(reading: Reading, edition: Edition, known: Known | None = None) -> tuple[str, ...]:
    """Return a sentence for each passage of an edition that is nowhere to be read in a file."""
    known = known or Known()
    pages = _Text(known, reading.pages)
    behind = _Text(known, (one.text for one in reading.passages if one.sort is Sort.TEXT))
    found = []
    for words, where, drawn in passages_said(edition, known):
        text = behind if drawn else pages
        lost = (line for line, plain in known.text("lines", words, _told) if not text.holds(plain))
        found += [_sentence(line, where) for line in lost]
    return tuple(dict.fromkeys(found))


def _told(words: str) -> tuple[tuple[str, str], ...]:
    """The lines of a passage, each also without gaps."""
    return tuple((line, _plain(line)) for line in _lines(words))


class _Text:
    """What is read, without gaps; passages are mostly asked for in the order of the pages."""

    def __init__(self, known: Known, parts: Iterable[str]) -> None:
        self.plain = "".join(known.text("plain", one, _plain) for one in parts)
        self._at = 0

    def holds(self, words: str) -> bool:
        """Whether letters stand in it, in one piece or parted by few breaks of pages."""
        at = self.plain.find(words, self._at)
        if at >= 0:
            self._at = at
            return True
        return _is_there(words, self.plain)


def strayed(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each page that has words beyond its edge."""
    return tuple(
        f"On page {number} words lie beyond the edge: “{words[:_SHOWN]}”."
        for number, words in reading.outside
    )


def passages_said(edition: Edition, known: Known | None = None) -> Iterator[tuple[str, str, bool]]:
    """Yield all words to be read, with the chapter they are in, and whether a figure draws them."""
    known = known or Known()
    if not edition.shown:
        yield from ((words, "the cover", False) for words, _ in _said(edition.cover))
    chapters = (*edition.front, *edition.chapters, *edition.back)
    others = replace(edition, front=(), chapters=(), back=())
    marks = {*_ids(others)}.union(
        *(known.about("ids", one, partial(_marks, one)) for one in chapters)
    )
    for chapter in chapters:
        if not edition.shown or chapter.id in edition.shown:
            where = f"chapter “{chapter.title}”"
            said = known.about("passages", chapter, partial(_all_said, chapter))
            yield from ((words, where, drawn) for words, drawn in said if words not in marks)


def _marks(chapter: Chapter) -> frozenset[str]:
    return frozenset(_ids(chapter))


def _all_said(chapter: Chapter) -> tuple[tuple[str, bool], ...]:
    return tuple(_said(chapter))


def _ids(value: Any) -> Iterator[str]:
    """The marks by which parts of an edition refer to each other; they are not read."""
    if isinstance(value, tuple):
        for part in value:
            yield from _ids(part)
    elif is_dataclass(value):
        for one in fields(value):
            inner = getattr(value, one.name)
            yield from [inner] if one.name == "id" else _ids(inner)


def _said(value: Any) -> Iterator[tuple[str, bool]]:
    if isinstance(value, _FIGURES):
        yield from ((words, True) for words in (value.caption, value.alternative))
    elif isinstance(value, str):
        yield value, False
    elif isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in _MARKS:
                yield from _said(getattr(value, one.name))


def _lines(words: str) -> Iterator[str]:
    """Yield the lines of a passage without the marks of Markdown, as they are printed."""
    plain = _DEFINITION.sub("", words)
    plain = _LINK.sub(lambda found: "" if found[0].startswith("!") else found[1], plain)
    plain = html.unescape(_TAG.sub("", plain.replace("\\", "")))
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+|>#]|\d+[.)])\s)", plain):
        yield from _BULLET.sub("", paragraph).split("|")


def _plain(text: str) -> str:
    return compact(_TIMES.sub("", text))


def _is_there(words: str, text: str) -> bool:
    """Whether letters stand in a text, in one piece or parted by few breaks of pages."""
    if words in text or any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in words):
        return True
    pieces = 2 + len(words) // _PIECE
    while words and pieces:
        length = _beginning(words, text)
        if length < min(_LEAST_PIECE, len(words)):
            return False
        words, pieces = words[length:], pieces - 1
    return not words


def _beginning(words: str, text: str) -> int:
    """How many letters from the first one on stand together in a text."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if words[:middle] in text:
            low = middle
        else:
            high = middle - 1
    return low


def _sentence(words: str, where: str) -> str:
    said = " ".join(words.split())
    shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    return f"“{shown}” of {where} is on no page."
