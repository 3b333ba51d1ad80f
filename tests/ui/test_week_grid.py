"""A week is painted with the mouse and the keys, and typed beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from slaeditor.model.calendars import Calendar, CalendarException
from slaeditor.model.project import Project
from slaeditor.model.values.week import Week
from slaeditor.ui.place import Place
from slaeditor.ui.week_actions import pasted
from slaeditor.ui.week_grid import WeekGrid
from tests.ui.hands import press, type_words

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hours(editing):
    """The grid of a calendar that is open on Monday morning, and a way to its words."""
    calendar = Calendar(name="Office", hours=Week.parse("Mon 09:00–12:00"), time_zone="UTC")
    window = editing(Project().add(calendar))
    window.workbench.go(Place("calendars", calendar.id))
    grid = window.workbench.pages.page.form.fields["hours"].editor.grid
    grid.setFocus()

    def words() -> str:
        return str(window.session.project.calendars[calendar.id].hours)

    return window, grid, words


def middle(grid: WeekGrid, day: int, cell: int) -> QPoint:
    return grid.cell_rect(day, cell).center().toPoint()


def drag(grid: WeekGrid, start: tuple[int, int], end: tuple[int, int]) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(grid, left, pos=middle(grid, *start))
    QTest.mouseMove(grid, middle(grid, *end))
    QTest.mouseRelease(grid, left, pos=middle(grid, *end))


def test_dragging_opens_a_rectangle_as_one_step(hours):
    window, grid, words = hours
    drag(grid, (1, 18), (4, 33))
    assert words() == "Mon 09:00–12:00; Tue–Fri 09:00–17:00"
    assert len(window.session.history.done) == 1
    assert window.session.history.undo_label == "Change hours of Office"


def test_dragging_from_an_open_hour_closes(hours):
    _, grid, words = hours
    drag(grid, (0, 20), (0, 21))
    assert words() == "Mon 09:00–10:00 and 11:00–12:00"


def test_escape_gives_up_a_stroke(hours):
    window, grid, _ = hours
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=middle(grid, 2, 10))
    press(Qt.Key.Key_Escape)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=middle(grid, 2, 12))
    assert not window.session.history.done


def test_keys_extend_and_space_opens_and_closes(hours):
    _, _, words = hours
    press(Qt.Key.Key_Down)
    for _ in range(3):
        press(Qt.Key.Key_Right, SHIFT)
    press(Qt.Key.Key_Space)
    assert words() == "Mon 09:00–12:00; Tue 09:00–11:00"
    press(Qt.Key.Key_Space)
    assert words() == "Mon 09:00–12:00"


def test_ctrl_and_arrows_go_by_hours_and_end_to_the_night(hours):
    _, grid, _ = hours
    press(Qt.Key.Key_Right, CONTROL)
    assert grid.place.minutes == (600, 630)
    press(Qt.Key.Key_End)
    assert grid.place.minutes == (1410, 1440)
    press(Qt.Key.Key_Home, CONTROL)
    assert (grid.place.day, grid.place.minutes) == (0, (0, 30))


def test_a_day_is_copied_and_pasted_on_others(hours):
    _, _grid, words = hours
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Mon 09:00–12:00"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_V, CONTROL)
    assert words() == "Mon–Wed 09:00–12:00"


def test_a_menu_copies_the_day_to_weekdays(hours):
    _, grid, words = hours
    grid.menu().actions()[0].trigger()
    assert words() == "Mon–Fri 09:00–12:00"


def test_what_cannot_be_pasted_is_said_and_nothing_changes(hours):
    window, _grid, words = hours
    QGuiApplication.clipboard().setText("=cmd|' /C calc'!A0")
    press(Qt.Key.Key_V, CONTROL)
    row = window.workbench.pages.page.form.fields["hours"]
    assert "is no hours" in row.editor.trouble
    assert words() == "Mon 09:00–12:00"


def test_typing_draws_and_minutes_are_drawn_exactly(hours):
    window, grid, _ = hours
    line = window.workbench.pages.page.form.fields["hours"].editor.line
    line.setFocus()
    line.selectAll()
    type_words("tue 8:15-16:45")
    assert grid.week.day(2) == ((495, 1005),)


def test_words_that_cannot_be_read_stay_in_the_line(hours):
    window, _, words = hours
    editor = window.workbench.pages.page.form.fields["hours"].editor
    editor.line.setFocus()
    editor.line.selectAll()
    type_words("mon 25:00-26:00")
    editor.leave()
    assert editor.line.text() == "mon 25:00-26:00"
    assert editor.trouble
    assert words() == "Mon 09:00–12:00"


def test_a_screen_reader_hears_where_the_keyboard_is(hours):
    _, grid, _ = hours
    assert grid.accessibleDescription().startswith("Mon 09:00 to 09:30, open.")
    press(Qt.Key.Key_Down)
    assert grid.accessibleDescription().startswith("Tue 09:00 to 09:30, not all open.")


def test_hours_of_an_exception_are_painted_on_demand(editing):
    calendar = Calendar(name="Office")
    row = CalendarException(calendar=calendar.id)
    window = editing(Project().add(calendar, row))
    window.workbench.go(Place("calendar_exceptions", row.id))
    editor = window.workbench.pages.page.form.fields["hours"].editor
    assert not editor.findChildren(WeekGrid)
    editor.switch.click()
    drag(editor.grid, (0, 18), (0, 19))
    assert str(window.session.project.calendar_exceptions[row.id].hours) == "Mon 09:00–10:00"


@pytest.mark.parametrize(
    ("words", "week"),
    [("9:00-12:00", "daily 09:00–12:00"), ("Mon-Fri 9-17", "Mon–Fri 09:00–17:00"), ("x", None)],
)
def test_hours_are_pasted_with_or_without_days(words, week):
    taken = pasted(words)
    assert (str(taken) if taken else None) == week
