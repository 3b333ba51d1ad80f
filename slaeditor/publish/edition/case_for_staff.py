"""Answers to the manager as documents of their own: the case for staff, what misses cost.

They are for the manager and whoever decides, and say so on the cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.publish.document import (
    Align,
    Block,
    Cell,
    Chapter,
    Column,
    Cover,
    Edition,
    Paragraph,
    RowGroup,
    Table,
)
from slaeditor.publish.edition.cover import brand, labels, picture_keys
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.words import Words
from slaeditor.rules.passages import Passage

LANGUAGE = "en-GB"
"""The case is told in English, as its figures are worked out."""


def printed_case(project: Project, passages: Sequence[Passage], on: date) -> Edition:
    """Return the case for staff with a cover that says it is the manager's own."""
    return printed_passages(project, "The case for staff", passages, on)


def printed_passages(
    project: Project,
    heading: str,
    passages: Sequence[Passage],
    on: date,
    confidentiality: str = "Names people and what they cost. Not for staff, sales or clients.",
) -> Edition:
    """Return passages as an edition under a heading, with a cover that says whose it is."""
    phrases = Phrases(LANGUAGE)
    document = project.the(Document)
    return Edition(
        language=LANGUAGE,
        cover=Cover(
            title=heading,
            subtitle=document.name,
            edition_name="Manager's own",
            reader="staff",
            organisation=document.organisation,
            date=Words(phrases).date(on),
            confidentiality=confidentiality,
        ),
        brand=brand(project, picture_keys(project)),
        labels=labels(phrases),
        front=(),
        chapters=tuple(_chapter(number, one) for number, one in enumerate(passages, 1)),
    )


def _chapter(number: int, passage: Passage) -> Chapter:
    told: tuple[Block, ...] = tuple(Paragraph(words) for words in passage.sentences)
    rows = (_table(passage),) if len(passage.rows) > 1 else ()
    return Chapter(f"c-case-{number}", passage.heading, blocks=(*told, *rows))


def _table(passage: Passage) -> Table:
    head, *rows = passage.rows
    share = 70 // max(len(head) - 1, 1)
    columns = (
        Column(head[0], 30),
        *(Column(words, share, _side(rows, at)) for at, words in enumerate(head[1:], 1)),
    )
    cells = tuple(tuple(Cell(words) for words in row) for row in rows)
    return Table(passage.heading, columns, (RowGroup(cells),))


def _side(rows: Sequence[Sequence[str]], column: int) -> Align:
    """Figures stand at the right, words at the left."""
    cells = [row[column] for row in rows if row[column]]
    figures = sum(words[:1].isdigit() for words in cells)
    return Align.RIGHT if figures * 2 >= len(cells) else Align.LEFT
