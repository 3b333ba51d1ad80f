"""No bulletin appears that tells a reader what is none of theirs."""

from __future__ import annotations

import pytest

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.document import Edition
from slaeditor.publish.edition.bulletin import bulletin
from slaeditor.publish.gate.bulletins import bulletin_passed
from slaeditor.publish.printing import pdf
from slaeditor.publish.trouble import Withheld
from slaeditor.rules.visible import View
from tests.builders import a_level, open_to_all

SECRET = "Never go below the floor of seventy crowns a month."


@pytest.fixture(scope="module")
def states() -> tuple[Project, Project]:
    """A project, and the same with a promise for all and a note for Sales."""
    before = Project().add(open_to_all(Document, name="Support"), a_level("Gold"))
    level = next(iter(before.service_levels))
    return before, before.put(level.but(promise="We call you back.", selling_note=SECRET))


def made(states: tuple[Project, Project], reader: Reader) -> Edition:
    """The bulletin of a reader."""
    found = bulletin(*states, reader)
    assert found is not None
    return found


def test_a_bulletin_for_clients_passes(states):
    edition = made(states, Reader.CLIENT)
    verdict = bulletin_passed(pdf(edition), edition, states[0], states[1], View(Reader.CLIENT))
    assert verdict.words.startswith("Independent of ")


def test_the_bulletin_for_sales_does_not_pass_as_one_for_clients(states):
    edition = made(states, Reader.SALES)
    with pytest.raises(Withheld, match="would differ"):
        bulletin_passed(pdf(edition), edition, states[0], states[1], View(Reader.CLIENT))


def test_the_pages_of_sales_do_not_pass_with_the_words_of_clients(states):
    pages = pdf(made(states, Reader.SALES))
    with pytest.raises(Withheld) as trouble:
        bulletin_passed(
            pages, made(states, Reader.CLIENT), states[0], states[1], View(Reader.CLIENT)
        )
    assert [hit.field for hit in trouble.value.hits] == ["selling_note"]
