"""Rows of letters among bytes of any kind, one byte or two bytes a letter.

Most of what is looked through holds none, such as the outlines of fonts, so each byte is first
turned into the sort of sign it can be; where enough of a sort stand together is then found without
going from byte to byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LEAST = 6
"""Letters in a row that are no chance."""
_WORDS = re.compile(rb"(?:[\x20-\x7e\t]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){6,}")
_WIDE = {
    b"0a": re.compile(rb"(?:\x00[\x20-\x7e]){6,}"),
    b"a0": re.compile(rb"(?:[\x20-\x7e]\x00){6,}"),
}
"""Letters of two bytes each, by the sorts of the two."""


def _sorts(**members: Iterable[int]) -> bytes:
    """Return a table that turns each byte into the letter of its sort, the others into a dot."""
    table = bytearray(b"." * 256)
    for sort, codes in members.items():
        for code in codes:
            table[code] = ord(sort[-1])
    return bytes(table)


_PRINTED = range(0x20, 0x7F)
_SPELLED = _sorts(a=(0x09, *_PRINTED, *range(0x80, 0xC0), *range(0xC2, 0xF0)))
_PAIRED = _sorts(a=_PRINTED, _0=(0,))


def loose_words(content: bytes) -> Iterator[str]:
    """Yield the rows of letters among bytes, first those of one byte a letter."""
    for begun, ended in _rows(content.translate(_SPELLED)):
        for found in _WORDS.finditer(content, begun, ended):
            yield found[0].decode("utf-8", "ignore")
    sorts = content.translate(_PAIRED)
    for pair, pattern in _WIDE.items():
        for row in _wide_rows(content, sorts, pair, pattern):
            yield row.replace(b"\x00", b"").decode("ascii")


def _rows(sorts: bytes) -> Iterator[tuple[int, int]]:
    """Yield where enough bytes that can spell something stand together, and where that ends."""
    at = sorts.find(b"a" * _LEAST)
    while at >= 0:
        ended = sorts.find(b".", at)
        ended = ended if ended >= 0 else len(sorts)
        yield at, ended
        at = sorts.find(b"a" * _LEAST, ended)


def _wide_rows(
    content: bytes, sorts: bytes, pair: bytes, pattern: re.Pattern[bytes]
) -> Iterator[bytes]:
    at = sorts.find(pair * _LEAST)
    while at >= 0 and (found := pattern.match(content, at)):
        yield found[0]
        at = sorts.find(pair * _LEAST, found.end())
