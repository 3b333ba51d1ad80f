"""Texts are checked while they are written, and shown as they are printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest

from slaeditor.model.document import Document, Language
from slaeditor.model.project import Project
from slaeditor.model.work import MethodStep, Phase
from slaeditor.session.dictionary import dictionary
from slaeditor.ui.later import WAIT
from slaeditor.ui.place import Place
from slaeditor.ui.spelling import spelling_of
from tests.ui.hands import press

CONTROL = Qt.KeyboardModifier.ControlModifier
WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@pytest.fixture
def prose(editing):
    """The editor of what happens in a step; and what opens it with words."""

    def open_(words: str, language: Language = Language.ENGLISH):
        phase = Phase(name="One")
        step = MethodStep(phase=phase.id, name="Step", what=words)
        window = editing(Project().add(Document(language=language), phase, step))
        window.workbench.go(Place("method_steps", step.id))
        editor = window.workbench.pages.page.form.fields["what"].editor
        judge(window)
        return window, editor

    return open_


def judge(window) -> None:
    """Judge all words and let the lines be drawn, which asks for words and shows what is found."""
    for _ in range(2):
        QTest.qWait(2 * WAIT)
        spelling_of(window.session).judge_all()
    QTest.qWait(2 * WAIT)


def wrong(editor) -> list[str]:
    """The words under which a wavy line is drawn."""
    found, block = [], editor.page.document().begin()
    while block.isValid():
        waves = [one for one in block.layout().formats() if one.format.underlineStyle() == WAVE]
        found += [block.text()[one.start : one.start + one.length] for one in waves]
        block = block.next()
    return found


def put_cursor(editor, word: str) -> None:
    cursor = editor.page.textCursor()
    cursor.setPosition(editor.page.toPlainText().index(word) + 1)
    editor.page.setTextCursor(cursor)


def entries(editor) -> dict[str, QAction]:
    menu = editor.menu(editor.page.cursorRect().center(), by_key=True)
    return {action.text().replace("&", ""): action for action in menu.actions()}


def test_misspelled_words_have_a_wavy_line(prose):
    _, editor = prose("We anwser at once, **allways**, by `adress`.")
    assert wrong(editor) == ["anwser", "allways"]


def test_mistakes_are_found_in_a_quiet_moment_by_a_dictionary_read_meanwhile(editing, qtbot):
    dictionary.cache_clear()
    step = MethodStep(name="Step", what="We anwser at once.")
    window = editing(Project().add(step))
    window.workbench.go(Place("method_steps", step.id))
    editor = window.workbench.pages.page.form.fields["what"].editor
    qtbot.waitUntil(lambda: wrong(editor) == ["anwser"], timeout=10_000)


def test_a_session_that_is_over_reads_no_dictionary(editing):
    window = editing()
    session = window.session
    spelling = spelling_of(session)
    spelling.is_wrong("anwser")
    window.close_session()
    spelling._quiet.timeout.emit()
    assert session.is_over


def test_the_language_of_the_document_counts(prose):
    _, editor = prose("Die Eskalationsstufe ist falshc.", Language.GERMAN)
    assert wrong(editor) == ["falshc"]


def test_the_word_being_typed_is_left_alone_until_it_is_done(prose):
    window, editor = prose("")
    editor.page.setFocus()
    QTest.keyClicks(editor.page, "a mistaek")
    judge(window)
    assert wrong(editor) == []
    QTest.keyClicks(editor.page, " is")
    judge(window)
    assert wrong(editor) == ["mistaek"]


def test_nothing_is_looked_up_while_somebody_types(prose):
    window, editor = prose("")
    spelling = spelling_of(window.session)
    editor.page.setFocus()
    QTest.keyClicks(editor.page, "zzyzx quuxly ")
    assert spelling._quiet.isActive()
    assert wrong(editor) == []


def test_a_suggestion_replaces_the_word_as_one_edit(prose):
    window, editor = prose("A mistaek here.")
    put_cursor(editor, "mistaek")
    entries(editor)["mistake"].trigger()
    step = next(iter(window.session.project.method_steps))
    assert step.what == "A mistake here."


def test_a_word_is_added_to_those_of_the_project_and_undone(prose):
    window, editor = prose("The Frobnicator runs.")
    put_cursor(editor, "Frobnicator")
    entries(editor)["Add “Frobnicator” to the project's words"].trigger()
    judge(window)
    assert wrong(editor) == []
    assert window.session.project.the(Document).own_words == "Frobnicator"
    assert window.session.history.undo_label == "Add “Frobnicator” to the project's words"
    window.session.undo()
    judge(window)
    assert wrong(editor) == ["Frobnicator"]


def test_a_right_word_has_the_usual_menu_only(prose):
    _, editor = prose("All is well.")
    put_cursor(editor, "well")
    assert not any("project's words" in words for words in entries(editor))


def test_checking_can_be_switched_off(prose):
    window, editor = prose("A mistaek here.")
    spelling = spelling_of(window.session)
    spelling.switch(on=False)
    judge(window)
    assert wrong(editor) == []
    spelling.switch(on=True)
    judge(window)
    assert wrong(editor) == ["mistaek"]


def test_wavy_lines_change_neither_words_nor_history(prose):
    window, editor = prose("A mistaek here.")
    assert editor.page.toPlainText() == "A mistaek here."
    assert not window.session.history.done


@pytest.mark.parametrize(("key", "words"), [("B", "**plain**"), ("I", "*plain*")])
def test_keys_mark_what_is_chosen(prose, key, words):
    window, editor = prose("plain")
    editor.page.setFocus()
    editor.page.selectAll()
    press(getattr(Qt.Key, f"Key_{key}"), CONTROL)
    assert next(iter(window.session.project.method_steps)).what == words


def test_a_table_stands_on_lines_of_its_own(prose):
    window, editor = prose("Before.")
    editor.page.moveCursor(QTextCursor.MoveOperation.End)
    editor._table()
    what = next(iter(window.session.project.method_steps)).what
    assert what.startswith("Before.\n\n| Column | Column |\n| --- | --- |")
    assert editor.page.textCursor().selectedText() == "Column"


def test_the_text_is_shown_as_it_is_printed_while_it_is_written(prose, qtbot):
    _, editor = prose("Some **bold** words.")
    editor.page.setFocus()
    press(Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: editor.preview.toPlainText() == "Some bold words.")
    editor.page.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor.page, " And more.")
    qtbot.waitUntil(lambda: editor.preview.toPlainText().endswith("And more."))
    press(Qt.Key.Key_M, CONTROL)
    assert editor.preview.isHidden()


def test_what_cannot_be_printed_is_said_in_the_preview(prose, qtbot):
    _, editor = prose("fine")
    editor._toggle_preview()
    editor.preview.show_words(":::staff secret")
    qtbot.waitUntil(lambda: "reader mark" in editor.preview.toPlainText())
