"""Handbooks as bytes for tests of the window, made once by the real layout process."""

from __future__ import annotations

from functools import cache

from slaeditor.publish.document import Chapter, Paragraph, Section
from slaeditor.publish.printing import pdf
from tests.publish.editions import edition


@cache
def small_handbook(word: str = "Silver") -> bytes:
    """A handbook of a few chapters, each on a page of its own.

    The third one has a section “Gold” and says the word.
    """
    made = edition(Paragraph("Words."))
    from dataclasses import replace

    chapters = tuple(
        Chapter(
            id=f"chapter-{number}",
            title=f"Part {number}",
            blocks=(Paragraph(f"What part {number} says."),),
            sections=_sections(number, word),
            alone=True,
        )
        for number in range(1, 5)
    )
    return pdf(replace(made, chapters=chapters))


def _sections(number: int, word: str) -> tuple[Section, ...]:
    if number != 3:
        return ()
    return (Section(id="section-gold", title="Gold", blocks=(Paragraph(f"Better than {word}."),)),)
