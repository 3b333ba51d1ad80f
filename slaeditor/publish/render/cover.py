"""The cover as HTML: title, edition in words, version, date, owner, confidentiality."""

from __future__ import annotations

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Edition
from slaeditor.publish.render.figures.lettering import width
from slaeditor.publish.render.frame import Frame

_TITLE = 38.0
_ROOM = 450.0
_SMALLEST = 38 / 29
_LONG = 60
_VERY_LONG = 140


def cover_html(edition: Edition, frame: Frame) -> Element:
    """Return the cover page; its words also feed the running heads and feet."""
    cover = edition.cover
    issue = " · ".join(frame.words(words) for words in (cover.version, cover.date) if words)
    # The heads and feet take their words from attributes of an element in the flow.
    return h.section(".cover", data_edition=frame.words(cover.foot), data_issue=issue or None)[
        h.div(".cover-top")[
            _logo(edition, frame),
            cover.organisation and h.p(".organisation")[frame.words(cover.organisation)],
        ],
        h.div(".cover-title")[
            h.p(class_=["title", _size(cover.title)])[frame.words(cover.title)],
            cover.subtitle and h.p(".subtitle")[frame.words(cover.subtitle)],
        ],
        h.div(".cover-foot")[
            h.p(".edition-name")[frame.words(cover.edition_name)],
            cover.watermark and h.p(".draft")[frame.words(cover.watermark)],
            cover.recipient and h.p(".recipient")[frame.words(cover.recipient)],
            issue and h.p(".issue")[issue],
            cover.owner and h.p(".owner")[frame.words(cover.owner)],
            cover.confidentiality and h.p(".confidential")[frame.words(cover.confidentiality)],
        ],
    ]


def _logo(edition: Edition, frame: Frame) -> Node:
    logo = {asset.id: asset for asset in edition.assets}.get(edition.brand.logo)
    if logo is None:
        return None
    words = logo.alternative or edition.cover.organisation or edition.cover.title
    return h.p(".logo")[h.img(src=frame.pictures[logo.id], alt=words)]


def _size(title: str) -> str:
    """Return the class of a title: a smaller letter where a word or the whole is long."""
    longest = max((width(word, _TITLE, bold=True) for word in title.split()), default=0.0)
    if longest > _ROOM * _SMALLEST or len(title) > _VERY_LONG:
        return "longer"
    return "long" if longest > _ROOM or len(title) > _LONG else ""
