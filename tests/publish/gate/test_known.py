"""A gate that has read many files finds in the next whatever a gate finds that read none."""

from __future__ import annotations

import warnings
from io import BytesIO

import pikepdf
import pytest

from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.gate.gate import Gate, check
from slaeditor.publish.gate.known import Known
from slaeditor.publish.gate.pdf_reading import pdf_reading
from slaeditor.publish.gate.same_pages import page_digests
from slaeditor.rules.visible import View
from tests.publish.gate import pdf_leaks
from tests.publish.gate.confidential_project import (
    NAME,
    PASSAGE,
    THEIRS,
    VIEW,
    client_edition,
    confidential_project,
)

PROJECT = confidential_project()
EDITION = client_edition(PROJECT)
GATE = Gate(PROJECT)


@pytest.fixture(scope="module")
def handbook() -> bytes:
    made = printing.pdf(EDITION)
    assert GATE.check(made, "pdf", EDITION, VIEW).passes
    return made


@pytest.mark.parametrize("place", list(pdf_leaks.PLANTS))
def test_a_passage_is_found_by_a_gate_that_read_the_same_pages_before(handbook, place):
    planted = pdf_leaks.PLANTS[place](handbook, PASSAGE.replace(".", ""))
    found = GATE.check(planted, "pdf", EDITION, VIEW)
    assert found == check(planted, "pdf", EDITION, PROJECT, VIEW)
    assert [(hit.table, hit.field) for hit in found.hits] == [("clients", "sales_note")]


def test_an_honest_file_passes_after_one_that_did_not(handbook):
    gate = Gate(PROJECT)
    planted = pdf_leaks.PLANTS["plain words"](handbook, NAME)
    assert gate.check(planted, "pdf", EDITION, VIEW).hits
    assert gate.check(handbook, "pdf", EDITION, VIEW) == check(
        handbook, "pdf", EDITION, PROJECT, VIEW
    )


def test_a_word_added_to_a_page_is_found(handbook):
    once = pdf_leaks.PLANTS["plain words"](handbook, "You are answered within the hour")
    gate = Gate(PROJECT)
    assert not gate.check(once, "pdf", EDITION, VIEW).hits
    [hit] = gate.check(
        pdf_leaks.PLANTS["plain words"](handbook, f"You are answered by {NAME}"),
        "pdf",
        EDITION,
        VIEW,
    ).hits
    assert (hit.table, hit.row) == ("clients", THEIRS.id)


def test_the_same_bytes_are_judged_anew_for_another_client(handbook):
    other = View(Reader.CLIENT, THEIRS.id, VIEW.on)
    theirs = edition(PROJECT, Reader.CLIENT, THEIRS.id, VIEW.on)
    found = GATE.check(handbook, "pdf", theirs, other)
    assert {(hit.table, hit.row) for hit in found.hits} >= {("clients", VIEW.client)}
    assert found == check(handbook, "pdf", theirs, PROJECT, other)


def test_what_is_confidential_in_another_state_is_looked_for_anew(handbook):
    planted = pdf_leaks.PLANTS["plain words"](handbook, "Quorum Ironworks of Leith")
    known = Known()
    for name in ("Quite another name", "Quorum Ironworks of Leith"):
        project = PROJECT.put(PROJECT.clients[THEIRS.id].but(name=name))
        closed = known.closed(project, VIEW.reader, VIEW.on)
        assert any(one.value == name for one in closed.confidences.of(VIEW.client))
        found = check(planted, "pdf", EDITION, project, VIEW).hits
        assert bool(found) is (name in "Quorum Ironworks of Leith")


def test_reading_again_says_the_same(handbook):
    known = Known()
    assert pdf_reading(handbook, known=known) == pdf_reading(handbook, known=known)
    assert pdf_reading(handbook, known=known) == pdf_reading(handbook)


def test_what_another_thread_leaves_open_is_no_fault_of_the_file(handbook, monkeypatch):
    check_syntax = pikepdf.Pdf.check_pdf_syntax

    def left_open(pdf):
        warnings.warn("a process is still running", ResourceWarning, stacklevel=1)
        return check_syntax(pdf)

    monkeypatch.setattr(pikepdf.Pdf, "check_pdf_syntax", left_open)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert pdf_reading(handbook).faults == ()


def digests(content: bytes) -> tuple[bytes, ...]:
    with pikepdf.open(BytesIO(content)) as pdf:
        return tuple(page_digests(pdf))


def changed(content: bytes, change) -> tuple[bytes, ...]:
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(target)
    return digests(target.getvalue())


def test_a_page_is_known_whatever_the_numbers_of_its_objects(handbook):
    assert all(digests(handbook))
    assert changed(handbook, lambda pdf: None) == digests(handbook)


def test_a_page_with_another_drawing_is_another_page(handbook):
    def draw(pdf):
        pdf.pages[0].contents_add(pdf.make_stream(b"q Q"))

    assert [a == b for a, b in zip(changed(handbook, draw), digests(handbook), strict=True)][
        :2
    ] == [False, True]


def test_a_page_with_other_edges_is_another_page(handbook):
    def crop(pdf):
        pdf.pages[0].CropBox = pikepdf.Array([0, 0, 100, 100])

    assert changed(handbook, crop)[0] != digests(handbook)[0]


def test_pages_with_other_letters_in_a_font_are_other_pages(handbook):
    def swap(pdf):
        font = next(iter(dict(pdf.pages[0].Resources.Font).values()))
        font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes() + b" ")

    assert changed(handbook, swap)[0] != digests(handbook)[0]


def test_pages_of_a_file_with_layers_are_all_read(handbook):
    def layer(pdf):
        pdf.Root.OCProperties = pikepdf.Dictionary()

    assert not any(changed(handbook, layer))
