"""Words as YAML: plain where that is safe, in quotes or as a block of lines where it is not."""

from __future__ import annotations

import base64
import json
import re

WIDTH = 100
_PLAIN = re.compile(r"[^\s\-?:=<,\[\]{}#&*!|>'\"%@`\x00-\x1f\x7f-\xa0\ufeff\u2028\u2029]")
_NEVER_PLAIN = re.compile(r": |\s#|:$|\s$|[\x00-\x1f\x7f-\xa0\ufeff\u2028\u2029]")
_NEVER_FLOWING = re.compile(r"[,\[\]{}]")
_NEVER_BLOCK = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029]|^[ \t]+$|^\t|^ *\t", re.MULTILINE
)
_ESCAPED = re.compile("[\x7f-\xa0\ufeff\u2028\u2029]")


def inline(words: str, *, flowing: bool = False) -> str:
    """Return words on one line, `flowing` for a place between braces or brackets.

    >>> inline("Mon–Fri 09:00–17:00, Sat 10:00–12:00", flowing=True), inline("> 5 min")
    ('"Mon–Fri 09:00–17:00, Sat 10:00–12:00"', '"> 5 min"')
    """
    plain = _PLAIN.match(words) and not _NEVER_PLAIN.search(words)
    if plain and not (flowing and _NEVER_FLOWING.search(words)):
        return words
    quoted = json.dumps(words, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def is_block(words: str) -> bool:
    """Whether words are written as a block of lines; their last line must not be empty."""
    ends = words.endswith("\n")
    return "\n" in words and not ends and not _NEVER_BLOCK.search(words)


def block(words: str, indent: int) -> list[str]:
    """Return the lines that follow a name: the mark of a block, then its lines, indented.

    A block loses its last line end when it is read, so that it has none of its own to keep.
    """
    mark = "|2" if words[0] in " \n" else "|"
    lines = words.split("\n")
    return [mark, *(" " * indent + line if line else "" for line in lines)]


def content_lines(content: bytes, indent: int) -> list[str]:
    """Return the lines that follow a name for bytes: a block of base64."""
    encoded = base64.encodebytes(content).decode("ascii").splitlines()
    return ["|", *(" " * indent + line for line in encoded)]
