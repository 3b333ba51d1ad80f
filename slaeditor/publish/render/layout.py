"""What a process that stays does: it lays out pieces one after the other, and drafts of pages.

Style sheets with their fonts are read once. Nothing of a piece stays for the next one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from slaeditor.publish.document import Edition
from slaeditor.publish.fragment import Fragment, Heading
from slaeditor.publish.late import Kind
from slaeditor.publish.piece import Feet, Piece, Run, late_numbers, numbering
from slaeditor.publish.render.assets import AssetFetcher, contents, picture_addresses
from slaeditor.publish.render.capture import Lettering, captured
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.finish import mend
from slaeditor.publish.render.html import document_html
from slaeditor.publish.render.late_numbers import LateNumbers
from slaeditor.publish.render.pdf import OPTIONS, complaints, judge
from slaeditor.publish.render.pieces import in_it, piece_html, piece_style, section_heads
from slaeditor.publish.render.themes import print_style
from slaeditor.publish.trouble import LayoutTrouble, NotApart

_MOST_LOOKS = 4
_LOOSE = {**OPTIONS, "uncompressed_pdf": True, "pdf_identifier": False}
"""Pages that are taken apart before they are written are neither packed nor named."""
_DRAFT = {**OPTIONS, "pdf_variant": None, "pdf_tags": False}
_TO_POINTS = 0.75
_SECTION_LEVEL = 2
_FURNITURE = frozenset({(Kind.HEAD, 0), *((Kind.DIGITS, at) for at in range(3))})


class LayoutTable:
    """Lays out pieces and drafts; keeps the style sheets it has read."""

    def __init__(self) -> None:
        """Begin without any style sheet."""
        self._looks: OrderedDict[str, FontConfiguration] = OrderedDict()
        self._sheets: dict[tuple[FontConfiguration, str], CSS] = {}

    def fragment(self, piece: Piece) -> Fragment:
        """Return the pages of a piece; raises PublishTrouble when they cannot be made."""
        setting = piece.setting
        fetcher = AssetFetcher(contents(setting))
        html = piece_html(piece, picture_addresses(setting))
        with complaints() as found:
            styles = (print_style(setting), piece_style(piece))
            document = self._document(html, styles, fetcher)
            pdf, fonts = _drawn(document)
        judge(found, in_it(piece))
        heads = section_heads(piece)
        begun = isinstance(piece.content, Run) and piece.content.continues
        headings = tuple(_numbered(_headings(document), heads, int(begun)))
        letters = {key: one.letters for key, one in fonts.items()}
        accent = palette(setting.brand.accent, setting.cover.reader).accent
        places = frozenset(late_numbers(piece)) | _FURNITURE
        numbers = LateNumbers(numbering(piece), heads, accent, letters, places)
        mend(pdf)
        is_feet = isinstance(piece.content, Feet)
        made = captured(pdf, fonts, headings, numbers, is_feet=is_feet)
        if {(one.kind, one.at) for one in made.late} != late_numbers(piece) and not is_feet:
            raise NotApart("The numbers of a piece are not all found.", "Please report this.")
        return made

    def draft(self, edition: Edition) -> bytes:
        """Return the shown parts of an edition as PDF to be looked at; raises PublishTrouble.

        It has neither tags nor the claims of an archival file.
        """
        fetcher = AssetFetcher(contents(edition))
        html = document_html(edition, picture_addresses(edition))
        with complaints() as found:
            document = self._document(html, (print_style(edition),), fetcher)
            made = document.write_pdf(**_DRAFT)
        judge(found, edition)
        if not isinstance(made, bytes):
            raise LayoutTrouble("The pages came out empty.")
        return made

    def _document(self, html: str, styles: tuple[str, ...], fetcher: AssetFetcher) -> Document:
        """Return the pages of HTML; the first style is the look, which has the fonts."""
        fonts = self._fonts(styles[0])
        sheets = [self._sheet(style, fonts, fetcher) for style in styles]
        try:
            page = HTML(string=html, url_fetcher=fetcher)
            return page.render(stylesheets=sheets, font_config=fonts, **OPTIONS)
        except FatalURLFetchingError as error:
            raise LayoutTrouble(
                f"The handbook asks for something from outside: {error}.", "Remove the reference."
            ) from error

    def _fonts(self, look: str) -> FontConfiguration:
        """Return the fonts of a look; those of a few looks are kept, with all their sheets."""
        if look not in self._looks:
            self._looks[look] = FontConfiguration()
            if len(self._looks) > _MOST_LOOKS:
                _, gone = self._looks.popitem(last=False)
                self._sheets = {key: one for key, one in self._sheets.items() if key[0] is not gone}
        self._looks.move_to_end(look)
        return self._looks[look]

    def _sheet(self, style: str, fonts: FontConfiguration, fetcher: AssetFetcher) -> CSS:
        key = (fonts, style)
        if key not in self._sheets:
            self._sheets[key] = CSS(string=style, font_config=fonts, url_fetcher=fetcher)
        return self._sheets[key]


class _Drawn(Exception):
    """The pages are drawn, and need not be written."""


def _drawn(document: Document) -> tuple[Any, dict[str, Lettering]]:
    """Return the engine's PDF of a document before it is written, and what it tells of each font.

    Fonts are found by their names in it.
    """
    taken: list[Any] = []

    def take(_document: Document, pdf: Any) -> None:
        taken.append(pdf)
        raise _Drawn

    with suppress(_Drawn):
        document.write_pdf(finisher=take, **_LOOSE)
    fonts: dict[str, Lettering] = {}
    for font in document.fonts.values():
        told = fonts.setdefault(font.hash, Lettering({}, {}))
        told.widths.update(font.widths)
        told.letters.update(font.to_unicode)
    return taken[0], fonts


def _headings(document: Document) -> Iterator[Heading]:
    for at, page in enumerate(document.pages):
        for level, title, (x, y), _ in page.bookmarks:
            across, up = x * _TO_POINTS, (page.height - y) * _TO_POINTS
            yield Heading(level, title, at, f"/XYZ {across:g} {up:g} 0")


def _numbered(
    headings: Iterator[Heading], heads: Mapping[int, str], begun: int
) -> Iterator[Heading]:
    """Yield headings, those of numbered sections with their places; raises NotApart.

    The first `begun` sections have theirs elsewhere.
    """
    numbers = tuple(f"{head.split()[0]} " for head in heads.values())
    waiting = list(heads.items())[begun:]
    for one in headings:
        begins = one.level == _SECTION_LEVEL and one.title.startswith(numbers)
        if begins and (not waiting or waiting[0][1] != one.title):
            raise NotApart("A heading looks like that of a section.", "Please report this.")
        yield replace(one, section=waiting.pop(0)[0]) if begins else one
    if waiting:
        raise NotApart("A section has no heading.", "Please report this.")
