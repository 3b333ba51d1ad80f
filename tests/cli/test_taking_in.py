"""take-in: tables of Word and Excel files on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from slaeditor.storage.document_file import open_file


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """An Excel file with a matrix of times, one of which nobody can read."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "First response"
    for row in (("Priority", "Silver", "Gold"), ("Critical", "4 h", "1 h"), ("Minor", "1 h", "?")):
        sheet.append(row)
    book.save(tmp_path / "plans.xlsx")
    return tmp_path / "plans.xlsx"


def test_without_an_output_it_only_tells(run, plans: Path, tmp_path: Path):
    answer = run("take-in", "plans.xlsx")
    assert (
        "1. First response: targets, “Priority” is severity, “Silver” names a service level"
        in answer.out
    )
    assert list(tmp_path.glob("*.sla")) == []


def test_what_cannot_be_read_is_told_with_its_place(run, plans: Path):
    answer = run("take-in", "plans.xlsx", "-o", "out.sla")
    assert answer.status == 1
    assert "Row 2, Gold: “?” is not a target." in answer.err


def test_the_project_holds_what_was_taken_in(run, plans: Path, tmp_path: Path):
    run("take-in", "plans.xlsx", "-o", "out.sla")
    levels = open_file(tmp_path / "out.sla").project.service_levels
    assert [level.name for level in levels] == ["Silver", "Gold"]


def test_levels_of_a_project_are_found_in_it(run, plans: Path, tmp_path: Path):
    run("take-in", "plans.xlsx", "--into", "support.yaml", "-o", "out.sla")
    levels = open_file(tmp_path / "out.sla").project.service_levels
    assert [level.name for level in levels] == ["Silver", "Gold"]


def test_another_kind_can_be_said(run, plans: Path):
    assert "1. First response: glossary," in run("take-in", "plans.xlsx", "--as", "glossary").out


def test_a_table_that_is_not_there_is_told(run, plans: Path):
    answer = run("take-in", "plans.xlsx", "--table", "4")
    assert (answer.status, answer.err) == (2, "plans.xlsx has 1 tables, no table 4.\n")


def test_a_file_of_another_kind_is_told(run, tmp_path: Path):
    (tmp_path / "old.doc").write_bytes(b"x")
    answer = run("take-in", "old.doc")
    assert answer.status == 2
    assert "save it as .docx or .xlsx" in answer.err


def test_a_table_that_nobody_recognises_is_left_out_and_told(run, tmp_path: Path):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Lamp model", "Watts", "Socket", "Hue"), ("Lamp", "red", "heavy", "old")):
        sheet.append(row)
    book.save(tmp_path / "things.xlsx")
    answer = run("take-in", "things.xlsx")
    assert "1. Sheet: left out, since it is not recognised" in answer.out
    assert "1 record new" in run("take-in", "things.xlsx", "--as", "glossary").out


def take_in_without_gold(run, tmp_path: Path, plans: Path, *more: str):
    """Take the plans in, then once more with n/a for Gold."""
    run("take-in", "plans.xlsx", "-o", "once.sla")
    book = load_workbook(plans)
    book.active["C2"] = "n/a"
    book.save(plans)
    return run("take-in", "plans.xlsx", "--into", "once.sla", "-o", "out.sla", *more)


def test_what_stands_stays_where_a_cell_says_nothing(run, plans: Path, tmp_path: Path):
    answer = take_in_without_gold(run, tmp_path, plans)
    assert "Row 1, Gold: “n/a” says nothing; “1 h” stays." in answer.out


def test_what_stands_is_taken_away_when_that_is_said(run, plans: Path, tmp_path: Path):
    answer = take_in_without_gold(run, tmp_path, plans, "--empty")
    assert "changed from 1 h to n/a" in answer.out
