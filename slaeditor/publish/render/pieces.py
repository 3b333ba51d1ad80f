"""The pieces of a handbook as HTML with the style sheet of their setting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import htpy as h
from htpy import Node

from slaeditor.publish.document import Chapter, Edition, Section
from slaeditor.publish.late import Kind, colour, place
from slaeditor.publish.piece import ContentsPages, CoverPage, Feet, Piece, Run, numbering, runs_in
from slaeditor.publish.render.chapters import chapter_html, run_html
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.contents import CONTENTS_ID, contents_html
from slaeditor.publish.render.cover import cover_html
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.themes import families
from slaeditor.publish.render.typography import words

PATTERN = "01234 / 56789"
"""The page number of a piece of feet: it shows each digit and what stands between numbers."""
_NO_FEET = "".join(
    f"@page{{@bottom-{place}{{content:none}}}}" for place in ("left", "center", "right")
)
_CONTINUES = (
    ".chapter[data-chapter]{string-set:begun attr(data-chapter)}"
    'h1{string-set:chapter content(text),section "",begun ""}'
    "@page{@top-left{content:string(chapter,first-except) string(begun,last)}}"
)
_NUMBERED = '.toc a::after{content:leader(" . ") attr(data-page);color:var(--late)}'
_LOOKED_UP = ".index-place[data-page]::after{color:var(--late)}"
_HEADS = f"@page{{@top-right{{color:{colour(Kind.HEAD, 0)}}}}}"
_WEIGHTS = (400, 600, 700)
_ONLY_FEET = (
    "@page{@top-left{content:none}@top-right{content:none}"
    f'@bottom-right{{content:"{PATTERN}"}}}}'
    ".feet{string-set:edition attr(data-edition),issue attr(data-issue)}"
    ".feet{height:1pt}.feet+.feet{page:wide}.digits{break-before:page;font-family:var(--sans);"
    "font-variant-numeric:lining-nums tabular-nums}"
)


def piece_html(piece: Piece, pictures: Mapping[str, str]) -> str:
    """Return the HTML of a piece; raises ProseTrouble, LinkTrouble and EditionUnreadable."""
    setting = piece.setting
    return str(
        h.html(lang=setting.language)[
            h.head[h.meta(charset="utf-8"), h.title["–"]],
            h.body(class_=setting.brand.theme.value)[_body(piece, _frame(piece, pictures))],
        ]
    )


def piece_style(piece: Piece) -> str:
    """Return what a piece adds to the style sheet of its look; few kinds of pieces differ in it."""
    content = piece.content
    parts = [_ONLY_FEET if isinstance(content, Feet) else _NO_FEET]
    if isinstance(content, ContentsPages):
        parts.append(_NUMBERED)
    if isinstance(content, Run):
        numbered = any(one.number for one in runs_in(content))
        parts += [_LOOKED_UP] * bool(numbering(piece).pages) + [_HEADS] * numbered
        parts += [_CONTINUES] * (not content.opens)
    return "\n".join(parts)


def _body(piece: Piece, frame: Frame) -> Node:
    content = piece.content
    if isinstance(content, CoverPage):
        return cover_html(piece.setting, frame)
    if isinstance(content, ContentsPages):
        return [
            *(chapter_html(one, "", frame) for one in content.above),
            contents_html(
                _numbered(content.chapters), frame, content.pages, runs_on=bool(content.above)
            ),
        ]
    if isinstance(content, Run):
        return [
            run_html(one, replace(frame, turn=turn), runs_on=turn > 0)
            for turn, one in enumerate(runs_in(content))
        ]
    return _feet(content, frame)


def _feet(feet: Feet, frame: Frame) -> Node:
    """Return an upright and a broad page with nothing but their feet, and one of all digits."""
    issue = " · ".join(frame.words(words) for words in feet.issue.splitlines())
    page = h.section(".feet", data_edition=frame.words(feet.edition_name), data_issue=issue or None)
    digits = (
        h.p(style=f"font-weight:{weight};color:{colour(Kind.DIGITS, at)}")["0123456789"]
        for at, weight in enumerate(_WEIGHTS)
    )
    return [page, page, h.section(".digits")[digits]]


def _numbered(chapters: tuple[Chapter, ...]) -> list[tuple[str, Chapter]]:
    count, found = 0, []
    for chapter in chapters:
        count += chapter.numbered
        found.append((str(count) if chapter.numbered else "", chapter))
    return found


def _frame(piece: Piece, pictures: Mapping[str, str]) -> Frame:
    setting = piece.setting
    return Frame(
        language=setting.language,
        labels=setting.labels,
        palette=palette(setting.brand.accent, setting.cover.reader),
        family=families(setting.brand.theme).sans,
        pictures=pictures,
        ids=frozenset(piece.elsewhere) | {CONTENTS_ID, *_own(piece)},
        elsewhere=frozenset(piece.elsewhere),
        late=True,
        joins=True,
    )


def _own(piece: Piece) -> list[str]:
    return [key for one in _chapters(piece) for key in _below(one)]


def _chapters(piece: Piece) -> tuple[Chapter, ...]:
    """Return the chapters whose text a piece holds, as far as it holds it."""
    if isinstance(piece.content, ContentsPages):
        return piece.content.above
    runs = runs_in(piece.content) if isinstance(piece.content, Run) else ()
    return tuple(one.chapter for one in runs)


def _below(part: Chapter | Section) -> list[str]:
    return [part.id, *(key for one in part.sections for key in _below(one))]


def in_it(piece: Piece) -> Edition:
    """Return an edition that holds nothing but the piece's own chapter, to name its place."""
    chapters = _chapters(piece)
    setting = piece.setting
    return Edition(setting.language, setting.cover, setting.brand, setting.labels, (), chapters)


def section_heads(piece: Piece) -> dict[int, str]:
    """Return the heads of a piece's numbered sections as outline and head of the page give them.

    The keys are their places in the piece, in order.
    """
    runs = runs_in(piece.content) if isinstance(piece.content, Run) else ()
    numbers, language = numbering(piece), piece.setting.language
    sections = {
        place(turn, at): section
        for turn, run in enumerate(runs)
        if run.number
        for at, section in enumerate(run.chapter.sections)
    }
    return {
        at: f"{numbers.printed(Kind.SECTION, at)} {words(one.title, language).strip()}"
        for at, one in sections.items()
    }
