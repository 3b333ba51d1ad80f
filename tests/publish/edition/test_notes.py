"""Footnotes of a table: equal reasons are said once."""

from slaeditor.model.readers import Reader
from slaeditor.publish.document import Cell, Column, RowGroup, Table
from slaeditor.publish.edition.chapters.notes import gathered
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.view import View
from slaeditor.publish.edition.words import Words
from tests.publish.edition.sample import department

VIEW = View(department(), Reader.STAFF, Words(Phrases("en-GB")))


def a_table(*marks: str, notes: tuple[tuple[str, str], ...]) -> Table:
    cells = tuple(Cell("4 h", one) for one in marks)
    columns = tuple(Column(str(at)) for at in range(len(cells) + 1))
    return Table("Targets", columns, (RowGroup(((Cell("Case"), *cells),)),), notes)


def marks_of(table: Table) -> list[str]:
    return [cell.marks for cell in table.groups[0].rows[0][1:]]


def test_a_reason_of_every_cell_stands_below_without_a_mark() -> None:
    found = gathered(VIEW, a_table("1", "1, 2", notes=(("1", "Counted daily"), ("2", "Or less"))))
    assert marks_of(found) == ["", "1"]
    assert found.notes == (("", "For all of these: Counted daily"), ("1", "Or less"))


def test_reasons_of_the_same_cells_become_one_note() -> None:
    notes = (("1", "By mail."), ("2", "By night"))
    found = gathered(VIEW, a_table("1, 2", "", notes=notes))
    assert marks_of(found) == ["1", ""]
    assert found.notes == (("1", "By mail; By night"),)


def test_the_reason_of_a_single_cell_keeps_its_mark() -> None:
    found = gathered(VIEW, a_table("1", notes=(("1", "By mail"),)))
    assert marks_of(found) == ["1"]
