"""Every kind of record, entered in a document and saved, is the same when it is opened again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from slaeditor.model.entity import fields
from slaeditor.model.project import Project, kinds
from slaeditor.session.document import Document
from slaeditor.session.opening import fresh, opened
from slaeditor.storage.state import state
from tests.projects import Maker


@pytest.fixture
def document(qtbot, tmp_path, monkeypatch) -> Iterator[Document]:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    made = Document(fresh(Project()), state())
    yield made
    made.close()


def enter(document: Document, table: str) -> None:
    """Enter a record of a kind and fill one field after another, as a form does."""
    session, kind = document.session, kinds()[table]
    maker = Maker(random.Random(table), {}, gaps=0)
    filled = maker.record(kind, maker.new_key(), 1024)
    row = kind(id=filled.id, position=filled.position)
    session.edit(session.project.add(row), f"Add {kind.declaration.singular}")
    session.seal()
    for name in (*(spec.name for spec in fields(kind)), "readers"):
        row = row.but(**{name: getattr(filled, name)})
        session.edit(session.project.put(row), f"Change {name}", key=(row.id, name))
    session.seal()


def saved(qtbot, document: Document, path: Path) -> None:
    with qtbot.waitSignal(document.saved, timeout=20_000):
        document.save_as(path)


@pytest.mark.parametrize("table", kinds())
def test_a_record_reopens_as_it_was_entered(qtbot, document, tmp_path, table):
    enter(document, table)
    saved(qtbot, document, tmp_path / "Entered.sla")
    again = opened(tmp_path / "Entered.sla", lock=False).history.project
    assert again == document.session.project
    assert len(getattr(again, table)) == 1
    assert not document.modified


def test_records_of_every_kind_together_reopen_as_they_were_entered(qtbot, document, tmp_path):
    for table in kinds():
        enter(document, table)
    saved(qtbot, document, tmp_path / "Entered.sla")
    again = opened(tmp_path / "Entered.sla", lock=False).history.project
    assert again == document.session.project
    assert again.count == len(kinds())


def test_the_mark_of_saved_work_is_right_all_the_way_back_and_forth(qtbot, document, tmp_path):
    tables = [*kinds()]
    for table in tables[::2]:
        enter(document, table)
    saved(qtbot, document, tmp_path / "Entered.sla")
    held = len(document.session.history.done)
    for table in tables[1::2]:
        enter(document, table)
    session = document.session
    assert document.modified
    while session.history.done:
        session.undo()
        assert document.modified == (len(session.history.done) != held)
    assert session.project == Project()
    assert document.modified
    while session.history.undone:
        session.redo()
        assert document.modified == (len(session.history.done) != held)
    session.go_to(0)
    saved(qtbot, document, tmp_path / "Entered.sla")
    assert not document.modified
    assert opened(tmp_path / "Entered.sla", lock=False).history.project == Project()


def test_taking_everything_back_in_a_new_document_leaves_nothing_to_save(document):
    for table in kinds():
        enter(document, table)
    assert document.modified
    while document.session.history.done:
        document.session.undo()
    assert not document.modified
