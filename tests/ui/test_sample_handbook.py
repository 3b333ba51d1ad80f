"""The sample handbook opens from the start page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from slaeditor.model.readers import Reader
from slaeditor.ui import sample_handbook
from tests.ui.handbooks import small_handbook


@pytest.fixture
def opened_files(monkeypatch):
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.fileName()))
    return found


@pytest.fixture
def quick(monkeypatch):
    """Handbooks made beforehand; the list says for whom one was asked for."""
    asked: list[Reader] = []
    small_handbook()

    def made(_project, audience, _ticket):
        asked.append(audience.reader)
        return small_handbook()

    monkeypatch.setattr(sample_handbook, "handbook_pdf", made)
    return asked


def choose(window, words):
    button = next(one for one in window.findChildren(QPushButton) if "sample" in one.text())
    next(one for one in button.menu().actions() if words in one.text()).trigger()


def test_it_opens_for_the_reader_who_is_chosen(window, quick, opened_files, qtbot):
    choose(window, "client")
    qtbot.waitUntil(lambda: bool(opened_files))
    assert opened_files == ["sample handbook for client.pdf"]
    assert quick == [Reader.CLIENT]


def test_it_is_made_once(window, quick, opened_files, qtbot):
    choose(window, "staff")
    qtbot.waitUntil(lambda: len(opened_files) == 1)
    choose(window, "staff")
    qtbot.waitUntil(lambda: len(opened_files) == 2)
    assert quick == [Reader.STAFF]
