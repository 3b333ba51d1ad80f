"""The bytes of a picture without what nobody sees: place and camera, comments, what comes behind.

A photograph says where and when it was taken and by which telephone; a PNG may hold words. None of
it is on the page, so none of it may leave the house. The layouts are those of ITU-T T.81, annex B
(JPEG) and of the PNG specification, chapter 5.
"""

from __future__ import annotations

from functools import lru_cache

PNG, JPEG = "image/png", "image/jpeg"
_PNG_START, _JPEG_START = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SEEN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"}
)
_FRAME = 12  # bytes of a chunk beside its content: length, name, checksum
_START_OF_SCAN, _END, _JFIF, _ADOBE, _COMMENT = 0xDA, 0xD9, 0xE0, 0xEE, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_ALONE = {0x01, *range(0xD0, 0xD9)}


def media_type(content: bytes) -> str:
    """Return what a picture is by its first bytes; empty for what is neither PNG nor JPEG.

    >>> media_type(b"GIF89a")
    ''
    """
    if content.startswith(_PNG_START):
        return PNG
    return JPEG if content.startswith(_JPEG_START) else ""


@lru_cache(maxsize=32)
def bare_picture(content: bytes) -> bytes:
    """Return a picture that looks the same and says nothing else.

    What is neither PNG nor JPEG, or does not hold together, comes back as it is.
    """
    if content.startswith(_PNG_START):
        return _bare_png(content)
    return _bare_jpeg(content) if content.startswith(_JPEG_START) else content


def _bare_png(content: bytes) -> bytes:
    kept, place = [_PNG_START], len(_PNG_START)
    while place + _FRAME <= len(content):
        end = place + _FRAME + int.from_bytes(content[place : place + 4])
        name = content[place + 4 : place + 8]
        if name in _SEEN:
            kept.append(content[place:end])
        if name == b"IEND" and end <= len(content):
            return b"".join(kept)
        place = end
    return content


def _bare_jpeg(content: bytes) -> bytes:
    kept, place = [content[:2]], 2
    while place + 2 <= len(content) and content[place] == 0xFF:  # noqa: PLR2004 - starts a marker
        mark = content[place + 1]
        end = _end_of_segment(content, place, mark)
        if _is_seen(mark):
            kept.append(content[place:end])
        if mark == _END:
            return b"".join(kept)
        place = end
    return content


def _is_seen(mark: int) -> bool:
    if mark == _COMMENT:
        return False
    return mark not in _APPLICATIONS or mark in {_JFIF, _ADOBE}


def _end_of_segment(content: bytes, place: int, mark: int) -> int:
    """Return where the next marker is; the lines of the picture follow the start of a scan."""
    if mark == 0xFF:  # noqa: PLR2004 - a byte to fill up, before the marker
        return place + 1
    if mark in _ALONE or mark == _END:
        return place + 2
    end = place + 2 + max(2, int.from_bytes(content[place + 2 : place + 4]))
    return _end_of_scan(content, end) if mark == _START_OF_SCAN else end


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where the next marker is that does not belong to the lines of the picture."""
    while (place := content.find(b"\xff", place)) >= 0:
        behind = content[place + 1 : place + 2]
        if behind and behind[0] not in {0x00, *range(0xD0, 0xD8)}:
            return place
        place += 2
    return len(content)
