"""The numbers of a handbook put into its fragments: sections, tables, figures, pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from slaeditor.publish.fragment import Fragment, Heading
from slaeditor.publish.late import Digit, Kind, Late, Numbering, replaced
from slaeditor.publish.press.trouble import Mismatch

_Digits = Mapping[str, tuple[str, ...]]


def renumbered(fragment: Fragment, numbers: Numbering, digits: _Digits) -> dict[int, bytes]:
    """Return the streams of a fragment that show other numbers in this handbook, with these.

    `digits` are the glyphs of 0 to 9 by font. Raises Mismatch where a number does not fit.
    """
    changes: dict[int, list[tuple[Digit, bytes]]] = defaultdict(list)
    for late in fragment.late:
        changes[late.stream] += _changes(late, numbers, digits)
    return {
        body.number: replaced(body.stream, changes[body.number])
        for body in fragment.bodies
        if body.stream is not None and changes.get(body.number)
    }


def _changes(late: Late, numbers: Numbering, digits: _Digits) -> Iterator[tuple[Digit, bytes]]:
    """Yield the digits of a number that are others now, each with its glyph."""
    printed = numbers.printed(Kind(late.kind), late.at)
    if printed == late.printed:
        return
    if len(printed) != len(late.printed) or late.face not in digits:
        raise Mismatch(f"The number {printed} does not fit where {late.printed} was.")
    places = iter(late.digits)
    for now, before in zip(printed, late.printed, strict=True):
        if now.isdigit() != before.isdigit():
            raise Mismatch(f"The number {printed} is unlike {late.printed}.")
        if now.isdigit():
            place = next(places)
            if now != before:
                yield place, digits[late.face][int(now)].encode()


def retitled(heading: Heading, numbers: Numbering) -> Heading:
    """Return an entry of the outline with the number that its section has in this handbook."""
    if heading.section < 0:
        return heading
    number = numbers.printed(Kind.SECTION, heading.section)
    return replace(heading, title=f"{number} {heading.title.partition(' ')[2]}")
