"""A price plan shows its brackets, its curve and what an order costs, line by line."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import Order
from slaeditor.ui.place import Place
from slaeditor.ui.sums import told
from tests.ui.hands import click, press, type_words

CONTROL = Qt.KeyboardModifier.ControlModifier


def a_project(model: PriceModel = PriceModel.GRADUATED) -> Project:
    silver, gold = ServiceLevel(name="Silver"), ServiceLevel(name="Gold")
    plan = PricePlan(level=gold.id, name="Users", model=model, unit_name="user")
    other = PricePlan(
        level=silver.id,
        model=PriceModel.PER_UNIT,
        price=Price.parse("3 EUR per user per month"),
    )
    return Project().add(silver, gold, plan, other)


@pytest.fixture
def opened_page(editing):
    def open_(project: Project | None = None):
        window = editing(project if project is not None else a_project())
        window.workbench.go(Place("price_plans"))
        page = window.workbench.pages.page
        return window, page, page.consequences

    return open_


def fill(panel, words: str) -> None:
    view = panel.brackets.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    QGuiApplication.clipboard().setText(words)
    press(Qt.Key.Key_V, CONTROL)


BRACKETS = "0\t20\t12 EUR\n20\t\t10 EUR"


def test_brackets_are_pasted_and_the_sum_is_the_quote(opened_page, qtbot):
    window, _, panel = opened_page()
    fill(panel, BRACKETS)
    qtbot.waitUntil(lambda: bool(panel.sum.lines))
    level = list(window.session.project.service_levels)[1]
    found = quote(window.session.project, level, Order(Decimal(40)))
    for line in found.lines:
        assert line.words in told(panel.sum.lines)
    assert "Total per month 440.00 EUR" in told(panel.sum.lines)


def test_a_price_may_be_typed_with_the_period_of_its_plan(opened_page):
    window, _, panel = opened_page()
    fill(panel, "0\t20\t12 EUR per user per month")
    [bracket] = window.session.project.price_brackets
    assert str(bracket.unit_price) == "12.00 EUR"


def test_brackets_in_words_are_pasted(opened_page):
    window, _, panel = opened_page()
    fill(panel, "up to 20\t12 EUR\n21–60\t10 EUR\nover 60\t9 EUR")
    found = [
        (one.above, one.up_to, str(one.unit_price)) for one in window.session.project.price_brackets
    ]
    assert found == [(0, 20, "12.00 EUR"), (20, 60, "10.00 EUR"), (60, None, "9.00 EUR")]


def test_cells_beside_the_brackets_are_counted(opened_page):
    _, _, panel = opened_page()
    beside = "\t" * panel.brackets.model.columnCount()
    fill(panel, f"0{beside}13 EUR\n20{beside}11 EUR")
    assert panel.brackets.trouble.words.startswith("2 pasted cells reach beyond the edge")


def test_brackets_are_typed_one_cell_after_another(opened_page):
    window, _, panel = opened_page()
    view = panel.brackets.view
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    for words in ("0", "20", "12 EUR", "", "", "20", "50", "10 EUR"):
        type_words(words)
        press(Qt.Key.Key_Tab)
    found = [
        (one.above, one.up_to, str(one.unit_price)) for one in window.session.project.price_brackets
    ]
    assert found == [(0, 20, "12.00 EUR"), (20, 50, "10.00 EUR")]


def test_a_bracket_is_taken_back_where_it_was_typed(opened_page):
    window, page, panel = opened_page()
    fill(panel, BRACKETS)
    press(Qt.Key.Key_Z, CONTROL)
    assert not len(window.session.project.price_brackets)
    assert window.workbench.pages.page is page


def test_another_quantity_is_priced_at_every_level(opened_page, qtbot):
    _, _, panel = opened_page()
    fill(panel, BRACKETS)
    panel.quantity.line.setFocus()
    panel.quantity.line.selectAll()
    type_words("10")
    qtbot.waitUntil(lambda: "120.00 EUR" in told(panel.levels.lines))
    assert panel.levels_heading.text() == "10 users at each level"
    assert "Silver 30.00 EUR 360.00 EUR" in told(panel.levels.lines)


def test_arrows_count_the_quantity(opened_page):
    _, _, panel = opened_page()
    panel.quantity.line.setFocus()
    press(Qt.Key.Key_Up)
    assert panel.quantity.line.text() == "41"


def test_what_is_no_quantity_stays_with_a_sentence(opened_page):
    _, _, panel = opened_page()
    panel.quantity.line.setFocus()
    panel.quantity.line.selectAll()
    type_words("many")
    assert "many" in panel.unpriced.text()
    assert panel.quantity.line.text() == "many"


def test_the_curve_marks_what_is_tried_and_where_more_is_cheaper(opened_page, qtbot):
    _, _, panel = opened_page(a_project(PriceModel.VOLUME))
    fill(panel, BRACKETS)
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    assert {mark.words for mark in panel.curve.plot.marks} == {"40 users", "cheaper beyond"}


def test_a_stretch_without_a_price_is_marked(opened_page, qtbot):
    _, _, panel = opened_page()
    fill(panel, "0\t20\t12 EUR\n30\t\t10 EUR")
    qtbot.waitUntil(lambda: panel.curve.plot is not None)
    (missing,) = panel.curve.plot.stretches
    assert (missing.start, missing.end, missing.words) == (20, 30, "no price")


def test_columns_follow_the_model(opened_page):
    _, _, panel = opened_page(a_project(PriceModel.BLOCK))
    labels = [column.label for column in panel.brackets.model.schedule.columns]
    assert labels == ["Above", "Up to", "For the bracket", "Or in words"]


def test_a_price_that_cannot_be_read_stays_in_its_cell(opened_page):
    window, _, panel = opened_page()
    fill(panel, "0\t20\t12 euros and a bit")
    assert panel.brackets.model.index(0, 2).data() == "12 euros and a bit"
    assert "12 euros" in panel.brackets.trouble.words
    assert [one.up_to for one in window.session.project.price_brackets] == [Decimal(20)]


def test_a_level_that_counts_something_else_is_not_compared(opened_page, qtbot):
    project = a_project()
    plan = next(one for one in project.price_plans if one.name == "Users")
    _, _, panel = opened_page(project.put(plan.but(unit_name="server")))
    assert "Silver: counted per user" in told(panel.levels.lines)


def test_an_example_begins_an_empty_page(editing, qtbot):
    window = editing()
    window.workbench.go(Place("price_plans"))
    page = window.workbench.pages.page
    click(page.empty.example)
    qtbot.waitUntil(lambda: page.consequences.curve.plot is not None)
    assert len(page.consequences.brackets.model.rows) == 3


def test_every_heading_of_the_brackets_is_seen_whole(opened_page, qtbot):
    _, _, panel = opened_page()
    header = panel.brackets.view.horizontalHeader()
    words = header.fontMetrics()

    def seen() -> bool:
        titles = [
            str(header.model().headerData(one, header.orientation()))
            for one in range(header.count())
        ]
        widths = [words.horizontalAdvance(title) for title in titles]
        return all(header.sectionSize(at) > width for at, width in enumerate(widths))

    qtbot.waitUntil(seen)


def test_prices_are_seen_whole_before_the_headings_of_empty_columns(opened_page, qtbot):
    _, _, panel = opened_page()
    view = panel.brackets.view
    view.setFixedWidth(view.fontMetrics().horizontalAdvance("n") * 46)
    rate = next(
        at
        for at in range(view.horizontalHeader().count())
        if str(view.model().headerData(at, view.horizontalHeader().orientation())) == "Per unit"
    )
    qtbot.waitUntil(lambda: view.columnWidth(rate) >= view.sizeHintForColumn(rate))


def test_the_heads_of_brackets_go_on_in_a_second_line_where_there_is_little_room(opened_page):
    _, _, panel = opened_page()
    heads = panel.brackets.view.heads
    panel.brackets.view.resize(1200, 200)
    alone = heads.sizeHint().height()
    panel.brackets.view.resize(380, 200)
    assert heads.sizeHint().height() > alone
    wide = heads.sectionSizeHint(3)
    assert heads.longest_word(3) < wide


def discounted(**values) -> Project:
    """The project with a client of Gold that has 10 % off."""
    project = a_project(PriceModel.PER_UNIT)
    (plan, _) = project.price_plans
    project = project.put(plan.but(price=Price.parse("10 EUR per user per month")))
    client = Client(name="Ash", level=plan.level)
    off = {"agreed_discount": Percentage.parse("10 %"), "status": DealStatus.APPROVED}
    return project.add(client, SpecialDeal(client=client.id, name="Loyal", **{**off, **values}))


def choose_client(panel, name: str) -> None:
    box = panel.client.box
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def test_the_price_of_a_client_with_a_deal_is_tried(opened_page):
    _, _, panel = opened_page(discounted())
    assert "Total per month 400.00 EUR" in told(panel.sum.lines)
    choose_client(panel, "Ash")
    assert "Discount of 10 % as agreed in “Loyal”" in told(panel.sum.lines)
    assert "Total per month 360.00 EUR" in told(panel.sum.lines)


def test_where_no_client_has_a_price_of_its_own_none_is_asked_for(opened_page):
    _, _, panel = opened_page(discounted(status=DealStatus.PROPOSED))
    assert not panel.client.isVisible()


def test_a_discount_off_all_plans_is_tried_with_the_plans_of_the_client_alone(opened_page, qtbot):
    window, _, panel = opened_page(discounted())
    (_, other) = window.session.project.price_plans
    assert panel.client.isVisible()
    window.workbench.go(Place("price_plans", other.id))
    qtbot.waitUntil(lambda: not panel.client.isVisible())


def test_a_client_whose_deal_goes_is_chosen_no_more(opened_page, qtbot):
    window, _, panel = opened_page(discounted())
    choose_client(panel, "Ash")
    (deal,) = window.session.project.special_deals
    window.session.edit(window.session.project.drop(deal), "Delete the deal")
    qtbot.waitUntil(lambda: not panel.client.isVisible())
    qtbot.waitUntil(lambda: "Total per month 400.00 EUR" in told(panel.sum.lines))
