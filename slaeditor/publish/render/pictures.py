"""The pictures of an edition, looked at before anything uses them."""

from __future__ import annotations

import base64
import binascii
from io import BytesIO

from PIL import Image

from slaeditor.publish.document import Asset
from slaeditor.publish.trouble import PictureTrouble

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
MOST_PIXELS = 20_000_000
MOST_BYTES = 10_000_000


def picture_bytes(asset: Asset) -> bytes:
    """Return the bytes of a picture after looking at its kind and size."""
    try:
        content = base64.b64decode(asset.content, validate=True)
    except binascii.Error as error:
        raise _faulty(asset) from error
    if asset.media_type not in _FORMATS or len(content) > MOST_BYTES:
        raise _faulty(asset)
    try:
        with Image.open(BytesIO(content), formats=[_FORMATS[asset.media_type]]) as picture:
            wide, high = picture.size
            if wide * high > MOST_PIXELS:
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
