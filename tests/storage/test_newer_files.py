"""A file of a newer format is shown as far as it is understood, and never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.storage.document_file import open_file, open_newer_file, save_file
from slaeditor.storage.newer_files import understood
from slaeditor.storage.trouble import DamagedFile, NewerFile, Refused
from tests.storage.newer import A_GOAL, ANOTHER_COLUMN, ANOTHER_TABLE, META, newer_file

GOLD = ServiceLevel(name="Gold")
PROJECT = Project().add(Document(name="Handbook"), GOLD)


def test_what_is_known_of_a_newer_file_is_read():
    found = understood(newer_file(PROJECT, ANOTHER_TABLE, A_GOAL), "Newer.sla")
    assert (found.project, found.version) == (PROJECT, 2)


def test_a_table_that_is_not_known_is_named():
    found = understood(newer_file(PROJECT, ANOTHER_TABLE, A_GOAL), "Newer.sla")
    assert found.left_out == ("“sustainability goals”",)


def test_a_table_that_is_not_known_and_empty_is_not_missed():
    assert understood(newer_file(PROJECT, ANOTHER_TABLE), "Newer.sla").left_out == ()


def test_a_column_that_is_not_known_is_left_out_and_not_missed_while_empty():
    found = understood(newer_file(PROJECT, ANOTHER_COLUMN), "Newer.sla")
    assert (found.project, found.left_out) == (PROJECT, ())


def test_what_stands_in_a_column_that_is_not_known_is_named():
    filled = "UPDATE service_levels SET carbon = 'low'"
    content = newer_file(PROJECT, ANOTHER_COLUMN, "PRAGMA writable_schema = RESET", filled)
    found = understood(content, "Newer.sla")
    assert (found.project, found.left_out) == (PROJECT, ("“carbon” (Service levels)",))


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE roles RENAME TO functions",
        "ALTER TABLE roles RENAME COLUMN name TO title",
        "CREATE VIEW seen AS SELECT * FROM roles",
        "CREATE TRIGGER t AFTER INSERT ON roles BEGIN SELECT 1; END",
        ANOTHER_TABLE.replace('"name" TEXT NOT NULL', '"name" TEXT AS (1)'),
        'CREATE TABLE "loose" ("id" TEXT PRIMARY KEY)',
    ],
    ids=["missing", "renamed", "view", "trigger", "generated", "loose"],
)
def test_what_cannot_be_understood_is_refused_with_both_formats(statement: str):
    with pytest.raises(NewerFile, match="has file format 2; this version of SLA Editor knows 1"):
        understood(newer_file(PROJECT, statement), "Newer.sla")


def test_a_newer_file_whose_content_is_not_what_was_saved_is_refused():
    content = newer_file(PROJECT)
    assert content.count(b"Gold") == 1
    with pytest.raises(NewerFile):
        understood(content.replace(b"Gold", b"Lead"), "Newer.sla")


def test_a_newer_file_that_ends_too_soon_is_damaged():
    with pytest.raises(DamagedFile, match="its end is missing"):
        understood(newer_file(PROJECT)[:-4096], "Newer.sla")


def test_a_newer_file_opens_to_be_read_and_says_what_is_not_shown(tmp_path: Path):
    path = tmp_path / "Newer.sla"
    path.write_bytes(newer_file(PROJECT, ANOTHER_TABLE, A_GOAL))
    found = open_newer_file(path)
    assert (found.read_only, found.project) == (True, PROJECT)
    assert "which is newer than this version of SLA Editor" in found.notices[0]
    assert "Not shown, nor in what is made from it: “sustainability goals”." in found.notices[0]


def test_what_is_made_without_looking_refuses_a_newer_file(tmp_path: Path):
    path = tmp_path / "Newer.sla"
    path.write_bytes(newer_file(PROJECT))
    with pytest.raises(NewerFile):
        open_file(path)


def test_a_newer_file_is_not_written_over(tmp_path: Path):
    path = tmp_path / "Newer.sla"
    path.write_bytes(newer_file(PROJECT))
    before = path.read_bytes()
    with pytest.raises(Refused, match="was saved by a newer version of SLA Editor"):
        save_file(PROJECT, path, META, replace=True)
    assert path.read_bytes() == before
