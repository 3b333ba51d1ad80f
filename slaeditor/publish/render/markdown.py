"""What the manager wrote as Markdown, as clean HTML.

This is the one module where words become markup. Raw HTML is shown as it was typed, every tag and
attribute of the result stands in an allow-list, links lead to web pages and mail addresses only,
pictures come from the edition only. What cannot be printed raises ProseTrouble, which names the
record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from slaeditor.publish.render.direction import is_right_to_left
from slaeditor.publish.render.typography import cleaned, typeset
from slaeditor.publish.trouble import ProseTrouble

LONGEST = 20_000
_LONGEST_RUN = 100
_MOST_OPENINGS = 600
_DEEPEST = 12
_LAST_HEADING = 6

_BLOCKS = {
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
_TAGS = _BLOCKS | {"strong", "em", "code", "a", "sup", "sub", "img"}
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
_TURNED = ("p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td", "dt", "dd")
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_ALLOWED = _ATTRIBUTES | {tag: _ATTRIBUTES.get(tag, set()) | {"dir"} for tag in _TURNED}
_RUN = re.compile(rf"([\[!<(*_`~>|&])\1{{{_LONGEST_RUN},}}|(?:!?\[){{{_LONGEST_RUN},}}")
_AUDIENCE = re.compile(r"^[ \t>]*(:::+|///+)[ \t]*\w*", re.MULTILINE)
_SPECIAL = re.compile(r"[*_`\[\]<>#|&\\~]|^[ \t]*(?:[-+=:]|\d+[.)])|^(?: {4}|\t)|  $", re.MULTILINE)
_NOT_TYPESET = {"code", "pre"}
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


def prose(
    text: str,
    *,
    language: str,
    source: str = "",
    below: int = 3,
    pictures: Mapping[str, str] | None = None,
) -> Markup:
    """Return the HTML of a Markdown text.

    Headings in it start one level under `below`. `pictures` gives the address of each picture of
    the edition. Raises ProseTrouble that names `source`.
    """
    text = cleaned(text).strip("\n")
    if not _SPECIAL.search(text) and not _AUDIENCE.search(text) and len(text) <= LONGEST:
        return _markup(_paragraphs(text, language))
    _check(text, source)
    html = _converter(language, source, below, pictures or {}).convert(text)
    return _markup(_finished(_allowed(html), pictures or {}))


def inline(text: str, *, language: str, source: str = "") -> Markup:
    """Return the HTML of a Markdown text of one paragraph without the paragraph's own tags."""
    html = prose(text, language=language, source=source)
    if html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
        return _markup(html[len("<p>") : -len("</p>")])
    return html


def style_words(sheet: str) -> Markup:
    """Return our own style sheet as it must stand in a page: unescaped.

    Raises ValueError where it could end its element.
    """
    if "<" in sheet:
        raise ValueError("A style sheet holds no '<'")
    return _markup(sheet)


def first_paragraph(html: Markup) -> tuple[Markup, Markup]:
    """Return the leading paragraph of `html`, if it starts with one, and the rest."""
    end = html.find("</p>") + len("</p>")
    if not html.startswith("<p>"):
        return Markup(), html
    return _markup(html[:end]), _markup(html[end:])


def _markup(html: str) -> Markup:
    """Return words of which this module knows that they are safe as they stand."""
    return Markup(html)  # noqa: S704 - the one place where words become markup


def _paragraphs(text: str, language: str) -> str:
    parts = (part.strip() for part in re.split(r"\n\s*\n", text))
    return "".join(
        f"<p{_turned(part)}>{escape(typeset(part, language), quote=False)}</p>"
        for part in parts
        if part
    )


def _turned(words: str) -> str:
    """Return the attribute of a paragraph that is read from the right; nothing for others."""
    return ' dir="rtl"' if is_right_to_left(words) else ""


def _check(text: str, source: str) -> None:
    """Raise ProseTrouble for what would take long or show what a reader must not see."""
    where = f"The text of {source}" if source else "A text"
    if len(text) > LONGEST:
        raise ProseTrouble(
            f"{where} is longer than {LONGEST:,} characters.", "Split it into several texts."
        )
    if mark := _AUDIENCE.search(text):
        raise ProseTrouble(
            f"{where} holds the mark {mark.group().strip()!r}, which looks like a reader mark.",
            "Put what only some readers may see into its own field, and remove the mark.",
        )
    if _RUN.search(text) or text.count("[") + text.count("<") > _MOST_OPENINGS:
        raise ProseTrouble(
            f"{where} holds a long run of marks such as '[' or '*'.", "Remove the run of marks."
        )
    if any(_depth(line) > _DEEPEST for line in text.split("\n")):
        raise ProseTrouble(
            f"{where} is nested deeper than {_DEEPEST} levels.", "Use fewer levels of lists."
        )


def _depth(line: str) -> int:
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    return max(indent // 4, line[: len(line) - len(line.lstrip("> \t"))].count(">"))


def _converter(language: str, source: str, below: int, pictures: Mapping[str, str]) -> Markdown:
    """Return a fresh Markdown converter: nothing of one text reaches another."""
    converter = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            DefListExtension(),
        ],
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.treeprocessors.register(_Headings(below), "headings", 15)
    converter.treeprocessors.register(_Typesetter(language), "typesetter", 14)
    converter.treeprocessors.register(_Directions(), "directions", 12)
    converter.treeprocessors.register(_Addresses(source, pictures), "addresses", 13)
    return converter


class _Headings(Treeprocessor):
    """Puts headings one level under the section, without skipping a level."""

    def __init__(self, below: int) -> None:
        super().__init__()
        self.below = below

    def run(self, root: Element) -> None:
        first, previous = 0, self.below
        for element in root.iter():
            if not re.fullmatch(r"h[1-6]", element.tag):
                continue
            level = int(element.tag[1])
            first = first or level
            wanted = max(self.below + 1, self.below + 1 + level - first)
            previous = min(wanted, previous + 1, _LAST_HEADING)
            element.tag = f"h{previous}"


class _Typesetter(Treeprocessor):
    """Sets quotes, dashes and unbreakable spaces in the words, never in code."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.before = ""

    def run(self, root: Element) -> None:
        self._visit(root)

    def _visit(self, element: Element) -> None:
        kept = element.tag in _NOT_TYPESET or element.get("href", "-") == element.text
        if not kept:
            element.text = self._set(element.text)
        for child in element:
            if not kept:
                self._visit(child)
            child.tail = self._set(child.tail)
        if element.tag in _BLOCKS:
            self.before = ""

    def _set(self, text: str | None) -> str | None:
        if not text:
            return text
        done = typeset(text, self.language, self.before)
        self.before = text[-1]
        return done


class _Directions(Treeprocessor):
    """Turns round what is read from the right."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _TURNED and is_right_to_left("".join(element.itertext())):
                element.set("dir", "rtl")


class _Addresses(Treeprocessor):
    """Refuses links and pictures that a handbook may not hold."""

    def __init__(self, source: str, pictures: Mapping[str, str]) -> None:
        super().__init__()
        self.where = f"The text of {source}" if source else "A text"
        self.pictures = pictures

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and not _may_link(element.get("href", "")):
                raise ProseTrouble(
                    f"{self.where} links to {element.get('href', '')!r}.",
                    "Link to a web page (https://…) or a mail address (mailto:…).",
                )
            if element.tag == "img" and not self._known(element.get("src", "")):
                raise ProseTrouble(
                    f"{self.where} shows the picture {element.get('src', '')!r}, which the"
                    " project does not hold.",
                    "Add the picture to the project and insert it from there.",
                )

    def _known(self, address: str) -> bool:
        return address.startswith("asset:") and address.removeprefix("asset:") in self.pictures


def _may_link(address: str) -> bool:
    if re.search(r"[\\\s\x00-\x20]", address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def _allowed(html: str) -> str:
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
        return value if _may_link(value) else None
    if attribute == "src":
        return value if re.fullmatch(r"asset:[\w.-]+", value) else None
    if attribute == "align":
        return value if value in {"left", "right", "center"} else None
    if attribute == "start":
        return value if re.fullmatch(r"\d{1,4}", value) else None
    return value if tag == "img" else None


def _finished(html: str, pictures: Mapping[str, str]) -> str:
    """Return cleaned HTML with our own classes, scopes and picture addresses."""
    html = _ALIGNED.sub(r'<\1 class="\3"\2\4>', html)
    for old, new in _RENAMED:
        html = html.replace(old, new)
    html = _SPACE_BEFORE_END.sub("", html)
    return _PICTURE.sub(lambda found: f'src="{escape(pictures[found.group(1)])}"', html)
