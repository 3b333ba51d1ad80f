"""The only way by which the layout engine gets anything: fonts, pictures, the watermark."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import unquote
from urllib.request import Request

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from slaeditor.publish.document import Edition
from slaeditor.publish.render.colour import mixed, palette
from slaeditor.publish.render.pictures import picture_bytes
from slaeditor.publish.render.themes import families, font_files

_LONG_WORD = 12


class AssetFetcher(URLFetcher):  # type: ignore[misc] # the library brings no types
    """Gives out the contents of "asset:" addresses from a fixed store and nothing else."""

    def __init__(self, contents: Mapping[str, tuple[str, bytes]]) -> None:
        """Serve `contents`: media type and bytes by the name after "asset:"."""
        super().__init__(allowed_protocols=["asset"], allow_redirects=False)
        self.contents = contents
        self.denied: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return what stands behind an "asset:" address; stops the work for any other."""
        del headers
        scheme, _, name = url.partition(":")
        found = self.contents.get(unquote(name)) if scheme == "asset" else None
        if found is None:
            self.denied.append(url)
            raise FatalURLFetchingError(f"No asset stands behind {url!r}")
        media_type, content = found
        return URLFetcherResponse(url, content, {"Content-Type": media_type})

    def open(
        self, url: str | Request, data: object = None, timeout: float | None = None
    ) -> URLFetcherResponse:
        """Do as `fetch`: the inherited way by handlers stays closed."""
        del data, timeout
        return self.fetch(url.full_url if isinstance(url, Request) else url)


def contents(edition: Edition) -> dict[str, tuple[str, bytes]]:
    """Return everything the pages of `edition` may use, by name; raises PictureTrouble."""
    found = {
        name: ("font/ttf", _font(path)) for name, path in font_files(edition.brand.theme).items()
    }
    for asset in edition.assets:
        found[f"picture/{asset.id}"] = (asset.media_type, picture_bytes(asset))
    found["ornament"] = ("image/svg+xml", ornament(edition).encode())
    if edition.cover.watermark:
        found["watermark"] = ("image/svg+xml", _watermark(edition).encode())
    return found


@cache
def _font(path: Path) -> bytes:
    """Return a font's file, which is read once."""
    return path.read_bytes()


def picture_addresses(edition: Edition) -> dict[str, str]:
    """Return the address of each picture by its id, as the pages use it."""
    return {asset.id: f"asset:picture/{asset.id}" for asset in edition.assets}


def _watermark(edition: Edition) -> str:
    """Return a page-sized picture of the watermark's words, slanted and pale."""
    words = edition.cover.watermark
    size = 96 if len(words) <= _LONG_WORD else max(20, 96 * _LONG_WORD // len(words))
    colour = mixed("#ffffff", "#1b1f24", 0.08)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842">'
        f'<text x="297" y="440" font-family="{families(edition.brand.theme).sans}"'
        f' font-size="{size}" font-weight="700" text-anchor="middle" fill="{colour}"'
        f' transform="rotate(-52 297 421)">{escape(words)}</text></svg>'
    )


def ornament(edition: Edition) -> str:
    """Return the picture on the cover: the dial of a clock, half out of the page."""
    colours = palette(edition.brand.accent, edition.cover.reader)
    line = mixed(colours.cover, colours.cover_ink, 0.13)
    rings = "".join(
        f'<circle cx="330" cy="330" r="{radius}" stroke-width="{stroke}"/>'
        for radius, stroke in ((300, 1.2), (268, 10), (196, 1.2), (120, 1.2))
    )
    ticks = "".join(
        f'<path d="M330 62 V{76 if at % 5 else 96}"'
        f' stroke-width="{1.2 if at % 5 else 3}" transform="rotate({at * 6} 330 330)"/>'
        for at in range(60)
    )
    hands = '<path d="M330 330 L330 146 M330 330 L222 268" stroke-width="7"/>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 425 425">'
        f'<g fill="none" stroke="{line}" stroke-linecap="round">{rings}{ticks}{hands}</g></svg>'
    )
