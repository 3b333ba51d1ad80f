"""The literal schema, the declarations and the databases made from them agree."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest
from sqlite_utils import Database

from slaeditor.model.project import kinds
from slaeditor.storage import schema
from slaeditor.storage.rows import columns


def introspected() -> Database:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(schema.empty_database())
    return Database(connection, execute_plugins=False, recursive_triggers=False, strict=True)


def test_the_newest_schema_says_what_the_declarations_say():
    missing = list(schema.differences(schema.declared_schema(), schema.schema(schema.FORMAT)))
    assert not missing, "\n".join([*missing, schema.CURE])


def test_the_command_prints_the_module_that_stands_there():
    command = [sys.executable, "-m", "slaeditor.storage.schema"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert 'CREATE TABLE "service_levels"' in printed
    assert printed == schema.module_text()


def test_a_missing_line_is_named():
    declared = dict(schema.declared_schema())
    literal = {**declared, "roles": declared["roles"].replace('  "name" TEXT NOT NULL,\n', "")}
    assert list(schema.differences(declared, literal)) == ['roles: missing "name" TEXT NOT NULL,']


def test_a_missing_table_is_named():
    declared = schema.declared_schema()
    literal = {name: sql for name, sql in declared.items() if name != "roles"}
    assert 'roles: missing CREATE TABLE "roles" (' in schema.differences(declared, literal)


def test_columns_in_another_order_are_a_difference():
    lines = ["a", "b,", "c"]
    swapped = ["a", "c", "b,"]
    found = schema.differences({"t": "\n".join(lines)}, {"t": "\n".join(swapped)})
    assert list(found) == ["t: the same columns in another order"]


def test_an_unknown_format_has_no_schema():
    with pytest.raises(KeyError):
        schema.schema(schema.FORMAT + 1)


def test_there_is_a_table_for_every_kind_of_record():
    assert set(introspected().table_names()) == {"meta", *kinds()}


def test_every_table_is_strict():
    assert all(table.strict for table in introspected().tables)


@pytest.mark.parametrize("name", list(kinds()))
def test_a_table_has_the_columns_of_its_kind(name: str):
    found = [(one.name, one.type) for one in introspected()[name].columns]
    assert found == [(one.name, one.kind.column) for one in columns(kinds()[name])]


@pytest.mark.parametrize("name", list(kinds()))
def test_the_id_is_the_key_of_its_table(name: str):
    assert introspected().table(name).pks == ["id"]


def test_there_is_no_trigger_and_no_view():
    database = introspected()
    assert not database.triggers
    assert not database.view_names()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("application_id", 0x534C4131),
        ("user_version", schema.FORMAT),
        ("page_size", 4096),
        ("auto_vacuum", 0),
        ("encoding", "UTF-8"),
    ],
)
def test_the_file_says_what_it_is(pragma: str, value: object):
    assert introspected().execute(f"PRAGMA {pragma}").fetchone() == (value,)
