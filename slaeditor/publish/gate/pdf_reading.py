"""All that a PDF says, read in three ways: by pdfium, from its drawing, and from its bytes."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from slaeditor.publish.gate.glyphs import drawn
from slaeditor.publish.gate.passages import APART, Passage, Reading, Sort, passages_of
from slaeditor.publish.gate.pdf_bytes import ADDRESSES, words_in_bytes, words_of_picture
from slaeditor.publish.gate.pixels import mark_of
from slaeditor.publish.gate.wording import joined
from slaeditor.publish.render.assertions import FORBIDDEN, SCHEMES
from slaeditor.publish.trouble import UnsafeFile

_PDFIUM = threading.Lock()
"""The library serves one thread at a time; while it reads, other threads go on."""
_RECODED = (b"/LZW", b"/ASCII85", b"/A85", b"/ASCIIHex", b"/AHx", b"/RunLength", b"/Encrypt")
_SCHEMES = tuple(f"{scheme}:" for scheme in sorted(SCHEMES))
_BEGUN = re.compile(rb"(?<!\d)(\d{1,10})[\s\x00]+(\d{1,5})[\s\x00]+obj(?![A-Za-z])")
_EDGE = 1.0
"""Points by which a letter may pass the edge of its page: rounding, not a fault."""


def pdf_reading(content: bytes, *, ours: bool = True) -> Reading:
    """Return all that a PDF says; for one of `ours` also what is wrong with it.

    Raises UnsafeFile where the bytes cannot be read as PDF at all.
    """
    try:
        with ThreadPoolExecutor(1) as beside, pikepdf.open(BytesIO(content)) as pdf:
            read = beside.submit(_pages, content)
            shown = tuple(drawn(pdf))
            drawings = tuple(_pictures(pdf, content))
            faults = (*_complaints(pdf),) if ours else ()
            plain = _decoded(pdf) if any(word in content for word in _RECODED) else b""
            pages, outside = read.result()
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnsafeFile("The file is no PDF that can be read.", "Choose another file.") from error
    passages = [
        *_numbered(pages),
        *_numbered(shown),
        *(one for picture, _ in drawings for one in words_of_picture(picture)),
        *words_in_bytes(content),
        *(words_in_bytes(plain) if plain else ()),
    ]
    harm = _harm(content, passages) if ours else ()
    return Reading(
        tuple(passages),
        pages,
        tuple(content for content, _ in drawings),
        tuple(mark for _, mark in drawings),
        outside,
        (*faults, *harm),
    )


def _pages(content: bytes) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The words of each page as pdfium reads them, and those that lie beyond its edge."""
    with _PDFIUM:
        return _read_pages(content)


def _read_pages(content: bytes) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    pdf = pypdfium2.PdfDocument(content)
    pages, outside = [], []
    try:
        for number, page in enumerate(pdf, 1):
            text = page.get_textpage()
            words = text.get_text_range()
            pages.append(joined(words.replace("\r", "")))
            strayed = _beyond(page, text, words)
            if strayed:
                outside.append((number, strayed))
            text.close()
            page.close()
    finally:
        pdf.close()
    return tuple(pages), tuple(outside)


def _beyond(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, words: str) -> str:
    """The letters of a page that do not lie on it."""
    left, bottom, right, top = page.get_mediabox()
    within = text.get_text_bounded(left - _EDGE, bottom - _EDGE, right + _EDGE, top + _EDGE)
    if len(within.split()) == len(words.split()):
        return ""
    kept = []
    for at in range(text.count_chars()):
        box = text.get_charbox(at)
        inside = box[0] >= left - _EDGE and box[2] <= right + _EDGE
        inside = inside and box[1] >= bottom - _EDGE and box[3] <= top + _EDGE
        kept.append("" if inside else chr(pdfium.FPDFText_GetUnicode(text, at)))
    return "".join(kept).strip()


def _numbered(pages: tuple[str, ...]) -> Iterator[Passage]:
    for number, words in enumerate(pages, 1):
        yield from passages_of(f"page {number}", [words])


def _pictures(pdf: pikepdf.Pdf, content: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield each picture as it stands in the file, with the mark of what it shows.

    A picture is a stream, which always stands by itself among the bytes.
    """
    begun = {(int(number), int(turn)) for number, turn in _BEGUN.findall(content)}
    for place in sorted(begun):
        thing = pdf.get_object(place)
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            yield bytes(thing.read_raw_bytes()), _mark(thing)


def _mark(picture: pikepdf.Stream) -> str:
    try:
        return mark_of(pikepdf.PdfImage(picture).as_pil_image())
    except (pikepdf.PdfError, NotImplementedError, ValueError, OSError):
        return ""


def _complaints(pdf: pikepdf.Pdf) -> Iterator[str]:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        told = [*pdf.check_pdf_syntax(), *(str(one.message) for one in warned)]
    yield from (f"The file is not sound: {complaint}" for complaint in told)


def _harm(content: bytes, passages: Iterable[Passage]) -> Iterator[str]:
    """Yield what no handbook holds: things that act, addresses of other kinds, earlier states."""
    for one in passages:
        if one.sort is Sort.NAMED:
            for name in sorted(FORBIDDEN & {f"/{word}" for word in _apart(one)}):
                yield f"The file holds {name}."
        elif one.place == ADDRESSES:
            foreign = [word for word in _apart(one) if not word.startswith(_SCHEMES)]
            yield from (f"The file links to “{word}”." for word in foreign)
    if content.count(b"%%EOF") != 1:
        yield "The file holds an earlier state of itself."


def _apart(passage: Passage) -> list[str]:
    return [one.strip() for one in passage.text.split(APART)]


def _decoded(pdf: pikepdf.Pdf) -> bytes:
    """The same file without compression or encryption."""
    target = BytesIO()
    pdf.save(
        target,
        encryption=False,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.specialized,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return target.getvalue()
