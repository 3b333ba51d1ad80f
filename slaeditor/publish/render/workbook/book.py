"""An edition's tables as one workbook, with a sheet that names them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from slaeditor.publish.document import Chapter, Edition, Section, Table
from slaeditor.publish.render.contents import numbered_chapters
from slaeditor.publish.render.frame import Frame, Numbers
from slaeditor.publish.render.html import frame_of
from slaeditor.publish.render.office.package import ALWAYS, packed
from slaeditor.publish.render.word.styles import FONTS
from slaeditor.publish.render.workbook.looks import Looks
from slaeditor.publish.render.workbook.names import sheet_name
from slaeditor.publish.render.workbook.sheet import Heading, footer, write_sheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_FIRST_LINE = 8
_WIDE_SHEET = 90
_TITLE_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class _Found:
    """A table of the edition with its number in the whole and the titles above it."""

    table: Table
    number: str
    titles: tuple[str, ...]


def workbook_bytes(edition: Edition) -> bytes:
    """Return the workbook of an edition; raises PublishTrouble.

    It holds every table of the numbered chapters under the number it has in the handbook. Equal
    editions give equal bytes.
    """
    out = BytesIO()
    book = Workbook(out, _OPTIONS)
    frame = frame_of(edition, {asset.id: f"asset:{asset.id}" for asset in edition.assets})
    looks = Looks(book, frame.palette, FONTS[edition.brand.theme].sans)
    _say_who(book, edition)
    taken: set[str] = set()
    first = book.add_worksheet(sheet_name(frame.words(edition.labels.contents), taken))
    listed = []
    for found in _tables(edition, frame):
        name = sheet_name(f"{found.number} {found.table.caption}", taken)
        sheet = book.add_worksheet(name)
        write_sheet(sheet, found.table, _heading(found, frame), looks, frame)
        sheet.set_footer(footer({"left": _issue(edition, frame)}))
        listed.append((name, found))
    _list(first, edition, listed, (looks, frame))
    first.activate()
    book.close()
    return packed(out.getvalue())


def _say_who(book: Any, edition: Edition) -> None:
    """Let the file say its title and organisation of itself, and nothing else."""
    cover = edition.cover
    book.set_properties({"title": cover.title, "author": cover.organisation, "created": ALWAYS})


def _tables(edition: Edition, frame: Frame) -> Iterator[_Found]:
    for number, chapter in numbered_chapters(edition):
        if number:
            numbers = Numbers(number)
            for table, titles in _below(chapter, ()):
                yield _Found(table, numbers.next_table(), (frame.words(chapter.title), *titles))


def _below(
    part: Chapter | Section, titles: tuple[str, ...]
) -> Iterator[tuple[Table, tuple[str, ...]]]:
    """Yield the tables of a part in order, each with the titles of the sections it is in."""
    for block in part.blocks:
        if isinstance(block, Table):
            yield block, titles
    for section in part.sections:
        yield from _below(section, (*titles, section.title))


def _heading(found: _Found, frame: Frame) -> Heading:
    number = frame.numbered(frame.labels.table, found.number)
    caption = f"{number}  {frame.words(found.table.caption)}"
    return Heading(caption, " · ".join(frame.words(title) for title in found.titles))


def _issue(edition: Edition, frame: Frame) -> str:
    cover = edition.cover
    parts = (cover.title, cover.foot, cover.version, cover.date, cover.confidentiality)
    return frame.words(" · ".join(filter(None, parts)))


def _list(
    sheet: Any, edition: Edition, listed: list[tuple[str, _Found]], means: tuple[Looks, Frame]
) -> None:
    """Write the first sheet: what this is, and a way to each table."""
    looks, frame = means
    cover = edition.cover
    sheet.set_column(0, 0, _WIDE_SHEET)
    issue = " · ".join(filter(None, (cover.version, cover.date, cover.owner)))
    told = (
        (cover.organisation, looks.muted),
        (cover.title, looks.title),
        (cover.subtitle, looks.muted),
        (" · ".join(filter(None, (cover.edition_name, cover.watermark))), looks.edition),
        (cover.recipient, looks.plain),
        (issue, looks.plain),
        (cover.confidentiality, looks.muted),
    )
    sheet.set_row(1, _TITLE_HEIGHT)
    for row, (words, look) in enumerate(told):
        sheet.write_string(row, 0, frame.words(words), look)
    for row, (name, found) in enumerate(listed, _FIRST_LINE):
        words = _heading(found, frame).caption
        target = name.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{target}'!A1", looks.link, words)
    sheet.hide_gridlines(2)
    sheet.fit_to_pages(1, 0)
