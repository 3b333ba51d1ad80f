"""The cells of an Excel file that span several lines, which a quick reading does not tell."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

Span = tuple[int, int, int]
"""A column with the first and the last of its lines, all counted from 0."""

_BOOK: Final = "xl/workbook.xml"
_MOST_SPANS: Final = 20_000
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"')


def merged_downwards(content: bytes) -> Mapping[str, tuple[Span, ...]]:
    """Return the cells of a workbook that span several lines, by the title of their sheet."""
    from openpyxl.reader.workbook import WorkbookParser

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        held = set(archive.namelist())
        if _BOOK not in held:
            return {}
        book = WorkbookParser(archive, _BOOK)
        book.parse()
        sheets = {sheet.name: part.target for sheet, part in book.find_sheets()}
        return {
            name: tuple(_spans(archive.read(part))) for name, part in sheets.items() if part in held
        }


def _spans(part: bytes) -> Iterator[Span]:
    for count, found in enumerate(_MERGED.finditer(part)):
        first, last = int(found[2]) - 1, int(found[3]) - 1
        if count < _MOST_SPANS and last > first:
            yield _column(found[1].decode()), first, last


def _column(letters: str) -> int:
    """The place of a column: A is 0, Z 25, AA 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
