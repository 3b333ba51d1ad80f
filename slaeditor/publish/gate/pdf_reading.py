"""All that a PDF says, read in three ways: by pdfium, from its drawing, and from its bytes."""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from slaeditor.publish.gate.glyphs import drawings
from slaeditor.publish.gate.known import Known
from slaeditor.publish.gate.passages import APART, Passage, Reading, Sort, passages_of
from slaeditor.publish.gate.pdf_bytes import ADDRESSES, words_in_bytes, words_of_picture
from slaeditor.publish.gate.pixels import mark_of
from slaeditor.publish.gate.same_pages import page_digests, thing_digest
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


def pdf_reading(content: bytes, *, ours: bool = True, known: Known | None = None) -> Reading:
    """Return all that a PDF says; for one of `ours` also what is wrong with it.

    What is `known` was read before, in bytes that were the same. Raises UnsafeFile where the
    bytes cannot be read as PDF at all.
    """
    known = known or Known()
    try:
        with ThreadPoolExecutor(2) as beside, pikepdf.open(BytesIO(content)) as pdf:
            digests = tuple(page_digests(pdf)) if ours else (b"",) * len(pdf.pages)
            read = beside.submit(_pages, content, digests, known)
            pictures = tuple(_pictures(pdf, content, known))
            checked = beside.submit(_complaints, content) if ours else None
            shown = tuple(_shown(pdf, digests, known))
            plain = _decoded(pdf) if any(word in content for word in _RECODED) else b""
            strewn = (*words_in_bytes(content, known), *(words_in_bytes(plain) if plain else ()))
            pages, outside = read.result()
            faults = checked.result() if checked is not None else ()
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        raise UnsafeFile("The file is no PDF that can be read.", "Choose another file.") from error
    passages = [
        *_numbered(pages),
        *_numbered(shown),
        *(one for picture, _ in pictures for one in words_of_picture(picture)),
        *strewn,
    ]
    harm = _harm(content, passages) if ours else ()
    return Reading(
        tuple(passages),
        pages,
        tuple(content for content, _ in pictures),
        tuple(mark for _, mark in pictures),
        outside,
        (*faults, *harm),
    )


def _shown(pdf: pikepdf.Pdf, digests: tuple[bytes, ...], known: Known) -> Iterator[str]:
    """Yield the words that the drawing of each page shows."""
    for digest, read in zip(digests, drawings(pdf), strict=True):
        yield known.once("drawn", digest, read) if digest else read()


def _pages(
    content: bytes, digests: tuple[bytes, ...], known: Known
) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The words of each page as pdfium reads them, and those that lie beyond its edge."""
    with _PDFIUM:
        return _read_pages(content, digests, known)


def _read_pages(
    content: bytes, digests: tuple[bytes, ...], known: Known
) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        if len(pdf) != len(digests):
            digests = (b"",) * len(pdf)
        read = [_page(pdf, at, digest, known) for at, digest in enumerate(digests)]
    finally:
        pdf.close()
    strayed = ((number, beyond) for number, (_, beyond) in enumerate(read, 1) if beyond)
    return tuple(words for words, _ in read), tuple(strayed)


def _page(pdf: pypdfium2.PdfDocument, at: int, digest: bytes, known: Known) -> tuple[str, str]:
    """The words of a page, and those of them that lie beyond its edge."""

    def read() -> tuple[str, str]:
        page = pdf[at]
        text = page.get_textpage()
        words = text.get_text_range()
        found = joined(words.replace("\r", "")), _beyond(page, text, words)
        text.close()
        page.close()
        return found

    return known.once("page", digest, read) if digest else read()


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


def _pictures(pdf: pikepdf.Pdf, content: bytes, known: Known) -> Iterator[tuple[bytes, str]]:
    """Yield each picture as it stands in the file, with the mark of what it shows.

    A picture is a stream, which always stands by itself among the bytes.
    """
    begun = {(int(number), int(turn)) for number, turn in _BEGUN.findall(content)}
    for place in sorted(begun):
        thing = pdf.get_object(place)
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
            digest = thing_digest(thing)
            yield (
                bytes(thing.read_raw_bytes()),
                known.once("picture", digest, partial(_mark, thing)),
            )


def _mark(picture: pikepdf.Stream) -> str:
    try:
        return mark_of(pikepdf.PdfImage(picture).as_pil_image())
    except (pikepdf.PdfError, NotImplementedError, ValueError, OSError):
        return ""


def _complaints(content: bytes) -> tuple[str, ...]:
    """What is unsound in a file; most of the time that takes, other threads go on."""
    with pikepdf.open(BytesIO(content)) as pdf, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always", UserWarning)
        told = pdf.check_pdf_syntax()
    # other kinds are about the program: what other threads left open, what will be called otherwise
    told += [str(one.message) for one in warned if issubclass(one.category, UserWarning)]
    return tuple(f"The file is not sound: {complaint}" for complaint in told)


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
