"""What stands in the bytes of a PDF, read without its structure.

Every stream is inflated and every string decoded, whether anything refers to it or not, so that
what a viewer never shows is found as well.
"""

from __future__ import annotations

import hashlib
import html
import re
import zlib
from collections.abc import Iterator

from slaeditor.publish.gate.known import Known
from slaeditor.publish.gate.loose_words import loose_words
from slaeditor.publish.gate.passages import Passage, Sort, passages_of

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_KEYED = re.compile(
    rb"(?:/([A-Za-z0-9]+)\s*)?(?:(\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\))|<([0-9A-Fa-f\s]+)>)",
    re.DOTALL,
)
_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_SPELLED = re.compile(rb"[A-Za-z\x80-\xff]{4,}(?:[ \t]+[A-Za-z\x80-\xff]+)*")
_MARKED = re.compile(
    rb"/(ActualText|Alt|E|T|Contents)\s*(?:(\((?:\\.|[^\\()])*\))|<([0-9A-Fa-f\s]+)>)", re.DOTALL
)
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]{2,127})")
_HEXED = re.compile(rb"#([0-9A-Fa-f]{2})")
_COMMENT = re.compile(rb"(?m)^%[^\r\n]{4,}")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_OBJECTS = re.compile(rb"\s*(?:\d+ \d+\s+)+(?:<<|\[|\(|/)")
_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj\b", re.DOTALL)
_DRAWING = re.compile(rb"\b(?:Tj|TJ|BT|BDC|re|cm|Do)\b")
ADDRESSES = "the address of a link"
_PLACES = {
    "Alt": "the description of a picture",
    "ActualText": "the text behind a letter",
    "E": "the long form of an abbreviation",
    "Contents": "the description of a link",
    "URI": ADDRESSES,
    "Title": "a title in the outline or the properties",
    "Author": "the document's properties",
    "Subject": "the document's properties",
    "Keywords": "the document's properties",
    "Creator": "the document's properties",
    "Producer": "the document's properties",
    "Dest": "a named destination",
    "D": "a named destination",
    "Names": "a named destination",
    "T": "a mark of the structure",
    "TU": "a mark of the structure",
    "F": "the name of a file",
    "UF": "the name of a file",
    "Desc": "an attachment",
}
_ELSEWHERE = "a string inside the file"
_HIDDEN_IN = "the bytes of the file"


def words_in_bytes(content: bytes, known: Known | None = None) -> Iterator[Passage]:
    """Yield all words in the strings, names, streams, comments and loose bytes of a PDF."""
    parts = _STREAM.split(content)
    body = b"".join(parts[::2])
    streams = [_read(one, known or Known()) for one in parts[1::2]]
    yield from _strings(body)
    yield from _names(body)
    yield from (passage for objects, _ in streams for passage in objects)
    comments = [found[0].decode("latin-1") for found in _COMMENT.finditer(body)]
    yield from passages_of("a comment in the file", comments, Sort.RAW)
    between = _OBJECT.sub(b"", body)
    yield from passages_of("the file between its objects", loose_words(between), Sort.RAW)
    yield from (passage for _, letters in streams for passage in letters)


_Passages = tuple[Passage, ...]


def _read(packed: bytes, known: Known) -> tuple[_Passages, _Passages]:
    """The words of the objects in a stream, and its letters; the same bytes are read once."""

    def read() -> tuple[_Passages, _Passages]:
        stream = _inflated(packed)
        objects = (*_strings(stream), *_names(stream)) if _holds_objects(stream) else ()
        return objects, tuple(_stream(stream))

    return known.once("stream", hashlib.sha256(packed).digest(), read)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def _holds_objects(stream: bytes) -> bool:
    """Whether a stream is a list of objects: pairs of numbers, then the objects."""
    return _OBJECTS.match(stream) is not None


def _strings(part: bytes) -> Iterator[Passage]:
    found: dict[str, list[str]] = {}
    for one in _KEYED.finditer(part):
        key = (one[1] or b"").decode("latin-1")
        found.setdefault(_PLACES.get(key, _ELSEWHERE), []).append(_text_of(one))
    for place, texts in found.items():
        yield from passages_of(place, texts)


def _text_of(string: re.Match[bytes]) -> str:
    return _decoded(_literal(string[2][1:-1]) if string[2] else _hex(string[3]))


def _literal(written: bytes) -> bytes:
    return _ESCAPED.sub(_unescaped, written) if b"\\" in written else written


def _unescaped(found: re.Match[bytes]) -> bytes:
    word = found[1]
    if word[:1].isdigit():
        return bytes((int(word, 8) & 255,))
    return b"" if word in {b"\n", b"\r\n"} else _LETTERS.get(word, word)


def _hex(written: bytes) -> bytes:
    digits = b"".join(written.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _decoded(string: bytes) -> str:
    if string[:2] == b"\xfe\xff":
        return string[2:].decode("utf-16-be", "ignore")
    if string[:2] == b"\xff\xfe":
        return string[2:].decode("utf-16-le", "ignore")
    try:
        return string.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return string.decode("latin-1")


def _names(part: bytes) -> Iterator[Passage]:
    names = {
        _HEXED.sub(lambda one: bytes((int(one[1], 16),)), found) for found in _NAME.findall(part)
    }
    words = sorted(name.decode("utf-8", "ignore") for name in names)
    yield from passages_of("a name inside the file", words, Sort.NAMED)


def _stream(stream: bytes) -> Iterator[Passage]:
    """Yield the letters among the bytes of a stream; a description in XML is read as words."""
    if stream[:200].lstrip().startswith((b"<?xpacket", b"<x:xmpmeta", b"<?xml", b"<rdf")):
        words = html.unescape(stream.decode("utf-8", "ignore"))
        yield from passages_of("the document's properties", [re.sub("<[^>]*>", "\n", words)])
        yield from passages_of("the document's properties", [words], Sort.NAMED)
        return
    if _DRAWING.search(stream[:4000]) or b"begincmap" in stream[:1000]:
        yield from _drawing(stream)
        return
    loose = _spelled(stream) if _holds_objects(stream) else loose_words(stream)
    yield from passages_of(_HIDDEN_IN, loose, Sort.RAW)


def _spelled(stream: bytes) -> list[str]:
    return [found.decode("utf-8", "ignore") for found in _SPELLED.findall(stream)]


def _drawing(stream: bytes) -> Iterator[Passage]:
    """Yield the words in the drawing of a page that are not drawn: remarks, marks, strings."""
    texts = [_text_of(one) for one in _MARKED.finditer(stream)]
    texts += [_decoded(_literal(one)) for one in _LITERAL.findall(stream)]
    yield from passages_of("the drawing of a page", texts)
    yield from passages_of("the drawing of a page", _spelled(stream), Sort.RAW)


def words_of_picture(picture: bytes) -> tuple[Passage, ...]:
    """Return what a picture says of itself: the rows of letters among its bytes."""
    return passages_of("what a picture says of itself", loose_words(picture), Sort.RAW)
