"""Every form opens, edits, undoes and does again; generated from the declarations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from slaeditor.model import kinds as kind_names
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project, entity_named, kinds, table_name
from slaeditor.model.promises import Severity, Target
from slaeditor.model.readers import CLIENT, EVERYONE, NOBODY, STAFF, Reader
from slaeditor.model.values.target_value import TargetValue
from slaeditor.ui.editors.references import MANY
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.mnemonics import with_mnemonics
from slaeditor.ui.opening_dialog import OpeningDialog
from slaeditor.ui.place import Place
from slaeditor.ui.sections import GROUPED, MAIN, sections

ALL = pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.__name__)


def a_project_for(kind: type[Entity]) -> Project:
    """One record of a kind, and one of every kind it can point at."""
    project = Project()
    for spec in fields(kind):
        if spec.to and entity_named(spec.to) is not kind:
            project = project.add(entity_named(spec.to)())
        if spec.names_record:
            project = project.add(ServiceLevel())
    return project.add(kind())


def form_of(window: Any, kind: type[Entity], row: Entity) -> Any:
    bench = window.workbench
    bench.go(Place(table_name(kind), row.id))
    page = bench.pages.page
    assert page.form is not None
    for section in page.form.sections:
        section.open()
    return page.form


def change(form: Any, spec: Field) -> None:
    """Do what a person would to give a field another value."""
    row = form.fields[spec.name]
    control = row.editor.control
    if isinstance(control, QCheckBox):
        control.click()
    elif isinstance(control, QLineEdit):
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, words_for(spec))
    elif isinstance(control, QPlainTextEdit):
        control.setFocus()
        QTest.keyClicks(control, "Words.")
    elif isinstance(control, QComboBox):
        last = control.count() - 1
        other = last if control.currentIndex() != last else 0
        control.setCurrentIndex(other)
        control.activated.emit(other)
    elif spec.kind is kind_names.REFERENCES or spec.names_record:
        choose(row.editor)
    else:
        row.editor.edited.emit(b"GIF89a")
    QApplication.processEvents()


def choose(editor: Any) -> None:
    """Choose the first record of the list that opens below a field."""
    QTest.mouseClick(editor.control, Qt.MouseButton.LeftButton)
    if editor.spec.names_record:
        QTest.keyClick(editor.popup.filter, Qt.Key.Key_Down)
        QTest.keyClick(editor.popup.filter, Qt.Key.Key_Return)
    else:
        QTest.keyClick(editor.popup.list, Qt.Key.Key_Space)
        editor.popup.close()


def words_for(spec: Field) -> str:
    if spec.kind is kind_names.WHOLE:
        return "7"
    if spec.kind is kind_names.TEXT:
        return "Words"
    if spec.kind is kind_names.COLOUR:
        return "#aa0033"
    words = LocaleWords().words(spec.kind, spec.kind.parse(spec.kind.example))
    return words.replace("–", "-")  # only ASCII can be typed in a test


@ALL
def test_every_field_of_every_form_is_edited_undone_and_done_again(editing, kind):
    project = a_project_for(kind)
    window = editing(project)
    session, row = window.session, next(iter(project.table(kind)))
    form = form_of(window, kind, row)
    for spec in fields(kind):
        before: Any = session.project
        change(form, spec)
        session.seal()
        after = session.project
        changed = after.table(kind)[row.id]
        assert getattr(changed, spec.name) != getattr(before.table(kind)[row.id], spec.name), spec
        assert session.history.undo_label.startswith("Change "), spec.name
        session.undo()
        assert session.project == before, spec.name
        session.redo()
        assert session.project == after, spec.name


@ALL
def test_a_form_shows_every_field_once(kind):
    shown = [spec.name for section in sections(kind) for spec in section.fields]
    assert sorted(shown) == sorted(spec.name for spec in fields(kind))


@ALL
def test_letters_of_a_form_are_unique(kind):
    labels = with_mnemonics(spec.label for group in sections(kind) for spec in group.fields)
    letters = [label[label.index("&") + 1].casefold() for label in labels if "&" in label]
    assert len(letters) == len(set(letters))
    assert not set(letters) & set("fevith")


def test_groups_made_by_hand_name_kinds_that_exist():
    assert all(entity_named(name) for name in GROUPED)


@pytest.fixture
def gold(editing):
    """A window with one level called Gold, its form and a function that reads the level."""
    level = ServiceLevel(name="Gold", readers=STAFF)
    window = editing(Project().add(level))
    form = form_of(window, ServiceLevel, level)
    return window, form, lambda: window.session.project.service_levels[level.id]


def test_typing_merges_into_one_step_and_ctrl_z_takes_it_back(gold, qtbot):
    window, form, level = gold
    line = form.fields["name"].editor.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Silver")
    assert level().name == "Silver"
    assert len(window.session.history.done) == 1
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert level().name == "Gold"
    assert line.text() == "Gold"
    qtbot.keyClick(line, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Silver"


def test_leaving_a_field_ends_the_step(gold, qtbot):
    window, form, _ = gold
    line = form.fields["name"].editor.line
    line.setFocus()
    qtbot.keyClicks(line, "1")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    line.setFocus()
    qtbot.keyClicks(line, "2")
    assert len(window.session.history.done) == 2


def test_a_step_is_named_after_field_and_record(gold, qtbot):
    window, form, _ = gold
    qtbot.keyClicks(form.fields["name"].editor.line, "en")
    assert window.session.history.undo_label == "Change name of Gold"
    action = window.actions_of.by_id["edit.undo"]
    assert action.text() == "&Undo: Change name of Gold"


def test_words_that_cannot_be_read_stay_with_a_sentence_and_change_nothing(gold, qtbot):
    window, form, level = gold
    row = form.fields["floor_price"]
    line = row.editor.line
    line.setFocus()
    qtbot.keyClicks(line, "cheap")
    assert row.note.isHidden()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "cheap"
    assert not row.note.isHidden()
    assert "cheap" in line.accessibleDescription()
    assert line.property("state") == "error"
    assert level().floor_price is None
    assert not window.session.history.done


def test_half_a_word_that_could_be_read_changes_nothing(gold, qtbot):
    window, form, level = gold
    line = form.fields["floor_price"].editor.line
    line.setFocus()
    qtbot.keyClicks(line, "29 EUR")
    assert str(level().floor_price) == "29.00 EUR"
    qtbot.keyClicks(line, " a month and more")
    assert line.text() == "29 EUR a month and more"
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert level().floor_price is None
    assert not window.session.history.done


def test_the_value_from_before_stays_when_words_end_unreadable(gold, qtbot):
    _, form, level = gold
    line = form.fields["floor_price"].editor.line
    line.setFocus()
    qtbot.keyClicks(line, "29 EUR\t")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "35 EUR or so\t")
    assert str(level().floor_price) == "29.00 EUR"
    assert line.text() == "35 EUR or so"


def test_the_sentence_goes_while_somebody_types_again(gold, qtbot):
    _, form, level = gold
    row = form.fields["floor_price"]
    line = row.editor.line
    line.setFocus()
    qtbot.keyClicks(line, "cheap")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "29 EUR")
    assert row.note.isHidden()
    assert str(level().floor_price) == "29.00 EUR"
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "29.00 EUR"


def test_unread_words_wait_for_their_record(editing, qtbot):
    levels = [ServiceLevel(name=name) for name in ("Gold", "Silver")]
    window = editing(Project().add(*levels))
    form = form_of(window, ServiceLevel, levels[0])
    line = form.fields["floor_price"].editor.line
    line.setFocus()
    qtbot.keyClicks(line, "cheap")
    form_of(window, ServiceLevel, levels[1])
    assert line.text() == ""
    form_of(window, ServiceLevel, levels[0])
    assert line.text() == "cheap"
    assert not form.fields["floor_price"].note.isHidden()


def test_escape_takes_unread_words_back(gold, qtbot):
    _, form, _ = gold
    line = form.fields["floor_price"].editor.line
    line.setFocus()
    qtbot.keyClicks(line, "cheap")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_a_change_from_outside_keeps_the_cursor(gold, qtbot):
    window, form, level = gold
    page = form.fields["promise"].editor.page
    page.setFocus()
    qtbot.keyClicks(page, "One two three")
    cursor = page.textCursor()
    cursor.setPosition(3)
    page.setTextCursor(cursor)
    window.session.edit(window.session.project.put(level().but(promise="One two four")), "Other")
    assert page.toPlainText() == "One two four"
    assert page.textCursor().position() == 3


def test_several_records_are_edited_at_once(editing, qtbot):
    levels = [ServiceLevel(name=name, ladder="a") for name in ("Gold", "Silver")]
    window = editing(Project().add(*levels))
    form = form_of(window, ServiceLevel, levels[0])
    page = window.workbench.pages.page
    page.view.select([level.id for level in levels])
    assert form.fields["name"].editor.line.text() == ""
    assert form.fields["name"].editor.line.placeholderText() == "Different values"
    line = form.fields["ladder"].editor.line
    assert line.text() == "a"
    line.selectAll()
    qtbot.keyClicks(line, "b")
    assert {level.ladder for level in window.session.project.service_levels} == {"b"}
    assert window.session.history.undo_label == "Change ladder of 2 service levels"
    window.session.undo()
    assert {level.ladder for level in window.session.project.service_levels} == {"a"}


def test_what_a_level_takes_from_its_base_is_shown_greyed(editing):
    base = ServiceLevel(name="Base", promise="We answer.")
    gold = ServiceLevel(name="Gold", based_on=base.id)
    window = editing(Project().add(base, gold))
    form = form_of(window, ServiceLevel, gold)
    page = form.fields["promise"].editor.page
    assert page.toPlainText() == ""
    assert page.placeholderText() == "We answer. (from Base)"


def test_a_field_tells_who_reads_it_in_this_record(gold):
    _, form, _ = gold
    assert form.fields["name"].badge.text() == "Staff"
    assert form.fields["floor_price"].badge.text() == "Only you"
    assert form.fields["note"].badge.text() == "Only you"


def test_opening_to_clients_lists_what_they_will_see_and_asks(gold, qtbot):
    window, form, level = gold
    qtbot.mouseClick(form.readers.switches[Reader.CLIENT], Qt.MouseButton.LeftButton)
    dialog = next(one for one in window.findChildren(OpeningDialog) if one.isVisible())
    assert level().readers == STAFF
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert level().readers == STAFF | CLIENT
    assert window.session.history.undo_label == "Open Gold to clients"


def test_all_that_clients_will_read_is_listed_by_kind(editing, qtbot):
    levels = [ServiceLevel(name=name, readers=STAFF) for name in ("Silver", "Gold")]
    promises = [
        Target(level=level.id, value=TargetValue.parse("4 h"), readers=EVERYONE) for level in levels
    ]
    window = editing(Project().add(*levels, *promises))
    dialog = OpeningDialog(window, window.session.project, levels, Reader.CLIENT)
    qtbot.addWidget(dialog)
    heads = [dialog.list.topLevelItem(at) for at in range(2)]
    assert [one and one.text(0) for one in heads] == ["Service levels (2)", "Targets (2)"]
    assert dialog.words.text() == "Open 2 records to clients? They will then read 4 records:"


def test_what_a_record_rests_on_is_opened_along(editing, qtbot):
    hours = Calendar(name="Around the clock", readers=STAFF)
    level = ServiceLevel(name="Gold", readers=STAFF, calendar=hours.id)
    window = editing(Project().add(hours, level))
    form = form_of(window, ServiceLevel, level)
    qtbot.mouseClick(form.readers.switches[Reader.CLIENT], Qt.MouseButton.LeftButton)
    dialog = next(one for one in window.findChildren(OpeningDialog) if one.isVisible())
    assert dialog.along.text() == "&Open what they rest on too: “Around the clock”"
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    project = window.session.project
    assert project.calendars[hours.id].readers == STAFF | CLIENT
    assert window.session.history.undo_label == "Open Gold to clients"


def test_without_what_it_rests_on_a_record_shows_nothing(editing, qtbot):
    hours = Calendar(name="Around the clock", readers=STAFF)
    level = ServiceLevel(name="Gold", readers=STAFF, calendar=hours.id)
    project = Project().add(hours, level)
    dialog = OpeningDialog(editing(project), project, [level], Reader.CLIENT)
    qtbot.addWidget(dialog)
    dialog.along.setChecked(False)
    assert dialog.words.text().endswith("They will read nothing more by it.")
    assert dialog.wanted == (level,)


def test_escape_leaves_it_closed_to_clients(gold, qtbot):
    window, form, level = gold
    qtbot.mouseClick(form.readers.switches[Reader.CLIENT], Qt.MouseButton.LeftButton)
    dialog = next(one for one in window.findChildren(OpeningDialog) if one.isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert level().readers == STAFF
    assert not form.readers.switches[Reader.CLIENT].isChecked()


def test_a_record_cannot_be_opened_wider_than_what_it_belongs_to(editing):
    from slaeditor.model.compensation import Compensation, CompensationBand

    credit = Compensation(name="Credit", readers=NOBODY)
    band = CompensationBand(compensation=credit.id)
    window = editing(Project().add(credit, band))
    form = form_of(window, CompensationBand, band)
    switch = form.readers.switches[Reader.STAFF]
    assert not switch.isEnabled()
    assert "is not open to staff" in switch.toolTip()


def test_a_finding_stands_beside_its_field(editing, qtbot):
    level = ServiceLevel(name="")
    window = editing(Project().add(level))
    form = form_of(window, ServiceLevel, level)
    window.session.check_now()
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    row = form.fields["name"]
    assert not row.note.isHidden()
    assert row.editor.control.accessibleDescription()


def test_the_single_record_comes_to_be_with_the_first_edit(editing, qtbot):
    window = editing()
    window.workbench.go(Place("document"))
    form = window.workbench.pages.page.form
    qtbot.keyClicks(form.fields["name"].editor.line, "Agency")
    assert [one.name for one in window.session.project.document] == ["Agency"]
    window.session.undo()
    assert len(window.session.project.document) == 0
    window.session.redo()
    line = form.fields["name"].editor.line
    line.setCursorPosition(len(line.text()))
    qtbot.keyClicks(line, "!")
    assert [one.name for one in window.session.project.document] == ["Agency!"]


def chosen_together(editing, *levels: ServiceLevel):
    window = editing(Project().add(*levels))
    window.workbench.go(Place("service_levels"))
    page = window.workbench.pages.page
    page.view.select([one.id for one in levels[-2:]])
    QApplication.processEvents()
    return page.form.fields["promise"].origin


def test_levels_of_two_bases_are_told_the_word_of_neither(editing):
    basic, plus = ServiceLevel(name="Basic", promise="Soon"), ServiceLevel(name="Plus")
    one = ServiceLevel(name="Gold", based_on=basic.id, promise="Now")
    other = ServiceLevel(name="Best", based_on=plus.id, promise="Now")
    assert chosen_together(editing, basic, plus, one, other).isHidden()


def test_levels_of_one_base_are_told_its_word(editing):
    basic = ServiceLevel(name="Basic", promise="Soon")
    one = ServiceLevel(name="Gold", based_on=basic.id, promise="Now")
    other = ServiceLevel(name="Best", based_on=basic.id, promise="Now")
    assert chosen_together(editing, basic, one, other).words == "Basic says “Soon”."


def test_levels_that_differ_are_told_nothing(editing):
    basic = ServiceLevel(name="Basic", promise="Soon")
    one = ServiceLevel(name="Gold", based_on=basic.id, promise="Now")
    other = ServiceLevel(name="Best", based_on=basic.id, promise="Later")
    assert chosen_together(editing, basic, one, other).isHidden()


def test_a_word_of_the_base_that_ends_with_a_stop_gets_no_second_one(editing):
    basic = ServiceLevel(name="Basic", promise="We answer overnight.")
    gold = ServiceLevel(name="Gold", based_on=basic.id, promise="Now")
    form = form_of(editing(Project().add(basic, gold)), ServiceLevel, gold)
    assert form.fields["promise"].origin.words == "Basic says “We answer overnight”."


def test_a_time_zone_is_judged_though_names_are_offered_below_it(editing):
    window = editing(Project().add(calendar := Calendar()))
    row = form_of(window, Calendar, calendar).fields["time_zone"]
    row.editor.control.setFocus()
    for letter in "Europe/Ber":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
    assert row.editor.control.completer().popup().isVisible()
    QTest.keyClick(row.editor.control, Qt.Key.Key_Tab)
    assert "is no time zone" in row.editor.trouble


def reference_of_many(editing):
    """The field of a target that names one of so many severities that words find it."""
    listed = [Severity(name=f"Severity {number}") for number in range(MANY)]
    target = Target(severity=listed[2].id)
    return form_of(editing(Project().add(*listed, target)), Target, target).fields["severity"]


def test_showing_a_record_looks_through_no_names(editing):
    editor = reference_of_many(editing).editor
    finder = editor.box.completer()
    assert (editor.box.currentText(), finder.completionPrefix()) == ("Severity 2", "")


def test_typed_words_find_a_record_among_many(editing):
    editor = reference_of_many(editing).editor
    editor.take_focus()
    editor.box.lineEdit().selectAll()
    for letter in "ity 7":
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
    assert editor.box.completer().popup().model().index(0, 0).data() == "Severity 7"


def headings_of(editing: Any, **values: Any) -> list[str]:
    client = Client(name="Ash", **values)
    bench = editing(Project().add(client)).workbench
    bench.go(Place("clients", client.id))
    QApplication.processEvents()
    shown = bench.pages.page.form.sections
    return [one.head.accessibleName() for one in shown if one.section.heading != MAIN]


def test_a_part_of_a_form_in_which_something_is_said_is_drawn_open(editing):
    headings = headings_of(editing, since=date(2026, 1, 1))
    assert headings[:2] == ["Contract and hours, open", "Words, closed"]


def test_a_part_of_a_form_in_which_nothing_is_said_is_drawn_closed(editing):
    assert headings_of(editing)[:2] == ["Contract and hours, closed", "Words, closed"]
