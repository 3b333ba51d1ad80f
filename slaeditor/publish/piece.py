"""The pieces of a handbook: what fills whole pages and can be laid out by itself.

A piece holds nothing of the other pieces and neither page number nor date nor name of the
edition, so that equal pieces of two editions are laid out once. What it knows of the others are
the ids of the parts that its links lead to. Its numbers are only as long as those that are put in
late (`numbering`, `likeness`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from slaeditor.publish.document import Block, Chapter, Edition, Index
from slaeditor.publish.late import Kind, Numbering, alike, like
from slaeditor.publish.numbering import figures_in, tables_in


@dataclass(frozen=True, slots=True)
class CoverPage:
    """The cover of a handbook; its words are those of the setting."""


@dataclass(frozen=True, slots=True)
class ContentsPages:
    """The table of contents: chapters without their text, and for each entry its page number."""

    chapters: tuple[Chapter, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A chapter, or those of its sections that follow each other from the top of a page on.

    A run that `opens` begins with the chapter's own title; its `overview` are the ids and titles
    of all sections. `first` is the number of the first section within the chapter; one that
    `continues` has no title here, since it began in the run before. `tables` and `figures` are
    counted before the run begins.
    """

    chapter: Chapter
    number: str
    opens: bool = True
    overview: tuple[tuple[str, str], ...] = ()
    first: int = 1
    tables: int = 0
    figures: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Feet:
    """The words at the foot of each page and a page number for a pattern."""

    edition_name: str
    issue: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that fills pages of its own, in its setting.

    The setting is an edition without any text: language, look, labels and pictures. `elsewhere`
    are the ids of parts of the handbook that links lead to and that are not in this piece.
    """

    setting: Edition
    content: CoverPage | ContentsPages | Run | Feet
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece as it is laid out, and the numbers that it shows in a handbook."""

    piece: Piece
    numbers: Numbering


def placed(piece: Piece) -> Placed:
    """Return a piece of a handbook apart from its numbers."""
    return Placed(likeness(piece), numbering(piece))


def numbering(piece: Piece) -> Numbering:
    """Return the numbers that a piece shows."""
    content = piece.content
    if isinstance(content, ContentsPages):
        return Numbering(pages=content.pages)
    if isinstance(content, Run):
        pages = _pages(content.chapter)
        return Numbering(content.number, content.first, content.tables, content.figures, pages)
    return Numbering()


def late_numbers(piece: Piece) -> set[tuple[Kind, int]]:
    """Return which numbers of a piece are put in late: their kinds and places."""
    counts = {Kind.PAGE: len(numbering(piece).pages)}
    run = piece.content
    if isinstance(run, Run) and run.number:
        counts[Kind.CHAPTER] = int(run.opens)
        counts[Kind.OVERVIEW] = len(run.overview) if run.opens and len(run.overview) > 1 else 0
        counts[Kind.SECTION] = len(run.chapter.sections)
        counts[Kind.TABLE] = tables_in(run.chapter)
        counts[Kind.FIGURE] = figures_in(run.chapter)
    return {(kind, at) for kind, count in counts.items() for at in range(count)}


def likeness(piece: Piece) -> Piece:
    """Return the piece that is laid out for all that differ from this one in their numbers alone.

    Its numbers have as many digits, so that its lines break alike.
    """
    content = piece.content
    if isinstance(content, ContentsPages):
        pages = tuple(like(each) for each in content.pages)
        return replace(piece, content=replace(content, pages=pages))
    if isinstance(content, Run):
        return replace(piece, content=_like_run(content))
    return piece


def _like_run(run: Run) -> Run:
    chapter = run.chapter
    if _pages(chapter):
        chapter = replace(chapter, blocks=tuple(_like_index(one) for one in chapter.blocks))
    if not run.number:
        return replace(run, chapter=chapter, first=1, tables=0, figures=0)
    return replace(
        run,
        chapter=chapter,
        number=like(run.number),
        first=alike(run.first, len(chapter.sections)),
        tables=alike(run.tables + 1, tables_in(chapter)) - 1,
        figures=alike(run.figures + 1, figures_in(chapter)) - 1,
    )


def _pages(chapter: Chapter) -> tuple[str, ...]:
    """Return the page numbers that the index of a chapter shows, in order."""
    return tuple(
        place.page
        for block in chapter.blocks
        if isinstance(block, Index)
        for entry in block.entries
        for place in entry.places
    )


def _like_index(block: Block) -> Block:
    if not isinstance(block, Index):
        return block
    return Index(
        tuple(
            replace(entry, places=tuple(replace(one, page=like(one.page)) for one in entry.places))
            for entry in block.entries
        )
    )
