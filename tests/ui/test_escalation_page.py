"""Ladders are moved on their line, read as cards, and explained by the clock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.model.work import Role
from slaeditor.ui.escalation.clock_dialog import ClockDialog
from slaeditor.ui.escalation.ladder_drawing import short
from slaeditor.ui.place import Place
from tests.builders import a_promise
from tests.ui.hands import click, press, type_words

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ladder(editing):
    """A promise of four service hours with a warning at half time and a call an hour later."""
    project, level, target = a_promise("4 service h")
    calendar = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
    lead = Role(name="Team lead")
    policy = EscalationPolicy(name="Late", measure=target.measure)
    warn = EscalationStep(
        policy=policy.id,
        name="Warn",
        trigger=Trigger.AT_SHARE,
        share=Percentage.parse("50 %"),
        to_roles=(lead.id,),
    )
    call = EscalationStep(
        policy=policy.id,
        name="Call",
        trigger=Trigger.AFTER_DUE,
        after=Duration.parse("1 service h"),
        action="The lead calls.",
    )
    project = project.add(calendar, lead, policy, warn, call)
    window = editing(project.put(level.but(calendar=calendar.id)))
    window.workbench.go(Place("escalation_policies", policy.id))
    page = window.workbench.pages.page
    return window, page, page.ladder


def steps(window) -> dict[str, EscalationStep]:
    return {row.name: row for row in window.session.project.escalation_steps}


def mark(panel, name: str) -> QPoint:
    rung = next(one for one in panel.line.course.rungs if one.step.name == name)
    return QPoint(round(panel.line.x_of(rung.at)), panel.line.line_y())


def drag(panel, name: str, by: int) -> None:
    start = mark(panel, name)
    QTest.mousePress(panel.line, LEFT, pos=start)
    QTest.mouseMove(panel.line, start + QPoint(by // 2, 0))
    QTest.mouseMove(panel.line, start + QPoint(by, 0))
    QTest.mouseRelease(panel.line, LEFT, pos=start + QPoint(by, 0))


def test_the_line_shows_what_is_promised_and_each_step(ladder):
    _, _, panel = ladder
    course = panel.line.course
    assert course.due == 240
    assert [rung.at for rung in course.rungs] == [120, 300]


def test_a_ladder_that_watches_nothing_says_where_to_choose(ladder):
    window, _, panel = ladder
    policy = next(iter(window.session.project.escalation_policies))
    window.session.edit(window.session.project.put(policy.but(measure="")), "Watch nothing")
    assert panel.words.text().startswith("It watches no measure, so nothing is due.")


def test_dragging_a_step_is_one_named_step_that_undo_takes_back(ladder):
    window, _, panel = ladder
    drag(panel, "Call", 60)
    after = steps(window)["Call"].after
    assert after is not None
    assert after.minutes is not None
    assert after.minutes > 60
    assert after.is_service
    assert window.session.history.undo_label.startswith("Move Call to ")
    assert len(window.session.history.done) == 1
    window.session.undo()
    assert str(steps(window)["Call"].after) == "1 service h"


def test_a_press_without_a_drag_only_chooses(ladder):
    window, _, panel = ladder
    QTest.mouseClick(panel.line, LEFT, pos=mark(panel, "Call"))
    assert panel.cards.key == steps(window)["Call"].id
    assert not window.session.history.done


def test_the_whole_name_of_a_step_is_told_in_a_tip(ladder):
    window, _, panel = ladder
    name = "Call the head of the department and whoever looks after the client, then the deputy"
    step = steps(window)["Call"]
    window.session.edit(window.session.project.put(step.but(name=name)), "Name")
    panel.line.grab()
    box = panel.line._names[step.id]
    over = (mark(panel, name), box.center().toPoint())
    assert [panel.line.told_at(point).startswith(f"{name}: ") for point in over] == [True, True]
    assert panel.line.told_at(QPoint(panel.line.width() - 1, 1)) == ""


def test_keys_move_the_chosen_step(ladder):
    window, _, panel = ladder
    panel.line.setFocus()
    press(Qt.Key.Key_Right)
    assert str(steps(window)["Warn"].share) == "51 %"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    assert str(steps(window)["Call"].after) == "55 service min"
    press(Qt.Key.Key_Right, SHIFT)
    assert str(steps(window)["Call"].after) == "75 service min"


def test_cards_say_when_to_whom_and_what(ladder):
    _, _, panel = ladder
    model = panel.cards.steps
    assert model.index(0).data() == "1  Warn. at 50 % of the time. to Team lead"
    assert model.index(1).data() == (
        "2  Call. 1 service h after it was due. to nobody yet · The lead calls."
    )


def test_the_chosen_step_is_edited_in_place(ladder):
    window, _, panel = ladder
    panel.choose(steps(window)["Call"].id)
    line = panel.fields.fields["after"].editor.line
    line.setFocus()
    line.selectAll()
    type_words("2 service h")
    assert [rung.at for rung in panel.line.course.rungs] == [120, 360]


def test_words_that_are_no_time_stay_when_another_step_is_chosen(ladder):
    window, _, panel = ladder
    call, warn = steps(window)["Call"], steps(window)["Warn"]
    panel.choose(call.id)
    line = panel.fields.fields["after"].editor.line
    line.setFocus()
    line.selectAll()
    type_words("9-5")
    panel.choose(warn.id)
    panel.choose(call.id)
    assert line.text() == "9-5"
    assert panel.fields.fields["after"].editor.trouble


def test_a_step_is_added_moved_up_and_deleted(ladder):
    window, _, panel = ladder
    click(panel.add)
    type_words("Write")
    listed = [row.name for row in window.session.project.escalation_steps]
    assert listed == ["Warn", "Call", "Write"]
    click(panel.up)
    assert [row.name for row in window.session.project.escalation_steps][1] == "Write"
    click(panel.remove)
    assert set(steps(window)) == {"Warn", "Call"}


def test_the_whole_step_is_one_button_away(ladder):
    window, _, panel = ladder
    click(panel.full)
    assert window.workbench.place == Place("escalation_steps", steps(window)["Warn"].id)


def test_a_step_that_does_not_hold_here_is_faint(ladder):
    window, _, panel = ladder
    row = steps(window)["Call"]
    other = next(iter(window.session.project.severities)).but(id="other", name="Low")
    project = window.session.project.add(other).put(row.but(severities=(other.id,)))
    window.session.edit(project, "Narrow")
    assert panel.cards.steps.faint == frozenset({row.id})


def test_an_example_is_one_step_from_an_empty_page(editing):
    window = editing()
    window.workbench.go(Place("escalation_policies"))
    click(window.workbench.pages.page.empty.example)
    assert len(window.session.project.escalation_steps) == 3
    window.session.undo()
    assert window.session.project == Project()


@pytest.mark.parametrize(
    ("at", "words"), [(0, "start"), (30, "30 min"), (480, "8 service h"), (1440, "24 service h")]
)
def test_the_scale_is_in_the_clock_of_the_promise(at, words):
    from slaeditor.model.values.duration import Clock

    assert short(at, Clock.SERVICE) == words


@pytest.fixture
def clock(ladder):
    window, _page, panel = ladder
    click(panel.clock)
    return window, window.findChild(ClockDialog)


def ask(explainer, **moments: str) -> str:
    for name, words in moments.items():
        explainer.lines[name].setText(words)
    explainer.follow()
    return str(explainer.words.text())


def test_the_clock_names_due_time_and_steps_with_dates(clock):
    _, dialog = clock
    told = ask(dialog.explainer, starts="06/11/2026 15:00")
    assert "due on Monday 09 November 2026, 11:00" in told
    assert "Call: on Monday 09 November 2026, 12:00" in told
    assert "“Office” counts Mon–Fri 09:00–17:00, in UTC." in told
    assert [one.tone for one in dialog.explainer.figure.figure.moments].count("due") == 1


def test_a_pause_moves_everything(clock):
    _, dialog = clock
    told = ask(
        dialog.explainer,
        starts="02/11/2026 09:00",
        paused_from="02/11/2026 10:00",
        paused_until="02/11/2026 12:00",
    )
    assert "due on Monday 02 November 2026, 15:00" in told


def test_further_pauses_add_up_and_are_kept(clock):
    window, dialog = clock
    explainer = dialog.explainer
    explainer.further.setText("2026-11-02 13:00 – 14:00; 2026-11-02 15:00 to 15:30")
    told = ask(explainer, starts="02/11/2026 12:00")
    assert "due on Tuesday 03 November 2026, 09:30" in told
    click(explainer.keep)
    kept = next(iter(window.session.project.worked_examples))
    assert kept.further_pauses == "2026-11-02 13:00 – 14:00; 2026-11-02 15:00 to 15:30"


def test_words_that_are_no_pause_stay_with_a_sentence(clock):
    _, dialog = clock
    dialog.explainer.further.setText("9-5")
    ask(dialog.explainer, starts="02/11/2026 12:00")
    assert dialog.explainer.further.text() == "9-5"
    assert "is no pause" in dialog.explainer.trouble.text()


def test_a_moment_that_is_none_stays_with_a_sentence(clock):
    _, dialog = clock
    ask(dialog.explainer, starts="25:00")
    assert dialog.explainer.lines["starts"].text() == "25:00"
    assert dialog.explainer.trouble.text()
    assert not dialog.explainer.keep.isEnabled()


def test_the_clock_follows_an_edit(clock, qtbot):
    window, dialog = clock
    ask(dialog.explainer, starts="02/11/2026 09:00")
    row = steps(window)["Call"].but(after=Duration.parse("2 service h"))
    window.session.edit(window.session.project.put(row), "Later")
    words = dialog.explainer.words
    qtbot.waitUntil(lambda: "Call: on Monday 02 November 2026, 15:00" in words.text())


def test_a_case_is_kept_as_a_worked_example(clock):
    window, dialog = clock
    ask(dialog.explainer, starts="06/11/2026 15:00")
    click(dialog.explainer.keep)
    kept = next(iter(window.session.project.worked_examples))
    assert kept.name == "Gold, Critical: Friday 06 November 2026, 15:00"
    assert window.workbench.place == Place("worked_examples", kept.id)
    assert window.session.history.undo_label == f"Keep worked example {kept.name}"


def test_the_clock_opens_on_the_target_somebody_is_at(ladder):
    window, _, _ = ladder
    target = next(iter(window.session.project.targets))
    window.workbench.go(Place("targets", target.id))
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | SHIFT)
    dialog = window.findChild(ClockDialog)
    assert dialog.explainer.boxes["Measure"].currentData() == target.measure
    dialog.close()


def test_without_a_level_the_clock_says_what_is_missing(editing):
    window = editing()
    dialog = ClockDialog(window, window.session)
    assert dialog.explainer.words.text().startswith("Add a service level first")
    dialog.close()


def test_a_case_of_a_client_is_due_as_its_special_deal_says(clock):
    window, dialog = clock
    project = window.session.project
    (target,) = project.targets
    client = Client(name="Sol y Mar", level=target.level)
    deal = SpecialDeal(
        client=client.id,
        name="Faster",
        target=target.id,
        agreed_target=TargetValue.parse("1 service h"),
        status=DealStatus.APPROVED,
    )
    window.session.edit(project.add(client, deal), "Add a client")
    explainer = dialog.explainer
    box = explainer.boxes["Client"]
    assert "13:00" in ask(explainer, starts="02/11/2026 09:00")
    box.setCurrentIndex(box.findData(client.id))
    box.activated.emit(box.currentIndex())
    told = ask(explainer, starts="02/11/2026 09:00")
    assert "1 service h, due on Monday 02 November 2026, 10:00" in told
    assert not explainer.keep.isEnabled()
    assert "choose no client" in explainer.keep.toolTip()


def test_without_clients_the_clock_asks_for_none(clock):
    _, dialog = clock
    assert not dialog.explainer.boxes["Client"].isVisible()


def test_an_answer_that_no_longer_holds_is_not_shown_as_one(clock):
    _, dialog = clock
    ask(dialog.explainer, starts="25:00")
    assert not dialog.explainer.told.isEnabled()
    ask(dialog.explainer, starts="02/11/2026 09:00")
    assert dialog.explainer.told.isEnabled()


def test_the_hint_below_the_ladder_is_not_cut(ladder):
    _, _, panel = ladder
    (hint,) = [one for one in panel.findChildren(QLabel) if one.text().startswith("Drag a mark")]
    needed = hint.heightForWidth(hint.width())
    assert hint.height() >= needed > 0
