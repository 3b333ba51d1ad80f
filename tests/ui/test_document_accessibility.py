"""What a screen reader and a keyboard find in the dialogs of documents, start page and preview."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from shiboken6 import isValid

from slaeditor.exchange.starters import starters
from slaeditor.model.clients import Client
from slaeditor.session.left_work import LeftWork
from slaeditor.session.recent_files import RecentFile
from slaeditor.ui import document_dialogs
from slaeditor.ui.answer import Answer
from slaeditor.ui.compare_dialog import CompareDialog
from slaeditor.ui.dialog import Dialog
from slaeditor.ui.export_dialog import ExportDialog
from slaeditor.ui.preview import PreviewPane
from slaeditor.ui.question_box import QuestionBox
from slaeditor.ui.share_dialog import ShareDialog
from slaeditor.ui.start_page import StartPage
from slaeditor.ui.versions_dialog import VersionsDialog
from tests.builders import open_to_all
from tests.ui.handbooks import small_handbook
from tests.ui.test_accessibility import problems

DIALOGS: dict[str, type[Dialog]] = {
    "export": ExportDialog,
    "share": ShareDialog,
    "compare": CompareDialog,
    "versions": VersionsDialog,
}


@pytest.fixture(params=DIALOGS)
def dialog(request, program, opened, gold):
    project = opened.session.project.add(open_to_all(Client, name="Acme"))
    opened.session.edit(project, "Add a client")
    if request.param == "compare":
        document_dialogs.compare(program.documents, opened, gold)
    else:
        document_dialogs.SHOWN[request.param](program.documents, opened)
    made = opened.findChild(DIALOGS[request.param])
    QApplication.processEvents()
    yield made
    if isValid(made):
        made.close()


def mnemonics(root):
    texts = [one.text() for one in root.findChildren(QAbstractButton) if one.isVisible()]
    texts += [one.text() for one in root.findChildren(QLabel) if one.isVisible() and one.buddy()]
    found = (re.search(r"&(\w)", text.replace("&&", "")) for text in texts)
    return Counter(one[1].lower() for one in found if one)


def test_every_control_of_a_dialog_has_a_name_of_its_own(dialog):
    assert problems(dialog) == []


def test_no_letter_leads_to_two_places(dialog):
    assert [letter for letter, count in mnemonics(dialog).items() if count > 1] == []


def test_escape_closes_a_dialog(dialog, opened, qtbot):
    kind = type(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.findChild(kind) is None)


def test_a_question_has_one_usual_answer_and_names(window):
    answers = (
        Answer("&Save", usual=True),
        Answer("&Don’t save", drastic=True),
        Answer("Cancel", escape=True),
    )
    question = QuestionBox(window, "Save the changes?", "Else they are lost.", answers)
    question.ask()
    QApplication.processEvents()
    assert problems(question) == []
    assert question.defaultButton().text() == "&Save"
    assert [letter for letter, count in mnemonics(question).items() if count > 1] == []
    question.close()


def test_every_control_of_the_start_page_has_a_name_of_its_own(qtbot, tmp_path):
    page = StartPage()
    qtbot.addWidget(page)
    page.show_starters(starters())
    page.show_recent([RecentFile(tmp_path / f"{name}.sla", None) for name in ("One", "Two")])
    left = [LeftWork(name, f"{name}.sla", 2, datetime.now(UTC)) for name in ("Left", "Lost")]
    page.show_left_work(left)
    page.show()
    QApplication.processEvents()
    assert problems(page) == []


def test_every_control_of_the_preview_has_a_name_of_its_own(qtbot, program, opened):
    pane = PreviewPane(lambda _wish, _ticket: small_handbook())
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(pane.pages_shown, timeout=30_000):
        pane.show_project(opened.session.project, at_once=True)
    assert problems(pane) == []
    pane.close()
