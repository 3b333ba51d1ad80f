"""Lists and tables keep Qt's rules for models while records come and go."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.session.session import Session
from slaeditor.ui.child_table import columns
from slaeditor.ui.editors.references import RecordsModel
from slaeditor.ui.history_panel import HistoryModel
from slaeditor.ui.record_list_model import RecordListModel
from slaeditor.ui.rows_model import RowsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def session(qapp):
    made = Session(Project().add(ServiceLevel(name="Gold"), Compensation(name="Credit")))
    yield made
    made.close()


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def work(session: Session) -> None:
    """Add, change, delete, undo and redo records of the kinds that are shown."""
    credit = next(iter(session.project.compensations))
    band = CompensationBand(compensation=credit.id)
    silver = ServiceLevel(name="Silver")
    session.edit(session.project.add(silver, band), "Add")
    session.edit(session.project.put(silver.but(name="Bronze", position=1)), "Change")
    session.edit(session.project.drop(silver), "Delete")
    for _ in range(3):
        session.undo()
    for _ in range(3):
        session.redo()


def test_the_list_of_records(session, parent):
    model = RecordListModel(session, ServiceLevel, parent)
    QAbstractItemModelTester(model, FATAL, parent)
    work(session)
    model.want("gold")
    assert [row.but().id for row in model.rows] == [next(iter(session.project.service_levels)).id]


def test_the_table_of_what_belongs_to_a_record(session, parent):
    model = RowsModel(
        session,
        CompensationBand,
        columns(CompensationBand),
        lambda: tuple(session.project.compensation_bands),
        parent,
    )
    QAbstractItemModelTester(model, FATAL, parent)
    work(session)
    assert model.rowCount() == 1


def test_the_history(session, parent):
    model = HistoryModel(session, parent)
    QAbstractItemModelTester(model, FATAL, parent)
    work(session)
    assert model.rowCount() == 4


def test_the_records_to_choose_from(session, parent):
    model = RecordsModel(session, ServiceLevel, parent, empty=True)
    QAbstractItemModelTester(model, FATAL, parent)
    work(session)
    assert [model.index(at).data() for at in range(model.rowCount())] == ["—", "Gold"]


def test_the_line_of_a_record_is_that_under_which_its_id_stands(session, parent):
    model = RecordsModel(session, ServiceLevel, parent, empty=True)
    gold = next(iter(session.project.service_levels))
    assert model.key(model.line(gold.id)) == gold.id
    assert model.line("nobody") == -1
    assert model.line("") == 0
