"""The same handbooks made the plain way and the fast way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from slaeditor.publish import printing
from slaeditor.publish.document import Chapter, Edition, Paragraph, Section
from slaeditor.publish.press.press import Press
from tests.publish import editions


@dataclass(frozen=True)
class Both:
    """A handbook made both ways, by a press that has made it just now."""

    edition: Edition
    plain: bytes
    fast: bytes
    press: Press


@pytest.fixture(scope="session")
def whole() -> Edition:
    """Return a handbook with every kind of block, sections on pages of their own and links."""
    made = editions.every_block()
    table = editions.table(3)
    rows = table.groups[0].rows
    linked = replace(rows[0][0], text="See Gold", link="s-gold")
    group = replace(table.groups[0], rows=((linked, *rows[0][1:]), *rows[1:]))
    further = (
        Section("s-more", "More of it", (replace(table, groups=(group,)), editions.week())),
        Section("s-third", "On a page of its own", (editions.matrix(),), opener=True),
        Section("s-last", "The last one", (Paragraph(editions.PROMISE), editions.curve())),
    )
    extra = Chapter("c-extra", "What follows", sections=further)
    long = Section("s-long", "A long one", (Paragraph(editions.PROMISE * 90),))
    short = Section("s-short", "A short one", (editions.table(4), Paragraph(editions.PROMISE)))
    again = replace(long, id="s-again", blocks=(*long.blocks, *long.blocks))
    parts = tuple(
        Section(f"s-part-{at}", f"Part {at}", (Paragraph(editions.PROMISE * 50), editions.table(3)))
        for at in range(4)
    )
    parted = Section("s-parted", "In many parts", (editions.week(),), sections=parts)
    lasting = Chapter("c-long", "At length", sections=(long, short, parted, again))
    brief = Chapter("c-brief", "Briefly", "On the same page.", (editions.table(2),))
    parts = (
        Section("s-one", "One", (editions.curve(),)),
        Section("s-two", "Two", (editions.week(),)),
    )
    other = Chapter("c-other", "Another short one", blocks=(editions.table(3),), sections=parts)
    words = "Words in عربي, עברית and with a \N{TELEPHONE RECEIVER}."
    preface = Chapter("c-preface", "Preface", blocks=(Paragraph(words),), numbered=False)
    return replace(
        made, front=(*made.front, preface), chapters=(*made.chapters, extra, lasting, brief, other)
    )


@pytest.fixture(scope="session")
def both(whole: Edition) -> Iterator[Both]:
    """Return the handbook made both ways."""
    press = Press()
    fast = press.pdf(whole)
    press.rest()
    yield Both(whole, printing.pdf(whole), fast, press)
    press.close()


@pytest.fixture(scope="session")
def small() -> Iterator[Both]:
    """Return a handbook so small that its contents share a page, made both ways."""
    edition = editions.edition()
    use = Chapter("c-front", "How to use it", blocks=(Paragraph("See Gold."),), numbered=False)
    edition = replace(edition, front=(use,))
    press = Press()
    fast = press.pdf(edition)
    press.rest()
    yield Both(edition, printing.pdf(edition), fast, press)
    press.close()
