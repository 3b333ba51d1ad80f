"""The pieces of a handbook: what fills whole pages and can be laid out by itself.

A piece holds nothing of the other pieces and neither page number nor date nor name of the
edition, so that equal pieces of two editions are laid out once. What it knows of the others are
the ids of the parts that its links lead to. Its numbers are only as long as those that are put in
late (`numbering`, `likeness`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from slaeditor.publish.document import Block, Chapter, Edition, Index
from slaeditor.publish.late import Kind, Numbering, alike, like, place
from slaeditor.publish.numbering import figures_in, tables_in


@dataclass(frozen=True, slots=True)
class CoverPage:
    """The cover of a handbook; its words are those of the setting."""


@dataclass(frozen=True, slots=True)
class ContentsPages:
    """The table of contents: chapters without their text, and for each entry its page number.

    In a small handbook a chapter of the front matter stands `above` it.
    """

    chapters: tuple[Chapter, ...]
    pages: tuple[str, ...]
    above: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A chapter, or those of its sections that follow each other from the top of a page on.

    A run that `opens` begins with the chapter's own title; its `overview` are the ids and titles
    of all sections. `first` is the number of the first section within the chapter; one that
    `continues` has no title here, since it began in the run before. `tables` and `figures` are
    counted before the run begins. The chapters of the runs `then` follow it without beginning a
    page.
    """

    chapter: Chapter
    number: str
    opens: bool = True
    overview: tuple[tuple[str, str], ...] = ()
    first: int = 1
    tables: int = 0
    figures: int = 0
    continues: bool = False
    then: tuple[Run, ...] = ()


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
        first, *more = (_numbering(one) for one in runs_in(content))
        return replace(first, then=tuple(more))
    return Numbering()


def _numbering(run: Run) -> Numbering:
    return Numbering(run.number, run.first, run.tables, run.figures, _pages(run.chapter))


def runs_in(run: Run) -> tuple[Run, ...]:
    """Return a run and those that follow it on its pages."""
    return (run, *run.then)


def late_numbers(piece: Piece) -> set[tuple[Kind, int]]:
    """Return which numbers of a piece are put in late: their kinds and places."""
    found = {(Kind.PAGE, at) for at in range(len(numbering(piece).pages))}
    runs = runs_in(piece.content) if isinstance(piece.content, Run) else ()
    for turn, run in enumerate(runs):
        found |= {(kind, place(turn, at)) for kind, count in _counts(run) for at in range(count)}
    return found


def _counts(run: Run) -> tuple[tuple[Kind, int], ...]:
    """Return how many numbers of each kind a run shows; none where its chapter has none."""
    if not run.number:
        return ()
    return (
        (Kind.CHAPTER, int(run.opens)),
        (Kind.OVERVIEW, len(run.overview) if run.opens and len(run.overview) > 1 else 0),
        (Kind.SECTION, len(run.chapter.sections)),
        (Kind.TABLE, tables_in(run.chapter)),
        (Kind.FIGURE, figures_in(run.chapter)),
    )


def likeness(piece: Piece) -> Piece:
    """Return the piece that is laid out for all that differ from this one in their numbers alone.

    Its numbers have as many digits, so that its lines break alike.
    """
    content = piece.content
    if isinstance(content, ContentsPages):
        pages = tuple(like(each) for each in content.pages)
        return replace(piece, content=replace(content, pages=pages))
    if isinstance(content, Run):
        return replace(piece, content=_like_runs(content))
    return piece


def _like_runs(run: Run) -> Run:
    """Return runs whose chapters are counted from the least number of as many digits on."""
    numbers = [int(one.number) for one in runs_in(run) if one.number]
    shift = alike(numbers[0], numbers[-1] - numbers[0] + 1) - numbers[0] if numbers else 0
    first, *then = (_like_run(one, shift) for one in runs_in(run))
    return replace(first, then=tuple(then))


def _like_run(run: Run, shift: int) -> Run:
    chapter = run.chapter
    if _pages(chapter):
        chapter = replace(chapter, blocks=tuple(_like_index(one) for one in chapter.blocks))
    if not run.number:
        return replace(run, chapter=chapter, first=1, tables=0, figures=0)
    return replace(
        run,
        chapter=chapter,
        number=str(int(run.number) + shift),
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
