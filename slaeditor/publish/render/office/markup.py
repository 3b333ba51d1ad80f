"""The clean HTML of a text as a tree, and as plain words, for forms that are not HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

_BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "pre", "blockquote", "div", "br", "hr"}
)
_EMPTY = frozenset({"br", "hr", "img"})


class _Planter(HTMLParser):
    """Builds the tree of a piece of HTML whose elements are all closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.builder.start("div", {})

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin an element; one that holds nothing ends at once."""
        self.builder.start(tag, {name: words or "" for name, words in attrs})
        if tag in _EMPTY:
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag not in _EMPTY:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        """Add words."""
        self.builder.data(data)


def tree(html: str) -> Element:
    """Return the elements of a piece of clean HTML below one root."""
    planter = _Planter()
    planter.feed(html)
    planter.close()
    planter.builder.end("div")
    return planter.builder.close()


def words_of(element: Element) -> str:
    """Return all words of an element."""
    return "".join(element.itertext())


def plain_lines(html: str) -> tuple[str, ...]:
    """Return the lines of a piece of clean HTML as plain words, none of them empty.

    >>> plain_lines("<p>Call <strong>now</strong>.</p><ul><li>Or write.</li></ul>")
    ('Call now.', 'Or write.')
    """
    lines = "".join(_words(tree(html))).split("\n")
    return tuple(found for line in lines if (found := " ".join(line.split())))


def _words(element: Element) -> Iterator[str]:
    is_block = element.tag in _BLOCKS
    yield "\n" if is_block else ""
    yield _line(element.text) if element.tag != "pre" else words_of(element)
    if element.tag == "img":
        yield element.get("alt") or ""
    for child in element:
        yield from _words(child)
        yield " " if child.tag in {"td", "th"} else ""
        yield _line(child.tail)
    yield "\n" if is_block else ""


def _line(words: str | None) -> str:
    """Return words of which no line break means anything, in one line."""
    return (words or "").replace("\n", " ")
