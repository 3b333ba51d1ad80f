"""A comment is made where one stands, is seen there, and is answered there."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from slaeditor.model.document import Comment
from slaeditor.model.project import Project
from slaeditor.model.readers import NOBODY
from slaeditor.ui.place import Place
from slaeditor.ui.today import today
from tests.builders import a_level
from tests.ui.hands import click, press, type_words

COMMAND_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_gold(editing):
    """What shows the level Gold beside these comments."""

    def shown(*comments: Comment):
        window = editing(Project().add(a_level("Gold"), a_level("Silver"), *comments))
        (gold, _) = window.session.project.service_levels
        window.workbench.go(Place("service_levels", gold.id))
        return window, gold

    return shown


@pytest.fixture
def asked(at_gold):
    """The window at Gold, on which Ann has asked something."""
    window, gold = at_gold()
    on = date(2026, 3, 2)
    question = Comment(subject=gold.id, words="Why so slow?", author="Ann", made_on=on)
    window.session.edit(window.session.project.add(question), "Comment")
    return window, window.workbench.pages.page.form.comments


def only(window) -> Comment:
    found: Comment = next(iter(window.session.project.comments))
    assert len(window.session.project.comments) == 1
    return found


def test_a_key_comments_on_the_record_that_is_shown(at_gold):
    window, gold = at_gold()
    press(Qt.Key.Key_M, COMMAND_KEYS)
    assert only(window).subject == gold.id


def test_what_is_typed_then_is_the_comment(at_gold):
    window, _ = at_gold()
    press(Qt.Key.Key_M, COMMAND_KEYS)
    type_words("Too dear")
    assert only(window).words == "Too dear"


def test_a_comment_bears_the_day(at_gold):
    window, _ = at_gold()
    press(Qt.Key.Key_M, COMMAND_KEYS)
    assert only(window).made_on == today()


def test_nobody_reads_a_comment_until_it_is_opened(at_gold):
    window, _ = at_gold()
    press(Qt.Key.Key_M, COMMAND_KEYS)
    assert only(window).readers == NOBODY


def test_the_name_used_last_is_used_again(at_gold):
    window, gold = at_gold()
    press(Qt.Key.Key_M, COMMAND_KEYS)
    window.workbench.pages.page.form.show_field("author")
    type_words("Ann")
    window.workbench.go(Place("service_levels", gold.id))
    press(Qt.Key.Key_M, COMMAND_KEYS)
    assert [one.author for one in window.session.project.comments] == ["Ann", "Ann"]


def test_no_comment_is_made_on_a_comment(at_gold):
    window, _ = at_gold()
    press(Qt.Key.Key_M, COMMAND_KEYS)
    press(Qt.Key.Key_M, COMMAND_KEYS)
    assert len(window.session.project.comments) == 1


def test_a_record_shows_what_was_asked_about_it(asked):
    _, notice = asked
    assert notice.lines[0].words.text() == "Ann, 2 Mar 2026: Why so slow?"


def test_another_record_does_not_show_it(asked):
    window, notice = asked
    silver = next(one for one in window.session.project.service_levels if one.name == "Silver")
    window.workbench.go(Place("service_levels", silver.id))
    assert notice.isHidden()


def test_an_answer_is_kept_as_it_is_typed(asked):
    window, notice = asked
    notice.lines[0].answer.take_focus()
    type_words("Two are ill")
    assert only(window).answer == "Two are ill"


def test_what_is_settled_is_shown_no_more(asked):
    _, notice = asked
    click(notice.lines[0].settle)
    assert notice.isHidden()


def test_the_arrow_leads_to_the_comment(asked):
    window, notice = asked
    click(notice.lines[0].go)
    assert window.workbench.place == Place("comments", only(window).id)


def test_the_menu_of_a_record_offers_to_comment(at_gold):
    window, _ = at_gold()
    words = [one.text() for one in window.workbench.pages.page.view.menu().actions()]
    assert words[0].replace("&", "") == "Comment on this"


@pytest.fixture
def about(asked):
    """The editor of what a comment is about."""
    window, _ = asked
    window.workbench.go(Place("comments", only(window).id))
    return window, window.workbench.pages.page.form.fields["subject"].editor


def test_what_it_is_about_is_shown_by_its_title(about):
    _, editor = about
    assert editor.button.text() == "Service level: Gold"


def test_there_is_a_way_to_what_it_is_about(about):
    window, editor = about
    click(editor.open)
    assert window.workbench.place == Place("service_levels", only(window).subject)


def test_another_record_is_chosen_by_typing(about):
    _, editor = about
    click(editor.button)
    type_words("silver")
    press(Qt.Key.Key_Return)
    assert editor.button.text() == "Service level: Silver"


def test_a_record_that_is_gone_is_said_to_be(about):
    _, editor = about
    editor.show_value("levels/bronze")
    assert editor.button.text() == "“levels/bronze”, which is not here"
