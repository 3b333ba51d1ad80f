"""The manual opens as a page on the local disk."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlparse

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from slaeditor.model.project import kinds
from slaeditor.ui.manual import manual_page, section_of
from slaeditor.ui.panels import PANELS
from slaeditor.ui.place import Place


def test_the_manual_is_a_page_with_its_headings(tmp_path):
    words = manual_page(tmp_path).read_text(encoding="utf-8")
    assert '<h1 id="the-manual">' in words
    assert 'href="#keyboard"' in words
    assert 'id="keyboard"' in words


def test_its_pictures_are_found_from_anywhere(tmp_path):
    words = manual_page(tmp_path).read_text(encoding="utf-8")
    sources = re.findall(r'src="([^"]+)"', words)
    assert sources
    assert [one for one in sources if not Path(unquote(urlparse(one).path)).exists()] == []


def test_every_part_has_a_section_of_its_own_in_the_manual(tmp_path):
    words = manual_page(tmp_path).read_text(encoding="utf-8")
    anchors = {section_of(page) for page in ("", *kinds(), *PANELS)}
    assert [one for one in sorted(anchors) if f'id="{one}"' not in words] == []


def test_the_key_for_help_opens_the_section_of_the_page(editing, monkeypatch, tmp_path):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = editing()
    window.workbench.go(Place("price_plans"))
    window.actions_of.by_id["help.manual"].trigger()
    assert [url.fragment() for url in opened] == ["prices"]
