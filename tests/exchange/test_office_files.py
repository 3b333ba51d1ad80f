"""Tables of Word and Excel files become rows of words, and hostile files a sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from slaeditor.exchange.office_files import TEXT_HEADS, OfficeFileTrouble, found_tables


def a_workbook(*rows: tuple[Any, ...], forms: dict[str, str] | None = None) -> bytes:
    """An Excel file with one sheet called Plans."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Plans"
    for row in rows:
        sheet.append(row)
    for place, form in (forms or {}).items():
        sheet[place].number_format = form
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def a_letter(build: Any) -> bytes:
    """A Word file built by a function that is given the document."""
    document = Document()
    build(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def the_rows(content: bytes) -> tuple[tuple[str, ...], ...]:
    """The rows of the only table of an Excel file."""
    (table,) = found_tables(content, "a.xlsx")
    return table.rows


def test_a_sheet_is_a_table_named_after_it():
    (table,) = found_tables(a_workbook(("Name", "Price"), ("Gold", 40)), "plans.xlsx")
    assert (table.title, table.rows) == ("Plans", (("Name", "Price"), ("Gold", "40")))


def test_an_empty_line_divides_a_sheet_and_a_lone_cell_names_what_follows():
    content = a_workbook(("A", "B"), ("1", "2"), (), ("Terms",), ("Term", "Meaning"), ("x", "y"))
    assert [table.title for table in found_tables(content, "a.xlsx")] == ["Plans", "Terms"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (0.999, "0.0 %", "99.9 %"),
        (1234.5, "#,##0.00 €", "1234.5 EUR"),
        (40, "General", "40"),
        (True, "General", "yes"),
        (date(2026, 3, 1), "", "2026-03-01"),
        (datetime(2026, 3, 1, 9, 30), "", "2026-03-01 09:30"),
        (time(9, 30), "", "09:30"),
        (timedelta(minutes=90), "[h]:mm", "1 h 30 min"),
    ],
)
def test_a_cell_reads_as_somebody_would_write_it(value: Any, form: str, written: str):
    content = a_workbook(("Name", "Value"), ("x", value), forms={"B2": form} if form else {})
    assert the_rows(content)[1][1] == written


def test_a_formula_counts_with_the_value_it_last_had():
    assert the_rows(a_workbook(("A", "B"), ("x", "=1+1"), ("y", "2")))[1] == ("x", "")


def test_empty_columns_are_left_out():
    assert the_rows(a_workbook(("A", None, "B"), ("x", None, "y")))[0] == ("A", "B")


def test_a_table_in_a_letter_is_called_after_what_stands_above_it():
    def build(document: Any) -> None:
        document.add_paragraph("Response times")
        table = document.add_table(rows=2, cols=2)
        for at, words in enumerate(("Priority", "Time", "P1", "4 h")):
            table.cell(at // 2, at % 2).text = words

    table, _ = found_tables(a_letter(build), "a.docx")
    assert (table.title, table.rows) == ("Response times", (("Priority", "Time"), ("P1", "4 h")))


def test_merged_cells_say_the_same_in_each_place():
    def build(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "P1"
        table.cell(0, 1).text, table.cell(1, 1).text = "a", "b"

    (table,) = found_tables(a_letter(build), "a.docx")
    assert table.rows == (("P1", "a"), ("P1", "b"))


def test_the_text_of_a_letter_comes_by_its_headings_as_markdown():
    def build(document: Any) -> None:
        document.add_heading("Scope", 1)
        document.add_paragraph("We support:")
        document.add_paragraph("the program", style="List Bullet")
        document.add_paragraph("the server", style="List Bullet")

    (table,) = found_tables(a_letter(build), "a.docx")
    assert table.rows == (TEXT_HEADS, ("Scope", "We support:\n\n- the program\n- the server"))


@pytest.mark.parametrize("name", ["a.doc", "a.pdf", "a"])
def test_another_kind_of_file_is_told(name: str):
    with pytest.raises(OfficeFileTrouble, match="is no Word or Excel file"):
        found_tables(b"x", name)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_told(name: str, part: float):
    whole = a_workbook(("A", "B"), ("x", "y"))
    with pytest.raises(OfficeFileTrouble, match="cannot be read"):
        found_tables(whole[: int(len(whole) * part)], name)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_an_archive_of_something_else_is_told(name: str):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types")
    with pytest.raises(OfficeFileTrouble, match="cannot be read"):
        found_tables(stream.getvalue(), name)


def test_an_archive_that_swells_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 20_000_000)
    with pytest.raises(OfficeFileTrouble, match="far larger inside"):
        found_tables(stream.getvalue(), "a.xlsx")


def test_an_entity_that_multiplies_is_refused():
    whole = a_workbook(("A", "B"), ("x", "y"))
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>'
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            sheet = part.filename.startswith("xl/worksheets/")
            new.writestr(part.filename, laughs if sheet else old.read(part))
    with pytest.raises(OfficeFileTrouble, match="cannot be read"):
        found_tables(stream.getvalue(), "a.xlsx")


def test_an_empty_file_is_told():
    with pytest.raises(OfficeFileTrouble, match="neither a table nor text"):
        found_tables(a_letter(lambda _: None), "a.docx")


def a_merged_workbook(*rows: tuple[Any, ...], spans: tuple[str, ...]) -> bytes:
    """An Excel file of which some cells are merged."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for span in spans:
        sheet.merge_cells(span)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WIKI = (
    ("What we promise", None, None, None),
    (None, None, "Plan", None),
    ("Severity", None, "Plus", "Resort"),
    ("Critical", "First response", "2 h", "15 min"),
    (None, "Restoration", "8 h", "2 h"),
    ("Minor", "First response", "NBD", "NBD"),
)


def test_merged_heads_above_the_heads_name_the_table_and_are_no_rows():
    content = a_merged_workbook(*WIKI, spans=("A1:D1", "C2:D2"))
    (table,) = found_tables(content, "a.xlsx")
    assert table.title == "What we promise"
    assert table.rows[0] == ("Severity", "", "Plus", "Resort")


def test_a_cell_that_spans_lines_is_said_in_each_of_them():
    content = a_merged_workbook(*WIKI, spans=("A1:D1", "C2:D2", "A4:A5"))
    (table,) = found_tables(content, "a.xlsx")
    assert [row[0] for row in table.rows[1:]] == ["Critical", "Critical", "Minor"]


def test_an_empty_cell_that_spans_nothing_stays_empty():
    (table,) = found_tables(a_merged_workbook(*WIKI, spans=("A1:D1",)), "a.xlsx")
    assert [row[0] for row in table.rows[1:]] == ["Critical", "", "Minor"]
