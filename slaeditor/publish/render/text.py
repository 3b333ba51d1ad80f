"""Paragraphs, lists, facts, terms, callouts and lines to sign, as HTML."""

from __future__ import annotations

import unicodedata
from functools import singledispatch
from itertools import groupby

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import (
    Bullets,
    Callout,
    Facts,
    Index,
    IndexEntry,
    IndexPlace,
    Paragraph,
    Prose,
    SignOff,
    Terms,
)
from slaeditor.publish.late import Kind
from slaeditor.publish.lengths import blocks_lines
from slaeditor.publish.render.direction import direction
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.typography import NO_BREAK
from slaeditor.publish.strips import WHOLE_CALLOUT, WHOLE_FACTS

_LETTERS = 3  # labels of so many letters need no more than a narrow column


@singledispatch
def text_html(block: object, _frame: Frame) -> Node:
    """Return the HTML of a block of text; raises TypeError for any other block."""
    raise TypeError(block)


@text_html.register
def _(block: Paragraph, frame: Frame) -> Node:
    style = block.style if block.style in {"lead", "muted"} else ""
    return h.p(class_=[style, {"changed": block.changed}], dir=direction(block.text))[
        frame.words(block.text).strip()
    ]


@text_html.register
def _(block: Prose, frame: Frame) -> Node:
    return h.div(class_=["prose", {"changed": block.changed}])[
        frame.prose(block.markdown, block.source)
    ]


@text_html.register
def _(block: Bullets, frame: Frame) -> Node:
    kind = h.ol if block.ordered else h.ul
    return kind(class_={"changed": block.changed}, dir=direction("".join(block.items)))[
        (h.li(dir=direction(item))[frame.words(item).strip()] for item in block.items)
    ]


@text_html.register
def _(block: Facts, frame: Frame) -> Node:
    if block.run_in:
        return _particulars(block, frame)
    kind = "facts whole" if blocks_lines((block,)) <= WHOLE_FACTS else "facts"
    return _pairs(block.pairs, frame, kind, changed=block.changed)


@text_html.register
def _(block: Terms, frame: Frame) -> Node:
    return _pairs(block.entries, frame, "glossary")


@text_html.register
def _(block: Index, frame: Frame) -> Node:
    letters = groupby(block.entries, key=lambda entry: initial(entry.term))
    return h.div(".index")[
        (
            h.div(".index-letter")[
                h.p(".letter")[letter], (_looked_up(entry, frame) for entry in entries)
            ]
            for letter, entries in letters
        )
    ]


@text_html.register
def _(block: Callout, frame: Frame) -> Node:
    return callout(block, frame)


@text_html.register
def _(block: SignOff, frame: Frame) -> Node:
    return h.table(".sign-off.broad")[
        h.caption[frame.words(block.caption)],
        h.thead[h.tr[(h.th(scope="col")[frame.words(title)] for title in block.columns)]],
        h.tbody[(_line(name, len(block.columns) - 1, frame) for name in block.names)],
    ]


def initial(term: str) -> str:
    """Return the letter of the alphabet under which a term stands; "#" for none.

    >>> initial("Über"), initial("24x7")
    ('U', '#')
    """
    first = unicodedata.normalize("NFKD", term.strip()[:1])[:1].upper()
    return first if first.isalpha() else "#"


def _looked_up(entry: IndexEntry, frame: Frame) -> Element:
    """Return a term with its places, each with its page."""
    return h.p(".index-entry")[
        frame.words(entry.term).strip(),
        ([" " if at == 0 else ", ", _place(place, frame)] for at, place in enumerate(entry.places)),
    ]


def _place(place: IndexPlace, frame: Frame) -> Element:
    address = frame.address(place.part) or None
    late = frame.late_colour(Kind.PAGE, frame.numbers.next_place(), "--late")
    style = late if place.page else None
    return h.a(".index-place", href=address, data_page=place.page or None, style=style)[
        frame.words(place.label).strip()
    ]


def callout(block: Callout, frame: Frame) -> Element:
    """Return a boxed remark, kept on one page when it is short."""
    tone = block.tone.value.replace(" ", "-")
    short = len(block.body) < WHOLE_CALLOUT
    return h.div(class_=["callout", tone, {"whole": short}])[
        h.p(".callout-title", dir=direction(block.title))[
            h.strong[frame.tone(block.tone)],
            block.title and [". ", frame.words(block.title)],
        ],
        frame.prose(block.body, block.source),
    ]


def _particulars(block: Facts, frame: Frame) -> Element:
    """Return facts one after the other, with a dot between them that never begins a line."""
    last = len(block.pairs) - 1
    is_head = not any(words for _, words in block.pairs)
    told = [
        _fact(label, words, frame, "" if at == last else f"{NO_BREAK}· ")
        for at, (label, words) in enumerate(block.pairs)
    ]
    return h.p(class_=["particulars", {"changed": block.changed, "head": is_head}])[told]


def _fact(label: str, words: str, frame: Frame, after: str) -> Node:
    """Return a label with its words; a label without any names what the others are about.

    The words and what comes `after` them are one run of letters: where runs meet without a space,
    the layout engine breaks lines too early.
    """
    if not words:
        return [h.strong(".about")[frame.words(label).strip()], after]
    return [h.strong[f"{frame.words(label).strip()}:"], f" {frame.words(words).strip()}{after}"]


def _pairs(
    pairs: tuple[tuple[str, str], ...], frame: Frame, kind: str, *, changed: bool = False
) -> Element:
    letters = all(len(name) <= _LETTERS for name, _ in pairs)
    return h.table(class_=["pairs", kind, {"changed": changed, "letters": letters}])[
        h.tbody[
            (
                h.tr[
                    h.th(scope="row", dir=direction(name))[frame.words(name).strip()],
                    h.td(dir=direction(words))[frame.words(words).strip()],
                ]
                for name, words in pairs
            )
        ]
    ]


def _line(name: str, empty: int, frame: Frame) -> Element:
    return h.tr[h.th(scope="row")[frame.words(name)], (h.td for _ in range(empty))]
