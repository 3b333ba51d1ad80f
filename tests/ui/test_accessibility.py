"""What a screen reader and a keyboard find on every page."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from slaeditor.model.project import Project, kinds
from slaeditor.ui.form import Form
from slaeditor.ui.form_section import AT_ONCE
from slaeditor.ui.place import Place
from tests.ui.hands import focused, press


def a_project() -> Project:
    """One record of every kind."""
    return Project().add(*(kind() for kind in kinds().values()))


def tab_stops(root: QWidget) -> list[QWidget]:
    """The controls that Tab reaches."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def spoken(widget: QWidget) -> str:
    """The accessible name, for a box that of its label."""
    name = widget.accessibleName()
    if name:
        return name
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name))


def problems(root: QWidget) -> list[str]:
    stops = tab_stops(root)
    nameless = [f"{type(one).__name__} has no name" for one in stops if not spoken(one)]
    names = Counter((spoken(one), type(one).__name__) for one in stops)
    twice = [f"{count} × {name}" for (name, _), count in names.items() if name and count > 1]
    return nameless + twice


@pytest.mark.parametrize("table", ["", *kinds()])
def test_every_control_of_every_page_has_a_name_of_its_own(editing, table):
    window = editing(a_project())
    window.workbench.go(Place(table))
    for form in window.workbench.findChildren(Form):
        for section in form.sections:
            section.open()
    QApplication.processEvents()
    assert problems(window) == []


def test_a_nameless_control_would_be_noticed(editing):
    window = editing()
    QPlainTextEdit(window.centralWidget()).show()
    assert any("QPlainTextEdit" in problem for problem in problems(window))


@pytest.mark.parametrize("table", ["document", "service_levels", "targets"])
def test_every_field_has_a_label_that_leads_to_it(editing, table):
    window = editing(a_project())
    row = next(iter(getattr(window.session.project, table)))
    window.workbench.go(Place(table, row.id))
    form = next(one for one in window.workbench.findChildren(Form) if one.isVisible())
    labels = {label.buddy() for label in form.findChildren(QLabel) if label.buddy()}
    assert {row.editor.control for row in form.fields.values()} <= labels


def test_tab_reaches_every_control_and_follows_the_page(editing):
    window = editing(a_project())
    window.workbench.go(Place("services"))
    form = window.workbench.pages.page.form
    form.make_all()
    form.take_focus()
    seen: list[QWidget] = []
    for _ in range(300):
        now = focused()
        if now in seen:
            break
        seen.append(now)
        press(Qt.Key.Key_Tab)
    stops = set(tab_stops(window.workbench.pages.page))
    assert stops <= set(seen)
    fields = [seen.index(row.editor.control) for row in form.fields.values() if row.isVisible()]
    assert fields == sorted(fields)


def test_tab_reaches_fields_in_their_order_whenever_they_were_made(editing):
    window = editing(a_project())
    window.workbench.go(Place("services"))
    form = window.workbench.pages.page.form
    form.make_all()
    order = [row.editor.control for row in form.fields.values()]
    reached = [one for one in chain(order[0]) if one in order]
    assert reached == order
    assert len(order) > AT_ONCE


def chain(first: QWidget) -> list[QWidget]:
    """What Tab goes through from a widget on, until it comes back."""
    found, now = [first], first.nextInFocusChain()
    while now is not None and now is not first:
        found.append(now)
        now = now.nextInFocusChain()
    return found


def test_alt_and_a_letter_lead_to_a_field(editing):
    window = editing(a_project())
    window.workbench.go(Place("services"))
    form = window.workbench.pages.page.form
    label = form.fields["name"].label.text()
    letter = label[label.index("&") + 1].upper()
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)
    assert form.fields["name"].editor.line.hasFocus()
