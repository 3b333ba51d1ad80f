"""For whom a finished handbook was made, read from its own first page."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Language, Revision
from slaeditor.model.project import Project
from slaeditor.model.readers import NOBODY, Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.gate.gate import scanned
from slaeditor.publish.render.page import page_bytes
from tests.builders import a_level, open_to_all

TODAY = date(2026, 11, 22)
HARBOUR = open_to_all(Client, name="Harbour Books")


def a_project(**document) -> Project:
    shown = open_to_all(Document, name="Hosting handbook", **document)
    return Project().add(shown, a_level("Gold", promise="We answer."), HARBOUR)


def page(project: Project, reader: Reader, client: str = "") -> bytes:
    return page_bytes(edition(project, reader, client, TODAY))


@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("language", list(Language))
def test_the_cover_names_the_reader(reader, language):
    project = a_project(language=language)
    assert scanned(page(project, reader), "html", project).reader is reader


def test_the_cover_names_the_client_whose_own_it_is():
    project = a_project()
    found = scanned(page(project, Reader.CLIENT, HARBOUR.id), "html", project)
    assert (found.client, found.hits) == (HARBOUR.id, ())


def test_a_page_that_names_nobody_is_taken_for_one_of_clients():
    found = scanned(b"<!doctype html><p>Harbours.</p>", "html", a_project())
    assert (found.reader, found.client) == (Reader.CLIENT, "")


def test_the_day_on_its_cover_is_no_leak():
    project = a_project()
    content = page(project, Reader.CLIENT)
    later = project.add(Revision(label="1.0", made_on=TODAY, readers=NOBODY))
    assert scanned(content, "html", later).hits == ()


def test_another_hidden_day_is_one():
    later = a_project().add(Revision(label="1.0", made_on=date(2026, 3, 9), readers=NOBODY))
    content = b"<!doctype html><p>As of 22 November 2026</p>\n<p>Since 9 March 2026</p>"
    assert len(scanned(content, "html", later).hits) == 1
