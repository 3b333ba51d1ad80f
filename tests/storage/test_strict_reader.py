"""Rows are read as SQLite tells them, and tables without any are known by their first page."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from slaeditor.storage.builder import build
from slaeditor.storage.schema import schema
from slaeditor.storage.strict_reader import read_rows
from slaeditor.storage.trouble import DamagedFile
from tests.projects import made_project
from tests.storage.hostile import GOOD, META, changed


def rows_by_sql(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        found = {n: connection.execute(f'SELECT * FROM "{n}"').fetchall() for n in schema(1)}
    return {name: sorted(rows) for name, rows in found.items() if rows and name != "meta"}


@pytest.mark.parametrize("content", [GOOD, build(made_project(3, 40), META).content])
def test_all_rows_are_read_and_no_others(content):
    assert read_rows(content, "a.sla").tables == rows_by_sql(content)


def test_a_table_that_was_emptied_has_no_rows():
    content = changed('DELETE FROM "service_levels"')
    assert set(read_rows(content, "a.sla").tables) == {"document", "pictures"}


@pytest.mark.parametrize("root", ["'two'", "-1", "0", "1", "99999", "2.5", "NULL"])
def test_a_first_page_that_is_none_is_damage(root):
    content = changed(f"UPDATE sqlite_schema SET rootpage = {root} WHERE name = 'clients'")
    with pytest.raises(DamagedFile):
        read_rows(content, "a.sla")


def test_a_first_page_in_words_leads_to_the_same_rows():
    content = changed("UPDATE sqlite_schema SET rootpage = '' || rootpage")
    assert read_rows(content, "a.sla").tables == read_rows(GOOD, "a.sla").tables
