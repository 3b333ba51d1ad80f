"""Measures every page made by hand in a project of 10,000 records: opening, typing, drawing.

    python benchmarks/editors.py           figures, and exit status 1 where a budget is exceeded
    python benchmarks/editors.py Target    only the pages of these kinds

The pages are those of `slaeditor.ui.editors_for.PAGES`, whoever made them. Milliseconds of the
window's own thread: opening a page until it is painted, a letter or an arrow key until the page
shows what it changed, a move of a pressed mouse over whatever is drawn until it is painted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmarks.checks import a_department
from benchmarks.pace import percentile, settle, timed
from slaeditor.model.calendars import Calendar
from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.escalation import EscalationPolicy, EscalationStep
from slaeditor.model.levels import Entitlement, LevelEntitlement
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage

ROWS = 10_000
LETTERS = 40
MOVES = 40
PATIENCE = 12.0
BUDGETS = {"open": 100.0, "key": 16.0, "draw": 16.0}
SCHEDULES = 200
"""Price plans and credits, each with five lines."""
ENTITLEMENTS = 200


def main() -> int:
    """Print the figures of each page and return 1 where one exceeds its budget."""
    from slaeditor.app import prepared
    from slaeditor.ui.editors_for import PAGES

    prepared([])
    asked = sys.argv[1:] or list(PAGES)
    window = shown(a_large_project())
    slow = [name for name in asked if not report(name, measured(window, name))]
    window.close()
    settle(0.2)
    return int(bool(slow))


def report(name: str, figures: dict[str, float]) -> bool:
    """Print the figures of a page; return whether all keep their budgets."""
    words = [f"{what} {figure:6.1f} ms" for what, figure in figures.items()]
    kept = all(figure <= BUDGETS[what] for what, figure in figures.items())
    print(f"{name:20} {'   '.join(words):50} {'ok' if kept else 'too slow'}")
    return kept


def a_large_project() -> Project:
    """Return a department of 10,000 records in which every page has much to show."""
    project = a_department(ROWS)
    levels, measures = list(project.service_levels), list(project.measures)
    project = project.add(*schedules(levels, measures))
    listed = [Entitlement(name=f"Entitlement {number}") for number in range(ENTITLEMENTS)]
    cells = [
        LevelEntitlement(level=level.id, entitlement=one.id, value=Grant.parse("yes"))
        for one in listed
        for level in levels[:2]
    ]
    project = project.add(*listed, *cells, *(Calendar(name=f"Hours {n}") for n in range(20)))
    policy = EscalationPolicy(name="When a promise is late")
    steps = [EscalationStep(policy=policy.id, name=f"Step {number}") for number in range(20)]
    return project.add(policy, *steps)


def schedules(levels: list[Any], measures: list[Any]) -> Iterator[Any]:
    """Yield price plans with brackets and credits with bands."""
    for number in range(SCHEDULES):
        plan = PricePlan(
            level=levels[number % len(levels)].id,
            name=f"Plan {number}",
            model=PriceModel.GRADUATED,
            unit_name="user",
        )
        credit = Compensation(name=f"Credit {number}", measure=measures[number % len(measures)].id)
        yield from (plan, credit)
        for step in range(5):
            low, high = 20 * step, 20 * (step + 1)
            price = Money.parse(f"{30 - step} EUR")
            yield PriceBracket(
                plan=plan.id, above=Decimal(low), up_to=Decimal(high), unit_price=price
            )
            share = Percentage.parse(f"{50 - 10 * step} %")
            yield CompensationBand(
                compensation=credit.id, lower=Decimal(low), upper=Decimal(high), share=share
            )


def shown(project: Project) -> Any:
    """Return a window that shows a project, its first checks done."""
    from slaeditor.session.session import Session
    from slaeditor.ui.commands import EDITOR_COMMANDS
    from slaeditor.ui.window import Regions, Window

    window = Window(Regions(EDITOR_COMMANDS))
    window.resize(1440, 900)
    window.open_session(Session(project), "Large.sla")
    window.show()
    window.activateWindow()
    settle(PATIENCE)
    return window


def measured(window: Any, name: str) -> dict[str, float]:
    """Return the figures of the page of a kind."""
    from slaeditor.ui.place import Place

    table = table_name(entity_named(name))
    opening = timed(partial(window.workbench.go, Place(table)), window)
    settle(0.5)
    page = window.workbench.pages.page
    page.take_form_focus()
    settle(0.3)
    figures = {"open": opening}
    typed = [timed(partial(press, letter), None) for letter in letters()]
    figures["key"] = percentile(typed, 95)
    drawn = [timed(move, None) for move in moves(page)]
    if drawn:
        figures["draw"] = percentile(drawn, 95)
    settle(0.3)
    return figures


def letters() -> Iterator[str]:
    """Yield what is typed."""
    return iter(("abcdefghij" * (LETTERS // 10 + 1))[:LETTERS])


def press(letter: str) -> None:
    """Press a letter wherever the keyboard is."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    widget = QApplication.focusWidget()
    if widget is not None:
        QTest.keyClicks(widget, letter)


def moves(page: Any) -> Iterator[Callable[[], None]]:
    """Yield moves of a pressed mouse across each drawing of a page that can be worked by mouse."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    for canvas in canvases(page):
        middle = canvas.height() // 2
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))
        for step in range(MOVES):
            at = QPoint(4 + (canvas.width() - 8) * step // MOVES, middle + step % 7)
            yield partial(QTest.mouseMove, canvas, at)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))


def canvases(page: Any) -> list[Any]:
    """Return what a page draws itself: widgets that paint and follow the mouse."""
    from PySide6.QtWidgets import QWidget

    return [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible()
        and type(one).__module__.startswith("slaeditor.")
        and "paintEvent" in type(one).__dict__
        and "mouseMoveEvent" in type(one).__dict__
    ]


if __name__ == "__main__":
    sys.exit(main())
