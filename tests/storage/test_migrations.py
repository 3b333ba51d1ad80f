"""An older format is converted in a scratch database, step by step."""

from __future__ import annotations

import pytest
from sqlite_utils import Database

from slaeditor.storage import schema
from slaeditor.storage.migrations import CONVERTERS, converted_by
from slaeditor.storage.rows import Row

OLDEST = {
    "meta": 'CREATE TABLE "meta" (\n  "key" TEXT PRIMARY KEY\n) STRICT',
    "levels": (
        'CREATE TABLE "levels" (\n  "id" TEXT PRIMARY KEY,\n  "title" TEXT NOT NULL\n) STRICT'
    ),
}
NEWEST = {
    "meta": 'CREATE TABLE "meta" (\n  "key" TEXT PRIMARY KEY\n) STRICT',
    "levels": (
        'CREATE TABLE "levels" (\n  "id" TEXT PRIMARY KEY,\n  "rank" INTEGER NOT NULL,\n'
        '  "name" TEXT NOT NULL\n) STRICT'
    ),
    "roles": 'CREATE TABLE "roles" (\n  "id" TEXT PRIMARY KEY\n) STRICT',
}


def rename_the_title(database: Database) -> None:
    database.table("levels").transform(rename={"title": "name"})


def add_ranks_and_roles(database: Database) -> None:
    database.table("levels").add_column("rank", int, not_null_default=0)
    database.execute("UPDATE levels SET rank = length(name)")
    database.table("roles").create({"id": str}, pk="id")


def test_rows_of_an_older_format_become_rows_of_the_newest():
    tables: dict[str, list[Row]] = {"levels": [("b", "Silver"), ("c", "Gold")]}
    steps = [rename_the_title, add_ranks_and_roles]
    assert converted_by(steps, OLDEST, tables, NEWEST) == {
        "levels": [("b", 6, "Silver"), ("c", 4, "Gold")]
    }


def test_the_rows_given_stay_as_they_are():
    tables: dict[str, list[Row]] = {"levels": [("b", "Silver")]}
    converted_by([rename_the_title, add_ranks_and_roles], OLDEST, tables, NEWEST)
    assert tables == {"levels": [("b", "Silver")]}


def test_a_step_that_fails_is_not_hidden():
    def broken(database: Database) -> None:
        database.execute("SELECT * FROM nowhere")

    with pytest.raises(Exception, match="no such table: nowhere"):
        converted_by([broken], OLDEST, {}, NEWEST)


def test_every_older_format_has_a_converter():
    assert set(CONVERTERS) == set(schema.known_formats()) - {schema.FORMAT}
