"""Pages that nobody sees cost nothing, and are up to date when they are gone to again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QSize

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.price import Price
from slaeditor.model.work import Activity, Assignment, HandOff, Role
from slaeditor.rules.findings import Finding, Gravity
from slaeditor.rules.found import found
from slaeditor.ui.findings_panel import AT_ONCE, FindingsModel
from slaeditor.ui.place import Place
from slaeditor.ui.sums import told

MANY = AT_ONCE + 50


@pytest.fixture
def window(editing):
    level = ServiceLevel(name="Gold")
    plan = PricePlan(
        level=level.id,
        model=PriceModel.PER_UNIT,
        unit_name="user",
        price=Price.parse("3 EUR per user per month"),
    )
    task, role = Activity(name="Restore"), Role(name="Agent")
    cell = Assignment(activity=task.id, role=role.id)
    return editing(Project().add(level, plan, task, role, cell, HandOff(name="To the second line")))


def change(window, table: str, **values: object) -> None:
    """Change the first record of a table while another page is shown."""
    project = window.session.project
    row = next(iter(getattr(project, table)))
    window.session.edit(project.put(row.but(**values)), "Change")


def test_a_hidden_page_asks_for_no_room(window):
    bench = window.workbench
    bench.go(Place("services"))
    page = bench.pages.page
    bench.go(Place("roles"))
    assert (page.minimumSizeHint(), page.sizeHint()) == (QSize(0, 0), QSize(0, 0))
    assert not page.hasHeightForWidth()


def test_the_page_that_is_shown_asks_for_its_room(window):
    window.workbench.go(Place("services"))
    assert window.workbench.pages.page.minimumSizeHint().width() > 0


def test_the_matrix_follows_a_name_that_was_changed_elsewhere(window):
    bench = window.workbench
    bench.go(Place("assignments"))
    model = bench.pages.page.model
    bench.go(Place("roles"))
    change(window, "activities", name="Restore and check")
    bench.go(Place("assignments"))
    assert model.cells.line_names == ("Restore and check",)


def test_a_board_follows_what_was_changed_elsewhere(window):
    bench = window.workbench
    bench.go(Place("hand_offs"))
    board = bench.pages.page.board
    bench.go(Place("roles"))
    change(window, "hand_offs", name="To the carrier")
    bench.go(Place("hand_offs"))
    assert [card.face.title for card in board.cards.values()] == ["To the carrier"]


def test_prices_follow_what_was_changed_elsewhere(window, qtbot):
    bench = window.workbench
    bench.go(Place("price_plans"))
    panel = bench.pages.page.consequences
    bench.go(Place("roles"))
    change(window, "price_plans", price=Price.parse("5 EUR per user per month"))
    bench.go(Place("price_plans"))
    qtbot.waitUntil(lambda: "200.00" in told(panel.sum.lines), timeout=10_000)


def test_findings_are_listed_as_far_as_somebody_looks(window):
    one = Finding("rule", Gravity.HINT, *("services", "a", "services", "a"), "name", "So.", "", "")
    listed = tuple(replace(one, row=str(number)) for number in range(MANY))
    model = FindingsModel(window.session, window)
    model.take(found(listed))
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (AT_ONCE, True)
    model.fetchMore(QModelIndex())
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (MANY, False)
