"""The layout engine gets what the edition holds and nothing else."""

from __future__ import annotations

from urllib.request import Request

import pytest
from weasyprint.urls import FatalURLFetchingError

from slaeditor.publish.render.assets import AssetFetcher, contents
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.pdf import laid_out
from slaeditor.publish.render.themes import print_style
from slaeditor.publish.trouble import LayoutTrouble
from tests.publish import editions

FOREIGN = [
    "file:///etc/passwd",
    "http://127.0.0.1/x",
    "https://example.com/x.css",
    "data:text/css,p{color:red}",
    "ftp://example.com",
    "asset:unknown",
    "ASSET:../../etc/passwd",
    "relative.css",
    "",
]


@pytest.mark.parametrize("address", FOREIGN)
def test_any_other_address_ends_the_work(address):
    fetcher = AssetFetcher({})
    with pytest.raises(FatalURLFetchingError):
        fetcher.fetch(address)
    assert fetcher.denied == [address]


def test_the_other_door_is_closed_too():
    with pytest.raises(FatalURLFetchingError):
        AssetFetcher({}).open(Request("http://127.0.0.1/x"))


def test_what_the_store_holds_is_served_with_its_kind():
    response = AssetFetcher({"a": ("text/plain", b"x")}).fetch("asset:a")
    assert (response.read(), response.content_type) == (b"x", "text/plain")


def test_a_page_gets_the_fonts_of_its_theme_only():
    names = contents(editions.edition())
    assert "font/inter/Inter-Regular.ttf" in names
    assert not [name for name in names if "plex" in name]


# The layout engine leaves its own colour profile open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.expects_log
@pytest.mark.parametrize(
    "html",
    [
        '<img src="http://127.0.0.1/x.png" alt="x">',
        '<img src="file:///etc/passwd" alt="x">',
        '<link rel="stylesheet" href="http://127.0.0.1/x.css">',
        '<style>@import "http://127.0.0.1/x.css"</style>',
        "<style>p{background:url(file:///etc/passwd)}</style><p>x",
        '<link rel="attachment" href="file:///etc/passwd">',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<object data="file:///etc/passwd" type="image/png"></object>',
        '<svg><image href="http://127.0.0.1/x.png"/></svg>',
        '<embed src="file:///etc/passwd">',
    ],
)
def test_even_hostile_markup_reaches_nothing(html):
    fetcher = AssetFetcher({})
    try:
        made = laid_out(f"<html lang=en><title>x</title><body>{html}", "", fetcher)
    except LayoutTrouble as trouble:
        assert "outside" in trouble.sentence  # noqa: PT017 - either outcome is safe
    else:
        assert b"root:" not in made


def test_colours_reach_the_style_sheet_only_as_six_digits():
    colours = palette("#0b5c8a", "client")
    assert f"--accent:{colours.accent}" in print_style(editions.edition())
