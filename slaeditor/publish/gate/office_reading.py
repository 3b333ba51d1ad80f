"""All that a DOCX, XLSX or PPTX says: the words of every part, its marks, names and pictures."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from slaeditor.publish.gate.loose_words import loose_words
from slaeditor.publish.gate.passages import Passage, Reading, Sort, passages_of
from slaeditor.publish.gate.pixels import mark
from slaeditor.publish.trouble import UnsafeFile

_PARAGRAPHS = frozenset({"p", "si", "row", "tr", "tc", "c", "br", "tab"})
_TEXTS = frozenset({"t", "v", "f", "delText", "instrText", "text"})
_HARMFUL = re.compile(r"vbaProject|/embeddings/|/externalLinks/|/activeX/|oleObject")
_OUTSIDE = re.compile(r'TargetMode="External"[^>]*Target="([^"]*)"|Target="([^"]*)"[^>]*External"')
_HIDDEN = re.compile(
    r'state="(?:hidden|veryHidden)"|show="0"|<w:vanish/>|<w:(?:ins|del)\b|hidden="(?:1|true)"'
)
_LARGEST = 200_000_000
_PAGES = re.compile(r"(?:word/document|word/footnotes|ppt/slides/slide\d+|sharedStrings)\.xml$")
_FRIENDLY = ("https:", "http:", "mailto:")


def office_reading(content: bytes) -> Reading:
    """Return all that a file of an office program says; raises UnsafeFile for other bytes."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            if sum(one.file_size for one in package.infolist()) > _LARGEST:
                raise UnsafeFile("The file is larger unpacked than any handbook.", "")
            parts = [(one.filename, package.read(one)) for one in package.infolist()]
            loose = [package.comment, *(one.comment + one.extra for one in package.infolist())]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnsafeFile("The file is no office file that can be read.", "") from error
    pictures = tuple(part for name, part in parts if not _is_words(name))
    passages = [
        *passages_of("the name of a part", (name for name, _ in parts), Sort.NAMED),
        *passages_of("the bytes of the file", _outside(content, loose), Sort.RAW),
        *(one for name, part in parts for one in _passages(name, part)),
    ]
    pages = tuple(_said(part) for name, part in parts if _PAGES.search(name))
    marks = tuple(filter(None, map(mark, pictures)))
    return Reading(tuple(passages), pages, pictures, marks, (), tuple(_faults(parts)))


def _is_words(name: str) -> bool:
    return name.endswith((".xml", ".rels", ".vml"))


def _outside(content: bytes, loose: list[bytes]) -> Iterator[str]:
    """Yield the words in the remarks of the package and after its end."""
    for one in (*loose, content[content.rfind(b"PK\x05\x06") :]):
        yield from loose_words(one)


def _passages(name: str, part: bytes) -> Iterator[Passage]:
    place = f"the part {name}"
    if not _is_words(name):
        yield from passages_of(place, loose_words(part), Sort.RAW)
        return
    yield from passages_of(place, [_said(part)])
    text = part.decode("utf-8", "ignore")
    described = [html.unescape(one) for one in re.findall(r'\b(?:descr|title|alt)="([^"]+)"', text)]
    yield from passages_of("the description of a picture", described)
    attributes = [html.unescape(one) for one in re.findall(r'="([^"]{4,})"', text)]
    yield from passages_of(f"{place}, in its marks", attributes, Sort.NAMED)
    yield from passages_of(f"{place}, in a remark", re.findall(r"<!--(.*?)-->", text, re.DOTALL))


def _said(part: bytes) -> str:
    """The words of a part, a line for each paragraph or cell."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        return part.decode("utf-8", "ignore")
    try:
        tree = ET.fromstring(part)  # noqa: S314  without entities, which are refused above
    except ET.ParseError:
        return part.decode("utf-8", "ignore")
    return "".join(_words(tree))


def _words(tree: ET.Element) -> Iterator[str]:
    """Yield the words of a part; a cell that shares its words holds their place, which is none."""
    places = {
        id(value) for cell in tree.iter() if cell.get("t") == "s" for value in cell.findall("{*}v")
    }
    for one in tree.iter():
        name = one.tag.rpartition("}")[2]
        if id(one) in places:
            continue
        if name in _PARAGRAPHS:
            yield "\n"
        if one.text and one.text.strip():
            yield one.text if name in _TEXTS else f"\n{one.text}\n"


def _faults(parts: list[tuple[str, bytes]]) -> Iterator[str]:
    for name, part in parts:
        if _HARMFUL.search(name):
            yield f"The file holds the part {name}, which no handbook has."
        if _is_words(name):
            text = part.decode("utf-8", "ignore")
            for found in _OUTSIDE.finditer(text):
                address = found[1] or found[2]
                if not address.startswith(_FRIENDLY):
                    yield f"The part {name} leads to “{address}”."
            if _HIDDEN.search(text) and not name.endswith(("styles.xml", "theme1.xml")):
                yield f"The part {name} holds something hidden or a change that is kept track of."
