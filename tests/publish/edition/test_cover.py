"""The cover says for whom a copy is, and each page does where that is asked."""

from __future__ import annotations

from slaeditor.model.document import Document, Language
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.render.html import document_html
from tests.publish.edition.sample import CONTOSO, department

PERSON = "Ms Hale, Purchasing"


def cover(project, client=CONTOSO.id):
    return edition(project, Reader.CLIENT, client).cover


def marking():
    project = department()
    return project.put(project.the(Document).but(marks_copies=True))


def test_a_copy_names_its_client():
    assert cover(department()).recipient == "For Contoso"


def test_a_copy_can_be_prepared_for_somebody():
    named = department().put(CONTOSO.but(prepared_for=PERSON))
    assert cover(named).recipient == f"Prepared for {PERSON}, Contoso"
    assert cover(named, client="").recipient == ""


def test_it_is_prepared_in_german_too():
    named = department().put(CONTOSO.but(prepared_for="Frau Hale"))
    german = named.put(named.the(Document).but(language=Language.GERMAN))
    assert cover(german).recipient == "Erstellt für Frau Hale, Contoso"


def test_the_pages_name_nobody_unless_asked():
    assert cover(department()).foot == "Client edition"


def test_the_pages_of_a_marked_copy_name_its_client():
    assert cover(marking()).foot == "Client edition · Contoso"
    assert cover(marking(), client="").foot == "Client edition"
    assert edition(marking(), Reader.STAFF).cover.foot == "Staff edition"


def test_the_mark_stands_where_the_feet_take_their_words_from():
    made = edition(marking(), Reader.CLIENT, CONTOSO.id)
    assert 'data-edition="Client edition · Contoso"' in str(document_html(made, {}))


def test_a_handbook_for_colleagues_is_internal_in_its_own_language():
    german = department()
    german = german.put(german.the(Document).but(language=Language.GERMAN))
    line = edition(german, Reader.STAFF).cover.confidentiality
    assert line == "Nur für den internen Gebrauch. Nicht weitergeben."
    assert edition(german, Reader.CLIENT).cover.confidentiality == ""


def test_the_documents_own_line_comes_first():
    project = department()
    own = project.put(project.the(Document).but(sales_confidentiality="For Sales alone"))
    assert edition(own, Reader.SALES).cover.confidentiality == "For Sales alone"
