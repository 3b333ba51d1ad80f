"""The first hundred bytes of a file: whether it is a `.sla` at all, whole, and of which format.

The layout of the header is given in https://www.sqlite.org/fileformat2.html, section 1.3.
"""

from __future__ import annotations

import struct

from slaeditor.storage.schema import APPLICATION_ID, FORMAT, PAGE_SIZE
from slaeditor.storage.trouble import (
    DamagedFile,
    FileTooLarge,
    NewerFile,
    NotASlaFile,
    ScribusFile,
    StorageTrouble,
)

ANY_FORMAT = 2**31 - 1
"""The largest number a format can have."""
LARGEST_FILE = 256 * 1024 * 1024
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_SCHEMA_FORMAT = 4
_BYTES_OF_WORDS = bytes([*b"\t\n\r\f", *range(0x20, 0x7F), *range(0x80, 0x100)])
_EARLIER = "Open an earlier version from the backups, or ask for the file to be sent again."
_OTHER = "Choose a file that was saved by SLA Editor."
_KNOWN = (
    (b"%PDF", "a PDF document"),
    (b"PK", "a zip archive, or a Word or Excel document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"\xd0\xcf\x11\xe0", "an older Word or Excel document"),
    (b"solid ", "a model for 3D printing"),
)


def checked_format(content: bytes, name: str, newest: int = FORMAT) -> int:
    """Return the format number of a file, `newest` at most; raise what keeps it from being ours."""
    if len(content) > LARGEST_FILE:
        raise too_large(name)
    if not content.startswith(_MAGIC):
        raise _foreign(content, name)
    if len(content) < _HEADER:
        raise damaged(name, "most of it is missing")
    _check_owner(content, name, newest)
    _check_layout(content, name)
    _check_length(content, name)
    return _number(content, 60)


def too_large(name: str) -> FileTooLarge:
    """Return the trouble with a file that is larger than any project can be."""
    most = LARGEST_FILE // 1024 // 1024
    return FileTooLarge(f"“{name}” is larger than {most} MB, which no project can be.", _OTHER)


def damaged(name: str, what: str) -> DamagedFile:
    """Return the trouble with a file of ours that does not hold together."""
    return DamagedFile(f"“{name}” is damaged: {what}.", _EARLIER)


def _number(content: bytes, place: int) -> int:
    found: int = struct.unpack_from(">i", content, place)[0]
    return found


def _foreign(content: bytes, name: str) -> StorageTrouble:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not content:
        return NotASlaFile(f"“{name}” is empty.", _OTHER)
    if b"<SCRIBUS" in start:
        return ScribusFile(
            f"“{name}” is a page layout made with Scribus, whose files end in .sla too.",
            "Open it with Scribus, or choose a file that was saved by SLA Editor.",
        )
    for magic, what in _KNOWN:
        if content.startswith(magic):
            return NotASlaFile(f"“{name}” is {what}, not a project of SLA Editor.", _OTHER)
    if _is_words(content[:4096]):
        return NotASlaFile(f"“{name}” is plain text, not a project of SLA Editor.", _OTHER)
    return NotASlaFile(f"“{name}” is not a project of SLA Editor, or it is encrypted.", _OTHER)


def _is_words(start: bytes) -> bool:
    return not start.translate(None, delete=_BYTES_OF_WORDS)


def _check_owner(content: bytes, name: str, newest: int) -> None:
    if _number(content, 68) != APPLICATION_ID:
        raise NotASlaFile(f"“{name}” is a database of another program.", _OTHER)
    version = _number(content, 60)
    if version > newest:
        raise NewerFile(name, version, FORMAT)
    if version < 1:
        raise damaged(name, "it does not say which file format it has")


def _check_layout(content: bytes, name: str) -> None:
    if content[18:20] != b"\x01\x01":
        raise DamagedFile(
            f"“{name}” was changed by another database program and may lack its latest changes.",
            _EARLIER,
        )
    layout = (
        struct.unpack_from(">H", content, 16)[0] == PAGE_SIZE,
        content[20:24] == b"\x00\x40\x20\x20",  # no reserved bytes, payload fractions fixed
        _number(content, 44) == _SCHEMA_FORMAT,
        _number(content, 52) == 0,  # no automatic vacuum
        _number(content, 56) == 1,  # UTF-8
        content[72:92] == bytes(20),
    )
    if not all(layout):
        raise damaged(name, "its first page is not as SLA Editor writes it")
    if _number(content, 32) or _number(content, 36):
        raise damaged(name, "it holds pages that belong to nothing")


def _check_length(content: bytes, name: str) -> None:
    wanted = struct.unpack_from(">I", content, 28)[0] * PAGE_SIZE
    if len(content) < wanted:
        raise damaged(name, "its end is missing")
    if len(content) > wanted:
        raise damaged(name, "something was added at its end")
