"""A figure as a PNG picture, for forms that know no drawings.

The drawing is laid out by the same engine and with the same fonts as in the PDF, then painted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from slaeditor.publish.document import Chapter, Edition, Section
from slaeditor.publish.figures import Figure
from slaeditor.publish.render.assets import AssetFetcher, contents
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.figures.drawing import Look, look
from slaeditor.publish.render.figures.figure import picture
from slaeditor.publish.render.themes import faces, families
from slaeditor.publish.trouble import LayoutTrouble

_DOTS = 220 / 72  # painted dots to a point: sharp in print, small in the file
_PAGES = "@page{margin:0}body{margin:0}svg{display:block}"
_SIZE = re.compile(r'width="([\d.]+)pt" height="([\d.]+)pt"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A painted figure: PNG bytes, and its measures in points."""

    content: bytes
    width: float
    height: float


class Painter:
    """Paints the figures of one edition in its look."""

    def __init__(self, edition: Edition) -> None:
        """Lay out all figures of the edition at once, each on a page of its measures."""
        self._style = look(
            palette(edition.brand.accent, edition.cover.reader), _family(edition), edition.language
        )
        figures = dict.fromkeys(_figures(edition))
        self._pages = {figure: at for at, figure in enumerate(figures)}
        self._drawings = [_drawing(figure, self._style) for figure in figures]
        self._painted = self._laid_out(edition) if figures else b""

    def painted(self, figure: Figure) -> Picture:
        """Return the picture of a figure of the edition."""
        at = self._pages[figure]
        _, wide, high = self._drawings[at]
        return Picture(_page(self._painted, at), wide, high)

    def _laid_out(self, edition: Edition) -> bytes:
        fetcher = AssetFetcher(contents(edition))
        fonts = FontConfiguration()
        sizes = "".join(
            f"@page f{at}{{size:{wide}pt {high}pt}}.f{at}{{page:f{at}}}"
            for at, (_, wide, high) in enumerate(self._drawings)
        )
        style = CSS(
            string=faces(edition.brand.theme) + _PAGES + sizes,
            font_config=fonts,
            url_fetcher=fetcher,
        )
        made = HTML(string=self._html(), url_fetcher=fetcher).write_pdf(
            stylesheets=[style], font_config=fonts
        )
        if not isinstance(made, bytes):
            raise LayoutTrouble("The figures came out empty.", "Please report this.")
        return made

    def _html(self) -> str:
        parts = (f'<div class="f{at}">{svg}</div>' for at, (svg, _, _) in enumerate(self._drawings))
        return f"<body>{''.join(parts)}</body>"


def _family(edition: Edition) -> str:
    return families(edition.brand.theme).sans


def _drawing(figure: Figure, style: Look) -> tuple[str, float, float]:
    """Return the drawing of a figure with its measures; raises LayoutTrouble."""
    drawing = str(picture(figure, style))
    found = _SIZE.search(drawing)
    if found is None:
        raise LayoutTrouble("A figure has no measures.", "Please report this.")
    return drawing, float(found[1]), float(found[2])


def _figures(edition: Edition) -> Iterator[Figure]:
    waiting: list[Chapter | Section] = [*edition.front, *edition.chapters, *edition.back]
    for part in waiting:
        yield from (block for block in part.blocks if isinstance(block, Figure))
        waiting.extend(part.sections)


def _page(content: bytes, at: int) -> bytes:
    """Return a page of a PDF as PNG."""
    pages = pypdfium2.PdfDocument(content)
    try:
        image = pages[at].render(scale=_DOTS).to_pil().convert("RGB")
    finally:
        pages.close()
    out = BytesIO()
    image.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
