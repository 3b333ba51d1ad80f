"""Markdown as plain words, and plain words as Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_MARKS = re.compile(r"(\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


def escaped(words: str) -> str:
    """Return plain words as Markdown that shows them as they are."""
    return _SPECIAL.sub(r"\\\1", words)


def plain(markdown: str) -> str:
    """Return Markdown as one line of plain words, for a place that knows no Markdown."""
    words = _LINK.sub(lambda found: f"{found[1]} ({found[2]})" if found[1] else found[2], markdown)
    lines = (re.sub(r"^\s*(?:[-*+>]|#+)\s+", "", line) for line in words.splitlines())
    return " ".join(_MARKS.sub("", " ".join(lines)).split())
