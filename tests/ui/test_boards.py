"""Boards show records side by side; a card leads to its record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.prices import Promise, PromiseClass
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.selling import DissatisfactionLevel, SalesPart
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import GreyArea, HandOff, Role
from slaeditor.rules.examples import with_example
from slaeditor.ui.board import AT_ONCE
from slaeditor.ui.board_spec import MOST
from slaeditor.ui.boards import BOARDS
from slaeditor.ui.editors_for import ON_BOARDS
from slaeditor.ui.place import Place
from tests.ui.hands import click, press, type_words

DESK, SALES = Role(id="desk", name="Desk"), Role(id="sales", name="Sales")


@pytest.fixture
def page(editing):
    """What shows the board of a kind of a project and returns the window and the page."""

    def shown(table: str, *rows):
        window = editing(Project().add(*rows))
        window.workbench.go(Place(table))
        return window, window.workbench.pages.page

    return shown


def faces(name: str, *rows):
    project = Project().add(*rows)
    spec = BOARDS[name]
    return {
        title: [spec.face(project, row) for row in listed]
        for title, listed in spec.columns(project)
    }


def test_every_board_is_declared():
    assert BOARDS.keys() == ON_BOARDS


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_a_board_shows_every_record(editing, name):
    kind = entity_named(name)
    project, keys = with_example(Project(), kind)
    window = editing(project)
    window.workbench.go(Place(table_name(kind)))
    assert set(keys) <= window.workbench.pages.page.board.cards.keys()


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_an_empty_board_is_hidden(editing, name):
    window = editing(Project())
    window.workbench.go(Place(table_name(entity_named(name))))
    assert window.workbench.pages.page.board.isHidden()


def test_a_card_leads_to_its_record(page):
    first, second = GreyArea(name="Invoices"), GreyArea(name="Passwords")
    window, shown = page("grey_areas", first, second)
    click(shown.board.cards[second.id])
    assert window.workbench.place == Place("grey_areas", second.id)


def test_a_card_is_pressed_by_the_keyboard(page):
    first, second = GreyArea(name="Invoices"), GreyArea(name="Passwords")
    _, shown = page("grey_areas", first, second)
    shown.board.cards[second.id].setFocus()
    press(Qt.Key.Key_Space)
    assert shown.record_title.text() == "Passwords"


def test_the_card_of_the_record_shown_is_marked(page):
    first, second = GreyArea(name="Invoices"), GreyArea(name="Passwords")
    _, shown = page("grey_areas", first, second)
    shown.view.select([second.id])
    assert [key for key, card in shown.board.cards.items() if card.isChecked()] == [second.id]


def test_a_rung_says_who_warns_whom():
    rung = DissatisfactionLevel(
        name="Annoyed",
        warned_by="desk",
        warn="sales",
        within=Duration.parse("1 h"),
        sales_part=SalesPart.JOINS,
    )
    (face,) = faces("DissatisfactionLevel", DESK, SALES, rung)[""]
    assert (face.before, face.lines[0]) == ("Rung 1", "Desk warns Sales within 1 h")


def test_a_hand_off_stands_under_who_gives():
    row = HandOff(name="New client", from_role="sales", to_role="desk")
    (face,) = faces("HandOff", DESK, SALES, row)["From Sales"]
    assert face.lines == ("→ Desk", "No time to accept", "Nothing has to come along")


def test_a_promise_stands_under_whether_it_may_be_made():
    row = Promise(name="Everything", kind=PromiseClass.FORBIDDEN)
    assert [one.title for one in faces("Promise", row)["Never"]] == ["Everything"]


def test_scope_is_a_map_of_what_is_in_and_out():
    row = ScopeItem(name="Own devices", kind=ScopeClass.NOT_SUPPORTED, send_to="desk")
    (face,) = faces("ScopeItem", DESK, row)["Not supported"]
    assert face.lines == ("→ Desk",)


def test_a_deal_passes_its_next_station_by_one_press(page):
    client = Client(id="acme", name="Acme")
    deal = SpecialDeal(client="acme", name="Evenings", granted_by="sales")
    window, shown = page("special_deals", SALES, client, deal)
    assert shown.strip.pass_next.accessibleName() == "Approve"
    click(shown.strip.pass_next)
    assert window.session.project.special_deals[deal.id].status is DealStatus.APPROVED
    assert shown.strip.pass_next.accessibleName() == "Service was told today"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.project.special_deals[deal.id].status is DealStatus.PROPOSED


def test_the_stations_of_a_deal_fit_into_a_narrow_form(page):
    client = Client(name="Contoso")
    deal = SpecialDeal(name="Faster", client=client.id)
    _, shown = page("special_deals", SALES, client, deal)
    letter = shown.strip.fontMetrics().horizontalAdvance("n")
    assert shown.strip.minimumSizeHint().width() < 40 * letter


def test_keys_move_a_card_to_the_next_column(page):
    item = ScopeItem(name="Own devices", kind=ScopeClass.SUPPORTED)
    window, shown = page("scope_items", item)
    shown.board.cards[item.id].setFocus()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.session.project.scope_items[item.id].kind is ScopeClass.BEST_EFFORT
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.session.project.scope_items[item.id].kind is ScopeClass.CHARGEABLE
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.project.scope_items[item.id].kind is ScopeClass.BEST_EFFORT


def test_a_card_in_the_first_column_stays_there(page):
    item = ScopeItem(name="Own devices", kind=ScopeClass.SUPPORTED)
    window, shown = page("scope_items", item)
    shown.board.cards[item.id].setFocus()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.history.done


def test_a_card_wears_the_sign_of_its_finding(page, qtbot):
    area = GreyArea(name="Invoices")
    window, shown = page("grey_areas", area)
    qtbot.waitUntil(lambda: bool(window.session.findings), timeout=10_000)
    worst = {one.row: str(one.severity) for one in window.session.findings}
    assert shown.board.cards[area.id].accessibleName().endswith(worst[area.id])


def take_up(card) -> None:
    """Press a card and move the mouse far enough to carry it."""
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=card.rect().center())
    QTest.mouseMove(card, card.rect().center() + QPoint(30, 4))


def carry(card, widget, at: QPoint) -> None:
    """Carry a card to a place of another widget."""
    QTest.mouseMove(card, card.mapFromGlobal(widget.mapToGlobal(at)))
    QApplication.processEvents()


def put_down(card) -> None:
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def drag(card, widget, at: QPoint) -> None:
    take_up(card)
    carry(card, widget, at)
    put_down(card)


def scope(page):
    """A board with two cards under “Supported”."""
    rows = [ScopeItem(name=name, kind=ScopeClass.SUPPORTED) for name in ("Printers", "Phones")]
    window, shown = page("scope_items", *rows)
    return window, shown, *rows


def test_the_mouse_moves_a_card_to_another_column(page):
    window, shown, first, _ = scope(page)
    card, column = shown.board.cards[first.id], shown.board.column(1)
    drag(card, column, QPoint(column.width() // 2, 60))
    assert window.session.project.scope_items[first.id].kind is ScopeClass.BEST_EFFORT
    assert [step.label for step in window.session.history.done] == ["Move Printers to best effort"]


def test_the_mouse_moves_a_card_below_another_one(page):
    window, shown, first, second = scope(page)
    below = shown.board.cards[second.id]
    drag(shown.board.cards[first.id], below, QPoint(20, below.height() - 2))
    assert [row.name for row in window.session.project.scope_items] == ["Phones", "Printers"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.name for row in window.session.project.scope_items] == ["Printers", "Phones"]


def test_a_card_put_down_where_it_was_changes_nothing(page):
    window, shown, first, _ = scope(page)
    card = shown.board.cards[first.id]
    drag(card, card, QPoint(20, 4))
    assert not window.session.history.done


def test_a_mark_shows_where_a_carried_card_would_stand(page):
    _, shown, first, _ = scope(page)
    card, column = shown.board.cards[first.id], shown.board.column(1)
    take_up(card)
    carry(card, column, QPoint(column.width() // 2, 60))
    mark = shown.board.carrier.mark
    assert mark.isVisible()
    assert column.geometry().left() <= mark.geometry().center().x() <= column.geometry().right()
    put_down(card)
    assert mark.isHidden()


def test_escape_puts_a_carried_card_back(page):
    window, shown, first, _ = scope(page)
    card, column = shown.board.cards[first.id], shown.board.column(1)
    take_up(card)
    carry(card, column, QPoint(column.width() // 2, 60))
    press(Qt.Key.Key_Escape)
    assert shown.board.carrier.card is None
    put_down(card)
    assert not window.session.history.done


def test_a_card_let_go_outside_the_board_goes_back(page):
    window, shown, first, _ = scope(page)
    card = shown.board.cards[first.id]
    drag(card, shown.heading, QPoint(5, 5))
    assert not window.session.history.done


def test_a_board_scrolls_while_a_card_is_held_near_its_edge(page, qtbot):
    _, shown, first, _ = scope(page)
    shown.window().resize(620, 800)
    board, card = shown.board, shown.board.cards[first.id]
    qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() > 0)
    take_up(card)
    carry(card, board.viewport(), QPoint(board.viewport().width() - 6, 30))
    qtbot.waitUntil(lambda: board.horizontalScrollBar().value() > 0)
    press(Qt.Key.Key_Escape)
    put_down(card)


def test_the_mouse_puts_rungs_into_another_order(page):
    rungs = [DissatisfactionLevel(name=name) for name in ("Calm", "Annoyed", "Angry")]
    window, shown = page("dissatisfaction_levels", *rungs)
    last = shown.board.cards[rungs[2].id]
    drag(shown.board.cards[rungs[0].id], last, QPoint(last.width() - 3, 10))
    names = [row.name for row in window.session.project.dissatisfaction_levels]
    assert names == ["Annoyed", "Angry", "Calm"]


def test_keys_move_a_rung_by_one_place(page):
    rungs = [DissatisfactionLevel(name=name) for name in ("Calm", "Annoyed", "Angry")]
    window, shown = page("dissatisfaction_levels", *rungs)
    shown.board.cards[rungs[0].id].setFocus()
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    names = [row.name for row in window.session.project.dissatisfaction_levels]
    assert names == ["Annoyed", "Calm", "Angry"]


def test_a_hand_off_is_given_by_the_role_it_is_dropped_under(page):
    given = [HandOff(name="Client", from_role="sales"), HandOff(name="Ticket", from_role="desk")]
    window, shown = page("hand_offs", DESK, SALES, *given)
    column = shown.board.column(1)
    drag(shown.board.cards[given[0].id], column, QPoint(40, column.height() - 4))
    assert window.session.project.hand_offs[given[0].id].from_role == "desk"


def test_a_grey_area_dropped_under_decided_asks_for_the_decision(page):
    area = GreyArea(name="Invoices")
    window, shown = page("grey_areas", area)
    column = shown.board.column(2)
    drag(shown.board.cards[area.id], column, QPoint(40, 40))
    assert shown.form.fields["decision"].editor.control.hasFocus()
    assert not window.session.history.done


def test_a_card_that_says_the_same_stays_the_same_widget(page):
    window, shown, first, second = scope(page)
    before = shown.board.cards[first.id]
    project = window.session.project
    window.session.edit(project.put(second.but(name="Mobile phones")), "Change name")
    assert shown.board.cards[first.id] is before


def many_areas(page, count: int):
    """The board of so many grey areas in one column."""
    return page("grey_areas", *(GreyArea(name=f"Area {number}") for number in range(count)))[
        1
    ].board


def test_cards_out_of_sight_follow_by_themselves(page, qtbot):
    board = many_areas(page, 2 * AT_ONCE)
    column = board.column(0)
    assert len(column.cards) == AT_ONCE
    qtbot.waitUntil(lambda: len(column.cards) == 2 * AT_ONCE)


def test_no_more_cards_are_made_than_stand_in_a_column(page):
    board = many_areas(page, MOST + 3)
    assert len(board.cards) == MOST


def test_tab_reaches_cards_that_followed_after_those_before_them(page):
    board = many_areas(page, AT_ONCE + 2)
    cards = list(board.cards.values())
    QApplication.processEvents()
    cards[AT_ONCE - 1].setFocus()
    press(Qt.Key.Key_Tab)
    assert cards[AT_ONCE].hasFocus()


def test_the_card_of_the_chosen_record_is_there_at_once(page):
    areas = [GreyArea(name=f"Area {number}") for number in range(2 * AT_ONCE)]
    window, shown = page("grey_areas", *areas)
    window.workbench.go(Place("grey_areas", areas[-1].id))
    assert shown.board.column(0).cards[-1].isChecked()


def test_a_card_that_says_something_else_stays_the_same_widget(page):
    window, shown, first, _ = scope(page)
    card = shown.board.cards[first.id]
    project = window.session.project
    window.session.edit(project.put(first.but(name="Tablets")), "Change name")
    assert shown.board.cards[first.id] is card
    assert (card.face.title, card.accessibleName().split(",")[0]) == ("Tablets", "Tablets")


def test_the_board_follows_what_is_typed_after_a_pause(page, qtbot):
    area = GreyArea(name="Invoices")
    _, shown = page("grey_areas", area)
    shown.form.take_focus()
    type_words("Bills")
    card = shown.board.cards[area.id]
    qtbot.waitUntil(lambda: card.face.title == "Bills")
