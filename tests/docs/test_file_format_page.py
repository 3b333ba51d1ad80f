"""The page on the file format says what the declarations say."""

import runpy
from pathlib import Path

from slaeditor.storage.schema import APPLICATION_ID, FORMAT, PAGE_SIZE, declared_schema

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "file-format.md").read_text("utf-8")


def test_the_tables_are_those_of_the_declarations() -> None:
    made = runpy.run_path(str(DOCS / "make_file_format.py"))
    assert made["renewed"](PAGE) == PAGE, "run: python docs/make_file_format.py"


def test_the_numbers_of_the_format_are_right() -> None:
    assert f"0x{APPLICATION_ID:X}" in PAGE
    assert f"{PAGE_SIZE:,} bytes" in PAGE
    assert f"this page describes format {FORMAT}" in PAGE


def test_every_table_is_as_strict_as_the_page_says() -> None:
    for statement in declared_schema().values():
        assert statement.endswith("STRICT, WITHOUT ROWID")
