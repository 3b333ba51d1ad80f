"""The window as a person uses it: going around, adding, deleting, findings, panels."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project, kinds
from slaeditor.model.promises import ClockRule, Measure
from slaeditor.model.work import Activity, ActivityGroup
from slaeditor.ui import theme
from slaeditor.ui.child_table import ChildTable
from slaeditor.ui.place import OVERVIEW, Place
from tests.ui.hands import click, press, type_words

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def levels(*names: str) -> Project:
    return Project().add(*(ServiceLevel(name=name) for name in names))


def names(window):
    return [level.name for level in window.session.project.service_levels]


def test_the_overview_comes_first(editing):
    window = editing()
    assert window.workbench.place == OVERVIEW


@pytest.mark.parametrize("table", kinds())
def test_every_page_opens_and_takes_the_keyboard(editing, table):
    window = editing()
    window.workbench.go(Place(table))
    window.workbench.pages.page.take_focus()
    assert window.workbench.place.table == table


def test_the_navigator_leads_to_a_part(editing):
    window = editing()
    navigator = window.workbench.navigator
    item = navigator._items["services"]
    rect = navigator.visualRect(item.index())
    QTest.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.workbench.place.table == "services"


def test_the_navigator_counts(editing):
    window = editing(levels("Gold", "Silver"))
    navigator = window.workbench.navigator
    from slaeditor.ui.part_delegate import COUNT

    assert navigator._items["service_levels"].data(COUNT) == 2
    window.session.edit(Project(), "Clear")
    assert navigator._items["service_levels"].data(COUNT) == 0


def test_areas_open_and_close_with_the_arrows(editing):
    window = editing()
    navigator = window.workbench.navigator
    navigator.setFocus()
    navigator.setCurrentIndex(navigator._areas[next(iter(navigator._areas))].index())
    press(Qt.Key.Key_Right)
    assert navigator.open_areas()[0] == "document"
    press(Qt.Key.Key_Left)
    assert "document" not in navigator.open_areas()


def test_back_and_forward_follow_the_way_taken(editing):
    window = editing()
    for table in ("services", "severities"):
        window.workbench.go(Place(table))
    press(Qt.Key.Key_Left, ALT)
    assert window.workbench.place.table == "services"
    press(Qt.Key.Key_Left, ALT)
    assert window.workbench.place == OVERVIEW
    press(Qt.Key.Key_Right, ALT)
    assert window.workbench.place.table == "services"


def test_an_empty_list_says_what_it_is_for_and_offers_the_first(editing):
    window = editing()
    window.workbench.go(Place("services"))
    page = window.workbench.pages.page
    assert page.empty.isVisible()
    click(page.empty.button)
    assert len(window.session.project.services) == 1
    assert page.form.isVisible()
    type_words("Hosting")
    assert next(iter(window.session.project.services)).name == "Hosting"


def test_delete_takes_what_belongs_along_and_a_note_brings_it_back(editing):
    credit = Compensation(name="Credit")
    project = Project().add(credit, CompensationBand(compensation=credit.id))
    window = editing(project)
    window.workbench.go(Place("compensations", credit.id))
    window.workbench.pages.page.view.setFocus()
    press(Qt.Key.Key_Delete)
    assert window.session.project.count == 0
    assert window.messages.words == "Credit deleted with 1 that belonged to it."
    click(window.messages._button)
    assert window.session.project == project


def test_alt_and_an_arrow_move_a_record(editing):
    window = editing(levels("A", "B", "C"))
    window.workbench.go(Place("service_levels"))
    window.workbench.pages.page.view.setFocus()
    press(Qt.Key.Key_Down, ALT)
    assert names(window) == ["B", "A", "C"]
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert names(window) == ["B", "C", "A"]
    press(Qt.Key.Key_Up, ALT)
    assert names(window) == ["B", "A", "C"]


def test_dragging_a_record_moves_it(editing):
    window = editing(levels("A", "B", "C"))
    window.workbench.go(Place("service_levels"))
    model = window.workbench.pages.page.model
    carried = model.mimeData([model.index(2, 0)])
    model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, model.index(-1, -1))
    assert names(window) == ["C", "A", "B"]
    assert window.session.history.undo_label == "Move service level"


def test_a_copy_stands_beside_its_model(editing):
    window = editing(levels("A", "B"))
    window.workbench.go(Place("service_levels"))
    press(Qt.Key.Key_D, CONTROL)
    assert names(window) == ["A", "A (copy)", "B"]
    assert window.workbench.pages.page.form.rows[0].name == "A (copy)"


def test_the_filter_finds_by_words_in_any_order(editing):
    window = editing(levels(*(f"Level {n}" for n in range(20))))
    window.workbench.go(Place("service_levels"))
    press(Qt.Key.Key_F, CONTROL)
    type_words("7 lev")
    model = window.workbench.pages.page.model
    assert [row.name for row in model.rows] == ["Level 7", "Level 17"]


def test_undo_goes_where_something_changes(editing):
    window = editing(levels("Gold"))
    gold = next(iter(window.session.project.service_levels))
    window.session.edit(window.session.project.put(gold.but(name="Silver")), "Rename")
    window.workbench.go(Place("services"))
    press(Qt.Key.Key_Z, CONTROL)
    assert window.workbench.place == Place("service_levels", gold.id)


def test_the_mark_of_unsaved_work_comes_and_goes(editing):
    window = editing(levels("Gold"))
    assert not window.isWindowModified()
    window.session.edit(Project(), "Clear")
    assert window.isWindowModified()
    press(Qt.Key.Key_Z, CONTROL)
    assert not window.isWindowModified()


def test_the_history_panel_goes_back_to_a_step(editing):
    window = editing()
    for name in ("A", "B", "C"):
        window.session.edit(window.session.project.add(Service(name=name)), f"Add {name}")
    press(Qt.Key.Key_6, CONTROL)
    view = window.workbench.history.view
    labels = [view.model().index(at).data() for at in range(view.model().rowCount())]
    assert labels == ["Beginning", "Add A", "Add B", "Add C"]
    view.setCurrentIndex(view.model().index(1))
    press(Qt.Key.Key_Return)
    assert [one.name for one in window.session.project.services] == ["A"]


def test_a_finding_leads_to_its_field(editing, qtbot):
    window = editing(levels(""))
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    panel = window.workbench.findings
    line = next(n for n, f in enumerate(panel._model.findings) if f.field == "name")
    panel._view.setCurrentIndex(panel._model.index(line, 0))
    press(Qt.Key.Key_5, CONTROL)
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is window.workbench.pages.page.form.fields["name"].editor.line


def test_findings_are_filtered_by_severity(editing, qtbot):
    window = editing(levels(""))
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    panel = window.workbench.findings
    click(panel._buttons["error"])
    assert {str(one.severity) for one in panel._model.findings} <= {"error"}


def test_a_finding_with_a_plain_remedy_is_fixed_by_a_button(editing, qtbot):
    missing = "00000000-0000-4000-8000-000000000000"
    level = ServiceLevel(name="Gold", based_on=missing)
    window = editing(Project().add(level))
    panel = window.workbench.findings
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    rules = [one.rule for one in panel._model.findings]
    panel._view.setCurrentIndex(panel._model.index(rules.index("dangling-reference"), 0))
    assert panel.fix.text() == "Remove the reference"
    click(panel.fix)
    assert window.session.project.service_levels[level.id].based_on == ""
    assert window.session.history.undo_label == "Remove the reference"


def test_a_finding_beside_its_field_offers_the_same_remedy(editing, qtbot):
    missing = "00000000-0000-4000-8000-000000000000"
    level = ServiceLevel(name="Gold", based_on=missing)
    window = editing(Project().add(level))
    window.workbench.go(Place("service_levels", level.id))
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    row = window.workbench.pages.page.form.fields["based_on"]
    click(row.note.button)
    assert window.session.project.service_levels[level.id].based_on == ""


def test_a_finding_is_accepted_with_a_reason_and_counted_no_more(editing, qtbot, monkeypatch):
    monkeypatch.setattr("slaeditor.ui.asking.words", lambda *_: "On purpose.")
    window = editing(Project().add(Service(name="")))
    panel = window.workbench.findings
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    rules = [one.rule for one in panel._model.findings]
    panel._view.setCurrentIndex(panel._model.index(rules.index("required"), 0))
    click(panel.accept)
    assert [one.reason for one in window.session.project.waivers] == ["On purpose."]
    qtbot.waitUntil(
        lambda: "required" not in [one.rule for one in panel._model.findings], timeout=10_000
    )
    click(panel.waived)
    assert "required" in [one.rule for one in panel._model.findings]


def test_f3_goes_from_finding_to_finding(editing, qtbot):
    window = editing(levels("", ""))
    qtbot.waitUntil(lambda: len(window.session.findings) > 1, timeout=10_000)
    window.refresh()
    press(Qt.Key.Key_F3)
    assert window.workbench.place.table


def test_panels_can_be_hidden_and_come_back(editing):
    window = editing()
    press(Qt.Key.Key_B, CONTROL | SHIFT)
    assert window.workbench.below.isHidden()
    assert not window.actions_of.by_id["view.panels"].isChecked()
    press(Qt.Key.Key_B, CONTROL | SHIFT)
    assert window.workbench.below.isVisible()


def test_looks_are_switched_from_the_menu_and_kept(editing, looks):
    window = editing()
    window.actions_of.by_id["view.theme_dark"].trigger()
    assert looks.tokens.name == "dark"
    assert window.actions_of.by_id["view.theme_dark"].isChecked()
    window.actions_of.by_id["view.theme_light"].trigger()
    assert looks.tokens.name == "light"


def test_sizes_of_the_parts_are_kept(editing):
    first = editing()
    first.workbench.across.setSizes([330, 600, 0])
    wanted = first.workbench.across.sizes()[0]
    first.close()
    assert abs(editing().workbench.across.sizes()[0] - wanted) < 5


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_changes_no_box_that_has_not_the_keyboard(editing, focused):
    level = ServiceLevel(name="Gold")
    window = editing(Project().add(level, ServiceLevel(name="Silver")))
    window.workbench.go(Place("service_levels", level.id))
    form = window.workbench.pages.page.form
    box = form.fields["kind"].editor.control
    assert isinstance(box, QComboBox)
    window.workbench.navigator.setFocus()
    if focused:
        box.setFocus()
    before = box.currentIndex()
    turn(box, 120)
    assert (box.currentIndex() != before) is focused


def turn(widget: QWidget, by: int) -> None:
    """Turn the wheel over a widget."""
    middle = QPointF(widget.rect().center())
    globally = QPointF(widget.mapToGlobal(widget.rect().center()))
    event = QWheelEvent(
        middle,
        globally,
        QPoint(0, 0),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def children_table(form, kind):
    """The table of what belongs to the record, made now where it was not yet."""
    form.make_all()
    return next(one for one in form.findChildren(ChildTable) if one.kind is kind)


def test_the_owner_shows_its_children_and_adds_one_to_type_into(editing):
    group = ActivityGroup(name="Incidents")
    window = editing(Project().add(group))
    window.workbench.go(Place("activity_groups", group.id))
    form = window.workbench.pages.page.form
    activities = children_table(form, Activity)
    assert activities.empty.isVisible()
    click(activities.add)
    QApplication.processEvents()
    activity = next(iter(window.session.project.activities))
    assert activity.group == group.id
    type_words("Answer")
    press(Qt.Key.Key_Return)
    assert window.session.project.activities[activity.id].name == "Answer"


def test_a_cell_that_cannot_be_read_is_refused_with_a_sentence(editing):
    measure = Measure(name="Response")
    rule = ClockRule(measure=measure.id)
    window = editing(Project().add(measure, rule))
    window.workbench.go(Place("measures", measure.id))
    form = window.workbench.pages.page.form
    rules = children_table(form, ClockRule)
    assert not rules.model.setData(rules.model.index(0, 1), "many")
    assert rules.trouble.isVisible()
    assert "many" in rules.trouble.text()


def test_closing_the_session_leaves_no_page_behind(editing):
    window = editing(levels("Gold"))
    window.workbench.go(Place("service_levels"))
    window.close_session()
    QApplication.processEvents()
    assert window.session is None
    assert window.workbench is None
    assert window.windowTitle() == "SLA Editor"


def test_other_looks_reach_a_window_that_is_open(editing, looks):
    window = editing(levels("Gold"))
    light = window.grab().toImage().pixelColor(5, 5).lightness()
    looks.want(theme.Wish.DARK)
    QApplication.processEvents()
    dark = window.grab().toImage().pixelColor(5, 5).lightness()
    looks.want(theme.Wish.LIGHT)
    assert dark < light


SLOW = (
    "PySide6.QtPdf",
    "sqlite3",
    "weasyprint",
    "markdown",
    "sqlite_utils",
    "babel",
    "pikepdf",
    "pypdfium2",
    "PIL",
    "docx",
    "sqlite3",
    "uuid",
    "zoneinfo",
    "dataclasses",
    "decimal",
    "datetime",
    "difflib",
    "platform",
    "platformdirs",
    "logging.handlers",
    "PySide6.QtPdf",
    "PySide6.QtNetwork",
    "slaeditor.model.entity",
    "slaeditor.model.values.money",
    "slaeditor.rules.names",
    "slaeditor.session.background",
    "slaeditor.session.session",
    "slaeditor.storage",
    "slaeditor.publish",
    "slaeditor.ui.garbage",
    "slaeditor.ui.message_bar",
    "slaeditor.ui.place",
    "slaeditor.ui.question_box",
    "slaeditor.ui.report_dialog",
)


def test_menus_and_keys_follow_the_first_picture_by_themselves(program, qtbot):
    window = program.open_window()
    menus = [one for one in window.menuBar().findChildren(QMenu) if one.title()]
    assert not any(menu.actions() for menu in menus)
    qtbot.waitUntil(lambda: all(menu.actions() for menu in menus))
    assert "Ctrl+K" in {one.shortcut().toString() for one in window.actions()}


COSTLY = {"Qt", "QStyle", "QStyleOption", "QPen"}
"""Classes of Qt whose enumerations, or whose own making, the first picture can do without."""


def test_nothing_slow_is_imported_before_the_window_stands():
    assert before_the_first_picture(f"[name for name in {SLOW!r} if name in sys.modules]") == "[]"


def test_the_first_picture_needs_no_costly_class_of_qt():
    made = "{*vars(QtCore), *vars(QtGui), *vars(QtWidgets)}"
    assert before_the_first_picture(f"sorted({COSTLY!r} & {made})") == "[]"


def before_the_first_picture(asked: str) -> str:
    """Return what a fresh program answers when its window has been drawn for the first time."""
    program = (
        "import sys\n"
        "from PySide6 import QtCore, QtGui, QtWidgets\n"
        "from slaeditor.app import prepared\n"
        "from slaeditor.ui.program import Program\n"
        "application = prepared([])\n"
        "program = Program(application)\n"
        "window = program.open_window()\n"
        "window.grab()\n"
        f"print({asked})\n"
        "program.close_down()\n"
        "import os; os._exit(0)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip().split("\n")[-1]
