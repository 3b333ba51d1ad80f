"""An edition as one web page that needs no other file: for the intranet and for telephones."""

from __future__ import annotations

import htpy as h
from htpy import Node

from slaeditor.publish.document import Edition
from slaeditor.publish.render.html import document_html
from slaeditor.publish.render.markdown import style_words
from slaeditor.publish.render.pictures import picture_bytes
from slaeditor.publish.render.themes import screen_style


def page_html(edition: Edition) -> str:
    """Return the page; the pictures stand in it, there is no script and no outside address."""
    pictures = {
        asset.id: f"data:{asset.media_type};base64,{asset.content}" for asset in edition.assets
    }
    for asset in edition.assets:
        picture_bytes(asset)
    return document_html(edition, pictures, _head(edition))


def page_bytes(edition: Edition) -> bytes:
    """Return the page as a file."""
    return page_html(edition).encode()


def _head(edition: Edition) -> Node:
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    return [
        h.meta(http_equiv="Content-Security-Policy", content=policy),
        h.meta(name="referrer", content="no-referrer"),
        h.style[style_words(screen_style(edition))],
    ]
