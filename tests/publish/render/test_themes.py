"""The style sheets are understood by the layout engine to the last word."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

import pytest

from slaeditor.bundled import bundled
from slaeditor.publish.document import Brand, Paragraph, Theme
from slaeditor.publish.render.assets import AssetFetcher, contents
from slaeditor.publish.render.html import document_html
from slaeditor.publish.render.pdf import laid_out
from slaeditor.publish.render.themes import font_files, print_style, screen_style, style_sheet
from tests.publish import editions

SHEETS = sorted(path.stem for path in bundled("themes").glob("*.css"))


# The layout engine leaves its own colour profile open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.expects_log  # the log is looked at here, and must be empty
@pytest.mark.parametrize("theme", Theme)
def test_the_layout_engine_has_nothing_to_complain_of(theme, caplog):
    whole = editions.edition(Paragraph("Words"), brand=Brand(theme=theme))
    whole = replace(whole, cover=editions.cover(watermark="DRAFT"))
    with caplog.at_level(logging.WARNING, "weasyprint"):
        laid_out(document_html(whole, {}), print_style(whole), AssetFetcher(contents(whole)))
    assert not [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize("theme", Theme)
def test_every_font_of_a_theme_is_bundled_in_four_faces_at_least(theme):
    addresses = font_files(theme)
    assert len(addresses) >= 6
    assert all(path.is_file() for path in addresses.values())


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_reaches_for_nothing_outside(name):
    assert "@import" not in style_sheet(name)
    assert all(
        found.startswith("asset:") for found in re.findall(r"url\(([^)]*)", style_sheet(name))
    )


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_counts_nothing_but_pages(name):
    counted = set(re.findall(r"(?<!target-)counters?\((\w+)", style_sheet(name)))
    assert counted <= {"page", "pages"}


def test_the_page_style_uses_no_address_at_all():
    assert "url(" not in screen_style(editions.edition())
