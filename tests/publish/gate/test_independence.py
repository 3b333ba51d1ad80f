"""What a reader may not see makes no difference to what it gets, down to the bytes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model.document import Document, Release
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.gate import gate
from slaeditor.publish.gate.independence import dependences
from slaeditor.publish.printing import made
from slaeditor.rules import visible as cut
from slaeditor.rules.visible import View
from tests.publish import invisible
from tests.publish.edition.sample import CONTOSO, department
from tests.publish.gate.confidential_project import OURS, VIEW, client_edition, confidential_project

PAIRS = 500
"""Pairs of editions in one run of the suite; twelve unseen changes lie between the two."""
FOR_ALL = View(Reader.CLIENT, "", invisible.ON)


def edition_for_all(project: Project) -> Edition:
    """The handbook for clients that is no client's own."""
    return invisible.made(project, FOR_ALL)


def test_unseen_changes_make_no_other_edition():
    found = [invisible.prints_differ(seed, 12, invisible.made) for seed in range(PAIRS)]
    assert [one for one in found if one] == []


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_unseen_changes_make_no_other_words_on_the_way_to_the_pages(seed: int):
    def words(project: Project, view: View) -> bytes:
        return edition_json(invisible.made(project, view))

    assert invisible.prints_differ(seed, 8, words) == ""


@pytest.mark.parametrize("number", range(5))
def test_unseen_changes_make_no_other_pdf(number):
    view = View(list(Reader)[number % 3], OURS.id if number % 3 == 2 else "", invisible.ON)
    project = confidential_project()
    other, told = invisible.changed_unseen(random.Random(number), project, view, 20)
    one, two = (made(invisible.made(each, view), "pdf") for each in (project, other))
    assert one == two, told


@pytest.mark.parametrize("form", ["html", "docx", "pptx"])
def test_unseen_changes_make_no_other_file_of_form(form):
    project, view = department(), View(Reader.CLIENT, CONTOSO.id, invisible.ON)
    other, told = invisible.changed_unseen(random.Random(7), project, view, 40)
    one, two = (made(invisible.made(each, view), form) for each in (project, other))
    assert one == two, told


def test_a_release_that_is_noted_changes_no_later_handbook():
    project = confidential_project()
    noted = project.add(Release(edition="Client edition", digest="12ab", confidential=214))
    assert client_edition(noted) == client_edition(project)


def test_an_honest_edition_depends_on_nothing_confidential():
    project = confidential_project()
    assert dependences(client_edition(project), project, VIEW) == ()


def test_a_cut_that_shows_other_clients_is_caught(monkeypatch):
    monkeypatch.setattr(cut, "concerns", lambda row, view: True)
    project = confidential_project()
    [sentence] = dependences(edition_for_all(project), project, FOR_ALL)
    assert "Clients" in sentence


def test_the_handbook_of_one_client_shows_no_other_even_where_the_cut_does(monkeypatch):
    honest = client_edition(confidential_project())
    monkeypatch.setattr(cut, "concerns", lambda row, view: True)
    assert client_edition(confidential_project()) == honest


def test_a_cut_that_shows_a_record_too_many_is_caught(monkeypatch):
    monkeypatch.setattr(cut, "_open", lambda row, view: True)
    project = confidential_project()
    assert dependences(client_edition(project), project, VIEW)


def test_an_edition_of_an_older_state_is_told_to_be_one():
    project = confidential_project()
    older = client_edition(project)
    document = project.the(Document)
    newer = project.put(document.but(name="Another title"))
    [sentence] = dependences(older, newer, VIEW)
    assert "export it again" in sentence


def test_the_verdict_of_an_edition_that_depends_does_not_pass(monkeypatch):
    monkeypatch.setattr(cut, "concerns", lambda row, view: True)
    project = confidential_project()
    shown = edition_for_all(project)
    verdict = gate.check(made(shown, "html"), "html", shown, project, FOR_ALL)
    assert not verdict.passes
