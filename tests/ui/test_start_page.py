"""The start page: how to begin, what was open last, what a crash left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from slaeditor.exchange.starters import starters
from slaeditor.session.left_work import LeftWork
from slaeditor.session.recent_files import RecentFile
from slaeditor.ui.card import Card
from slaeditor.ui.start_page import StartPage

NOW = datetime.now(UTC)


@pytest.fixture
def page(qtbot):
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def cards(page):
    QApplication.processEvents()
    return {one.accessibleName(): one for one in page.findChildren(Card) if one.isVisible()}


def words(page):
    QApplication.processEvents()
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible()]


def test_every_starter_has_a_card_with_its_sentence(page):
    page.show_starters(starters())
    for starter in starters():
        assert cards(page)[starter.name].accessibleDescription() == starter.sentence


def test_a_click_chooses_a_starter(qtbot, page):
    page.show_starters(starters())
    first = starters()[0]
    with qtbot.waitSignal(page.starter_chosen) as chosen:
        qtbot.mouseClick(cards(page)[first.name], Qt.MouseButton.LeftButton)
    assert chosen.args == [first.key]


def test_a_key_chooses_a_starter(qtbot, page):
    page.show_starters(starters())
    first = starters()[0]
    with qtbot.waitSignal(page.starter_chosen):
        qtbot.keyClick(cards(page)[first.name], Qt.Key.Key_Space)


def test_no_words_of_a_card_are_cut(qtbot, page):
    page.show_starters(starters())
    qtbot.waitUntil(
        lambda: all(one.height() >= one.heightForWidth(one.width()) for one in cards(page).values())
    )


def test_cards_stand_below_each_other_where_it_is_narrow(qtbot, page):
    page.show_starters([*starters(), *starters(), *starters()][:3])
    page.resize(420, 700)
    qtbot.waitUntil(lambda: len({one.x() for one in page.findChildren(Card)}) == 1)


def test_no_card_stands_alone_in_its_line(qtbot, page):
    page.show_starters(starters()[:4])
    page.resize(1300, 700)
    qtbot.waitUntil(lambda: len({one.x() for one in page.findChildren(Card)}) == 2)


def test_recent_files_are_listed_with_their_folder(page, tmp_path):
    file = tmp_path / "Gold.sla"
    file.touch()
    page.show_recent([RecentFile(file, NOW.timestamp())])
    assert str(tmp_path) in words(page)
    assert cards(page)["Gold.sla"].isEnabled()


def test_a_missing_file_is_greyed_and_can_be_forgotten(qtbot, page, tmp_path):
    page.show_recent([RecentFile(tmp_path / "gone.sla", NOW.timestamp())])
    assert not cards(page)["gone.sla"].isEnabled()
    assert "not found" in words(page)
    with qtbot.waitSignal(page.file_forgotten) as told:
        page.findChild(QToolButton).click()
    assert told.args == [tmp_path / "gone.sla"]


def test_without_recent_files_the_page_says_what_the_list_is_for(page):
    page.show_recent([])
    assert "Files that you open or save are listed here." in words(page)


def test_a_list_that_is_shown_anew_replaces_the_older_one(page, tmp_path):
    for name in ("One.sla", "Two.sla"):
        page.show_recent([RecentFile(tmp_path / name, None)])
    assert list(cards(page)) == ["Two.sla"]


def test_left_work_tells_how_much_it_is(qtbot, page):
    page.show_left_work([LeftWork("key", "Gold.sla", 12, NOW - timedelta(days=2), "/work")])
    assert any(one.startswith("12 changes · ") for one in words(page))
    recover = next(
        one for one in page.findChildren(QPushButton) if one.accessibleName() == "Recover Gold.sla"
    )
    with qtbot.waitSignal(page.recovery_chosen) as chosen:
        recover.click()
    assert chosen.args == ["key"]


def test_the_page_says_nothing_of_recovery_when_there_is_none(page):
    page.show_left_work([LeftWork("key", "Gold.sla", 1, None)])
    page.show_left_work([])
    assert "Recovered work" not in words(page)


def test_the_page_does_not_load_storage():
    import subprocess
    import sys

    told = subprocess.run(
        [sys.executable, "-c", "import sys, slaeditor.app; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    loaded = set(told.stdout.split())
    heavy = {"sqlite3", "sqlite_utils", "weasyprint", "markdown", "babel", "pikepdf", "yaml"}
    heavy |= {"PySide6.QtPdf", "PySide6.QtNetwork", "PySide6.QtPrintSupport"}
    assert not loaded & heavy
