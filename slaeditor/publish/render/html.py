"""An edition as one HTML document without styles: the structure that every look shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import htpy as h
from htpy import Node

from slaeditor.publish.document import Chapter, Edition, Section
from slaeditor.publish.pagination import pages_begun, pages_within, shares_contents
from slaeditor.publish.render.chapters import chapter_html, sections_html
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.contents import (
    CONTENTS_ID,
    NumberedChapter,
    contents_html,
    numbered_chapters,
)
from slaeditor.publish.render.cover import cover_html
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.themes import families


def document_html(
    edition: Edition, pictures: Mapping[str, str], head: Node = None, body: Node = None
) -> str:
    """Return the HTML of the whole handbook.

    `pictures` gives the address of each asset, `head` what else belongs into the head, `body`
    what stands on the page instead of the pages of print. Raises
    ProseTrouble, LinkTrouble and EditionUnreadable.
    """
    return str(
        h.html(lang=edition.language)[
            h.head[
                h.meta(charset="utf-8"),
                h.title[edition.title],
                h.meta(name="viewport", content="width=device-width, initial-scale=1"),
                head,
            ],
            h.body(class_=edition.brand.theme.value)[body or body_html(edition, pictures)],
        ]
    )


def body_html(edition: Edition, pictures: Mapping[str, str]) -> list[Node]:
    """Return cover, front matter, contents, chapters and back matter in order.

    An edition of which only some chapters are shown has these and nothing else.
    """
    frame = replace(frame_of(edition, pictures), joins=True)
    chapters = numbered_chapters(edition)
    if edition.shown:
        return _excerpt(edition, chapters, frame)
    pages = pages_begun(edition)
    front: list[Node] = [chapter_html(chapter, "", frame) for chapter in edition.front]
    front.insert(
        min(1, len(front)), contents_html(chapters, frame, runs_on=shares_contents(edition))
    )
    frame = replace(frame, begun=pages.begun)
    return [
        cover_html(edition, frame),
        *front,
        *(
            chapter_html(chapter, number, frame, runs_on=chapter.id in pages.running_on)
            for number, chapter in chapters
        ),
    ]


def _excerpt(edition: Edition, chapters: list[NumberedChapter], frame: Frame) -> list[Node]:
    shown = frozenset(edition.shown)
    parts: list[Node] = []
    for number, chapter in [("", one) for one in edition.front] + chapters:
        if chapter.id in shown:
            begun = pages_within(chapter, edition.brand.theme).begun
            parts.append(chapter_html(chapter, number, replace(frame, begun=begun)))
        elif shown & {section.id for section in chapter.sections}:
            parts += sections_html(chapter, number, frame, shown)
    cover = edition.cover
    issue = " · ".join(frame.words(words) for words in (cover.version, cover.date) if words)
    feet = {"data_edition": frame.words(cover.foot), "data_issue": issue or None}
    return [h.div(".excerpt", **feet)[parts]]


def frame_of(edition: Edition, pictures: Mapping[str, str]) -> Frame:
    """Return what every part of the handbook needs to know while it is made."""
    return Frame(
        language=edition.language,
        labels=edition.labels,
        palette=palette(edition.brand.accent, edition.cover.reader),
        family=families(edition.brand.theme).sans,
        pictures=pictures,
        ids=frozenset(_identifiers(edition)) | {CONTENTS_ID},
        laid_out=_laid_out(edition),
    )


def _identifiers(edition: Edition) -> Iterator[str]:
    for chapter in edition.front + edition.chapters + edition.back:
        yield from _below(chapter)


def _laid_out(edition: Edition) -> frozenset[str] | None:
    """Return what links can lead to where only some chapters are shown."""
    if not edition.shown:
        return None
    chapters = edition.front + edition.chapters + edition.back
    parts: list[Chapter | Section] = [*chapters]
    parts += [section for one in chapters for section in one.sections]
    return frozenset(key for one in parts if one.id in edition.shown for key in _below(one))


def _below(part: Chapter | Section) -> Iterator[str]:
    yield part.id
    for section in part.sections:
        yield from _below(section)
