"""What a process that stays does: it lays out pieces one after the other, and drafts of pages.

Style sheets with their fonts are read once. Nothing of a piece stays for the next one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from slaeditor.publish.document import Edition
from slaeditor.publish.fragment import Fragment, Heading
from slaeditor.publish.piece import Feet, Piece
from slaeditor.publish.render.assertions import assert_objects_harmless
from slaeditor.publish.render.assets import AssetFetcher, contents, picture_addresses
from slaeditor.publish.render.capture import Lettering, captured, point_elsewhere
from slaeditor.publish.render.finish import mend
from slaeditor.publish.render.html import document_html
from slaeditor.publish.render.pdf import OPTIONS, complaints, judge
from slaeditor.publish.render.pieces import in_it, piece_html, piece_style
from slaeditor.publish.render.themes import print_style
from slaeditor.publish.trouble import LayoutTrouble

_MOST_STYLES = 6
_DRAFT = {**OPTIONS, "pdf_variant": None, "pdf_tags": False}
_TO_POINTS = 0.75


class LayoutTable:
    """Lays out pieces and drafts; keeps the style sheets it has read."""

    def __init__(self) -> None:
        """Begin without any style sheet."""
        self._styles: OrderedDict[str, tuple[CSS, FontConfiguration]] = OrderedDict()

    def fragment(self, piece: Piece) -> Fragment:
        """Return the pages of a piece; raises PublishTrouble when they cannot be made."""
        setting = piece.setting
        fetcher = AssetFetcher(contents(setting))
        html = piece_html(piece, picture_addresses(setting))
        with complaints() as found:
            document = self._document(html, piece_style(piece), fetcher)
            raw, fonts = _written(document)
        judge(found, in_it(piece))
        headings = tuple(_headings(document))
        with pikepdf.open(BytesIO(raw)) as pdf:
            mend(pdf)
            point_elsewhere(pdf)
            assert_objects_harmless(pdf)
            whole = isinstance(piece.content, Feet)
            return captured(pdf, fonts, headings, with_profile=whole)

    def draft(self, edition: Edition) -> bytes:
        """Return the shown parts of an edition as PDF to be looked at; raises PublishTrouble.

        It has neither tags nor the claims of an archival file.
        """
        fetcher = AssetFetcher(contents(edition))
        html = document_html(edition, picture_addresses(edition))
        with complaints() as found:
            document = self._document(html, print_style(edition), fetcher)
            made = document.write_pdf(**_DRAFT)
        judge(found, edition)
        if not isinstance(made, bytes):
            raise LayoutTrouble("The pages came out empty.")
        return made

    def _document(self, html: str, style: str, fetcher: AssetFetcher) -> Document:
        sheet, fonts = self._style(style, fetcher)
        try:
            page = HTML(string=html, url_fetcher=fetcher)
            return page.render(stylesheets=[sheet], font_config=fonts, **OPTIONS)
        except FatalURLFetchingError as error:
            raise LayoutTrouble(
                f"The handbook asks for something from outside: {error}.", "Remove the reference."
            ) from error

    def _style(self, style: str, fetcher: AssetFetcher) -> tuple[CSS, FontConfiguration]:
        if style not in self._styles:
            fonts = FontConfiguration()
            sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher)
            self._styles[style] = sheet, fonts
            if len(self._styles) > _MOST_STYLES:
                self._styles.popitem(last=False)
        self._styles.move_to_end(style)
        return self._styles[style]


def _written(document: Document) -> tuple[bytes, dict[str, Lettering]]:
    """Return the engine's PDF of a document, and what it tells of each font by its name there."""
    fonts: dict[str, Lettering] = {}

    def look(made: Document, _pdf: Any) -> None:
        for font in made.fonts.values():
            told = fonts.setdefault(font.hash, Lettering({}, {}))
            told.widths.update(font.widths)
            told.letters.update(font.to_unicode)

    raw = document.write_pdf(finisher=look, **OPTIONS)
    if not isinstance(raw, bytes):
        raise LayoutTrouble("The pages came out empty.")
    return raw, fonts


def _headings(document: Document) -> Iterator[Heading]:
    for at, page in enumerate(document.pages):
        for level, title, (x, y), _ in page.bookmarks:
            across, up = x * _TO_POINTS, (page.height - y) * _TO_POINTS
            yield Heading(level, title, at, f"/XYZ {across:g} {up:g} 0")
