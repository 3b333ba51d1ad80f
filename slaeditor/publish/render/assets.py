"""The only way by which the layout engine gets anything: fonts, pictures, the watermark."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from html import escape
from io import BytesIO
from urllib.parse import unquote
from urllib.request import Request

from PIL import Image
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from slaeditor.publish.document import Asset, Edition
from slaeditor.publish.render.colour import mixed
from slaeditor.publish.render.themes import families, font_files
from slaeditor.publish.trouble import PictureTrouble

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
_MOST_PIXELS = 20_000_000
_MOST_BYTES = 10_000_000
_LONG_WORD = 12


class AssetFetcher(URLFetcher):
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
        name: ("font/ttf", path.read_bytes())
        for name, path in font_files(edition.brand.theme).items()
    }
    for asset in edition.assets:
        found[f"picture/{asset.id}"] = (asset.media_type, picture_bytes(asset))
    if edition.cover.watermark:
        found["watermark"] = ("image/svg+xml", _watermark(edition).encode())
    return found


def picture_addresses(edition: Edition) -> dict[str, str]:
    """Return the address of each picture by its id, as the pages use it."""
    return {asset.id: f"asset:picture/{asset.id}" for asset in edition.assets}


def picture_bytes(asset: Asset) -> bytes:
    """Return the bytes of a picture after looking at its kind and size."""
    try:
        content = base64.b64decode(asset.content, validate=True)
    except binascii.Error as error:
        raise _faulty(asset) from error
    if asset.media_type not in _FORMATS or len(content) > _MOST_BYTES:
        raise _faulty(asset)
    try:
        with Image.open(BytesIO(content), formats=[_FORMATS[asset.media_type]]) as picture:
            wide, high = picture.size
            if wide * high > _MOST_PIXELS:
                raise _faulty(asset)
            picture.verify()
    except (OSError, SyntaxError, ValueError) as error:
        raise _faulty(asset) from error
    return content


def _faulty(asset: Asset) -> PictureTrouble:
    what = f"“{asset.alternative}”" if asset.alternative else "of the project"
    return PictureTrouble(
        f"The picture {what} is not a PNG or JPEG of at most 20 million pixels and 10 MB.",
        "Add the picture again in one of these formats.",
    )


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
