"""The tags, attributes and addresses that HTML made from Markdown may hold, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

import nh3

BLOCKS = {
    "p",
    "br",
    "hr",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "dl",
    "dt",
    "dd",
}
_TAGS = BLOCKS | {"strong", "em", "code", "a", "sup", "sub", "img"}
_EMPTIED = {
    "script",
    "style",
    "noscript",
    "template",
    "select",
    "textarea",
    "details",
    "dialog",
    "iframe",
    "object",
    "svg",
    "math",
}
TURNED = ("p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "dt", "dd")
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_ALLOWED = _ATTRIBUTES | {tag: _ATTRIBUTES.get(tag, set()) | {"dir"} for tag in TURNED}
_SPACE_BEFORE_END = re.compile(r"\s+(?=</(?:p|li|h\d|td|th|dd|dt|blockquote|div)>)")
_ALIGNED = re.compile(r'<(t[hd])( dir="rtl")? align="(left|right|center)"( dir="rtl")?>')
_PICTURE = re.compile(r'src="asset:([^"]*)"')
_RENAMED = (
    ("<dl>", '<div class="terms">'),
    ("</dl>", "</div>"),
    ("<dt>", '<p class="term">'),
    ("<dt dir", '<p class="term" dir'),
    ("<dd dir", '<div class="meaning" dir'),
    ("</dt>", "</p>"),
    ("<dd>", '<div class="meaning">'),
    ("</dd>", "</div>"),
    ("<th>", '<th scope="col">'),
    ("<th class", '<th scope="col" class'),
    ("<th dir", '<th scope="col" dir'),
    ("<table>", '<table class="grid prose-table">'),
)


def may_link(address: str) -> bool:
    """Return whether a link may lead there: to a web page or a mail address."""
    if re.search(r"[\\\s\x00-\x20]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def allowed(html: str) -> str:
    """Return `html` with every tag and attribute that is not allowed taken out."""
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_EMPTIED,
        attributes=_ALLOWED,
        attribute_filter=_kept,
        link_rel=None,
        strip_comments=True,
        url_schemes={"http", "https", "mailto", "asset"},
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "dir":
        return value if value == "rtl" else None
    if attribute == "href":
        return value if may_link(value) else None
    if attribute == "src":
        return value if re.fullmatch(r"asset:[\w.-]+", value) else None
    if attribute == "align":
        return value if value in {"left", "right", "center"} else None
    if attribute == "start":
        return value if re.fullmatch(r"\d{1,4}", value) else None
    return value if tag == "img" else None


def finished(html: str, pictures: Mapping[str, str]) -> str:
    """Return cleaned HTML with our own classes, scopes and picture addresses."""
    html = _ALIGNED.sub(r'<\1 class="\3"\2\4>', html)
    for old, new in _RENAMED:
        html = html.replace(old, new)
    html = _SPACE_BEFORE_END.sub("", html)
    return _PICTURE.sub(lambda found: f'src="{escape(pictures[found.group(1)])}"', html)
