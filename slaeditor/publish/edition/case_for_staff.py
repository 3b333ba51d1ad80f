"""Answers to the manager as documents of their own: the case for staff, what misses cost.

They are for the manager and whoever decides, and say so on the cover. An answer whose sentences
carry their facts is printed in the language of the project, any other in English.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from slaeditor.model.document import Document, Language
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
from slaeditor.publish.edition.cover import brand, labels
from slaeditor.publish.edition.german_answers import GERMAN_ANSWERS
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.words import Words
from slaeditor.rules.passages import Passage
from slaeditor.rules.phrase import Phrase

LANGUAGE = "en-GB"
"""Answers are worked out in English."""


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
    document = project.the(Document)
    phrases = Phrases(_language(document, passages))
    words = Words(phrases)
    told = [_said(words, one) for one in passages]
    return Edition(
        language=phrases.language,
        cover=Cover(
            title=said(words, heading),
            subtitle=document.name,
            edition_name=said(words, "Manager's own"),
            reader="staff",
            organisation=document.organisation,
            date=words.date(on),
            confidentiality=said(words, confidentiality),
        ),
        brand=brand(project),
        labels=labels(phrases),
        front=(),
        chapters=tuple(_chapter(number, one) for number, one in enumerate(told, 1)),
    )


def _language(document: Document, passages: Sequence[Passage]) -> str:
    """The language of the project, where every heading can be said in it."""
    can = all(isinstance(one.heading, Phrase) for one in passages)
    return document.language.word if can and document.language is Language.GERMAN else LANGUAGE


def _said(words: Words, passage: Passage) -> Passage:
    return Passage(
        said(words, passage.heading),
        tuple(said(words, one) for one in passage.sentences),
        tuple(tuple(said(words, cell) for cell in row) for row in passage.rows),
    )


def said(words: Words, told: str) -> str:
    """Return a phrase in the language of `words`; what is no phrase, or has no words, as it is."""
    if not words.phrases.is_german:
        return str(told)
    if not isinstance(told, Phrase):
        return GERMAN_ANSWERS.get(told, told)
    facts = {name: _fact(words, value) for name, value in told.facts.items()}
    return GERMAN_ANSWERS[told.key].format(**facts)


def _fact(words: Words, value: object) -> str:
    if isinstance(value, Phrase):
        return said(words, value)
    if isinstance(value, Decimal):
        return words.number(round(value, 1))
    if isinstance(value, tuple):
        return " × ".join(_fact(words, one) for one in value)
    return value if isinstance(value, str) else words.value(value)


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
