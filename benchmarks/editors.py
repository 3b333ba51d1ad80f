"""Measures every page of the window in a project of 10,000 records: opening, typing, drawing.

    python benchmarks/editors.py           every page, and exit status 1 where a budget is missed
    python benchmarks/editors.py Target    only the pages of these kinds and panels

Milliseconds of the window's own thread, each page opened for the first time: until it is painted
and its first field can be typed into (open), the longest slice in which the rest of it is made
afterwards (slice), the same page gone to again (again), a letter in the form until the page shows
what it changed (key, 95 of 100 are faster), one in a cell (cell), a move of a pressed mouse over
whatever is drawn or carried (draw), and the longest slice after the last letter, when what is found
comes back (rest). Figures are those of the machine's best pace in the run, which `Machine` tells,
so that other programs make little difference.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.checks import a_department
from benchmarks.pace import Machine, percentile, settle, timed
from slaeditor.exchange.starters import starter
from slaeditor.model.calendars import Calendar
from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.escalation import EscalationPolicy, EscalationStep
from slaeditor.model.levels import Entitlement, LevelEntitlement
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.ui.editors.prose import ProseEditor
from slaeditor.ui.editors.words import WordsEditor
from slaeditor.ui.form import Form
from slaeditor.ui.spreadsheet_view import SpreadsheetView

ROWS = 10_000
LETTERS = 30
MOVES = 40
PATIENCE = 12.0
SETTLING = 0.3
RESTING = 1.0
FRAME = 16.0
"""Milliseconds between two pictures of a screen."""
BUDGETS = {
    "open": 100.0,
    "slice": FRAME,
    "again": 100.0,
    "key": FRAME,
    "cell": FRAME,
    "draw": FRAME,
    "rest": FRAME,
}
WORST = 10
SCHEDULES = 200
"""Price plans and credits, each with five lines."""
ENTITLEMENTS = 200


def main() -> int:
    """Print the figures of each page and return 1 where one exceeds its budget."""
    from slaeditor.app import prepared
    from slaeditor.ui.garbage import Collector

    Collector(prepared([]))
    window = shown(a_large_project())
    asked = sys.argv[1:] or list(places())
    measured_ = dict(told(window, asked))
    window.close()
    settle(0.2)
    slow = [name for name, figures in measured_.items() if not kept(figures)]
    for what in BUDGETS:
        listed = [figures[what] for figures in measured_.values() if what in figures]
        if listed:
            middle, high = percentile(listed, 50), percentile(listed, 95)
            print(
                f"{what:6} median {middle:6.1f}, 95 of 100 {high:6.1f}, most {max(listed):6.1f} ms"
            )
    worst = sorted(asked, key=lambda name: -measured_[name]["open"])
    print(f"The {WORST} that take longest to open:")
    for name in worst[:WORST]:
        report(name, measured_[name])
    print(f"{len(asked) - len(slow)} of {len(asked)} pages keep every budget")
    return int(bool(slow))


def told(window: Any, asked: list[str]) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the figures of each page, and print them as soon as they are known."""
    machine = Machine()
    for name in asked:
        before = machine.share()
        found = measured(window, places()[name])
        share = (before + machine.share()) / 2
        figures = {what: figure * share for what, figure in found.items()}
        report(name, figures)
        yield name, figures


def places() -> dict[str, Any]:
    """Return every page that the navigator leads to, by the name of its kind or panel."""
    from slaeditor.model.project import kinds
    from slaeditor.ui.panels import PANELS
    from slaeditor.ui.place import Place

    of_kinds = {kind.__name__: Place(table) for table, kind in kinds().items()}
    return {**of_kinds, **{key: Place(panel=key) for key in PANELS}, "overview": Place()}


def kept(figures: dict[str, float]) -> bool:
    """Return whether a page keeps all its budgets."""
    return all(figure <= BUDGETS[what] for what, figure in figures.items())


def report(name: str, figures: dict[str, float]) -> None:
    """Print the figures of a page."""
    words = "  ".join(f"{what} {figure:6.1f}" for what, figure in figures.items())
    print(f"{name:20} {words:84} {'ok' if kept(figures) else 'too slow'}", flush=True)


def a_large_project() -> Project:
    """Return a department of 10,000 records with those of a starter: every page has some."""
    project = a_department(ROWS)
    for _, kind, rows in starter("agency").project().tables():
        if not (kind.declaration.single and len(project.table(kind))):
            project = project.add(*rows)
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


def measured(window: Any, place: Any) -> dict[str, float]:
    """Return the figures of a page."""
    pages = window.workbench.pages
    figures = {"open": timed(partial(window.workbench.go, place), pages)}
    figures["slice"] = longest_slice(SETTLING)
    window.workbench.go(places()["overview" if place.page != places()["overview"].page else "hold"])
    settle(SETTLING)
    figures["again"] = timed(partial(window.workbench.go, place), pages)
    settle(SETTLING)
    page = pages.page
    focus_words(page)
    settle(SETTLING)
    figures["key"] = typed()
    figures["rest"] = longest_slice(RESTING)
    cells = focused_cells(page)
    if cells is not None:
        figures["cell"] = typed()
        QTest.keyClick(QApplication.focusWidget() or cells, Qt.Key.Key_Escape)
    drawn = [timed(move, None) for move in moves(page)]
    if drawn:
        figures["draw"] = percentile(drawn, 95)
    settle(SETTLING)
    return figures


def typed() -> float:
    """Return the milliseconds than which 95 of 100 letters are faster, wherever the keyboard is."""
    return percentile([timed(partial(press, letter), None) for letter in letters()], 95)


def focus_words(page: Any) -> None:
    """Put the keyboard into the first line of words in the form of a page, where it has one."""
    page.take_form_focus()
    forms = [form for form in page.findChildren(Form) if form.isVisible()]
    rows = (row for form in forms for row in form.fields.values())
    lines = (row.editor for row in rows if isinstance(row.editor, WordsEditor | ProseEditor))
    if not isinstance(QApplication.focusWidget(), QLineEdit):
        first = next((one for one in lines if one.isVisible()), None)
        if first is not None:
            first.take_focus()


def focused_cells(page: Any) -> Any:
    """Return the grid of a page with the keyboard in its first cell, None where it has none."""
    found = (one for one in page.findChildren(SpreadsheetView) if one.isVisible())
    cells = next(found, None)
    if cells is not None:
        cells.setFocus()
        cells.setCurrentIndex(next(editable(cells.model())))
        settle(SETTLING)
    return cells


def editable(model: Any) -> Iterator[Any]:
    """Yield the cells of a grid that can be typed into."""
    for line in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(line, column)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                yield index


def longest_slice(seconds: float) -> float:
    """Return the longest time the window's thread was busy at once within so many seconds."""
    longest, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, time.thread_time() - began)
        time.sleep(0.001)
    return longest * 1000


def letters() -> Iterator[str]:
    """Yield what is typed."""
    return iter(("abcdefghij" * (LETTERS // 10 + 1))[:LETTERS])


def press(letter: str) -> None:
    """Press a letter wherever the keyboard is."""
    widget = QApplication.focusWidget()
    if widget is not None:
        QTest.keyClicks(widget, letter)


def moves(page: Any) -> Iterator[Callable[[], None]]:
    """Yield moves of a pressed mouse across each drawing of a page that can be worked by mouse."""
    for canvas in canvases(page):
        middle = canvas.height() // 2
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))
        for step in range(MOVES):
            at = QPoint(4 + (canvas.width() - 8) * step // MOVES, middle + step % 7)
            yield partial(QTest.mouseMove, canvas, at)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(4, middle))


def canvases(page: Any) -> list[Any]:
    """Return what a page draws itself: a widget of each kind that paints and follows the mouse."""
    found = {
        type(one): one
        for one in reversed(page.findChildren(QWidget))
        if one.isVisible()
        and type(one).__module__.startswith("slaeditor.")
        and "paintEvent" in type(one).__dict__
        and "mouseMoveEvent" in type(one).__dict__
    }
    return list(found.values())


if __name__ == "__main__":
    sys.exit(main())
