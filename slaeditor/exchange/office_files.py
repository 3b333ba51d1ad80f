"""The tables of a Word or Excel file that somebody else wrote, as rows of words.

Nothing of such a file is trusted: its size unpacked is limited before it is read, formulas count
with the value they last had, and neither links nor pictures nor macros are looked at.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from slaeditor.exchange.merged_cells import Span, merged_downwards

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph

MOST_BYTES: Final = 50_000_000
MOST_PARTS: Final = 1_000
MOST_SWELLING: Final = 200
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
MOST_LETTERS: Final = 100_000

TEXT_TITLE: Final = "The text"
TEXT_HEADS: Final = ("Heading", "Text")

_MIDNIGHT: Final = time()
_CURRENCIES: Final = {"$": "USD", "€": "EUR", "£": "GBP", "CHF": "CHF"}
_LIST_STYLES: Final = {"List Bullet": "- ", "List Number": "1. "}

_BROKEN: Final = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OSError),
    *(EOFError, RecursionError, zlib.error, zipfile.BadZipFile),
)
"""What the libraries raise over parts that are missing, cut, or no XML."""

Rows = tuple[tuple[str, ...], ...]


class OfficeFileTrouble(Exception):
    """A file cannot be taken in; `sentence` says why and `remedy` what to do."""

    def __init__(self, sentence: str, remedy: str) -> None:
        """Keep both for whoever tells them."""
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table: the words above it, and its rows, all of the same length, the heads first."""

    title: str
    rows: Rows


def found_tables(content: bytes, name: str) -> tuple[FoundTable, ...]:
    """Return the tables of a .docx or .xlsx file in their order.

    The running text of a Word file comes as a last table of headings and the text below each, as
    Markdown. Raises `OfficeFileTrouble`.
    """
    suffix = name.rpartition(".")[2].casefold()
    if suffix not in _READERS:
        raise OfficeFileTrouble(
            f"“{name}” is no Word or Excel file of today's form.",
            "Open it in Word or Excel and save it as .docx or .xlsx.",
        )
    _guard(content, name)
    try:
        found = tuple(_READERS[suffix](content))
    except _BROKEN as error:
        raise _broken(name) from error
    if not found:
        raise OfficeFileTrouble(f"“{name}” holds neither a table nor text.", "Choose another file.")
    return found


def _broken(name: str) -> OfficeFileTrouble:
    return OfficeFileTrouble(
        f"“{name}” cannot be read; it is damaged or of another kind than its name says.",
        "Open it in Word or Excel, save it anew, and choose it again.",
    )


def _guard(content: bytes, name: str) -> None:
    """Refuse what is no archive, or one that swells beyond any document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _broken(name) from error
    whole = sum(part.file_size for part in parts)
    swells = any(part.file_size > MOST_SWELLING * (part.compress_size + 1000) for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_BYTES or swells:
        raise OfficeFileTrouble(
            f"“{name}” is far larger inside than any agreement.",
            "Copy the tables you need into a new file and choose that one.",
        )


def _in_word(content: bytes) -> Iterator[FoundTable]:
    from docx import Document
    from docx.table import Table as WordTable

    text, above = _Text(), ""
    for part in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, WordTable):
            rows = _squared(_word_rows(part))
            if rows:
                yield FoundTable(above or text.heading, rows)
            above = ""
        elif part.text.strip():
            above = part.text.strip()[:200]
            text.take(part)
    if text.rows:
        yield FoundTable(TEXT_TITLE, (TEXT_HEADS, *text.rows))


def _word_rows(table: WordTable) -> Iterator[tuple[str, ...]]:
    for row in table.rows[:MOST_ROWS]:
        yield tuple(cell.text.strip()[:MOST_LETTERS] for cell in row.cells[:MOST_COLUMNS])


class _Text:
    """The running text so far, in parts under its headings."""

    def __init__(self) -> None:
        self.heading = ""
        self._parts: list[tuple[str, list[str]]] = []

    def take(self, paragraph: Paragraph) -> None:
        """Take one paragraph that is not empty."""
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        words = paragraph.text.strip()[:MOST_LETTERS]
        if style.startswith(("Heading", "Title")):
            self.heading = words
            self._parts.append((words, []))
            return
        if not self._parts:
            self._parts.append(("", []))
        self._parts[-1][1].append(_LIST_STYLES.get(style, "") + words)

    @property
    def rows(self) -> Rows:
        """Each heading with what stands below it; headings above others only are left out."""
        return tuple((heading, _joined(lines)) for heading, lines in self._parts if lines)


def _joined(lines: list[str]) -> str:
    """Paragraphs as Markdown; points of a list follow each other without an empty line."""
    points = tuple(_LIST_STYLES.values())
    words = ""
    for line in lines:
        follows = line.startswith(points) and words.rpartition("\n")[2].startswith(points)
        gap = "\n" if follows else "\n\n"
        words = f"{words}{gap}{line}" if words else line
    return words


def _in_excel(content: bytes) -> Iterator[FoundTable]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        spans = merged_downwards(content)
        for sheet in book.worksheets:
            lines = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
            words = [[_words(one) for one in row] for row in lines]
            _fill_down(words, spans.get(sheet.title, ()))
            yield from _blocks(sheet.title, (tuple(row) for row in words))
    finally:
        book.close()


def _fill_down(rows: list[list[str]], spans: Iterable[Span]) -> None:
    """Write the words of a cell that spans several lines into each of them."""
    for column, first, last in spans:
        if first < len(rows) and column < len(rows[first]):
            for row in rows[first + 1 : last + 1]:
                row[column : column + 1] = [rows[first][column]]


def _blocks(title: str, lines: Iterable[tuple[str, ...]]) -> Iterator[FoundTable]:
    """Cut the lines of a sheet into tables where a line is empty.

    A line of one cell just above a table is what the table is called.
    """
    block: list[tuple[str, ...]] = []
    named = title
    for line in (*lines, ()):
        if any(line):
            block.append(line)
            continue
        if len(block) == 1 and sum(map(bool, block[0])) == 1:
            named = next(filter(None, block[0]))
        elif block:
            yield from _block(named, block)
            named = title
        block = []


def _block(title: str, block: list[tuple[str, ...]]) -> Iterator[FoundTable]:
    above, block = _headed(block)
    rows = _squared(block)
    if len(rows) > 1:
        yield FoundTable(above or title, rows)


def _headed(block: list[tuple[str, ...]]) -> tuple[str, list[tuple[str, ...]]]:
    """The words of the first line of one cell above the heads, and the lines from the heads on.

    Further lines of one cell there are heads above heads, such as "Plan" over all plans.
    """
    counts = [sum(map(bool, line)) for line in block]
    heads = next((at for at, count in enumerate(counts) if count > 1), 0)
    return next((words for words in block[0] if words and heads), ""), block[heads:]


def _squared(rows: Iterable[tuple[str, ...]]) -> Rows:
    """Rows of equal length without empty rows and columns."""
    kept = [row for row in rows if any(row)]
    width = max(map(len, kept), default=0)
    full = [(*row, *[""] * (width - len(row))) for row in kept]
    columns = [at for at in range(width) if any(row[at] for row in full)]
    return tuple(tuple(row[at] for at in columns) for row in full)


def _words(cell: Any) -> str:
    """A cell of a sheet as somebody would write it."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, str(getattr(cell, "number_format", "") or ""))
    written = next((said for kind, said in _WRITTEN.items() if isinstance(value, kind)), str)
    return "" if value is None else written(value).strip()[:MOST_LETTERS]


def _moment(value: datetime) -> str:
    return str(value.date()) if value.time() == _MIDNIGHT else f"{value:%Y-%m-%d %H:%M}"


def _number(value: float, form: str) -> str:
    """A number with the sign that its form shows: 0.95 shown in per cent is 95 %."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if "%" in form:
        return f"{_plain(number * 100)} %"
    currency = next((code for sign, code in _CURRENCIES.items() if sign in form), "")
    return f"{_plain(number)} {currency}".strip()


def _plain(number: Decimal) -> str:
    if not number.is_finite():
        return str(number)
    words = f"{round(number, 9):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _span(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h" if not rest else f"{hours} h {rest} min" if hours else f"{rest} min"


_WRITTEN: Final[dict[type, Callable[[Any], str]]] = {
    bool: lambda value: "yes" if value else "no",
    timedelta: _span,
    datetime: _moment,
    time: lambda value: f"{value:%H:%M}",
}

_READERS: Final[dict[str, Callable[[bytes], Iterator[FoundTable]]]] = {
    "docx": _in_word,
    "xlsx": _in_excel,
    "xlsm": _in_excel,
}
