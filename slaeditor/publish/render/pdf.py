"""An edition as PDF, by WeasyPrint: tagged, archival, the same bytes for the same edition."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from slaeditor.publish.document import Edition
from slaeditor.publish.render.assertions import assert_harmless
from slaeditor.publish.render.assets import AssetFetcher, contents, picture_addresses
from slaeditor.publish.render.finish import finished, mend
from slaeditor.publish.render.html import document_html
from slaeditor.publish.render.themes import print_style
from slaeditor.publish.trouble import GlyphTrouble, LayoutTrouble, PublishTrouble

OPTIONS: dict[str, object] = {
    "pdf_variant": "pdf/a-3a",
    "pdf_tags": True,
    "pdf_forms": False,
    "custom_metadata": False,
    "presentational_hints": False,
    "uncompressed_pdf": False,
    "full_fonts": False,
    "hinting": False,
    "attachments": None,
    "xmp_metadata": None,
}
_GLYPH = ".notdef glyph"


def pdf_bytes(edition: Edition) -> bytes:
    """Return the finished PDF of an edition; raises PublishTrouble when it cannot be made."""
    fetcher = AssetFetcher(contents(edition))
    html = document_html(edition, picture_addresses(edition))
    with complaints() as found:
        raw = laid_out(html, print_style(edition), fetcher)
    judge(found, edition)
    done = finished(raw, edition)
    assert_harmless(done)
    return done


def laid_out(html: str, style: str, fetcher: AssetFetcher) -> bytes:
    """Return WeasyPrint's PDF of an HTML document, mended; raises LayoutTrouble."""
    fonts = FontConfiguration()
    sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher)
    try:
        page = HTML(string=html, url_fetcher=fetcher)
        result = page.write_pdf(stylesheets=[sheet], font_config=fonts, finisher=_mended, **OPTIONS)
    except FatalURLFetchingError as error:
        raise LayoutTrouble(
            f"The handbook asks for something from outside: {error}.", "Remove the reference."
        ) from error
    if not isinstance(result, bytes):
        raise LayoutTrouble("The handbook came out empty.")
    return result


def _mended(_document: Any, pdf: Any) -> None:
    """Mend what the engine is about to write."""
    mend(pdf)


class _Ear(logging.Handler):
    """Keeps every warning and error."""

    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__(logging.WARNING)
        self.records = records

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


@contextmanager
def complaints() -> Iterator[list[logging.LogRecord]]:
    """Collect what WeasyPrint complains of while the pages are made."""
    records: list[logging.LogRecord] = []
    handler = _Ear(records)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield records
    finally:
        logger.removeHandler(handler)


def judge(records: list[logging.LogRecord], edition: Edition) -> None:
    """Raise for an error or a missing character; our own styles give no other warning."""
    missing = {
        str(record.args[0])
        for record in records
        if isinstance(record.args, tuple) and record.args and _GLYPH in str(record.msg)
    }
    if missing:
        shown = " ".join(sorted(missing)[:20])
        raise GlyphTrouble(
            f"The fonts of the handbook have no sign for: {shown}{_where(missing, edition)}.",
            "Replace these characters in the texts; Search finds them.",
        )
    errors = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
    if errors:
        raise _trouble(errors[0])


def _where(signs: set[str], edition: Edition) -> str:
    """Return the names of the chapters that hold any of the signs, in words."""
    chapters = [
        f"“{chapter.title}”"
        for chapter in (*edition.front, *edition.chapters, *edition.back)
        if any(sign in repr(chapter) for sign in signs)
    ]
    return f" (in {', '.join(chapters[:3])})" if chapters else ""


def _trouble(message: str) -> PublishTrouble:
    return LayoutTrouble(f"The pages could not be laid out: {message}.", "Please report this.")
