"""Words and numbers that stand in one field only, followed from every field to the files."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

import pypdfium2
import pytest

from slaeditor.model.entity import fields
from slaeditor.model.kinds import grammar_kinds
from slaeditor.model.project import kinds
from slaeditor.model.readers import NOBODY, Reader
from slaeditor.publish import printing
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.gate.gate import check
from slaeditor.publish.gate.secrets import secrets_of
from slaeditor.publish.gate.wording import tokens
from slaeditor.rules.confidential import SAYING
from slaeditor.rules.visible import View
from slaeditor.storage.schema import FORMAT, META, schema
from tests.publish.edition.canaries import Canaries

CANARIES = Canaries()
PROJECT = CANARIES.project()
OWN = next(iter(PROJECT.clients)).id
ON = date(2026, 11, 22)
VIEWS = {reader: View(reader, OWN if reader is Reader.CLIENT else "", ON) for reader in Reader}
SILENT = frozenset(
    {
        *("yes or no", "choice", "time zone", "colour", "week", "letters", "readers"),
        *("reference", "references"),
    }
)
"""Kinds of field of which no value is distinctive by itself."""


def made(reader: Reader):
    view = VIEWS[reader]
    return edition(PROJECT, view.reader, view.client, view.on)


def numbers_in(text: str) -> set[str]:
    return {re.sub(r"\D", "", one) for one in re.findall(r"\d[\d.,\u00a0 ]*\d", text)}


def test_no_hidden_word_or_number_is_in_the_client_s_pdf():
    whole = made(Reader.CLIENT)
    content = printing.pdf(whole)
    pdf = pypdfium2.PdfDocument(content)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    said = set(tokens(text)) | numbers_in(text)
    leaked = {
        place
        for place, words in CANARIES.forbidden(Reader.CLIENT)
        if words in said or re.sub(r"\D", "", words) in said - set(tokens(text))
    }
    assert leaked == set()
    assert check(content, "pdf", whole, PROJECT, VIEWS[Reader.CLIENT]).sentences == ()


@pytest.mark.parametrize("reader", [Reader.STAFF, Reader.SALES])
def test_the_gate_finds_nothing_in_the_page_of_every_field(reader):
    whole = made(reader)
    content = printing.made(whole, "html")
    assert check(content, "html", whole, PROJECT, VIEWS[reader]).sentences == ()


@pytest.mark.parametrize("reader", list(Reader))
def test_every_hidden_word_and_number_is_looked_for(reader):
    secrets = secrets_of(PROJECT, VIEWS[reader], made(reader))
    sought = {(source.table, source.field) for source in _sources(secrets)}
    tables = {kind.__name__: name for name, kind in kinds().items()}
    hidden = {(tables[kind], name) for (kind, name), _ in CANARIES.forbidden(reader)}
    assert hidden - sought - {("comments", "subject"), *_WAIVED} == set()


_WAIVED = {("waivers", "rule"), ("waivers", "subject")}


def _sources(secrets):
    return (*secrets.phrases.values(), *secrets.numbers.values(), *secrets.dates.values())


def test_every_kind_of_field_is_looked_for_or_silent():
    known = {kind.name for kind in grammar_kinds()} | {"choice"}
    assert known == SAYING | SILENT


def test_every_column_of_a_file_is_a_field_with_readers():
    database = sqlite3.connect(":memory:")
    for name, statement in schema(FORMAT).items():
        if statement != META and name in kinds():
            database.execute(statement)
    for name, kind in kinds().items():
        columns = {row[1] for row in database.execute(f'PRAGMA table_info("{name}")')}
        assert columns == {"id", "position", "readers"} | {one.name for one in fields(kind)}
    database.close()


def test_the_manager_s_own_fields_are_open_to_nobody():
    for kind in kinds().values():
        own = {one.name: one.readers for one in fields(kind) if one.name in {"note", "source"}}
        assert own == {"note": NOBODY, "source": NOBODY}
