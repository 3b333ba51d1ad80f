"""The workbook: words stay words, numbers are numbers, every table has its sheet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.document import Cell, Chapter, Column, RowGroup, Table
from slaeditor.publish.render.workbook.amounts import amount
from slaeditor.publish.render.workbook.book import workbook_bytes
from slaeditor.publish.render.workbook.names import sheet_name
from tests.publish import editions, packages

DANGEROUS = (
    *("=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "＝1+1", "|x", "%x"),
    *('=HYPERLINK("http://x")', "http://example.com", "mailto:a@b.c", "{=1}", "  =1"),
)


def table(*rows, titles=("Case", "Value")):
    cells = tuple(tuple(Cell(words) for words in row) for row in rows)
    return Table("Targets", tuple(Column(title) for title in titles), (RowGroup(cells),))


def sheet(*blocks, number=2):
    parts = packages.parts(workbook_bytes(editions.edition(*blocks)))
    return parts[f"xl/worksheets/sheet{number}.xml"].decode()


@pytest.mark.parametrize("words", DANGEROUS)
def test_what_looks_like_a_formula_stays_words(words):
    parts = packages.parts(workbook_bytes(editions.edition(table(("a", words)))))
    assert b"<f>" not in parts["xl/worksheets/sheet2.xml"]
    assert b"hyperlink" not in parts["xl/worksheets/sheet2.xml"]
    assert b'Target="http' not in b"".join(parts.values())


def test_a_number_is_a_number():
    assert "<v>-5</v>" in sheet(table(("a", "-5")))


def test_a_percentage_is_counted_from_one():
    assert "<v>0.9995" in sheet(table(("a", "99.95 %")))


def test_the_name_of_a_row_is_never_a_number():
    assert "<v>7</v>" not in sheet(table(("7", "x")))


def test_head_and_first_column_stay_in_sight():
    made = sheet(table(("a", "b")))
    assert 'state="frozen"' in made
    assert 'topLeftCell="B4"' in made


def test_printed_pages_repeat_the_head():
    parts = packages.parts(workbook_bytes(editions.edition(table(("a", "b")))))
    assert b"Print_Titles" in parts["xl/workbook.xml"]
    assert b"fitToPage" in parts["xl/worksheets/sheet2.xml"]


def test_every_numbered_table_has_a_sheet_under_its_number():
    edition = editions.edition(table(("a", "1")), table(("b", "2")))
    book = packages.parts(workbook_bytes(edition))["xl/workbook.xml"].decode()
    assert 'name="1.1 Targets"' in book
    assert 'name="1.2 Targets"' in book


def test_no_sheet_and_no_row_is_hidden():
    made = packages.words(workbook_bytes(editions.every_block()))
    assert "hidden" not in made


def test_an_edition_without_tables_is_a_workbook_with_its_title():
    words = packages.words(workbook_bytes(editions.edition()))
    assert "Support methodology handbook" in words


def test_a_title_with_an_ampersand_is_printed_as_it_is():
    edition = editions.edition(table(("a", "b")))
    named = replace(edition, cover=replace(edition.cover, title="R&D &P desk"))
    assert (
        b"R&amp;&amp;D &amp;&amp;P desk"
        in packages.parts(workbook_bytes(named))["xl/worksheets/sheet2.xml"]
    )


def test_tables_of_parts_without_numbers_are_left_out():
    edition = editions.edition()
    free = Chapter("c-2", "Free", blocks=(table(("a", "b")),), numbered=False)
    words = packages.words(workbook_bytes(replace(edition, back=(free,))))
    assert words.count("<sheet ") == 1


@pytest.mark.parametrize(
    ("words", "language", "value", "form"),
    [
        ("1,250.50", "en-GB", "1250.50", "#,##0.00"),
        ("1.250,5", "de-DE", "1250.5", "#,##0.0"),
        ("£29", "en-GB", "29", '"£"#,##0'),
        ("29,00 €", "de-DE", "29.00", '#,##0.00" €"'),
        ("-£3.50", "en-GB", "-3.50", '"£"#,##0.00'),
        ("95 %", "en-GB", "0.95", "0\\ %"),
    ],
)
def test_amounts_are_read_by_the_language(words, language, value, form):
    found = amount(words, language)
    assert found is not None
    assert (found.value, found.form) == (Decimal(value), form)


@pytest.mark.parametrize(
    "words", ["", "4 hours", "007", "2.5.1", "0800 1234", "1,2,3", "95–97 %", "from £29", "24x7"]
)
def test_words_are_no_amount(words):
    assert amount(words, "en-GB") is None


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_of_sheets_are_short_different_and_allowed(wanted):
    taken: set[str] = set()
    names = [sheet_name(one, taken) for one in wanted]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")


def test_a_workbook_can_be_read_again():
    import zipfile

    with zipfile.ZipFile(BytesIO(workbook_bytes(editions.every_block()))) as package:
        assert package.testzip() is None
