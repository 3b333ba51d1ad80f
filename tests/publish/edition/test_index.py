"""The index: what stands in it, where it leads, and that it knows nothing of its own."""

from __future__ import annotations

import pytest

from slaeditor.model.clients import GlossaryTerm
from slaeditor.model.document import Document
from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.model.readers import STAFF, Reader
from slaeditor.publish.document import Index
from slaeditor.publish.edition.chapters.index import FEWEST_ENTRIES, MOST_PLACES, in_alphabet
from tests.builders import open_to_all
from tests.publish.edition.sample import department, made

SERVICES = [
    open_to_all(Service, name=f"Service of kind {number}") for number in range(FEWEST_ENTRIES)
]

MORE = [open_to_all(Service, name=f"Further service {number}") for number in range(20)]


def looked_up(project=None, reader=Reader.STAFF):
    """Return the places of each term, as labels."""
    edition = made(reader, (project or department()).add(*SERVICES))
    [block] = [one for one in edition.back[-1].blocks if isinstance(one, Index)]
    return {entry.term: [one.label for one in entry.places] for entry in block.entries}


def test_a_term_of_the_glossary_leads_to_what_speaks_of_it_in_any_case():
    term = open_to_all(GlossaryTerm, name="Handbook", meaning="This book.")
    other = open_to_all(Service, name="Paper", description="We print the HANDBOOK for you.")
    found = looked_up(department().add(term, other))
    assert "Glossary" in found["Handbook"]
    assert len(found["Handbook"]) > 1


def test_an_alias_leads_to_its_term():
    term = open_to_all(GlossaryTerm, name="Incident", aliases="outage, breakdown")
    told = open_to_all(Service, name="Help", description="In a breakdown we come.")
    found = looked_up(department().add(term, told))
    assert "breakdown" not in found
    assert len(found["Incident"]) > 1


def test_names_count_in_their_own_case_only():
    told = open_to_all(Service, name="Growth", description="Your growth matters.")
    alone = open_to_all(Service, name="Shelf", description="All growth is welcome.")
    found = looked_up(department().add(told, alone))
    assert len(found["Growth"]) == 1


def test_a_part_of_a_word_is_no_mention():
    told = open_to_all(Service, name="Art", description="Smart people start here.")
    found = looked_up(department().add(told, open_to_all(Service, name="Partly", description="x")))
    assert len(found["Art"]) == 1


def test_a_term_has_few_places_and_those_that_name_it_first():
    found = looked_up()
    assert all(0 < len(places) <= MOST_PLACES for places in found.values())


def test_the_places_are_numbered_as_the_handbook_is():
    edition = made(Reader.STAFF, department().add(*SERVICES))
    count, labels = 0, set()
    for one in (*edition.chapters, *edition.back):
        count += one.numbered
        labels.add(str(count) if one.numbered else one.title)
        labels |= {f"{count}.{at}" for at, _ in enumerate(one.sections, 1) if one.numbered}
    assert {label for places in looked_up().values() for label in places} <= labels


def test_what_a_reader_may_not_see_is_not_in_the_index():
    secret = Service(name="Service Z", description="Inside only.", readers=STAFF)
    project = department().add(secret)
    assert "Service Z" in looked_up(project)
    assert "Service Z" not in looked_up(project, Reader.CLIENT)


@pytest.mark.parametrize(("names", "is_there"), [(FEWEST_ENTRIES - 1, False), (40, True)])
def test_an_index_takes_a_page_only_where_it_fills_a_part_of_it(names, is_there):
    edition = made(Reader.CLIENT, Project().add(*[*SERVICES, *MORE][:names]))
    assert any(one.id == "c-index" for one in edition.back) == is_there


def test_a_handbook_with_little_to_look_up_has_no_index():
    edition = made(Reader.CLIENT, Project().add(open_to_all(Service, name="Only one")))
    assert [one.id for one in edition.back if one.id == "c-index"] == []


def test_a_chapter_that_is_left_out_is_not_in_the_index():
    terms = (open_to_all(GlossaryTerm, name=f"Term {n}", meaning="A word.") for n in range(40))
    project = department().add(*SERVICES, *terms)
    row = project.the(Document).but(client_left_out="scope")
    edition = made(Reader.CLIENT, project.put(row))
    [block] = [one for one in edition.back[-1].blocks if isinstance(one, Index)]
    parts = {place.part for entry in block.entries for place in entry.places}
    assert "c-scope" not in parts
    assert parts <= {one.id for one in edition.chapters} | {
        section.id for one in edition.chapters for section in one.sections
    } | {one.id for one in edition.back}


def test_the_index_itself_can_be_left_out():
    project = department().add(*SERVICES)
    row = project.the(Document).but(staff_left_out="index")
    assert "c-index" not in [one.id for one in made(project=project.put(row)).back]


def test_the_alphabet_looks_through_accents():
    assert sorted(["Zahl", "Übung", "ubuntu"], key=in_alphabet) == ["Übung", "ubuntu", "Zahl"]
