"""An empty list says what it is for and offers an example, in one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.rules.examples import EXAMPLES, purpose_of
from slaeditor.ui.place import Place
from tests.ui.hands import click, press

LISTS = ("HandOff", "GreyArea", "TalkingPoint", "Person")


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_what_it_is_for(editing, name):
    window = editing(Project())
    kind = entity_named(name)
    window.workbench.go(Place(table_name(kind)))
    shown = [one.text() for one in window.workbench.pages.page.findChildren(QLabel)]
    assert purpose_of(kind) in shown


def test_an_example_is_added_in_one_step(editing):
    window = editing(Project())
    window.workbench.go(Place("grey_areas"))
    page = window.workbench.pages.page
    click(page.empty.example)
    assert len(window.session.project.grey_areas) == len(EXAMPLES["GreyArea"].rows)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.project.count


def test_the_example_stands_in_the_form(editing):
    window = editing(Project())
    window.workbench.go(Place("grey_areas"))
    page = window.workbench.pages.page
    click(page.empty.example)
    assert page.form.fields["name"].editor.control.text() == "Questions about invoices"


def test_a_list_without_an_example_offers_none(editing):
    window = editing(Project())
    window.workbench.go(Place("channels"))
    assert window.workbench.pages.page.empty.example is None
