"""The outline of a handbook: its headings, each below the last one of a higher level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from slaeditor.publish.fragment import Heading
from slaeditor.publish.press.objects import Objects, text
from slaeditor.publish.press.trouble import Mismatch


@dataclass(frozen=True, slots=True)
class _Mark:
    """An entry of the outline with those below it."""

    heading: Heading
    page: int
    number: int
    below: list[_Mark] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many entries are below it."""
        return sum(1 + each.count for each in self.below)


def put_outline(objects: Objects, headings: Iterable[tuple[Heading, int]]) -> int:
    """Put headings in order, each with the object of its page, among the objects.

    Returns the number of the outline; raises Mismatch without a heading.
    """
    top = objects.number()
    marks = _marks(objects, headings)
    if not marks:
        raise Mismatch("The handbook has no headings.")
    ends = marks[0].number, marks[-1].number, sum(1 + each.count for each in marks)
    objects.put(top, b"<</Type /Outlines /First %d 0 R /Last %d 0 R /Count %d>>" % ends)
    _put(objects, marks, top)
    return top


def _marks(objects: Objects, headings: Iterable[tuple[Heading, int]]) -> list[_Mark]:
    top: list[_Mark] = []
    open_marks: list[_Mark] = []
    for heading, page in headings:
        mark = _Mark(heading, page, objects.number())
        while open_marks and open_marks[-1].heading.level >= heading.level:
            open_marks.pop()
        (open_marks[-1].below if open_marks else top).append(mark)
        open_marks.append(mark)
    return top


def _put(objects: Objects, marks: list[_Mark], parent: int) -> None:
    for at, mark in enumerate(marks):
        words = b"/Title %b /Dest [%d 0 R %b] /Parent %d 0 R /Count %d" % (
            text(mark.heading.title),
            mark.page,
            mark.heading.view.encode(),
            parent,
            mark.count,
        )
        if at:
            words += b" /Prev %d 0 R" % marks[at - 1].number
        if at + 1 < len(marks):
            words += b" /Next %d 0 R" % marks[at + 1].number
        if mark.below:
            words += b" /First %d 0 R /Last %d 0 R" % (mark.below[0].number, mark.below[-1].number)
        objects.put(mark.number, b"<<%b>>" % words)
        _put(objects, mark.below, mark.number)
