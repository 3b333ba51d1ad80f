"""What a picture shows, as a short mark that no recoding changes."""

from __future__ import annotations

import hashlib
import warnings
from io import BytesIO

from PIL import Image

MOST_PIXELS = 40_000_000


def mark(content: bytes) -> str:
    """Return the mark of a picture in any form that is read here, or nothing for other bytes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
                return mark_of(picture) if _is_small(picture) else ""
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""


def mark_of(picture: Image.Image) -> str:
    """Return the mark of a picture: its size and colours."""
    plain = picture.convert("RGB")
    return hashlib.sha256(f"{plain.size}".encode() + plain.tobytes()).hexdigest()


def _is_small(picture: Image.Image) -> bool:
    return picture.width * picture.height <= MOST_PIXELS
