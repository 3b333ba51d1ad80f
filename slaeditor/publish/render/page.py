"""An edition as one web page that needs no other file: for the intranet and for telephones.

There is no script in it: the contents open and close by themselves, stand beside the text where
there is room, and everything follows the light or dark scheme of the reader's screen.
"""

from __future__ import annotations

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Chapter, Edition
from slaeditor.publish.render.chapters import chapter_html
from slaeditor.publish.render.contents import CONTENTS_ID, numbered_chapters
from slaeditor.publish.render.cover import cover_html
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.html import document_html, frame_of
from slaeditor.publish.render.markdown import style_words
from slaeditor.publish.render.pictures import picture_bytes
from slaeditor.publish.render.themes import screen_style


def page_html(edition: Edition) -> str:
    """Return the page; the pictures stand in it, there is no script and no outside address."""
    pictures = {
        asset.id: f"data:{asset.media_type};base64,{asset.content}" for asset in edition.assets
    }
    for asset in edition.assets:
        picture_bytes(asset)
    frame = frame_of(edition, pictures)
    return document_html(edition, pictures, _head(edition), _body(edition, frame))


def page_bytes(edition: Edition) -> bytes:
    """Return the page as a file."""
    return page_html(edition).encode()


def _head(edition: Edition) -> Node:
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return [
        h.meta(http_equiv="Content-Security-Policy", content=policy),
        h.meta(name="referrer", content="no-referrer"),
        h.meta(name="color-scheme", content="light dark"),
        h.style[style_words(screen_style(edition))],
    ]


def _body(edition: Edition, frame: Frame) -> list[Node]:
    """Return cover, contents and all chapters, with a way back to the contents."""
    chapters = numbered_chapters(edition)
    contents = frame.words(edition.labels.contents)
    every = [("", chapter) for chapter in edition.front] + chapters
    return [
        cover_html(edition, frame),
        h.nav(".contents", id=CONTENTS_ID, aria_label=contents)[
            h.p(".contents-title")[contents],
            h.ul(".toc")[(_entry(number, chapter, frame) for number, chapter in every)],
        ],
        h.main[(chapter_html(chapter, number, frame) for number, chapter in every)],
        h.a(".to-contents", href=f"#{CONTENTS_ID}")[contents],
    ]


def _entry(number: str, chapter: Chapter, frame: Frame) -> Element:
    """Return the entry of a chapter, which opens to show its sections."""
    link = _link(number, chapter.id, chapter.title, frame)
    if not number or not chapter.sections:
        return h.li(".toc-chapter")[h.p(".toc-line")[link]]
    parts = (
        h.li(".toc-section")[_link(f"{number}.{at}", section.id, section.title, frame)]
        for at, section in enumerate(chapter.sections, 1)
    )
    return h.li(".toc-chapter")[h.details[h.summary(".toc-line")[link], h.ul[parts]]]


def _link(number: str, target: str, title: str, frame: Frame) -> Node:
    return [
        h.span(".toc-number")[number],
        " ",
        h.a(href=frame.address(target))[frame.words(title).strip()],
    ]
