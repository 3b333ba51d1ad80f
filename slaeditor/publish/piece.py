"""The pieces of a handbook: what fills whole pages and can be laid out by itself.

A piece holds nothing of the other pieces and neither page number nor date nor name of the
edition, so that equal pieces of two editions are laid out once. What it knows of the others are
the ids of the parts that its links lead to.
"""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.publish.document import Chapter, Edition


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
    of all sections. `first` is the number of the first section within the chapter; `tables` and
    `figures` are counted before the run begins.
    """

    chapter: Chapter
    number: str
    opens: bool = True
    overview: tuple[tuple[str, str], ...] = ()
    first: int = 1
    tables: int = 0
    figures: int = 0


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
