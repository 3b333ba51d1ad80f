"""The table of contents as HTML; the page numbers are filled in when the pages are laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Chapter, Edition
from slaeditor.publish.late import Kind
from slaeditor.publish.render.frame import Frame

CONTENTS_ID = "contents"
_CHAPTER, _SECTION, _PAGE = 17.6, 11.5, 1240.0  # points of both columns, as in base.css
_CLOSER, _LETTERS = 1.16, 46

NumberedChapter = tuple[str, Chapter]


def numbered_chapters(edition: Edition) -> list[NumberedChapter]:
    """Return the chapters and back matter in order with their numbers, "" for none."""
    count = 0
    numbered = []
    for chapter in edition.chapters + edition.back:
        count += chapter.numbered
        numbered.append((str(count) if chapter.numbered else "", chapter))
    return numbered


def contents_html(
    chapters: list[NumberedChapter],
    frame: Frame,
    pages: Iterable[str] = (),
    *,
    runs_on: bool = False,
) -> Element:
    """Return the contents: chapters and their sections, each a link.

    `pages` are the page numbers of the entries in order, where they are known already. Contents
    that run on begin no page.
    """
    following = iter(enumerate(pages))
    styles = {"chapter": True, "plain": True, "contents": True}
    return h.section(
        class_=styles | {"runs-on": runs_on, "brief": runs_on}, id=CONTENTS_ID, role="doc-toc"
    )[
        h.header(".opener")[h.h1[frame.words(frame.labels.contents)]],
        h.ul(class_=["toc", {"tight": _is_just_too_long(chapters)}])[
            (_entry(number, chapter, frame, following) for number, chapter in chapters)
        ],
    ]


def _is_just_too_long(chapters: list[NumberedChapter]) -> bool:
    """Return whether the contents need little more than a page, so that closer lines save one."""
    titles = [one.title for number, chapter in chapters for one in chapter.sections if number]
    lines = sum(1 + len(title) // _LETTERS for title in titles)
    high = len(chapters) * _CHAPTER + lines * _SECTION
    return _PAGE < high <= _PAGE * _CLOSER


def _entry(
    number: str, chapter: Chapter, frame: Frame, pages: Iterator[tuple[int, str]]
) -> Element:
    return h.li(".toc-chapter")[
        _link(chapter.id, number, chapter.title, frame, next(pages, None)),
        bool(chapter.sections and number)
        and h.ul[
            (
                h.li(".toc-section")[
                    _link(section.id, f"{number}.{at}", section.title, frame, next(pages, None))
                ]
                for at, section in enumerate(chapter.sections, 1)
            )
        ],
    ]


def _link(target: str, number: str, title: str, frame: Frame, page: tuple[int, str] | None) -> Node:
    at, printed = page or (0, None)
    place = frame.late_colour(Kind.PAGE, at, "--late") if printed else None
    return [
        h.span(".toc-number")[number],
        " ",
        h.a(href=frame.address(target), data_page=printed, style=place)[frame.words(title).strip()],
    ]
