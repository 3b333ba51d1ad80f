"""Chapters and sections as HTML.

A chapter's HTML holds nothing of other chapters and no edition name, date or page number, so
that an unchanged chapter gives the same pages in every edition.
"""

from __future__ import annotations

import re
from dataclasses import replace

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Block, Chapter, Section, Steps, Table
from slaeditor.publish.figures import Chain, Curve, SwimLanes, Timeline, WeekPicture
from slaeditor.publish.late import Kind
from slaeditor.publish.numbering import figures_in, tables_in
from slaeditor.publish.pagination import is_brief
from slaeditor.publish.piece import Run
from slaeditor.publish.render.direction import direction
from slaeditor.publish.render.figures.figure import figure_html
from slaeditor.publish.render.frame import HEADINGS, Frame, Numbers
from slaeditor.publish.render.steps import steps_html
from slaeditor.publish.render.tables import table_html
from slaeditor.publish.render.text import text_html
from slaeditor.publish.trouble import EditionUnreadable

_FIGURES = Timeline | WeekPicture | Curve | SwimLanes | Chain
_DEEPEST_SECTION = 3


def chapter_html(chapter: Chapter, number: str, frame: Frame, *, runs_on: bool = False) -> Element:
    """Return one chapter; `number` is empty for one without a number.

    One that runs on below another begins no page.
    """
    overview = tuple((one.id, one.title) for one in chapter.sections) if number else ()
    return run_html(Run(chapter, number, overview=overview), frame, runs_on=runs_on)


def run_html(run: Run, frame: Frame, *, runs_on: bool = False) -> Element:
    """Return a chapter, or some sections of one as they stand in the whole."""
    chapter, number = run.chapter, run.number
    frame = replace(frame, numbers=Numbers(number, run.figures, run.tables), level=1)
    styles = {"plain": not number, "runs-on": runs_on, "brief": runs_on and is_brief(chapter)}
    classes: list[str | dict[str, bool]] = ["chapter", styles]
    sections = (
        _continued(run, frame)
        if run.continues and at == 0
        else _section(section, _clause(run, at), frame, at)
        for at, section in enumerate(chapter.sections)
    )
    if not run.opens:
        title = frame.title(chapter.title).strip()
        return h.section(class_=classes, data_chapter=title)[sections]
    return h.section(class_=classes, id=opaque(chapter.id))[
        h.header(".opener")[
            number and h.p(".numeral", style=frame.late_colour(Kind.CHAPTER, 0))[number],
            h.h1(dir=direction(chapter.title))[frame.title(chapter.title).strip()],
            chapter.lead
            and h.p(".promise", dir=direction(chapter.lead))[frame.words(chapter.lead).strip()],
            _overview(run, frame),
        ],
        blocks_html(chapter.blocks, frame),
        sections,
    ]


def _clause(run: Run, at: int) -> str:
    return f"{run.number}.{run.first + at}" if run.number else ""


def _continued(run: Run, frame: Frame) -> Element:
    """Return the first section of a run, whose title stands in the run before."""
    section = run.chapter.sections[0]
    inner = replace(frame, level=frame.level + 1)
    head = f"{_clause(run, 0)} {frame.title(section.title)}".strip()
    return h.section(".section.level-2", data_section=head)[
        (_section(part, "", inner) for part in section.sections)
    ]


def sections_html(chapter: Chapter, number: str, frame: Frame, shown: frozenset[str]) -> list[Node]:
    """Return those of a chapter's sections that are to be shown, numbered as in the whole."""
    before = replace(chapter, sections=())
    tables, figures = tables_in(before), figures_in(before)
    parts: list[Node] = []
    for at, section in enumerate(chapter.sections, 1):
        if section.id in shown:
            inside = replace(frame, numbers=Numbers(number, figures, tables), level=1)
            words = _section(section, f"{number}.{at}" if number else "", inside)
            parts.append(h.section(".chapter")[words])
        tables, figures = tables + tables_in(section), figures + figures_in(section)
    return parts


def blocks_html(blocks: tuple[Block, ...], frame: Frame) -> Node:
    """Return the blocks in order."""
    return [_block(block, frame) for block in blocks]


def opaque(identifier: str) -> str:
    """Return an identifier that says nothing; raises EditionUnreadable for any other."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,63}", identifier):
        raise EditionUnreadable(
            f"The edition holds the identifier {identifier!r}.", "Export the handbook again."
        )
    return identifier


def _block(block: Block, frame: Frame) -> Node:
    if isinstance(block, Table):
        return table_html(block, frame)
    if isinstance(block, Steps):
        return steps_html(block, frame)
    if isinstance(block, _FIGURES):
        return figure_html(block, frame)
    return text_html(block, frame)


def _overview(run: Run, frame: Frame) -> Node:
    """Return the list of the chapter's sections, where there are several."""
    return (
        len(run.overview) > 1
        and h.ul(".overview")[
            (
                h.li[
                    h.span(".overview-number", style=frame.late_colour(Kind.OVERVIEW, at))[
                        f"{run.number}.{at + 1}"
                    ],
                    " ",
                    h.a(href=_within(opaque(key), frame))[frame.words(title).strip()],
                ]
                for at, (key, title) in enumerate(run.overview)
            )
        ]
    )


def _within(key: str, frame: Frame) -> str:
    """Return the address of a section of the same chapter."""
    return frame.address(key) if key in frame.elsewhere else f"#{key}"


def _section(
    section: Section,
    number: str,
    frame: Frame,
    at: int = 0,
) -> Element:
    level = min(frame.level + 1, _DEEPEST_SECTION)
    inner = replace(frame, level=level)
    wide = _starts_wide(section)
    styles = {"new-page": section.opener, "fresh": section.id in frame.begun}
    return h.section(
        class_=["section", f"level-{level}", styles],
        id=opaque(section.id),
    )[
        h.div(class_=["section-head", {"wide": wide}])[
            _title(section, number, level, frame, at),
            section.margin and h.div(".side")[h.div(".aside")[h.p[frame.words(section.margin)]]],
            section.lead
            and h.p(class_=["promise", {"changed": section.changed}])[
                frame.words(section.lead).strip()
            ],
        ],
        section.removed
        and h.p(".removed", dir=direction(section.removed))[frame.words(section.removed).strip()],
        blocks_html(section.blocks, inner),
        (_section(part, "", inner) for part in section.sections),
    ]


def _starts_wide(section: Section) -> bool:
    """Return whether the section's title belongs on the landscape page of its first table."""
    return bool(section.blocks) and isinstance(section.blocks[0], Table) and section.blocks[0].wide


def _title(section: Section, number: str, level: int, frame: Frame, at: int) -> Element:
    return HEADINGS[level - 1](dir=direction(section.title))[
        number and [h.span(".clause", style=frame.late_colour(Kind.SECTION, at))[number], " "],
        frame.title(section.title).strip(),
    ]
