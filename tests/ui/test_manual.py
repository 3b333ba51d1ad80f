"""The manual opens as a page on the local disk."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlparse

from slaeditor.ui.manual import manual_page


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
