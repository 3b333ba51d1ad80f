"""What the manager wrote as Markdown, as clean HTML.

This is the one module where words become markup. Raw HTML is shown as it was typed, every tag and
attribute of the result stands in an allow-list (`allowed_html`), links lead to web pages and mail
addresses only, pictures come from the edition only (`markdown_trees`). What cannot be printed
raises ProseTrouble, which names the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markupsafe import Markup

from slaeditor.publish.render.allowed_html import allowed, finished
from slaeditor.publish.render.direction import is_right_to_left
from slaeditor.publish.render.markdown_trees import Addresses, Directions, Headings, Typesetter
from slaeditor.publish.render.typography import cleaned, typeset
from slaeditor.publish.trouble import ProseTrouble

LONGEST = 20_000
_LONGEST_RUN = 100
_MOST_OPENINGS = 600
_DEEPEST = 12

_RUN = re.compile(rf"([\[!<(*_`~>|&])\1{{{_LONGEST_RUN},}}|(?:!?\[){{{_LONGEST_RUN},}}")
_AUDIENCE = re.compile(r"^[ \t>]*(:::+|///+)[ \t]*\w*", re.MULTILINE)
_SPECIAL = re.compile(r"[*_`\[\]<>#|&\\~]|^[ \t]*(?:[-+=:]|\d+[.)])|^(?: {4}|\t)|  $", re.MULTILINE)


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
    return _markup(finished(allowed(html), pictures or {}))


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
    converter.treeprocessors.register(Headings(below), "headings", 15)
    converter.treeprocessors.register(Typesetter(language), "typesetter", 14)
    converter.treeprocessors.register(Directions(), "directions", 12)
    converter.treeprocessors.register(Addresses(source, pictures), "addresses", 13)
    return converter
