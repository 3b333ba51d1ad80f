"""Taking in a Word or Excel file: guessed, chosen, taken as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from shiboken6 import isValid

from slaeditor.exchange.crossings import across
from slaeditor.ui import document_dialogs
from slaeditor.ui.take_in_dialog import TakeInDialog


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """An Excel file with a matrix of times and a glossary."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "First response"
    for row in (
        ("Priority", "Bronze", "Gold"),
        ("Critical", "8 h", "1 h"),
        ("Minor", "2 service days", "soon"),
        (),
        ("Glossary",),
        ("Term", "Definition"),
        ("Ticket", "A case in our system"),
    ):
        sheet.append(row)
    book.save(tmp_path / "Old agreement.xlsx")
    return tmp_path / "Old agreement.xlsx"


@pytest.fixture
def taking(program, opened, agreement, qtbot):
    document_dialogs.take_in(program.documents, opened, agreement)
    dialog = opened.findChild(TakeInDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_the_tables_of_the_file_are_listed_and_what_they_become(taking):
    listed = [taking.tables.item(at).text() for at in range(taking.tables.count())]
    assert listed == ["First response", "Glossary"]
    assert taking.kind.currentText() == "Targets"
    heads = [taking.rows.horizontalHeaderItem(at).text() for at in range(3)]
    assert heads == ["Severity ▾", "Head: service level ▾", "Head: service level ▾"]


def test_what_cannot_be_read_is_told_before_anything_is_taken(taking):
    assert "1 cell could not be read" in taking.state.text()
    assert "Row 2, Gold: “soon” is not a target." in taking.told.item(0).text()


def test_taking_in_is_one_step_that_can_be_undone(taking, opened, qtbot):
    before = opened.session.project
    with qtbot.waitSignal(taking.taken):
        qtbot.mouseClick(taking.go, Qt.MouseButton.LeftButton)
    project = opened.session.project
    assert [one.name for one in project.glossary] == ["Ticket"]
    assert "Bronze" in [level.name for level in project.service_levels]
    opened.session.undo()
    assert opened.session.project == before


def test_a_table_that_is_not_ticked_is_left_out(taking, opened, qtbot):
    taking.tables.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: taking.state.text().startswith("1 record new"))
    taking.go.click()
    assert len(opened.session.project.targets) == 0
    assert len(opened.session.project.glossary) == 1


def test_another_kind_of_record_is_chosen_with_the_keyboard(taking, qtbot):
    taking.tables.setCurrentRow(1)
    taking.kind.setFocus()
    qtbot.keyClicks(taking.kind, "Questions")
    assert taking.kind.currentText() == "Questions and answers"
    qtbot.keyClick(taking.kind, Qt.Key.Key_Return)


def test_a_column_is_left_out_from_the_menu_at_its_head(taking, opened, qtbot):
    qtbot.waitUntil(taking.go.isEnabled)
    taking.rows.setCurrentCell(1, 2)
    taking.choose_column(2, "")
    assert taking.rows.horizontalHeaderItem(2).text() == "Leave out ▾"
    assert taking.rows.horizontalHeaderItem(1).text() == "Head: service level ▾"
    qtbot.waitUntil(taking.go.isEnabled)
    assert "could not be read" not in taking.state.text()
    taking.choose_column(2, across("level"))


def test_a_file_that_cannot_be_read_is_told(program, opened, tmp_path, qtbot):
    (tmp_path / "old.doc").write_bytes(b"x")
    document_dialogs.take_in(program.documents, opened, tmp_path / "old.doc")
    dialog = opened.findChild(TakeInDialog)
    qtbot.waitUntil(lambda: "save it as .docx" in dialog.state.text())
    assert not dialog.go.isEnabled()
    dialog.close()


def test_the_measure_of_the_times_is_shown(taking):
    assert taking.measure.currentText() == "First response"


def test_another_measure_is_typed(taking, opened, qtbot):
    line = taking.measure.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "Call back")
    qtbot.waitUntil(lambda: taking._taken is not None)
    qtbot.mouseClick(taking.go, Qt.MouseButton.LeftButton)
    assert [one.name for one in opened.session.project.measures] == ["Call back"]


def test_times_of_no_measure_are_not_taken_in(taking, qtbot):
    taking.measure.lineEdit().selectAll()
    qtbot.keyClick(taking.measure.lineEdit(), Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: taking._taken is not None)
    assert taking.state.text() == "Say which measure the times of “First response” are of."
    assert not taking.go.isEnabled()


def test_a_table_of_words_asks_for_no_measure(taking):
    taking.tables.setCurrentRow(1)
    assert taking.measure.isHidden()


def test_what_came_in_is_told_when_it_is_done(taking, opened, qtbot):
    qtbot.mouseClick(taking.go, Qt.MouseButton.LeftButton)
    assert "is taken in: 9 records new (1 measure, " in opened.messages.words


def test_a_table_that_is_not_recognised_is_ticked_once_its_rows_are_named(
    program, opened, tmp_path, qtbot
):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Lamp model", "Watts", "Socket", "Hue"), ("Lamp", "red", "heavy", "old")):
        sheet.append(row)
    book.save(tmp_path / "Things.xlsx")
    document_dialogs.take_in(program.documents, opened, tmp_path / "Things.xlsx")
    dialog = opened.findChild(TakeInDialog)
    qtbot.waitUntil(lambda: dialog.tables.count() == 1)
    item = dialog.tables.item(0)
    assert item.checkState() is Qt.CheckState.Unchecked
    assert "not recognised" in item.toolTip()
    dialog.kind.setCurrentIndex(dialog.kind.findData("glossary"))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    assert item.checkState() is Qt.CheckState.Checked
    qtbot.waitUntil(dialog.go.isEnabled)
    dialog.close()


def take_in_again(program, opened, agreement, qtbot, words):
    """Take the agreement in, then once more with other words for Gold; returns the dialog."""
    document_dialogs.take_in(program.documents, opened, agreement)
    first = opened.findChild(TakeInDialog)
    qtbot.waitUntil(first.go.isEnabled)
    first.go.click()
    book = load_workbook(agreement)
    book.active["C2"] = words
    book.save(agreement)
    first.deleteLater()
    qtbot.waitUntil(lambda: opened.findChild(TakeInDialog) is None)
    document_dialogs.take_in(program.documents, opened, agreement)
    dialog = opened.findChild(TakeInDialog)
    qtbot.waitUntil(lambda: dialog.told.count() > 1)
    return dialog


def test_what_would_change_is_listed_first(program, opened, agreement, qtbot):
    dialog = take_in_again(program, opened, agreement, qtbot, "2 h")
    told = [dialog.told.item(at).text() for at in range(dialog.told.count())]
    assert any("from 1 h to 2 h" in one for one in told)
    assert not dialog.emptying.isVisible()
    dialog.close()


def test_what_stays_is_listed_and_taken_away_when_ticked(program, opened, agreement, qtbot):
    dialog = take_in_again(program, opened, agreement, qtbot, "n/a")
    told = [dialog.told.item(at).text() for at in range(dialog.told.count())]
    assert "Row 1, Gold: “n/a” says nothing; “1 h” stays." in told
    dialog.emptying.setFocus()
    qtbot.keyClick(dialog.emptying, Qt.Key.Key_Space)
    qtbot.waitUntil(dialog.go.isEnabled)
    dialog.go.click()
    values = [str(one.value) for one in opened.session.project.targets]
    assert "n/a" in values
    assert "1 h" not in values
