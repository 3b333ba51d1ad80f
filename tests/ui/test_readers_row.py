"""Why a record cannot be opened stands beside the switches, with a way to open that too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from slaeditor.model.backing import Dependency
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.readers import EVERYONE, STAFF, TEAM, Reader
from slaeditor.ui.opening_dialog import OpeningDialog
from slaeditor.ui.place import Place
from slaeditor.ui.reader_words import effective
from slaeditor.ui.readers_row import ReadersRow
from tests.ui.hands import click

BASIC = ServiceLevel(name="Basic", readers=EVERYONE)
BUSINESS = ServiceLevel(name="Business", readers=STAFF)
PLUS = ServiceLevel(name="Plus", readers=STAFF)
TARGETS = tuple(Target(level=one.id) for one in (BASIC, BUSINESS, PLUS))
PROJECT = Project().add(BASIC, BUSINESS, PLUS, *TARGETS)


@pytest.fixture
def row(qtbot, looks) -> ReadersRow:
    made = ReadersRow()
    qtbot.addWidget(made)
    return made


def test_the_levels_that_are_closed_are_named_not_the_first_one(row):
    row.show_rows(PROJECT, TARGETS)
    told = "The service levels “Business” and “Plus” are not open to sales."
    assert row.closed.words == told


def test_the_tip_of_a_greyed_switch_names_the_level_that_closes_it(row):
    row.show_rows(PROJECT, TARGETS[:2])
    tip = row.switches[Reader.SALES].toolTip()
    assert tip == "The service level “Business” is not open to sales."


def test_where_nothing_is_closed_there_is_nothing_to_say(row):
    row.show_rows(PROJECT, TARGETS[:1])
    assert row.closed.isHidden()


@pytest.fixture
def at_a_target(editing):
    """The window at the target of Business, and its form."""
    window = editing(PROJECT)
    window.workbench.go(Place("targets", TARGETS[1].id))
    QApplication.processEvents()
    return window, window.workbench.pages.page.form


def test_the_level_is_opened_along(at_a_target):
    window, form = at_a_target
    click(form.readers.closed.button)
    assert window.session.project.service_levels[BUSINESS.id].readers == TEAM


def test_both_are_opened_in_one_step(at_a_target):
    window, form = at_a_target
    click(form.readers.closed.button)
    window.session.undo()
    assert window.session.project.service_levels[BUSINESS.id].readers == STAFF


def test_opening_to_clients_is_asked_first(at_a_target):
    window, form = at_a_target
    click(form.readers.closed.button)
    click(form.readers.closed.button)
    asked = next(one for one in window.findChildren(OpeningDialog) if one.isVisible())
    assert BUSINESS.id in {one.id for one in asked.wanted}
    asked.reject()


def test_a_record_is_read_by_those_only_for_whom_it_has_fields():
    assert effective(Project(), Dependency(readers=EVERYONE)) == STAFF


def test_a_kind_without_fields_for_clients_cannot_be_opened_to_them(row):
    row.show_rows(Project(), [Dependency(readers=EVERYONE)])
    clients = row.switches[Reader.CLIENT]
    assert not clients.isEnabled()
    assert clients.toolTip() == "Dependencies hold nothing that is meant for clients."
